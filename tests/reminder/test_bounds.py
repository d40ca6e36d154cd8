"""How often a question comes, how far apart, and what it waits for."""

from datetime import time, timedelta

import pytest
from support.bench import MONDAY, Bench
from support.moments import moment
from support.wins import NOW

from habit_tracker.actions import nudges
from habit_tracker.clock import Moment
from habit_tracker.desktop.busy import Busy
from habit_tracker.desktop.notifications.messages import Report
from habit_tracker.domain.days.plan import Plan, PlannedPrompt
from habit_tracker.domain.nudges.nudge import NudgeKey, Outcome
from habit_tracker.domain.nudges.prompt import DAILY, FOLLOW_UP, WEEKLY
from habit_tracker.reminder.bounds import TOO_SOON
from habit_tracker.storage import ledger, plans, settings, tables


def at(clock: str, uptime: float) -> Moment:
    """That time of Monday, so many seconds after the start of the machine."""
    return moment(f"2026-11-23 {clock}")._replace(uptime=uptime)


def test_a_second_question_waits_for_its_minute(bench: Bench) -> None:
    """By the time that went by, whatever the clock says; a new process has shown nothing yet."""
    with bench.database.noting() as connection:
        check = PlannedPrompt(WEEKLY, frozenset({0}), time(17))
        plans.save(connection, Plan.daily(MONDAY, time(17)).saying(check), MONDAY, NOW)
    for clock, uptime in [("17:00", 100), ("17:01", 130), ("18:20", 159)]:
        bench.reminder.look(at(clock, uptime))
    assert len(bench.screen.shown) == 1
    assert (bench.screen.shown[0].key.prompt, Outcome.WAITING, TOO_SOON) not in bench.rows()
    assert TOO_SOON in [reason for _, _, reason in bench.rows()]
    bench.reminder.look(at("18:21", 160))
    assert [request.key.prompt for request in bench.screen.shown] == [DAILY, WEEKLY]


def test_a_try_that_failed_holds_nothing_up(bench: Bench) -> None:
    """Nobody has seen it."""
    bench.screen.answer = Report("failed", reason="the server fell over")
    bench.reminder.look(at("17:00", 100))
    bench.screen.answer = Report("shown", channel="fake 1")
    bench.reminder.look(at("17:01", 101))
    for uptime in (102, 103):
        bench.reminder.look(at("17:02", uptime))
    assert bench.rows() == [(DAILY, Outcome.SHOWN, None)]


def test_a_server_that_shows_and_never_says_so_gets_it_three_times(bench: Bench) -> None:
    """It was given it and kept silent: it may have shown it each time."""
    with bench.database.noting() as connection:
        settings.put(connection, settings.FOLLOW_UP, "off", NOW)
    bench.screen.answer = Report("failed", channel="mute 1", reason="the notification server does not answer")
    looks = [f"{hour}:{minute:02}" for hour in (17, 18) for minute in range(0, 60, 5)]
    assert bench.look(*looks) == [DAILY] * 3
    assert bench.rows() == [(DAILY, Outcome.SENT, "it was given to the screen 3 times")]


def test_a_ledger_that_is_put_back_again_and_again_asks_three_times(bench: Bench) -> None:
    """Here by whoever removes its row after each question; and what was put off comes all the same."""
    for minute in range(6):
        bench.look(f"17:{minute:02}")
        with bench.database.noting() as connection:
            connection.execute(tables.nudges.delete())
    assert len(bench.screen.shown) == 3
    now = moment("2026-11-23 17:10")
    nudges.snooze(bench.database, now, lambda _act, comes: comes + timedelta(minutes=30))
    assert len(bench.look("17:40", "17:41", "18:00")) == 4


def test_what_is_open_comes_back_when_its_session_ended(bench: Bench) -> None:
    """The reminder outlives it; dismissed by the person it stays away."""
    bench.look("17:00")
    bench.reminder.hear(NudgeKey(MONDAY, DAILY), Report("closed", reason="dismissed"))
    assert bench.look("17:10") == [DAILY]
    bench.reminder.hear(NudgeKey(MONDAY, DAILY), Report("closed", reason="session gone"))
    assert bench.look("17:20", "17:21", "17:30") == [DAILY, DAILY]
    assert bench.look("18:50", "18:51") == [DAILY, DAILY, FOLLOW_UP], "counted from when it was shown last"


@pytest.mark.parametrize("person", [Busy("the screen is locked", False), Busy("the microphone is in use", True)])
def test_who_is_busy_is_asked_when_they_are_not(bench: Bench, person: Busy) -> None:
    """The ledger says why it waits; no try is counted."""
    bench.screen.person = person
    assert bench.look("17:00", "17:30", "18:59") == []
    assert bench.rows() == [(DAILY, Outcome.WAITING, person.reason)]
    bench.screen.person = None
    assert bench.look("18:59:30") == [DAILY]
    with bench.database.reading() as connection:
        assert [(row.tries, row.showings) for row in ledger.recent(connection, MONDAY)] == [(1, 0)]


def test_who_works_in_full_screen_all_day_is_asked(bench: Bench) -> None:
    """After two hours; whoever is away is not."""
    bench.screen.person = Busy("a full-screen program is open", True)
    assert bench.look("17:00", "18:59") == []
    assert bench.look("19:00") == [DAILY]


def test_who_is_away_is_not_asked_before_they_are_back(bench: Bench) -> None:
    """However long that is; on the next morning too."""
    bench.screen.person = Busy("nobody has touched the computer for 10 minutes", False)
    assert bench.look("17:00", "19:30", "23:59") == []
    bench.screen.person = None
    bench.reminder.look(moment("2026-11-24 08:00"))
    assert [request.key.day for request in bench.screen.shown] == [MONDAY]


def test_who_does_not_want_to_be_spared_is_not(bench: Bench) -> None:
    """`habit config busy off`."""
    with bench.database.noting() as connection:
        settings.put(connection, settings.BUSY, "off", NOW)
    bench.screen.person = Busy("the screen is locked", False)
    assert bench.look("17:00") == [DAILY]


def test_nothing_is_asked_about_the_person_before_something_is_due(bench: Bench) -> None:
    """An idle reminder stays cheap."""

    def never(*, engaged: bool) -> Busy | None:
        raise AssertionError(engaged)

    bench.screen.busy = never  # type: ignore[method-assign]
    assert bench.look("12:00", "16:59") == []


def test_the_screen_is_told_how_often_a_question_may_come_back(bench: Bench) -> None:
    """With the next server: what is left of three, on its own day."""
    bench.look("17:00", "17:01")
    bench.screen.up.clear()
    bench.restart()
    bench.look("17:10")
    assert [request.returns for request in bench.screen.shown] == [2, 1]
    assert {request.returns_until for request in bench.screen.shown} == {moment("2026-11-24 00:00").now}
