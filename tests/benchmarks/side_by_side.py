"""Days asked of days due: this program beside APScheduler's CronTrigger with its defaults, on the same machines.

Both run their real code. The clock is simulated: the wall clock goes on while a machine sleeps, while the
monotonic clock on which schedulers wait stands still. A day is due when it counts and the machine is awake for a
minute between its nudge's time and its end. Run it with `.venv/bin/python tests/benchmarks/side_by_side.py`.
"""

import logging
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from apscheduler.executors.debug import DebugExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger
from support.simulation import due

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.plan import Plan
from habit_tracker.domain.nudges.decide import decide
from habit_tracker.domain.nudges.delivery import delivered
from habit_tracker.domain.nudges.nudge import Nudge
from habit_tracker.domain.nudges.view import Rules, View

HOUR, MINUTE, DAY = timedelta(hours=1), timedelta(minutes=1), timedelta(days=1)


class Awake(NamedTuple):
    """A stretch in which the machine is awake: when it begins by the wall clock, how long, and where."""

    begins: datetime
    lasts: timedelta
    zone: ZoneInfo
    restart: bool = False


class Scenario(NamedTuple):
    """Some weeks of a machine."""

    name: str
    at: time
    life: list[Awake]


class Clock(datetime):
    """The wall clock that APScheduler reads."""

    wall = datetime(2026, 1, 1, tzinfo=UTC)

    @classmethod
    def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
        """The simulated moment."""
        return cls.wall.astimezone(tz)


def by_cron_trigger(scenario: Scenario) -> Counter[date]:
    """How often the usual way asks on each day."""
    asked: Counter[date] = Counter()
    scheduler, wait = None, timedelta(0)
    with patch("apscheduler.schedulers.base.datetime", Clock), patch("apscheduler.executors.base.datetime", Clock):
        for awake in scenario.life:
            Clock.wall, left = awake.begins, awake.lasts
            if scheduler is None or awake.restart:
                scheduler, wait = _scheduler(scenario, awake, asked), timedelta(0)
            while wait <= left:
                left, Clock.wall = left - wait, Clock.wall + wait
                wait = timedelta(seconds=scheduler._process_jobs() or 1e9)
            wait -= left
    return asked


def _scheduler(scenario: Scenario, awake: Awake, asked: Counter[date]) -> BackgroundScheduler:
    zone = [awake.zone]

    def ask() -> None:
        asked[Clock.wall.astimezone(zone[0]).date()] += 1

    scheduler = BackgroundScheduler(timezone=awake.zone, executors={"default": DebugExecutor()})
    with patch.object(BackgroundScheduler, "wakeup"), patch("threading.Thread.start"):
        scheduler.start()
        scheduler.add_job(ask, CronTrigger(hour=scenario.at.hour, minute=scenario.at.minute, timezone=awake.zone))
    return scheduler


def by_this_program(scenario: Scenario) -> Counter[date]:
    """How often this program asks on each day."""
    asked: Counter[date] = Counter()
    plan, ledger = Plan.daily(date(1980, 1, 1), scenario.at), dict[Any, Nudge]()
    for awake in scenario.life:
        calendar, now, ends = Calendar([plan], zone=awake.zone), awake.begins, awake.begins + awake.lasts
        while now <= ends:
            rows = sorted(ledger.values())[-10:]
            decision = decide(View(now, calendar, Rules(follow_up=None), frozenset(), rows))
            ledger |= {nudge.key: nudge for nudge in decision.changes}
            if decision.send:
                asked[decision.send.day] += 1
                ledger[decision.send.key] = delivered(decision.send, now, "simulated", proven=True)
            now = min(decision.look_again, ends) if now < ends else ends + MINUTE
    return asked


def due_days(scenario: Scenario) -> set[date]:
    """The days on which the machine is awake for a minute between the nudge's time and the day's end."""
    found = set()
    for awake in scenario.life:
        ends = awake.begins + awake.lasts
        day = awake.begins.astimezone(awake.zone).date() - DAY
        while day <= ends.astimezone(awake.zone).date():
            opens = max(awake.begins, due(day, scenario.at, awake.zone))
            if min(ends, due(day + DAY, time(0), awake.zone)) - opens >= MINUTE:
                found.add(day)
            day += DAY
    return found


def always_on(zone: str, first: date, days: int) -> list[Awake]:
    """A machine that is never switched off."""
    place = ZoneInfo(zone)
    return [Awake(due(first, time(0), place), days * DAY - HOUR, place)]


def daily(first: date, days: int, hours: list[tuple[float, float]], restart: bool = False) -> Iterator[Awake]:
    """A machine that is awake in Berlin between these hours of each day, asleep or switched off else."""
    place = ZoneInfo("Europe/Berlin")
    for number in range(days):
        midnight = due(first + number * DAY, time(0), place)
        for begins, ends in hours:
            yield Awake(midnight + begins * HOUR, (ends - begins) * HOUR, place, restart)


def scenarios() -> list[Scenario]:
    """The lives of machines that reminders meet."""
    berlin, auckland = ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Auckland")
    november, five = date(2026, 11, 1), time(17)
    start = due(november, time(0), berlin)
    return [
        Scenario("never switched off", five, always_on("Europe/Berlin", november, 28)),
        Scenario("asleep at 17:00, opened at 19:00", five, list(daily(november, 28, [(8, 16), (19, 23)]))),
        Scenario("switched off at 17:00, on at 19:00", five, list(daily(november, 28, [(8, 16), (19, 23)], True))),
        Scenario(
            "lid closed over lunch and dinner", five, list(daily(november, 28, [(8, 12), (13, 16.9), (17.5, 22)]))
        ),
        Scenario(
            "a year in New York, asked at 02:30", time(2, 30), always_on("America/New_York", date(2026, 1, 1), 365)
        ),
        Scenario(
            "a year in Santiago, asked at 00:15", time(0, 15), always_on("America/Santiago", date(2026, 1, 1), 365)
        ),
        Scenario(
            "flies from Berlin to Auckland",
            five,
            [Awake(start, 10 * DAY, berlin), Awake(start + 11.5 * DAY, 14 * DAY, auckland)],
        ),
        Scenario(
            "its clock is set back by 12 hours",
            five,
            [Awake(start, 10 * DAY + 18 * HOUR, berlin), Awake(start + 10 * DAY + 6 * HOUR, 10 * DAY, berlin)],
        ),
    ]


def main() -> None:
    """Print the table that stands in the README."""
    logging.disable()  # of the runs that APScheduler misses
    print("| machine | days due | CronTrigger: asked | doubled | this program: asked | doubled |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for scenario in scenarios():
        days = due_days(scenario)
        cells = [scenario.name, str(len(days))]
        for asked in (by_cron_trigger(scenario), by_this_program(scenario)):
            cells += [str(len(days & set(asked))), str(sum(count - 1 for count in asked.values()))]
        print("| " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
