"""When the person is asked, which days count, and the other settings."""

from collections.abc import Callable, Iterator
from datetime import date, time
from itertools import zip_longest
from typing import NamedTuple

from habit_tracker.actions.act import acting, told
from habit_tracker.clock import Moment
from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.local_time import DayStart
from habit_tracker.domain.days.plan import EVERY_DAY, MOST_A_DAY, Plan, PlannedPrompt, TimeOff
from habit_tracker.domain.days.time_off import added, cancelled, checked
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.nudges.late_plan import planned_too_late
from habit_tracker.domain.nudges.prompt import DAILY, WEEKLY
from habit_tracker.domain.words import clock, days_words, plan_words
from habit_tracker.storage import day_starts, holidays, ledger, plans, settings, time_off
from habit_tracker.storage.database import Database
from habit_tracker.storage.view import view

DaysOn = Callable[[date], tuple[date, date]]
"""A range that was asked for, as the dates it is when today is a given date."""


class Wanted(NamedTuple):
    """What is to change in a plan; None stays as it is. The weekly check on no *weekly_on* is none.

    *also* are the further times of a day, which take the place of those there were.
    """

    at: time | None = None
    weekdays: frozenset[int] | None = None
    also: tuple[time, ...] | None = None
    weekly: bool = False
    weekly_on: int | None = None
    weekly_at: time | None = None

    def __bool__(self) -> bool:
        return self != Wanted()


def plan(
    database: Database, moment: Moment, wanted: Wanted, since: Callable[[date], date] = lambda today: today
) -> None:
    """Let what is *wanted* hold from its day on; what is not named stays as it is on that day."""
    with acting(database, moment) as act:
        first = since(act.today)
        made = plans.all_plans(act.connection)
        seen = view(act.connection, moment.now, act.zone)
        new = _planned(wanted, first, act.calendar, made)
        plans.save(act.connection, new, act.today, moment.now)
        after = plans.calendar(act.connection, act.zone)
        ledger.write(act.connection, planned_too_late(seen, after), by_person=True)
        told(act, f"changed the plan to {plan_words(after.plan_on(first), after.start_time_on(first))}")


def first_plan(database: Database, moment: Moment, at: time, weekdays: frozenset[int]) -> None:
    """Keep what the person answered to the welcome."""
    plan(database, moment, Wanted(at, weekdays))


def _planned(wanted: Wanted, first: date, calendar: Calendar, made: list[Plan]) -> Plan:
    in_force = calendar.plan_on(first)
    weekdays = in_force.weekdays if wanted.weekdays is None else wanted.weekdays
    at = wanted.at or in_force.at
    said = [PlannedPrompt(DAILY, weekdays, at)]
    if wanted.also is not None:
        named = max((one.occurrence for plan in made for one in plan.daily_questions), default=1)
        said += _further(sorted({*wanted.also} - {at}), weekdays, named)
    if wanted.weekly:
        only = EVERY_DAY if wanted.weekly_on is None else frozenset({wanted.weekly_on})
        said.append(PlannedPrompt(WEEKLY, only, wanted.weekly_at))
    same_day = next((one.prompts for one in made if one.since == first), ())
    return Plan(first, weekdays, same_day).saying(*said)


def _further(times: list[time], weekdays: frozenset[int], named: int) -> Iterator[PlannedPrompt]:
    """The daily question at these *times* beside its first, and at no other of the *named* ones."""
    if len(times) >= MOST_A_DAY:
        raise HabitError(f"That would be {len(times) + 1} questions a day; there may be up to {MOST_A_DAY}.")
    for occurrence, at in zip_longest(range(2, max(named, len(times) + 1) + 1), times):
        yield PlannedPrompt(DAILY, weekdays, at, occurrence)


def add_time_off(database: Database, moment: Moment, on: DaysOn, reason: str | None = None) -> TimeOff:
    """Let the days *on* be time off. Raises HabitError for a range or a reason that is too long."""
    with acting(database, moment) as act:
        off = checked(TimeOff(*on(act.today), reason))
        time_off.keep(act.connection, added(time_off.all_time_off(act.connection), off), moment.now)
        told(act, f"added time off, {days_words(off.first, off.last, act.today)}")
        return off


def cancel_time_off(database: Database, moment: Moment, on: DaysOn) -> tuple[date, date]:
    """Let the days *on* count again. Raises HabitError when none of them was time off."""
    with acting(database, moment) as act:
        first, last = on(act.today)
        there = time_off.all_time_off(act.connection)
        left = cancelled(there, first, last)
        if not holidays.take_out(act.connection, first, last, moment.now) and left == there:
            raise HabitError(f"There is no time off on {first}..{last}. `habit time-off` shows all there is.")
        time_off.keep(act.connection, left, moment.now)
        told(act, f"cancelled time off, {days_words(first, last, act.today)}")
        return first, last


def day_start(database: Database, moment: Moment, at: time) -> tuple[DayStart, date]:
    """Let the person's days begin *at* that time from the next boundary on; and which day today is."""
    with acting(database, moment) as act:
        start = act.calendar.next_start(at, moment.now)
        day_starts.save(act.connection, start, moment.now)
        told(act, f"set day-start to {clock(at)}")
        return start, act.today


def setting(database: Database, moment: Moment, key: str, value: str, said: str) -> None:
    """Keep the *value* of a setting, which is *said* in that way."""
    with acting(database, moment) as act:
        settings.put(act.connection, key, value, moment.now)
        told(act, f"set {key} to {said}")
