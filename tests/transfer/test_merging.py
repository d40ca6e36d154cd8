"""Computers that exchange exports end up with the same wins."""

import json
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st
from support.stored import Values, bring_in, exported, filled, states, win, win_rows

from habit_tracker.domain.days.local_time import DayStart
from habit_tracker.domain.days.plan import TimeOff
from habit_tracker.domain.nudges.nudge import NudgeKey, Outcome
from habit_tracker.domain.nudges.prompt import DAILY
from habit_tracker.storage import ledger, settings
from habit_tracker.storage.day_starts import all_day_starts
from habit_tracker.storage.plans import calendar
from habit_tracker.storage.stamps import remove
from habit_tracker.storage.tables import time_off
from habit_tracker.storage.time_off import all_time_off

SHARED = st.integers(1, 4).map(lambda number: str(UUID(int=number)))
homes = win_rows(SHARED)
LATER = datetime(2026, 11, 21, tzinfo=UTC)
EVEN_LATER = LATER + timedelta(hours=1)
NOW = datetime(2026, 11, 20, tzinfo=UTC)
NUDGE = {"day": "2026-11-20", "kind": "daily", "tries": 1, "not_before": None, "channel": None, "reason": None}


def after(*computers: list[Values]) -> dict[str, Values]:
    """What the first computer has once it has imported the exports of the others, in this order."""
    with filled({"wins": computers[0]}) as here:
        for computer in computers[1:]:
            with filled({"wins": computer}) as there:
                bring_in(here, exported(there))
        return states(here)


@pytest.mark.slow
@how(max_examples=15, deadline=None)
@given(homes, homes)
def test_two_computers_end_up_alike(one: list[Values], other: list[Values]) -> None:
    """It does not matter who imports whose export."""
    assert after(one, other) == after(other, one)


@how(max_examples=15, deadline=None)
@given(homes, homes, homes)
def test_the_order_of_exchanges_does_not_matter(one: list[Values], two: list[Values], three: list[Values]) -> None:
    """Whatever is brought in first."""
    assert after(one, two, three) == after(one, three, two) == after(three, two, one)


@pytest.mark.slow
@how(max_examples=12, deadline=None)
@given(homes, homes)
def test_an_exchange_again_changes_nothing(one: list[Values], other: list[Values]) -> None:
    """Merging is idempotent."""
    assert after(one, other, other, one) == after(one, other)


@how(max_examples=12, deadline=None)
@given(homes, homes)
def test_no_win_is_lost_and_none_is_there_twice(one: list[Values], other: list[Values]) -> None:
    """Every unique id of either, once."""
    assert after(one, other).keys() == {row["uid"] for row in (*one, *other)}


def test_the_newer_edit_wins() -> None:
    """On both computers."""
    old, new = win(text="old"), win(text="new", updated_at=LATER)
    for merged in (after([old], [new]), after([new], [old])):
        assert [state["text"] for state in merged.values()] == ["new"]


def test_a_deletion_outlives_an_older_edit() -> None:
    """Deleted after the edit: it stays deleted."""
    edited = win(text="edited", updated_at=LATER)
    deleted = win(updated_at=EVEN_LATER, deleted_at=EVEN_LATER)
    for merged in (after([edited], [deleted]), after([deleted], [edited])):
        assert [state["deleted_at"] for state in merged.values()] == [EVEN_LATER]


def test_a_newer_edit_outlives_a_deletion() -> None:
    """Deleted here, but changed elsewhere after that: the words are worth more."""
    deleted = win(updated_at=LATER, deleted_at=LATER)
    edited = win(text="edited", updated_at=EVEN_LATER)
    for merged in (after([edited], [deleted]), after([deleted], [edited])):
        assert [(state["text"], state["deleted_at"]) for state in merged.values()] == [("edited", None)]


def test_a_mere_mark_of_deletion_counts_from_its_own_time() -> None:
    """Whatever the last edit before it was."""
    deleted, edited = win(deleted_at=EVEN_LATER), win(text="edited", updated_at=LATER)
    assert [state["deleted_at"] for state in after([edited], [deleted]).values()] == [EVEN_LATER]


def test_two_edits_of_one_instant_end_up_alike() -> None:
    """Either will do, but the same on both."""
    one, other = win(text="one"), win(text="other", confidence=3)
    assert after([one], [other]) == after([other], [one])


def test_of_two_states_in_one_file_the_later_counts() -> None:
    """As when two exports were joined by hand."""
    with filled({"wins": [win(text="old")]}) as old, filled({"wins": [win(text="new", updated_at=LATER)]}) as new:
        states_of_both = [json.loads(exported(one))["wins"][0] for one in (new, old)]
    with filled({}) as here:
        bring_in(here, json.dumps({"format": 1, "wins": states_of_both}))
        assert [state["text"] for state in states(here).values()] == ["new"]


def test_a_row_that_is_in_the_file_twice_comes_in_once() -> None:
    """It does not matter which, but it is the same everywhere."""
    settings_twice = [{"key": "follow-up", "value": "17"}, {"key": "follow-up", "value": "18"}]
    with filled({}) as here:
        bring_in(here, json.dumps({"format": 1, "wins": [], "settings": settings_twice}))
        assert len(json.loads(exported(here))["settings"]) == 1


def test_each_field_of_a_win_keeps_its_newest_state() -> None:
    """Two computers changed different fields at the same time: both changes stay, whoever meets whom first."""
    logged = win()["logged_at"]
    text = win(text="better words", text_updated_at=LATER, updated_at=LATER)
    day = win(day=date(2026, 11, 2), day_updated_at=EVEN_LATER, updated_at=EVEN_LATER)
    for merged in (after([text], [day]), after([day], [text])):
        (state,) = merged.values()
        assert (state["text"], state["day"], state["logged_at"]) == ("better words", date(2026, 11, 2), logged)


def test_a_day_off_that_was_cancelled_stays_cancelled() -> None:
    """An older export of another computer does not bring it back, whatever its clock says of today."""
    day = {"day": date(2026, 12, 31), "reason": None, "updated_at": NOW, "deleted_at": None}
    with filled({"time_off": [day]}) as here:
        before = exported(here)
        remove(here, time_off, day, NOW - timedelta(days=400))
        bring_in(here, before)
        assert all_time_off(here) == []


def test_a_setting_that_was_changed_later_wins() -> None:
    """On both computers."""
    one, other = (
        {"key": "quiet", "value": value, "updated_at": at, "deleted_at": None}
        for value, at in (("off", NOW), ("20:00-08:00", LATER))
    )
    for first, second in ((one, other), (other, one)):
        with filled({"settings": [first]}) as here, filled({"settings": [second]}) as there:
            bring_in(here, exported(there))
            assert settings.get(here, "quiet") == "20:00-08:00"


def test_what_a_computer_knows_of_itself_is_not_overwritten() -> None:
    """Since when it reminds is its own."""
    mine, theirs = (
        {"key": "reminding-since", "value": value, "updated_at": at, "deleted_at": None}
        for value, at in (("2026-11-01", NOW), ("2020-01-01", LATER))
    )
    with filled({"settings": [mine]}) as here, filled({"settings": [theirs]}) as there:
        bring_in(here, exported(there))
        assert settings.get(here, "reminding-since") == "2026-11-01"


FORMAT_1 = {
    "format": 1,
    "wins": [],
    "plans": [
        {"since": "2026-11-01", "at": "17:00:00", "weekdays": [0, 1], "weekly_on": 4, "weekly_at": "16:00:00"},
        {"since": "2026-12-01", "at": "09:00:00", "weekdays": [0, 1], "weekly_on": None, "weekly_at": None},
    ],
    "time_off": [{"id": 1, "first": "2026-12-24", "last": "2026-12-26", "reason": "Christmas"}],
    "day_starts": [{"since": "2026-11-01", "at": "04:00:00"}],
    "settings": [{"key": "week-start", "value": "6"}],
    "nudges": [
        {**NUDGE, "delivered_at": None, "number": 1, "outcome": "snoozed", "due_at": "2026-11-20T16:00:00Z"},
        {**NUDGE, "delivered_at": None, "number": 2, "outcome": "answered", "due_at": "2026-11-20T16:35:00Z"},
    ],
}


def test_an_export_of_the_first_format_comes_in_as_before() -> None:
    """With its plans, ranges of time off and counted snoozes in the form of today."""
    with filled({}) as here:
        bring_in(here, json.dumps(FORMAT_1))
        asked = [sorted(one.prompt.name for one in plan.prompts) for plan in calendar(here).plans]
        assert asked == [["daily", "weekly"], ["daily"]]
        assert all_time_off(here) == [TimeOff(date(2026, 12, 24), date(2026, 12, 26), "Christmas")]
        assert all_day_starts(here) == [DayStart(date(2026, 11, 1), time(4))]
        assert settings.get(here, "week-start") == "6"
        (nudge,) = ledger.recent(here, date(2026, 11, 23))
        assert (nudge.key, nudge.snoozes) == (NudgeKey(date(2026, 11, 20), DAILY), 1)
        assert (nudge.outcome, nudge.snoozed_until) == (
            Outcome.ANSWERED,
            datetime(2026, 11, 20, 16, 35, tzinfo=UTC),
        )


def test_an_older_export_does_not_undo_what_was_set_here() -> None:
    """Its rows have no stamps: they come in only where there is nothing."""
    mine = {"key": "week-start", "value": "0", "updated_at": NOW, "deleted_at": None}
    with filled({"settings": [mine]}) as here:
        bring_in(here, json.dumps(FORMAT_1))
        assert settings.get(here, "week-start") == "0"
