"""The proof: every zone, every quarter of an hour around its transitions, and machines with a hard life."""

import logging
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo, available_timezones

import pytest
from support.screens import FakeScreen
from support.simulation import QUARTERS, Look, Pure, around_transitions, check, due, restless_days
from support.wins import NOW
from support.wrong_clocks import check_mistaken, mistaken_life

from habit_tracker.clock import Moment
from habit_tracker.domain.days.plan import WEEKDAYS, Plan
from habit_tracker.domain.nudges.prompt import DAILY
from habit_tracker.reminder.reminder import Reminder
from habit_tracker.storage import plans
from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home

ZONES = [ZoneInfo(name) for name in sorted(available_timezones() - {"localtime", "Factory"})]
YEARS = range(1990, 2038)
LONG_AGO = date(1980, 1, 1)


def hard_lives(zones: list[ZoneInfo], seeds: Iterable[int]) -> None:
    """Simulate machines that sleep, restart, travel and have their clocks set; each seed is a life."""
    for seed in seeds:
        random = Random(seed)
        zone = random.choice(zones)
        plan = Plan.daily(LONG_AGO, random.choice(QUARTERS), random.choice([WEEKDAYS, frozenset(range(7))]))
        first = date(random.choice(YEARS), random.randint(1, 12), random.randint(1, 28))
        looks = list(restless_days(first, 10, plan, zone, zones, random))
        wins = {look.now.astimezone(look.zone).date(): look.now for look in looks if random.random() < 0.05}
        check(Pure(plan, wins), looks, plan, wins)


@pytest.mark.slow
def test_every_zone_is_asked_once_a_day() -> None:
    """Some times of the day in each zone; all of them in the slow run."""
    random = Random(1)
    assert sum(around_transitions(zone, [random.choice(YEARS)], 2, random) for zone in ZONES) > len(ZONES)


def test_a_hard_life_loses_and_doubles_nothing() -> None:
    """Sleep, restarts, clocks that are set, travel, wins, do not disturb."""
    hard_lives(ZONES, range(60))


def mistaken_lives(seeds: Iterable[int]) -> None:
    """Simulate clocks that are wrong for a while; each seed is a life."""
    for seed in seeds:
        random = Random(seed)
        zone = random.choice(ZONES)
        plan = Plan.daily(LONG_AGO, random.choice(QUARTERS), random.choice([WEEKDAYS, frozenset(range(7))]))
        first = date(random.choice(YEARS), random.randint(1, 12), random.randint(1, 28))
        looks = mistaken_life(first, 30, plan, zone, random, up=False)
        right = [look for look in looks if not look.wrong and random.random() < 0.02]
        wins = {look.now.astimezone(look.zone).date(): look.now for look in right}
        check_mistaken(Pure(plan, wins), looks, plan, wins)


@pytest.mark.slow
def test_a_clock_that_was_wrong_loses_and_doubles_nothing() -> None:
    """By an hour to ten years, for a minute to three days."""
    mistaken_lives(range(40))


@pytest.mark.slow
def test_a_thousand_lives_with_clocks_that_were_wrong() -> None:
    """The same for long."""
    mistaken_lives(range(40, 1_100))


@pytest.mark.slow
def test_every_zone_at_every_quarter_of_an_hour() -> None:
    """Around a transition of a random year of each zone."""
    random = Random(4)
    lives = sum(around_transitions(zone, [random.choice(YEARS)], 96, random) for zone in ZONES)
    assert lives > 10_000


@pytest.mark.slow
def test_many_hard_lives() -> None:
    """More than a thousand of them."""
    hard_lives(ZONES, range(60, 1_500))


class Real:
    """The real reminder on a real database, with a screen that counts."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        self.database = Database(Home(folder, folder))
        self.screen = FakeScreen()
        self._start()
        with self.database.noting() as connection:
            plans.save(connection, plan, LONG_AGO, NOW)

    def _start(self) -> None:
        self.reminder = Reminder(self.database, self.screen, logging.getLogger("simulation"), lambda: False)
        self.screen.hear = self.reminder.hear

    @property
    def shown(self) -> Counter[date]:
        """How often each day was asked."""
        return Counter(request.key.day for request in self.screen.shown if request.key.prompt == DAILY)

    def look(self, look: Look) -> None:
        """Look with the clock and the zone of that moment, and again for what was reported."""
        if look.restart:
            self.screen.outlive()
            self._start()
        self.screen.trouble = "do not disturb is on" if look.held else None
        moment = Moment(look.now, look.zone, look.zone.key, uptime=look.uptime)
        self.reminder.look(moment)
        self.reminder.look(moment)


def real_lives(folder: Path, lives: int, random: Random) -> None:
    """The same with the real reminder and its real ledger."""
    for number in range(lives):
        zone, plan = random.choice(ZONES), Plan.daily(LONG_AGO, random.choice(QUARTERS))
        first = date(random.choice(YEARS), random.randint(1, 12), random.randint(1, 28))
        looks = list(restless_days(first, 5, plan, zone, ZONES, random))
        check(Real(folder / str(number), plan), looks, plan, {})


def mistaken_real_lives(folder: Path, seeds: Iterable[int], *, up: bool) -> None:
    """Clocks that are wrong for a while; with *up* the reminder can tell, and waits until one lasts."""
    for seed in seeds:
        random = Random(seed)
        zone, plan = random.choice(ZONES), Plan.daily(LONG_AGO, random.choice(QUARTERS))
        first = date(random.choice(YEARS), random.randint(1, 12), random.randint(1, 28))
        looks = mistaken_life(first, 16, plan, zone, random, up=up)
        check_mistaken(Real(folder / str(seed), plan), looks, plan, {})


@pytest.mark.slow
@pytest.mark.parametrize("up", [False, True])
def test_the_real_ledger_survives_a_wrong_clock(tmp_path: Path, up: bool) -> None:
    """On a real file, for a reminder that can tell that its clock leapt and for one that cannot."""
    mistaken_real_lives(tmp_path, range(2), up=up)


@pytest.mark.slow
@pytest.mark.parametrize("up", [False, True])
def test_the_real_ledger_survives_many_wrong_clocks(tmp_path: Path, up: bool) -> None:
    """On many real files."""
    mistaken_real_lives(tmp_path, range(2, 22), up=up)


@pytest.mark.slow
def test_the_real_ledger_keeps_the_law(tmp_path: Path) -> None:
    """On a real file."""
    real_lives(tmp_path, 4, Random(3))


@pytest.mark.slow
def test_the_real_ledger_keeps_the_law_for_long(tmp_path: Path) -> None:
    """On many real files."""
    real_lives(tmp_path, 40, Random(5))


@pytest.mark.parametrize("seconds", [0, 59])
def test_a_crash_between_claim_and_send_leads_to_a_retry(tmp_path: Path, seconds: int) -> None:
    """The claim runs out after a minute; until then somebody may still be at it."""
    plan, zone = Plan.daily(LONG_AGO, time(17)), ZoneInfo("Europe/Berlin")
    real = Real(tmp_path, plan)
    at = due(date(2026, 11, 23), plan.at, zone)

    def crash(request: object) -> None:
        raise ZeroDivisionError

    real.screen.show = crash  # type: ignore[method-assign]
    with pytest.raises(ZeroDivisionError):
        real.look(Look(at, zone))
    del real.screen.show
    real.look(Look(at + timedelta(seconds=seconds), zone, restart=True))
    assert real.shown == Counter()
    real.look(Look(at + timedelta(seconds=60), zone, restart=True))
    assert real.shown == Counter({date(2026, 11, 23): 1})


def test_two_reminders_never_both_send(tmp_path: Path) -> None:
    """The claim is one transaction: whoever comes second finds it taken."""
    plan, zone = Plan.daily(LONG_AGO, time(17)), ZoneInfo("Europe/Berlin")
    one = Real(tmp_path, plan)
    other = Reminder(one.database, one.screen, logging.getLogger("simulation"))
    one.screen.answer = None
    at = due(date(2026, 11, 23), plan.at, zone)
    one.look(Look(at, zone))
    other.look(Moment(at, zone, zone.key))
    assert one.shown == Counter({date(2026, 11, 23): 1})


def test_the_oracle_knows_what_clocks_show() -> None:
    """Checked by hand: 02:30 on two nights in New York, and a date that Apia skipped."""
    new_york = ZoneInfo("America/New_York")
    assert due(date(2026, 3, 8), time(2, 30), new_york).isoformat() == "2026-03-08T07:00:00+00:00"
    assert due(date(2026, 11, 1), time(1, 30), new_york).isoformat() == "2026-11-01T05:30:00+00:00"
    assert due(date(2011, 12, 30), time(9), ZoneInfo("Pacific/Apia")) == datetime.fromisoformat(
        "2011-12-30T10:00:00+00:00"
    )
