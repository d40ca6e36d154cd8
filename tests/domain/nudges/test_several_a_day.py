"""Several questions a day: each at its time, none once the day has a win, never two in a row for a late one."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.moments import BERLIN, moment
from support.simulation import QUARTERS, due

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.local_time import DayStart
from habit_tracker.domain.days.plan import EVERY_DAY, MOST_A_DAY, WEEKDAYS, Plan, PlannedPrompt, in_force
from habit_tracker.domain.nudges.coming import coming
from habit_tracker.domain.nudges.decide import decide
from habit_tracker.domain.nudges.delivery import delivered
from habit_tracker.domain.nudges.late_plan import TOO_LATE, planned_too_late
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey, Outcome
from habit_tracker.domain.nudges.prompt import DAILY, FOLLOW_UP
from habit_tracker.domain.nudges.snooze import put_off
from habit_tracker.domain.nudges.view import Rules, View
from habit_tracker.domain.words import plan_words

LONG_AGO, MONDAY = date(1980, 1, 1), date(2026, 11, 23)
ZONES = [ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC")]
several = st.lists(st.sampled_from(QUARTERS), min_size=1, max_size=MOST_A_DAY, unique=True)


def asking(*times: time, weekdays: frozenset[int] = EVERY_DAY, since: date = LONG_AGO) -> Plan:
    """A plan that asks at these times."""
    further = (PlannedPrompt(DAILY, weekdays, at, number) for number, at in enumerate(times[1:], 2))
    return Plan.daily(since, times[0], weekdays).saying(*further)


class Machine:
    """The decision with a ledger in memory."""

    def __init__(self, plan: Plan, zone: ZoneInfo = BERLIN, day_start: time = time(0)) -> None:
        self.calendar = Calendar([plan], (), [DayStart(LONG_AGO, day_start)], zone)
        self.rules = Rules(follow_up=None)
        self.logged: set[date] = set()
        self.ledger: dict[NudgeKey, Nudge] = {}
        self.shown: list[tuple[NudgeKey, datetime]] = []
        self.since: date | None = None

    def view(self, now: datetime) -> View:
        """What there is to see."""
        self.since = self.since or self.calendar.day_of(now)
        rows = [nudge for nudge in self.ledger.values() if nudge.day <= self.calendar.day_of(now)]
        return View(now, self.calendar, self.rules, frozenset(self.logged), rows, self.since)

    def look(self, now: datetime) -> None:
        """Decide, and show at once what is to be sent."""
        decision = decide(self.view(now))
        self.ledger |= {nudge.key: nudge for nudge in decision.changes}
        if decision.send:
            self.shown.append((decision.send.key, now))
            self.ledger[decision.send.key] = delivered(decision.send, now, "fake", proven=True)

    def looks(self, *clocks: str) -> list[tuple[int, str]]:
        """Look at these local times of November 2026; what was shown since: which occurrence, for which day."""
        before = len(self.shown)
        for clock in clocks:
            self.look(moment(f"2026-11-{clock}").now)
        return [(key.occurrence, f"{key.day:%d}") for key, _ in self.shown[before:]]


@given(several, st.sampled_from(ZONES), st.dates(date(2025, 1, 1), date(2027, 12, 31)))
def test_each_is_asked_once_at_its_time(times: list[time], zone: ZoneInfo, day: date) -> None:
    """In whatever order they were named; of two that a gap of the clock brings together one."""
    machine, begin = Machine(asking(*times), zone), due(day, time(0), zone)
    machine.look(begin)
    instants = sorted({due(one, at, zone) for one in (day, day + timedelta(days=1)) for at in times})
    for instant in instants:
        machine.look(max(begin, instant - timedelta(seconds=1)))
        machine.look(instant)
        machine.look(instant + timedelta(seconds=30))
    assert [at for _, at in machine.shown] == instants


@given(several, st.lists(st.integers(1, 60 * 30), min_size=1, max_size=12), st.integers(0, 11))
def test_a_machine_that_sleeps_is_asked_at_most_once_for_each(
    times: list[time], steps: list[int], win: int
) -> None:
    """And never about a day that has a win."""
    machine, now = Machine(asking(*times)), datetime(2026, 11, 23, tzinfo=UTC)
    for number, step in enumerate(steps):
        now += timedelta(minutes=step)
        if number == win:
            machine.logged.add(machine.calendar.day_of(now))
        before = len(machine.shown)
        machine.look(now)
        machine.look(now + timedelta(seconds=20))
        assert len(machine.shown) <= before + 1
        assert not {key.day for key, _ in machine.shown[before:]} & machine.logged
    assert not {key: number for key, number in Counter(key for key, _ in machine.shown).items() if number > 1}


def test_two_that_the_clock_brings_together_are_one() -> None:
    """On the night in which there is no half past two."""
    machine = Machine(asking(time(2, 15), time(2, 45), time(3)))
    for at in ("2026-03-29 01:00", "2026-03-29 03:00", "2026-03-29 03:01", "2026-03-29 04:00"):
        machine.look(moment(at).now)
    assert [at for _, at in machine.shown] == [moment("2026-03-29 03:00").now]


def test_the_next_morning_asks_once() -> None:
    """However many questions of yesterday never came."""
    machine = Machine(asking(time(9), time(11), time(17)))
    assert machine.looks("23 08:00", "24 07:00", "24 07:01", "24 07:30") == [(3, "23")]
    assert machine.looks("24 09:00", "24 11:00", "24 17:00") == [(1, "24"), (2, "24"), (3, "24")]


def test_a_time_before_the_day_start_comes_on_the_next_date() -> None:
    """The last of its day, and said in that order."""
    machine = Machine(asking(time(17), time(1)), day_start=time(4))
    assert machine.looks("23 05:00", "23 17:00", "24 00:59", "24 01:00") == [(1, "23"), (2, "23")]
    assert plan_words(machine.calendar.plan_on(MONDAY), time(4)) == "every day at 17:00 and 01:00"


def test_the_follow_up_comes_after_the_last() -> None:
    """Once."""
    machine = Machine(asking(time(9), time(17)))
    machine.rules = Rules()
    machine.looks("23 09:00", "23 09:01", "23 10:31", "23 17:00", "23 17:01", "23 18:31", "23 19:00")
    assert [(key.prompt, key.occurrence) for key, _ in machine.shown] == [(DAILY, 1), (DAILY, 2), (FOLLOW_UP, 1)]


def test_who_asks_is_told_the_next_that_will_come() -> None:
    """Of today while one is left, then of tomorrow."""
    machine = Machine(asking(time(17), time(9)))
    machine.looks("23 09:00")
    found = coming(machine.view(moment("2026-11-23 10:00").now))
    assert found
    assert found.at == moment("2026-11-23 17:00").now
    machine.logged.add(MONDAY)
    found = coming(machine.view(moment("2026-11-23 10:00").now))
    assert found
    assert found.at == moment("2026-11-24 09:00").now


def test_what_is_put_off_beyond_the_next_is_not_asked_before() -> None:
    """Then the newest comes, once."""
    machine = Machine(asking(time(11), time(17)))
    machine.looks("23 11:00")
    now = moment("2026-11-23 12:00").now
    machine.ledger |= {nudge.key: nudge for nudge in put_off(machine.view(now), moment("2026-11-23 18:00").now)}
    assert machine.looks("23 17:00", "23 17:59") == []
    assert machine.looks("23 18:00", "23 18:01", "23 19:00") == [(2, "23")]


@pytest.mark.parametrize(
    ("now", "late"),
    [("14:00", [2]), ("10:00", [])],
)
def test_a_time_that_has_passed_when_it_is_planned_waits_for_tomorrow(now: str, late: list[int]) -> None:
    """As long as another question comes today."""
    machine = Machine(asking(time(17)))
    rows = planned_too_late(
        machine.view(moment(f"2026-11-23 {now}").now), Calendar([asking(time(17), time(11))], zone=BERLIN)
    )
    assert [(nudge.key.occurrence, nudge.outcome, nudge.reason) for nudge in rows] == [
        (number, Outcome.SUPERSEDED, TOO_LATE) for number in late
    ]


def test_where_no_other_comes_a_plan_that_is_late_asks_at_once() -> None:
    """A day that was asked, though, is not asked again by a new plan."""
    new = Calendar([asking(time(9), time(11))], zone=BERLIN)
    fresh = Machine(asking(time(17)))
    assert planned_too_late(fresh.view(moment("2026-11-23 14:00").now), new) == []
    fresh.calendar = new
    assert fresh.looks("23 14:00", "23 14:01") == [(2, "23")]
    asked = Machine(asking(time(13)))
    asked.looks("23 13:00")
    (row,) = planned_too_late(asked.view(moment("2026-11-23 14:00").now), new)
    assert row.key.occurrence == 2


def test_a_later_plan_asks_on_its_own_days() -> None:
    """What it says nothing about goes on, on the days that count then."""
    first, later = asking(time(17), time(9), weekdays=WEEKDAYS), Plan.daily(MONDAY, time(16))
    _, found = in_force([first, later])
    assert plan_words(found) == "every day at 09:00 and 16:00"
    assert {one.weekdays for one in found.prompts} == {EVERY_DAY}


def test_two_at_one_time_are_one() -> None:
    """Whatever a file says."""
    (found,) = in_force([asking(time(17), time(17), time(9))])
    assert [(one.at, one.occurrence) for one in found.daily_questions] == [(time(17), 1), (time(9), 3)]
