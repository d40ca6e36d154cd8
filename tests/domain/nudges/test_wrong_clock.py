"""What a clock that was ahead has noted, once it is right again: the plan is 17:00 every day in Berlin."""

from datetime import date, datetime, time, timedelta

import pytest
from support.moments import BERLIN, moment

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.plan import Plan
from habit_tracker.domain.nudges.coming import PassedOver, coming
from habit_tracker.domain.nudges.decide import decide
from habit_tracker.domain.nudges.judge import FURTHEST_BACK, NOTED_UNASKED
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey, Outcome
from habit_tracker.domain.nudges.prompt import DAILY, FOLLOW_UP
from habit_tracker.domain.nudges.view import Rules, View

SUNDAY, MONDAY, TUESDAY = date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 24)
PLAN = Plan.daily(date(2026, 1, 1), time(17))


def at(text: str) -> datetime:
    """A moment of November 2026 in Berlin, `23 17:00`."""
    return moment(f"2026-11-{text}").now


def row(day: date, outcome: Outcome, **how: object) -> Nudge:
    """The question of *day* as the ledger has it."""
    due = moment(f"{day} 17:00").now
    return Nudge(NudgeKey(day, DAILY), due, outcome)._replace(**how)  # type: ignore[arg-type]


def view(now: str, *ledger: Nudge, ahead: tuple[Nudge, ...] = (), logged: frozenset[date] = frozenset()) -> View:
    """What the decision sees at that moment."""
    calendar = Calendar([PLAN], zone=BERLIN)
    return View(at(now), calendar, Rules(), logged, list(ledger), since=MONDAY, ahead=ahead)


@pytest.mark.parametrize("outcome", sorted(NOTED_UNASKED))
def test_what_was_settled_before_its_time_is_asked_at_its_time(outcome: Outcome) -> None:
    """Whatever a clock that was ahead made of it."""
    noted = row(MONDAY, outcome, reason="noted by a clock that was ahead")
    early = decide(view("23 09:00", noted))
    assert (early.changes, early.look_again) == ([], at("23 17:00"))
    later = noted._replace(due_at=at("23 18:00"))  # it was planned for later then
    sent = decide(view("23 17:00", later)).send
    assert sent is not None
    assert (sent.day, sent.reason) == (MONDAY, None)


@pytest.mark.parametrize("now", ["23 17:00", "23 23:59", "24 08:00"])
def test_what_was_missed_too_soon_is_asked_while_it_can_be(now: str) -> None:
    """Until its day is over, and on the next morning."""
    sent = decide(view(now, row(MONDAY, Outcome.MISSED))).send
    assert sent is not None
    assert sent.day == MONDAY


def test_what_was_missed_stays_missed() -> None:
    """Once its morning is over too."""
    assert decide(view("24 12:30", row(MONDAY, Outcome.MISSED, reason="asleep"))).changes == []


@pytest.mark.parametrize("outcome", [Outcome.SHOWN, Outcome.SENT, Outcome.ANSWERED, Outcome.SKIPPED])
def test_what_the_person_saw_or_did_stays(outcome: Outcome) -> None:
    """By whatever clock."""
    noted = row(MONDAY, outcome, delivered_at=at("23 17:00"))
    for now in ("23 09:00", "23 17:00"):
        assert decide(view(now, noted)).send is None


def test_what_was_put_off_stays_put_off() -> None:
    """Also where the clock has noted it as missed since."""
    noted = row(MONDAY, Outcome.MISSED, snoozes=1, snoozed_until=at("23 19:00"))
    assert decide(view("23 17:00", noted)).send is None
    assert decide(view("23 19:00", noted)).send is not None


def test_rows_of_days_to_come_say_nothing_of_today() -> None:
    """Neither their place in the ledger nor what became of them."""
    rows = [row(MONDAY + timedelta(days=number), Outcome.MISSED) for number in range(1, 400)]
    decision = decide(view("23 17:00", *rows))
    assert decision.send is not None
    assert [nudge.day for nudge in decision.changes] == [MONDAY]


def test_a_clock_that_is_years_ahead_asks_once_and_fills_nothing() -> None:
    """One question at the most, for the day that it says it is."""
    now = moment("2036-11-23 17:00").now
    seen = view("23 17:00", row(SUNDAY, Outcome.SHOWN))._replace(now=now)
    first = decide(seen)
    assert first.send is not None
    assert first.send.day == date(2036, 11, 23)
    assert [nudge.day for nudge in first.changes] == [date(2036, 11, 23)]
    again = decide(seen._replace(ledger=[*seen.ledger, *first.changes]))
    assert (again.send, again.changes) == (None, [])


@pytest.mark.parametrize("ledger", [(), (row(date(1970, 1, 1), Outcome.SHOWN),)])
def test_a_first_look_by_a_clock_that_was_years_behind_fills_nothing(ledger: tuple[Nudge, ...]) -> None:
    """Days that nobody lived with the reminder are not missed."""
    seen = view("23 17:00", *ledger)._replace(since=date(1970, 1, 1))
    assert [nudge.day for nudge in decide(seen).changes] == [MONDAY]


@pytest.mark.parametrize(("days", "rows"), [(FURTHEST_BACK.days, FURTHEST_BACK.days), (FURTHEST_BACK.days + 1, 1)])
def test_a_pause_of_a_quarter_of_a_year_is_noted_and_a_longer_one_is_not(days: int, rows: int) -> None:
    """Each day of the one was missed; after the other the ledger begins with today."""
    last = MONDAY - timedelta(days=days)
    seen = view("23 17:00", row(last, Outcome.SHOWN))._replace(since=last)
    assert len(decide(seen).changes) == rows


def test_a_follow_up_does_not_wait_for_a_clock_that_was_ahead() -> None:
    """It counts from when the question was due."""
    shown = row(MONDAY, Outcome.SHOWN, delivered_at=at("24 06:00"))
    assert decide(view("23 18:29", shown)).send is None
    sent = decide(view("23 18:30", shown)).send
    assert sent is not None
    assert sent.prompt == FOLLOW_UP


def test_the_next_question_is_not_that_of_a_wrong_clock() -> None:
    """Days that it noted as missed are asked."""
    missed = [row(MONDAY + timedelta(days=number), Outcome.MISSED) for number in range(40)]
    found = coming(view("23 09:00", missed[0], ahead=tuple(missed[1:])))
    assert found is not None
    assert (found.day, found.passed_over) == (MONDAY, None)


@pytest.mark.parametrize(
    ("outcome", "why"),
    [(Outcome.SHOWN, "it was asked before"), (Outcome.SKIPPED, "it was left out")],
)
def test_a_day_that_is_not_asked_is_named(outcome: Outcome, why: str) -> None:
    """After a flight over the date line, say: nobody waits for it in vain."""
    asked = row(MONDAY, Outcome.SHOWN), row(MONDAY, Outcome.SHOWN)._replace(key=NudgeKey(MONDAY, FOLLOW_UP))
    found = coming(view("23 20:00", *asked, ahead=(row(TUESDAY, outcome),)))
    assert found is not None
    assert (found.day, found.passed_over) == (date(2026, 11, 25), PassedOver(TUESDAY, why))


def test_a_win_of_a_later_date_is_named() -> None:
    """Its day is not asked; today needs no words."""
    found = coming(view("23 09:00", logged=frozenset({MONDAY, TUESDAY})))
    assert found is not None
    assert (found.day, found.passed_over) == (date(2026, 11, 25), PassedOver(TUESDAY, "a win is logged for it"))
