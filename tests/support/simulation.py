"""A person's machine over some days, looked at from outside: when it is awake, what its clock says, what is shown.

`expected` tells what should have been shown, without using the program: it walks over the minutes of the clock.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from random import Random
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.plan import Plan
from habit_tracker.domain.nudges.decide import decide
from habit_tracker.domain.nudges.delivery import delivered
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey
from habit_tracker.domain.nudges.view import Rules, View

ONE_DAY = timedelta(days=1)
QUARTERS = [time(number // 4, number % 4 * 15) for number in range(96)]
HOURS = [time(number) for number in range(24)]


class Look(NamedTuple):
    """One wake-up: what the clock says, in which zone, and whether do not disturb is on."""

    now: datetime
    zone: ZoneInfo
    held: bool = False
    restart: bool = False
    wrong: bool = False
    """Whether the clock is wrong at this look."""
    uptime: float | None = None


class Simulated(Protocol):
    """A reminder that can be made to look; the days it has shown a question for."""

    @property
    def shown(self) -> "Counter[date]":
        """How often each day was asked."""

    def look(self, look: Look) -> None:
        """Look once."""


class Pure:
    """The real decision with a ledger in memory."""

    def __init__(self, plan: Plan, wins: dict[date, datetime]) -> None:
        self._shown: Counter[date] = Counter()
        self._plan = plan
        self._wins = wins
        self._since: date | None = None
        self._logged: set[date] = set()
        self._ledger: dict[NudgeKey, Nudge] = {}

    @property
    def shown(self) -> "Counter[date]":
        """How often each day was asked."""
        return self._shown

    def look(self, look: Look) -> None:
        """Decide, and show at once what is to be sent."""
        calendar = Calendar([self._plan], zone=look.zone)
        if not look.wrong:
            self._logged |= {day for day, at in self._wins.items() if at <= look.now}
        self._since = self._since or calendar.day_of(look.now)
        recent = sorted(nudge for nudge in self._ledger.values() if nudge.day <= calendar.day_of(look.now))[-10:]
        held = "do not disturb is on" if look.held else None
        seen = View(look.now, calendar, Rules(follow_up=None), frozenset(self._logged), recent, self._since, held)
        decision = decide(seen)
        self._ledger |= {nudge.key: nudge for nudge in decision.changes}
        if decision.send:
            self._shown[decision.send.day] += 1
            self._ledger[decision.send.key] = delivered(decision.send, look.now, "fake", proven=True)


def expected(looks: Iterable[Look], plan: Plan, wins: dict[date, datetime]) -> set[date]:
    """The days whose question should have been shown once, told from the looks alone.

    A day is asked at the first look within its window: from its time to its end, and the next morning until noon
    or that day's own time; whatever a look has seen before by a clock that was set back since.
    """
    shown: set[date] = set()
    logged: set[date] = set()
    first = None
    for look in looks:
        today = look.now.astimezone(look.zone).date()
        first = first or today
        logged |= {day for day, at in wins.items() if at <= look.now}
        for day in (today, today - ONE_DAY):
            if day < first or not _counts(day, plan, look.zone) or day in shown | logged:
                continue
            if _open(day, today, look, plan) and not look.held:
                shown.add(day)
                break
    return shown


def _open(day: date, today: date, look: Look, plan: Plan) -> bool:
    if day == today:
        return look.now >= due(day, plan.at, look.zone)
    if day != today - ONE_DAY or not _counts(today, plan, look.zone):
        return False
    return look.now < min(due(today, plan.at, look.zone), due(today, time(12), look.zone))


def _counts(day: date, plan: Plan, zone: ZoneInfo) -> bool:
    return day.weekday() in plan.weekdays and due(day, time(0), zone).astimezone(zone).date() == day


@lru_cache(100_000)
def due(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The first minute at which clocks in *zone* show that time of that day, or a later one."""
    wanted = datetime.combine(day, at)
    instant = wanted.replace(tzinfo=UTC) - timedelta(hours=27)
    for step in (timedelta(hours=1), timedelta(minutes=15), timedelta(minutes=1)):
        while instant.astimezone(zone).replace(tzinfo=None) < wanted:
            instant += step
        instant -= step
    return instant + timedelta(minutes=1)


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + number * ONE_DAY


def awake_days(first: date, days: int, plan: Plan, zone: ZoneInfo, random: Random) -> Iterator[Look]:
    """A machine that is awake at, and some time after, every due time; it looks at least twice a minute there."""
    yield Look(due(first, time(0), zone), zone)
    for day in _days(first, first + (days - 1) * ONE_DAY):
        instant = due(day, plan.at, zone)
        if plan.at > time(0):
            yield Look(instant - timedelta(seconds=1), zone)
        for _ in range(2):
            instant += timedelta(seconds=random.randint(0, 30))
            yield Look(instant, zone)


def restless_days(
    first: date, days: int, plan: Plan, zone: ZoneInfo, zones: list[ZoneInfo], random: Random
) -> Iterator[Look]:
    """A machine with a hard life: it sleeps, restarts, has its clock set, travels, and is told not to disturb."""
    wall = due(first, time(0), zone)
    end = wall + days * ONE_DAY
    yield Look(wall, zone)
    wall += timedelta(hours=60)  # so that no travel and no clock leads back to before the first look
    while wall < end:
        held, restart = random.random() < 0.2, random.random() < 0.2
        for _ in range(random.randint(1, 4)):
            yield Look(wall, zone, held, restart)
            wall += timedelta(seconds=random.choice([1, 30, 60, 1800, 7200]))
        happened = random.random()
        if happened < 0.1:
            wall += timedelta(hours=random.choice([-12, -1, 1, 12]))
        elif happened < 0.15:
            zone = random.choice(zones)
        wall += timedelta(seconds=random.choice([600, 3600, 4 * 3600, 11 * 3600, 30 * 3600, 60 * 3600]))


def transitions(zone: ZoneInfo, year: int) -> list[date]:
    """The local dates of *year* on which the offset of *zone* changes."""
    noons = [datetime(year, 1, 1, 12, tzinfo=UTC) + number * ONE_DAY for number in range(-1, 367)]
    offsets = [noon.astimezone(zone).utcoffset() for noon in noons]
    changed = [noons[index] for index in range(1, len(noons)) if offsets[index] != offsets[index - 1]]
    return [(noon - timedelta(hours=12)).astimezone(zone).date() for noon in changed]


def around_transitions(
    zone: ZoneInfo, years: Iterable[int], times_a_day: int, random: Random, *, every: bool = False
) -> int:
    """Simulate the days around a transition of each year, or a random day of a year without any; how many.

    Around transitions the times are quarter hours, elsewhere whole hours; at the most so many a day. With *every*
    it is each transition of the year.
    """
    simulated = 0
    for year in years:
        days = transitions(zone, year)
        clocks = QUARTERS if days else HOURS
        chosen = days if every else random.sample(days, min(1, len(days)))
        for day in chosen or [date(year, random.randint(1, 12), random.randint(1, 28))]:
            for at in random.sample(clocks, min(times_a_day, len(clocks))):
                plan = Plan.daily(date(1980, 1, 1), at)
                looks = list(awake_days(day - ONE_DAY, 3, plan, zone, random))
                check(Pure(plan, {}), looks, plan, {})
                simulated += 1
    return simulated


def check(simulated: Simulated, looks: list[Look], plan: Plan, wins: dict[date, datetime]) -> None:
    """Make it look, and compare what it showed with what it should have."""
    for look in looks:
        simulated.look(look)
    should = expected(looks, plan, wins)
    assert simulated.shown == Counter(should), (
        f"{looks[0].zone.key} {plan.at} from {looks[0].now}: shown {sorted(simulated.shown.items())}, "
        f"should be {sorted(should)}"
    )
