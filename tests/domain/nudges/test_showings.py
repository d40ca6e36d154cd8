"""A question that is open comes back after its screen was lost, and no question comes without end."""

from collections import Counter
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from support.moments import BERLIN, moment

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.plan import EVERY_DAY, Plan, PlannedPrompt
from habit_tracker.domain.nudges.decide import decide
from habit_tracker.domain.nudges.delivery import delivered, failed
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey, Outcome
from habit_tracker.domain.nudges.prompt import DAILY, FOLLOW_UP, WEEKLY
from habit_tracker.domain.nudges.quiet import Quiet
from habit_tracker.domain.nudges.snooze import skipped, snoozed
from habit_tracker.domain.nudges.view import MOST_SHOWINGS, Memory, Rules, View

MONDAY = date(2026, 11, 23)
PLAN = Plan.daily(date(2026, 1, 1), time(17))
KEY = NudgeKey(MONDAY, DAILY)
ONE = Rules(follow_up=None)


def at(text: str) -> datetime:
    """A moment of November 2026 in Berlin, `23 17:00`."""
    return moment(f"2026-11-{text}").now


def shown(nudge: Nudge, now: str) -> Nudge:
    """The nudge once a server has confirmed it."""
    return delivered(nudge, at(now), "dunst", proven=True)


SHOWN = shown(Nudge(KEY, at("23 17:00")), "23 17:00")


def sent(now: str, *ledger: Nudge, up: set[NudgeKey] = frozenset(), **how: Any) -> NudgeKey | None:  # type: ignore[assignment]
    """What a reminder that has these *up* sends."""
    calendar = Calendar([how.get("plan", PLAN)], zone=BERLIN)
    memory = Memory(frozenset(up), how.get("showings", {}))
    logged = frozenset(how.get("logged", ()))
    seen = View(at(now), calendar, how.get("rules", ONE), logged, list(ledger), since=MONDAY, memory=memory)
    found = decide(seen).send
    return found.key if found else None


def test_an_open_question_comes_back_with_the_next_reminder() -> None:
    """Once: while it is up it does not."""
    assert sent("23 18:00", SHOWN) == KEY
    assert sent("23 18:00", SHOWN, up={KEY}) is None
    assert sent("23 18:00", SHOWN._replace(outcome=Outcome.SENT)) == KEY


def test_who_shows_nothing_brings_nothing_back() -> None:
    """A command only looks."""
    assert decide(View(at("23 18:00"), Calendar([PLAN], zone=BERLIN), ONE, frozenset(), [SHOWN])).changes == []


def test_what_is_settled_stays_away() -> None:
    """Answered, left out, put off until later, or of a day that is over."""
    assert sent("23 18:00", SHOWN, logged=[MONDAY]) is None
    assert sent("23 18:00", skipped(SHOWN)) is None
    assert sent("23 18:00", snoozed(SHOWN, at("23 19:00"))) is None
    assert sent("24 00:00", SHOWN) is None
    assert sent("24 08:00", SHOWN) is None


def test_it_heeds_quiet_hours() -> None:
    """It is late by then; the row says what it waits for, and stays shown."""
    rules = Rules(follow_up=None, quiet=Quiet(time(20), time(8)))
    assert sent("23 20:30", SHOWN, rules=rules) is None
    seen = View(at("23 20:30"), Calendar([PLAN], zone=BERLIN), rules, frozenset(), [SHOWN], memory=Memory())
    (row,) = decide(seen).changes
    assert (row.outcome, row.reason) == (Outcome.SHOWN, "quiet hours")


def test_the_newest_one_comes_back() -> None:
    """Not the question, once its follow-up was shown; and a follow-up that is due takes its place."""
    follow_up = shown(Nudge(NudgeKey(MONDAY, FOLLOW_UP), at("23 18:30")), "23 18:30")
    assert sent("23 19:00", SHOWN, follow_up) == follow_up.key
    assert sent("23 19:00", SHOWN, rules=Rules()) == follow_up.key


def test_a_question_that_is_due_comes_first() -> None:
    """Of the same day or of another prompt."""
    weekly = PLAN.saying(PlannedPrompt(WEEKLY, EVERY_DAY, time(18)))
    assert sent("23 18:00", SHOWN, plan=weekly) == NudgeKey(MONDAY, WEEKLY)
    twice = PLAN.saying(PlannedPrompt(DAILY, EVERY_DAY, time(20), 2))
    assert sent("23 20:00", SHOWN, plan=twice) == NudgeKey(MONDAY, DAILY, 2)


def test_the_weekly_check_does_not_come_back() -> None:
    """Nothing answers it, so it would for ever."""
    weekly = shown(Nudge(NudgeKey(MONDAY, WEEKLY), at("23 16:00")), "23 16:00")
    assert sent("23 16:30", weekly) is None


def test_a_try_that_failed_waits_as_any_other() -> None:
    """A minute, then two."""
    tried = failed(SHOWN._replace(tries=1), at("23 18:00"), "no server")
    assert sent("23 18:00", tried) is None
    assert sent("23 18:01", tried) == KEY


def test_three_times_are_enough() -> None:
    """By what the ledger says or by what the process has counted itself; a question that was put off comes."""
    often = SHOWN._replace(showings=MOST_SHOWINGS)
    assert sent("23 18:00", often) is None
    assert sent("23 18:00", SHOWN, showings={KEY: MOST_SHOWINGS}) is None
    assert sent("23 18:00", snoozed(often, at("23 18:00"))) == KEY


def test_a_ledger_that_was_restored_does_not_ask_for_ever() -> None:
    """The row comes to say so; others are not kept waiting for it."""
    waiting = Nudge(KEY, at("23 17:00"))
    plan = PLAN.saying(PlannedPrompt(WEEKLY, EVERY_DAY, time(16)))
    how: dict[str, Any] = {"showings": {KEY: MOST_SHOWINGS}, "plan": plan}
    assert sent("23 17:30", waiting, **how) == NudgeKey(MONDAY, WEEKLY)
    memory = Memory(showings={KEY: MOST_SHOWINGS})
    (row,) = decide(
        View(at("23 17:30"), Calendar([PLAN], zone=BERLIN), ONE, frozenset(), [waiting], memory=memory)
    ).changes
    assert (row.outcome, row.reason) == (Outcome.SENT, "it was given to the screen 3 times")


MINUTES = [-1440, -60, 1, 2, 30, 60, 1440]
EVENTS = ["keep", "lose", "forget", "restart", "snooze", "fail"]


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(MINUTES), st.sampled_from(EVENTS)), max_size=40))
def test_nothing_brings_one_question_to_the_screen_without_end(steps: list[tuple[int, str]]) -> None:
    """Clocks that jump, ledgers that are lost or forget, sessions that end: three times, and once a snooze."""
    calendar, ledger, now = Calendar([PLAN], zone=BERLIN), dict[NudgeKey, Nudge](), at("23 16:59")
    count, snoozes, up = Counter[NudgeKey](), Counter[NudgeKey](), set[NudgeKey]()
    for minutes, what in steps:
        now += timedelta(minutes=minutes)
        memory = Memory(frozenset(up), dict(count))
        rows = [nudge for nudge in ledger.values() if nudge.day <= calendar.day_of(now)]
        decision = decide(View(now, calendar, Rules(), frozenset(), rows, since=MONDAY, memory=memory))
        ledger |= {nudge.key: nudge for nudge in decision.changes}
        if (found := decision.send) and what != "fail":
            count[found.key] += 1
            up.add(found.key)
            ledger[found.key] = delivered(found, now, "dunst", proven=True)
            if what == "snooze":
                ledger[found.key] = snoozed(ledger[found.key], now + timedelta(minutes=30))
                snoozes[found.key] += 1
        if what in {"lose", "forget"}:
            ledger = {} if what == "lose" else {key: row._replace(showings=0) for key, row in ledger.items()}
        if what == "restart":
            up = set()
    assert all(times <= MOST_SHOWINGS + snoozes[key] for key, times in count.items())
