"""The question that is really next, while one is open: the plan is 17:00 every day in Berlin."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.moments import BERLIN, moment

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.local_time import DayStart
from habit_tracker.domain.days.plan import Plan
from habit_tracker.domain.nudges.coming import coming
from habit_tracker.domain.nudges.decide import decide
from habit_tracker.domain.nudges.delivery import delivered
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey, Outcome
from habit_tracker.domain.nudges.prompt import DAILY, FOLLOW_UP
from habit_tracker.domain.nudges.quiet import Quiet
from habit_tracker.domain.nudges.snooze import skipped, snoozed
from habit_tracker.domain.nudges.view import Rules, View

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
PLAN = Plan.daily(date(2026, 1, 1), time(17))
DEFAULT = Rules()
STEP = timedelta(minutes=10)
TOMORROW = moment("2026-11-24 17:00").now


def at(text: str) -> datetime:
    """A moment of November 2026 in Berlin, `23 17:00`."""
    return moment(f"2026-11-{text}").now


SHOWN = delivered(Nudge(NudgeKey(MONDAY, DAILY), at("23 17:00")), at("23 17:02"), "dunst", proven=True)


def next_at(now: str, *ledger: Nudge, rules: Rules = DEFAULT, starts: time | None = None, **how: Any) -> datetime:
    """The instant of the next question."""
    day_starts = [DayStart(date(2026, 1, 1), starts)] if starts else []
    calendar = Calendar([PLAN], day_starts=day_starts, zone=BERLIN)
    found = coming(View(at(now), calendar, rules, frozenset(how.get("logged", ())), list(ledger), since=MONDAY))
    assert found is not None
    return found.at


def test_the_follow_up_is_next_while_the_question_is_open() -> None:
    """Ninety minutes after it was shown."""
    assert next_at("23 17:30", SHOWN) == at("23 18:32")
    assert next_at("23 17:30", SHOWN, rules=Rules(timedelta(hours=3))) == at("23 20:02")


@pytest.mark.parametrize(
    "how",
    [
        {"rules": Rules(follow_up=None)},
        {"logged": [MONDAY]},
        {"rules": Rules(timedelta(hours=7))},
        {"rules": Rules(quiet=Quiet(time(18), time(8)))},
        {"rules": Rules(quiet=Quiet(time(0), time(0)))},
    ],
)
def test_without_a_follow_up_tomorrow_is_next(how: dict[str, Any]) -> None:
    """It is switched off, a win is logged, or its time falls out of the day or into quiet hours until its end."""
    assert next_at("23 17:30", SHOWN, **how) == TOMORROW


def test_a_question_that_was_skipped_or_put_off_has_none() -> None:
    """One that was put off is next itself."""
    assert next_at("23 17:30", skipped(SHOWN)) == TOMORROW
    assert next_at("23 17:30", snoozed(SHOWN, at("23 19:00"))) == at("23 19:00")


def test_quiet_hours_that_end_within_the_day_let_it_through() -> None:
    """At their end; also over midnight, for whose day ends later."""
    assert next_at("23 17:30", SHOWN, rules=Rules(quiet=Quiet(time(18), time(20)))) == at("23 20:00")
    late = Rules(quiet=Quiet(time(18), time(1)))
    assert next_at("23 17:30", SHOWN, rules=late, starts=time(4)) == at("24 01:00")


def test_both_were_shown() -> None:
    """Then tomorrow's is next."""
    both = [SHOWN, delivered(Nudge(NudgeKey(MONDAY, FOLLOW_UP), at("23 18:32")), at("23 18:32"), "x", proven=True)]
    assert next_at("23 19:00", *both) == TOMORROW


minutes = st.integers(0, 24 * 60 - 1).map(lambda number: time(number // 60, number % 60))


@settings(deadline=None, max_examples=30)
@given(
    wait=st.none() | st.integers(1, 720).map(lambda number: timedelta(minutes=number)),
    quiet=st.none() | st.builds(Quiet, minutes, minutes),
    outcome=st.sampled_from([Outcome.SHOWN, Outcome.SENT, Outcome.SKIPPED, Outcome.ANSWERED]),
)
def test_what_is_said_to_be_next_is_what_comes(
    wait: timedelta | None, quiet: Quiet | None, outcome: Outcome
) -> None:
    """Whatever is asked first from here on is asked at the instant that was told before."""
    rules, ledger = Rules(wait, quiet), [SHOWN._replace(outcome=outcome)]
    calendar = Calendar([PLAN], zone=BERLIN)
    now = at("23 17:03")
    told = coming(View(now, calendar, rules, frozenset(), ledger, since=MONDAY))
    assert told is not None
    while True:
        decision = decide(View(now, calendar, rules, frozenset(), ledger, since=MONDAY))
        if decision.send:
            break
        changed = {nudge.key for nudge in decision.changes}
        ledger = [*(nudge for nudge in ledger if nudge.key not in changed), *decision.changes]
        now = told.at if now < told.at < now + STEP else now + STEP
    assert told.at <= now < told.at + STEP
