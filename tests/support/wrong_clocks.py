"""Lives in which the clock is wrong for a while: by an hour or by ten years, for a minute or for three days."""

import math
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

from support.simulation import ONE_DAY, Look, Simulated, due, expected

from habit_tracker.domain.days.plan import Plan

SETTLES = timedelta(minutes=11)
"""How long after the clock is right again a reminder that checks it may still doubt it."""


class Spell(NamedTuple):
    """The clock is *off* by so much from one true instant until before another."""

    begins: datetime
    ends: datetime
    off: timedelta


def spells(first: datetime, days: int, random: Random) -> list[Spell]:
    """Some spells of a life, one after the other, from its third day on."""
    found: list[Spell] = []
    free = first + 3 * ONE_DAY
    for _ in range(random.randint(1, 4)):
        begins = free + random.random() * timedelta(days=5)
        ends = begins + timedelta(minutes=_between(1, 3 * 24 * 60, random))
        off = random.choice([-1, 1]) * timedelta(hours=_between(1, 10 * 365 * 24, random))
        found.append(Spell(begins, ends, off))
        free = ends + timedelta(hours=_between(0.1, 48, random))
    return [spell for spell in found if spell.ends < first + (days - 1) * ONE_DAY]


def _between(least: float, most: float, random: Random) -> float:
    """A number between the two, small ones as often as large ones."""
    return math.exp(random.uniform(math.log(least), math.log(most)))


def mistaken_life(first: date, days: int, plan: Plan, zone: ZoneInfo, random: Random, *, up: bool) -> list[Look]:
    """The looks of a life with such spells; with *up* each tells how long the machine has been up."""
    begins = due(first, time(0), zone)
    wrong = spells(begins, days, random)
    instants = sorted({begins, *_everyday(first, days, plan, zone, random), *_around(wrong)})
    return [_look(instant, begins, wrong, zone, up=up) for instant in instants]


def _look(instant: datetime, begins: datetime, wrong: list[Spell], zone: ZoneInfo, *, up: bool) -> Look:
    off = sum((spell.off for spell in wrong if spell.begins <= instant < spell.ends), timedelta())
    settles = SETTLES if up else timedelta()
    unsettled = any(spell.begins <= instant < spell.ends + settles for spell in wrong)
    uptime = (instant - begins).total_seconds() if up else None
    return Look(instant + off, zone, wrong=unsettled, uptime=uptime)


def _everyday(first: date, days: int, plan: Plan, zone: ZoneInfo, random: Random) -> Iterator[datetime]:
    """When a machine is awake that is off on some days, and on others comes late."""
    for number in range(days):
        day = first + number * ONE_DAY
        if random.random() < 0.1:
            continue
        late = timedelta(minutes=random.choice([0, 0, 0, 1, 90]))
        yield from (due(day, plan.at, zone) + late + timedelta(seconds=30) * half for half in range(2))
        yield from (due(day, time(random.randrange(24)), zone) for _ in range(random.randrange(5)))


def _around(wrong: list[Spell]) -> Iterator[datetime]:
    for spell in wrong:
        for seconds in (0, 30, 60, 599, 601, 3600, 40_000, 90_000, 180_000):
            if spell.begins + timedelta(seconds=seconds) < spell.ends:
                yield spell.begins + timedelta(seconds=seconds)
        yield from (spell.ends + timedelta(seconds=seconds) for seconds in (0, 30, 60, 700))


def check_mistaken(simulated: Simulated, looks: list[Look], plan: Plan, wins: dict[date, datetime]) -> None:
    """Make it look: never two questions at once, none twice, none of another day; none is lost."""
    before: Counter[date] = Counter()
    for look in looks:
        simulated.look(look)
        asked = simulated.shown - before
        today = look.now.astimezone(look.zone).date()
        assert asked.total() <= 1, f"{asked} at {look.now}"
        assert set(asked) <= {today, today - ONE_DAY}, f"{asked} at {look.now}"
        before = Counter(simulated.shown)
    assert max(before.values(), default=0) <= 1, f"asked twice: {before}"
    should = expected([look for look in looks if not look.wrong], plan, wins)
    assert should <= set(before), f"lost {sorted(should - set(before))} of {looks[0].zone.key} {plan.at}"
