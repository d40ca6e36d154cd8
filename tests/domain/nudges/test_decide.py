"""The one decision: each rule of it, by an example that a person can check in the head.

The plan is 17:00 every day in Berlin; 23 November 2026 is a Monday.
"""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from support.moments import BERLIN, days, moment

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.plan import EVERY_DAY, WEEKDAYS, Plan, PlannedPrompt, TimeOff
from habit_tracker.domain.nudges.decide import LEASE, Decision, decide
from habit_tracker.domain.nudges.delivery import delivered, failed
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey, Outcome
from habit_tracker.domain.nudges.prompt import DAILY, FOLLOW_UP, WEEKLY, Prompt
from habit_tracker.domain.nudges.quiet import Quiet
from habit_tracker.domain.nudges.snooze import skipped, snoozed
from habit_tracker.domain.nudges.view import Rules, View

MONDAY, SUNDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 22), date(2026, 11, 24)
DAILY_PLAN = Plan.daily(date(2026, 1, 1), time(17))
WEEKLY_CHECK = PlannedPrompt(WEEKLY, frozenset({0}), time(16))
NIGHT = Quiet(time(21), time(8))


def asked_at(hour: int) -> Plan:
    """The plan for another time of day."""
    return DAILY_PLAN.saying(PlannedPrompt(DAILY, EVERY_DAY, time(hour)))


def at(text: str) -> datetime:
    """A moment of November 2026 in Berlin, `23 17:00`."""
    return moment(f"2026-11-{text}").now


def view(now: str, ledger: list[Nudge] | None = None, **how: Any) -> View:
    """What the decision sees at that moment."""
    plans, off = how.pop("plans", [DAILY_PLAN]), how.pop("off", [])
    rules, logged = how.pop("rules", Rules()), frozenset(how.pop("logged", []))
    return View(at(now), Calendar(plans, off, zone=BERLIN), rules, logged, ledger or [], **how)


def shown(nudge: Nudge, now: str) -> Nudge:
    """The nudge once a server has confirmed it."""
    return delivered(nudge, at(now), "dunst", proven=True)


def outcomes(decision: Decision) -> list[tuple[date, Prompt, Outcome, str | None]]:
    """What is to be written, in short."""
    return [(nudge.day, nudge.prompt, nudge.outcome, nudge.reason) for nudge in decision.changes]


MONDAY_NUDGE = Nudge(NudgeKey(MONDAY, DAILY), at("23 17:00"))
SUNDAY_NUDGE = Nudge(NudgeKey(SUNDAY, DAILY), at("22 17:00"))


def test_before_its_time_nothing_is_sent() -> None:
    """And the next look is due at that time."""
    decision = decide(view("23 16:59"))
    assert decision == Decision([], None, at("23 17:00"))


def test_at_its_time_the_question_is_claimed_and_sent() -> None:
    """Claimed for a minute, so that nobody else sends it."""
    decision = decide(view("23 17:00"))
    assert decision.send == MONDAY_NUDGE._replace(tries=1, not_before=at("23 17:00") + LEASE)
    assert decision.changes == [decision.send]


@pytest.mark.parametrize("now", ["23 17:31", "23 21:00", "23 23:59"])
def test_a_late_machine_asks_as_soon_as_it_can(now: str) -> None:
    """Until the end of the day."""
    send = decide(view(now)).send
    assert send is not None
    assert (send.day, send.due_at) == (MONDAY, at("23 17:00"))


def test_what_was_shown_is_not_shown_again() -> None:
    """Neither by a restart nor by a clock that is set back."""
    ledger = [shown(MONDAY_NUDGE, "23 17:00")]
    for now in ("23 17:01", "23 18:00", "23 05:00"):
        assert decide(view(now, ledger, rules=Rules(follow_up=None))).send is None


def test_a_claimed_nudge_is_left_to_its_claimer() -> None:
    """Until the claim runs out: then whoever claimed it has died."""
    claimed = decide(view("23 17:00")).changes
    assert decide(view("23 17:00", claimed)).send is None
    again = decide(view("23 17:01", claimed)).send
    assert again is not None
    assert again.tries == 2


def test_a_claim_from_a_clock_that_was_set_back_does_not_block() -> None:
    """A wait of twelve hours cannot be meant."""
    claimed = [MONDAY_NUDGE._replace(due_at=at("23 05:00"), tries=1, not_before=at("23 17:01"))]
    assert decide(view("23 05:10", claimed, plans=[asked_at(5)])).send is not None


def test_a_day_with_a_win_is_not_asked() -> None:
    """The ledger says why."""
    decision = decide(view("23 17:00", logged=[MONDAY]))
    assert decision.send is None
    assert outcomes(decision) == [(MONDAY, DAILY, Outcome.NOT_NEEDED, "a win was logged before")]


def test_a_win_answers_what_is_on_the_screen() -> None:
    """Wherever it was logged."""
    decision = decide(view("23 17:30", [shown(MONDAY_NUDGE, "23 17:00")], logged=[MONDAY]))
    assert outcomes(decision) == [(MONDAY, DAILY, Outcome.ANSWERED, None)]


def test_a_failed_try_is_tried_again() -> None:
    """After a minute, then after two, at most five."""
    waiting = failed(MONDAY_NUDGE._replace(tries=1), at("23 17:00"), "no server")
    assert decide(view("23 17:00", [waiting])).send is None
    assert decide(view("23 17:01", [waiting])).send is not None
    often = failed(MONDAY_NUDGE._replace(tries=50), at("23 17:00"), "no server")
    assert often.not_before == at("23 17:05")


def test_days_without_a_reminder_are_missed() -> None:
    """Only the newest is asked about, and each says why."""
    asked_friday = shown(Nudge(NudgeKey(date(2026, 11, 20), DAILY), at("20 17:00")), "20 17:00")
    decision = decide(view("23 18:00", [asked_friday]))
    assert decision.send is not None
    assert decision.send.day == MONDAY
    assert outcomes(decision)[:2] == [
        (date(2026, 11, 21), DAILY, Outcome.MISSED, "the reminder was not running"),
        (SUNDAY, DAILY, Outcome.MISSED, "the reminder was not running"),
    ]


def test_yesterday_is_asked_in_the_morning() -> None:
    """Once, until noon, when it was never shown."""
    waiting = failed(SUNDAY_NUDGE._replace(tries=3), at("22 23:00"), "do not disturb is on")
    early, late = decide(view("23 08:00", [waiting])), decide(view("23 12:00", [waiting]))
    assert early.send is not None
    assert early.send.day == SUNDAY
    assert late.send is None
    assert outcomes(late) == [(SUNDAY, DAILY, Outcome.MISSED, "do not disturb is on")]


def test_yesterday_is_not_asked_on_a_day_off() -> None:
    """A holiday morning is left in peace."""
    off = [TimeOff(MONDAY, MONDAY)]
    assert decide(view("23 08:00", [SUNDAY_NUDGE], off=off)).send is None


def test_yesterday_makes_room_for_today() -> None:
    """A plan for 07:00: at 08:00 today's question is the one that comes."""
    plans = [asked_at(7)]
    decision = decide(view("23 08:00", [SUNDAY_NUDGE], plans=plans))
    assert decision.send is not None
    assert decision.send.day == MONDAY
    assert (SUNDAY, DAILY, Outcome.MISSED, "the reminder was not running") in outcomes(decision)


def test_days_off_are_not_asked() -> None:
    """Neither an unplanned weekday nor time off leaves a row."""
    assert decide(view("22 18:00", plans=[DAILY_PLAN._replace(weekdays=WEEKDAYS)])).changes == []
    assert decide(view("23 18:00", off=[TimeOff(MONDAY, TUESDAY)])).changes == []


def test_a_plan_set_after_its_time_still_asks_today() -> None:
    """Once: a day that was asked is never asked again by a new plan."""
    assert decide(view("23 20:00", plans=[Plan.daily(MONDAY, time(9))])).send is not None
    asked = [shown(MONDAY_NUDGE, "23 17:00")]
    assert (
        decide(view("23 20:00", asked, plans=[Plan.daily(MONDAY, time(19))], rules=Rules(follow_up=None))).send
        is None
    )


def test_a_question_that_waits_follows_a_changed_plan() -> None:
    """To its new time, or away when the day does not count any more."""
    waiting = [failed(MONDAY_NUDGE._replace(tries=1), at("23 17:00"), "no server")]
    later = decide(view("23 17:05", waiting, plans=[Plan.daily(MONDAY, time(20))]))
    assert later.send is None
    assert [nudge.due_at for nudge in later.changes] == [at("23 20:00")]
    gone = decide(view("23 17:05", waiting, off=[TimeOff(MONDAY, MONDAY)]))
    assert [nudge.outcome for nudge in gone.changes] == [Outcome.SUPERSEDED]


def test_one_follow_up_comes_without_an_answer() -> None:
    """90 minutes after the question was shown; never a third question."""
    asked = shown(MONDAY_NUDGE, "23 17:00")
    assert decide(view("23 18:29", [asked])).send is None
    second = decide(view("23 18:30", [asked])).send
    assert second is not None
    assert (second.prompt, second.due_at) == (FOLLOW_UP, at("23 18:30"))
    both = [asked, shown(second, "23 18:30")]
    assert decide(view("23 22:00", both)).send is None


@pytest.mark.parametrize("rules", [Rules(follow_up=None)])
def test_the_follow_up_can_be_switched_off(rules: Rules) -> None:
    """Then one question a day is all."""
    assert decide(view("23 20:00", [shown(MONDAY_NUDGE, "23 17:00")], rules=rules)).send is None


def test_no_follow_up_after_an_answer_or_a_skip() -> None:
    """Skip silences the rest of the day."""
    asked = shown(MONDAY_NUDGE, "23 17:00")
    assert decide(view("23 20:00", [asked], logged=[MONDAY])).send is None
    assert decide(view("23 20:00", [skipped(asked)])).send is None


def test_a_follow_up_of_yesterday_does_not_come() -> None:
    """Its day is over."""
    asked = shown(SUNDAY_NUDGE, "22 23:30")
    assert decide(view("23 08:00", [asked])).changes == []


def test_a_snoozed_question_comes_at_its_new_time() -> None:
    """And its follow-up counts from there."""
    rows = [snoozed(shown(MONDAY_NUDGE, "23 17:00"), at("23 18:00"))]
    assert decide(view("23 17:59", rows)).send is None
    second = decide(view("23 18:00", rows)).send
    assert second is not None
    assert (second.key, second.snoozes, second.due_at) == (MONDAY_NUDGE.key, 1, at("23 17:00"))
    rows = [shown(second, "23 18:00")]
    assert decide(view("23 19:29", rows)).send is None
    follow_up = decide(view("23 19:30", rows)).send
    assert follow_up is not None
    assert follow_up.prompt == FOLLOW_UP


def test_quiet_hours_hold_what_is_late() -> None:
    """Catch-ups and follow-ups, not the plan's own time."""
    rules = Rules(follow_up=timedelta(hours=5), quiet=NIGHT)
    assert decide(view("23 22:00", plans=[asked_at(22)], rules=rules)).send is not None
    late = decide(view("23 22:00", rules=rules))
    assert outcomes(late) == [(MONDAY, DAILY, Outcome.WAITING, "quiet hours")]
    follow_up = decide(view("23 22:00", [shown(MONDAY_NUDGE, "23 17:00")], rules=rules))
    assert outcomes(follow_up) == [(MONDAY, FOLLOW_UP, Outcome.WAITING, "quiet hours")]


def test_what_quiet_hours_held_comes_when_they_end() -> None:
    """Yesterday's question comes at eight; its follow-up does not."""
    rules = Rules(quiet=NIGHT)
    held = decide(view("22 22:00", rules=rules)).changes
    assert decide(view("23 07:59", held, rules=rules)).send is None
    morning = decide(view("23 08:00", held, rules=rules)).send
    assert morning is not None
    assert morning.day == SUNDAY


def test_do_not_disturb_holds_everything() -> None:
    """The same day, then once; the ledger names it, and writes it once."""
    held = decide(view("23 17:00", held="do not disturb is on"))
    assert outcomes(held) == [(MONDAY, DAILY, Outcome.WAITING, "do not disturb is on")]
    assert decide(view("23 17:01", held.changes, held="do not disturb is on")).changes == []
    assert decide(view("23 17:02", held.changes)).send is not None


def test_the_weekly_check_comes_beside_the_question() -> None:
    """A win does not silence it, and it has no follow-up."""
    plans = [DAILY_PLAN.saying(WEEKLY_CHECK)]
    first = decide(view("23 16:00", plans=plans, logged=[MONDAY]))
    assert first.send is not None
    assert first.send.prompt == WEEKLY
    asked = [shown(first.send, "23 16:00")]
    assert decide(view("23 16:50", asked, plans=plans)).send is None
    assert decide(view("23 17:00", asked, plans=plans)).send == MONDAY_NUDGE._replace(
        tries=1, not_before=at("23 17:01")
    )


def test_one_nudge_is_sent_at_a_time() -> None:
    """The newest first; the other with the next look."""
    plans = [DAILY_PLAN.saying(WEEKLY_CHECK)]
    first = decide(view("23 18:00", plans=plans))
    assert first.send is not None
    assert first.send.prompt == DAILY
    second = decide(view("23 18:00", first.changes, plans=plans)).send
    assert second is not None
    assert second.prompt == WEEKLY


def test_the_next_look_is_in_time() -> None:
    """For the next nudge, the end of a wait, or the end of the day."""
    assert decide(view("23 17:30", [shown(MONDAY_NUDGE, "23 17:00")])).look_again == at("23 18:30")
    assert decide(view("23 20:00", [skipped(MONDAY_NUDGE)])).look_again == at("24 00:00")


@pytest.mark.parametrize(
    ("quiet", "clock", "holds"),
    [
        (NIGHT, time(21), True),
        (NIGHT, time(7, 59), True),
        (NIGHT, time(8), False),
        (Quiet(time(12), time(13)), time(12, 30), True),
        (Quiet(time(12), time(13)), time(13), False),
        (Quiet(time(0), time(0)), time(15), True),
    ],
)
def test_quiet_hours(quiet: Quiet, clock: time, holds: bool) -> None:
    """From the start until before the end, over midnight too; equal ends mean all day."""
    assert quiet.holds(clock) is holds


def test_support_names_days() -> None:
    """The tests' own shorthand."""
    assert days("3 5-6") == [date(2026, 11, 3), date(2026, 11, 5), date(2026, 11, 6)]
