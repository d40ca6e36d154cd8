"""What was typed and not saved is there again, private, and for the day that it was written for."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.delivery import nudge

from habit_tracker.desktop import drafts
from habit_tracker.desktop.drafts import Draft
from habit_tracker.desktop.inbox import Keeper
from habit_tracker.desktop.notifications.messages import Request
from habit_tracker.domain.nudges.nudge import NudgeKey
from habit_tracker.domain.nudges.prompt import DAILY

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def asked(inbox: Path, day: date = MONDAY) -> Request:
    """The question of that day."""
    return nudge(inbox, key=NudgeKey(day, DAILY))


def left(inbox: Path, text: str, day: date = MONDAY) -> None:
    """A window in which that was typed, and nothing else done."""
    Keeper(asked(inbox, day)).keep_draft(text, 4)


def found(inbox: Path, day: date = MONDAY) -> str | None:
    """What the next window brings back."""
    draft = Keeper(asked(inbox, day)).draft()
    return draft and draft.text


@given(text=st.text(min_size=1).filter(str.strip))
def test_every_text_comes_back(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever was typed, also what no win could hold."""
    inbox = tmp_path_factory.mktemp("inbox")
    left(inbox, text)
    assert found(inbox) == text


def test_only_the_person_can_read_it(inbox: Path) -> None:
    """And no half of it is ever there."""
    left(inbox, "mine")
    (path,) = inbox.iterdir()
    assert (path.stat().st_mode & 0o777, path.suffix) == (0o600, ".draft")


def test_an_answer_ends_it(inbox: Path) -> None:
    """So does the same text by another door; another text does not."""
    left(inbox, "Fixed  it")
    Keeper(asked(inbox)).keep("answer", "Something else")
    assert found(inbox) == "Fixed  it"
    Keeper(asked(inbox)).keep("answer", "Fixed it\n")
    assert found(inbox) is None


def test_what_it_became_ends_it(inbox: Path) -> None:
    """A draft that was written on is answered with what it is then."""
    left(inbox, "Fix")
    keeper = Keeper(asked(inbox))
    keeper.draft()
    keeper.keep("later")
    assert found(inbox) == "Fix"
    keeper.keep("answer", "Fixed it all")
    assert found(inbox) is None


def test_an_answer_ends_what_still_stands_in_a_window(inbox: Path) -> None:
    """Leaving it keeps nothing, unless more was written there."""
    keeper = Keeper(asked(inbox))
    keeper.keep_draft("Fixed it", None)
    drafts.end(inbox, "Fixed it")
    keeper.keep_draft("Fixed it", None)
    assert found(inbox) is None
    keeper.keep_draft("Fixed it, and more", None)
    assert found(inbox) == "Fixed it, and more"


def test_an_empty_field_drops_it(inbox: Path) -> None:
    """White space is nothing."""
    left(inbox, "Fix")
    keeper = Keeper(asked(inbox))
    keeper.draft()
    keeper.keep_draft(" \n", 3)
    assert list(inbox.iterdir()) == []


def test_two_texts_of_a_day_stand_side_by_side(inbox: Path) -> None:
    """The newer one comes first, and the other after its answer."""
    left(inbox, "one")
    left(inbox, "two")
    assert found(inbox) == "two"
    Keeper(asked(inbox)).keep("answer", "two")
    assert found(inbox) == "one"


def test_a_draft_of_another_day_says_so(inbox: Path) -> None:
    """Today's own comes first; and what is written on it stays the other day's."""
    left(inbox, "of Monday")
    keeper = Keeper(asked(inbox, TUESDAY))
    draft = keeper.draft()
    assert draft is not None
    assert draft.words(TUESDAY, "Europe/Vienna") == (
        "Your draft for Monday 23 November is still here; saved now, it counts for Tuesday 24 November."
    )
    keeper.keep_draft("of Monday, longer", None)
    assert found(inbox, MONDAY) == "of Monday, longer"
    left(inbox, "of Tuesday", TUESDAY)
    assert (found(inbox, TUESDAY), found(inbox, MONDAY)) == ("of Tuesday", "of Monday, longer")


def test_it_says_when_it_was_written() -> None:
    """By the clock of the person, with the day where that is another."""
    draft = Draft(MONDAY, "x", None, datetime(2026, 11, 23, 16, 2, tzinfo=UTC))
    assert draft.words(MONDAY, "Europe/Vienna") == "Your draft from 17:02 is still here."
    night = draft._replace(at=datetime(2026, 11, 24, 0, 30, tzinfo=UTC))
    assert night.words(MONDAY, "Europe/Vienna") == "Your draft from Tuesday 24 November, 01:30 is still here."


@pytest.mark.parametrize("spoiled", ["", "{", "[]", '{"day": "x"}', '{"day":"2026-11-23","at":"x"}', "\udcff"])
def test_a_spoiled_file_stands_before_no_other(inbox: Path, spoiled: str) -> None:
    """It stays where it is."""
    left(inbox, "sound")
    (inbox / "spoiled.draft").write_text(spoiled, errors="surrogateescape")
    assert found(inbox) == "sound"
    assert len(drafts.waiting(inbox)) == 1
    assert (inbox / "spoiled.draft").exists()
