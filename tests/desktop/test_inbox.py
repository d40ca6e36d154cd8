"""A reply in the inbox is whole, private, and there."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habit_tracker.desktop.inbox import drop
from habit_tracker.domain.nudges.nudge import NudgeKey
from habit_tracker.domain.nudges.prompt import DAILY
from habit_tracker.domain.nudges.reply import Reply
from habit_tracker.domain.progress.text import clean_text

NOW = datetime(2026, 11, 23, 17, tzinfo=UTC)
ANSWER = Reply("a1", NudgeKey(date(2026, 11, 23), DAILY), "answer", NOW, "UTC", "Won 🎉")


def test_what_was_dropped_can_be_read_back(tmp_path: Path) -> None:
    """The file holds the reply, and is named by its uid."""
    path = drop(ANSWER, tmp_path / "inbox")
    assert path == tmp_path / "inbox" / "a1.json"
    assert Reply.from_json(path.read_text()) == ANSWER


def test_only_the_person_can_read_it(tmp_path: Path) -> None:
    """The folder is 0700 and the file 0600."""
    path = drop(ANSWER, tmp_path / "inbox")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_drop_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    """Where the file cannot get its name, no half of it stays."""
    (tmp_path / "a1.json").mkdir()
    with pytest.raises(OSError, match=r"a1\.json"):
        drop(ANSWER, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a1.json"]


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")).filter(str.strip))
def test_every_text_comes_back_as_it_was(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever was written, in any script, is what is read."""
    reply = ANSWER._replace(text=clean_text(text))
    assert Reply.from_json(drop(reply, tmp_path_factory.getbasetemp()).read_text()) == reply
