"""A question waits for a person who is busy, and there is an end to it: the plan is 17:00 in Berlin."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.moments import BERLIN, moment

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.plan import EVERY_DAY, WEEKDAYS, Plan
from habit_tracker.domain.nudges.busy import Heed, heed
from habit_tracker.domain.nudges.decide import decide
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey
from habit_tracker.domain.nudges.prompt import DAILY, FOLLOW_UP, WEEKLY
from habit_tracker.domain.nudges.snooze import snoozed
from habit_tracker.domain.nudges.view import Rules, View

LOOK = timedelta(minutes=5)
DEFAULT = Rules()
FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 23)


def at(text: str) -> datetime:
    """A moment of November 2026 in Berlin, `23 17:00`."""
    return moment(f"2026-11-{text}").now


def view(now: datetime, rules: Rules = DEFAULT, weekdays: frozenset[int] = WEEKDAYS, due: time = time(17)) -> View:
    """What the decision sees at that moment."""
    plan = Plan.daily(date(2026, 1, 1), due, weekdays)
    return View(now, Calendar([plan], zone=BERLIN), rules, frozenset(), [], since=MONDAY)


def heeded(now: str, nudge: Nudge, since: str | None = None, rules: Rules = DEFAULT) -> Heed:
    """What it waits for."""
    return heed(nudge, view(at(now), rules), at(since) if since else None)


ON_MONDAY, ON_FRIDAY = (Nudge(NudgeKey(day, DAILY), at(f"{day.day} 17:00")) for day in (MONDAY, FRIDAY))


def test_it_waits_for_all_of_it_at_first() -> None:
    """And two hours at most for who is there."""
    assert heeded("23 17:00", ON_MONDAY) is Heed.ALL
    assert heeded("23 18:59", ON_MONDAY, since="23 17:00") is Heed.ALL
    assert heeded("23 19:00", ON_MONDAY, since="23 17:00") is Heed.ABSENCE


def test_the_person_can_switch_it_off() -> None:
    """Then it waits for nothing."""
    assert heeded("23 17:00", ON_MONDAY, rules=Rules(busy=False)) is Heed.NOTHING


@pytest.mark.parametrize(("now", "nudge", "found"), [
    ("23 23:40", ON_MONDAY, Heed.ABSENCE),  # it comes tomorrow
    ("27 23:40", ON_FRIDAY, Heed.NOTHING),  # Saturday is off
    ("24 11:40", ON_MONDAY, Heed.ABSENCE),  # nobody is there on the next morning either
    ("24 09:00", ON_MONDAY, Heed.ALL),
    ("23 23:40", snoozed(ON_MONDAY, at("23 23:30")), Heed.NOTHING),  # what was asked for comes
    ("23 23:40", Nudge(NudgeKey(MONDAY, FOLLOW_UP), at("23 18:30")), Heed.ABSENCE),
    ("23 23:40", Nudge(NudgeKey(MONDAY, WEEKLY), at("23 16:00")), Heed.NOTHING),
])  # fmt: skip
def test_before_its_last_chance_it_comes(now: str, nudge: Nudge, found: Heed) -> None:
    """To a person who is there, and to an empty chair where it would be lost."""
    assert heeded(now, nudge) is found


@settings(deadline=None, max_examples=40)
@given(
    due=st.integers(0, 24 * 60 - 1).map(lambda number: time(number // 60, number % 60)),
    weekdays=st.sampled_from([WEEKDAYS, EVERY_DAY, frozenset({4})]),
    day=st.sampled_from([MONDAY, FRIDAY]),
    back_after=st.none() | st.integers(1, 40),
)
def test_somebody_who_works_in_full_screen_is_asked(
    due: time, weekdays: frozenset[int], day: date, back_after: int | None
) -> None:
    """On the day, within two hours and a look; whoever was away before, within two hours of their return."""
    seen = view(moment(f"{day} 00:00").now, weekdays=weekdays, due=due)
    if not seen.calendar.counts(day):
        return
    comes = now = seen.calendar.at(day, due)
    since: datetime | None = None
    away_until = now + timedelta(minutes=5 * back_after) if back_after else now
    while True:
        asked = decide(seen._replace(now=now)).send
        assert asked is not None
        assert asked.day == day, "its day passed"
        waits_for = heed(asked, seen._replace(now=now), since)
        away = now < away_until
        if waits_for is Heed.NOTHING or (not away and waits_for is Heed.ABSENCE):
            break
        since = since or (None if away else now)
        if now >= seen.calendar.end_of(day) - LOOK:
            assert away, "somebody who was there was not asked"
            return
        now += LOOK
    assert now <= max(comes, away_until) + timedelta(hours=2) + LOOK
