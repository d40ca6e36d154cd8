"""The mechanism carries more questions than there are: one more row in the table of prompts, or in a plan."""

from datetime import date, datetime, time

import pytest
from support.moments import BERLIN, moment

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.plan import EVERY_DAY, Plan, PlannedPrompt, in_force
from habit_tracker.domain.nudges.coming import coming
from habit_tracker.domain.nudges.decide import REPLACED, decide
from habit_tracker.domain.nudges.delivery import delivered
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey, Outcome
from habit_tracker.domain.nudges.prompt import DAILY, PROMPTS, WEEKLY, Prompt
from habit_tracker.domain.nudges.snooze import put_off, skip
from habit_tracker.domain.nudges.view import Rules, View
from habit_tracker.domain.progress.streaks import standing
from habit_tracker.domain.words import plan_words
from habit_tracker.reminder.requests import request_for
from habit_tracker.storage import ledger, plans
from habit_tracker.storage.database import Database

MONDAY = date(2026, 11, 23)
FIRST, SECOND = NudgeKey(MONDAY, DAILY), NudgeKey(MONDAY, DAILY, 2)
TWICE = Plan.daily(date(2026, 1, 1), time(11)).saying(PlannedPrompt(DAILY, EVERY_DAY, time(17), occurrence=2))
MORNING = Prompt(
    "morning", "morning question", "This morning", "What would make today a good day?", answered_by_win=False
)


def at(clock: str) -> datetime:
    """A moment of that Monday in Berlin."""
    return moment(f"2026-11-23 {clock}").now


def view(now: str, *ledger: Nudge, plan: Plan = TWICE, logged: frozenset[date] = frozenset()) -> View:
    """What the decision sees at that moment."""
    return View(at(now), Calendar([plan], zone=BERLIN), Rules(follow_up=None), logged, list(ledger))


def shown(nudge: Nudge | None, now: str) -> Nudge:
    """The nudge once a server has confirmed it."""
    assert nudge is not None
    return delivered(nudge, at(now), "dunst", proven=True)


def test_a_day_may_have_two_questions() -> None:
    """At 11:00 and at 17:00, each once."""
    first = decide(view("11:00")).send
    asked = shown(first, "11:00")
    assert asked.key == FIRST
    assert decide(view("16:59", asked)).send is None
    second = decide(view("17:00", asked)).send
    assert shown(second, "17:00").key == SECOND


def test_the_second_is_silent_once_the_day_has_a_win() -> None:
    """And the first counts as answered."""
    asked = shown(decide(view("11:00")).send, "11:00")
    decision = decide(view("17:00", asked, logged=frozenset({MONDAY})))
    assert decision.send is None
    assert {nudge.key: nudge.outcome for nudge in decision.changes} == {
        FIRST: Outcome.ANSWERED,
        SECOND: Outcome.NOT_NEEDED,
    }


def test_of_two_that_are_late_only_the_newest_comes() -> None:
    """The other says what took its place."""
    decision = decide(view("18:00"))
    assert decision.send is not None
    assert decision.send.key == SECOND
    (older,) = [nudge for nudge in decision.changes if nudge.key == FIRST]
    assert (older.outcome, older.reason) == (Outcome.SUPERSEDED, REPLACED)


def test_one_follow_up_comes_after_the_last_question() -> None:
    """Not between the two."""
    asked = shown(decide(view("11:00")).send, "11:00")
    assert decide(view("15:00", asked)._replace(rules=Rules())).send is None


def test_skip_silences_what_is_still_to_come_as_well() -> None:
    """Nothing more is asked today."""
    asked = shown(decide(view("11:00")).send, "11:00")
    rows = skip(view("12:00", asked))
    assert {nudge.key: nudge.outcome for nudge in rows} == dict.fromkeys((FIRST, SECOND), Outcome.SKIPPED)
    assert decide(view("17:00", *rows)).send is None


def test_putting_off_takes_the_question_that_is_open() -> None:
    """It comes when it is wanted, and whoever asks is told so."""
    asked = shown(decide(view("11:00")).send, "11:00")
    (row,) = put_off(view("11:05", asked), at("12:00"))
    assert (row.key, row.comes_at, row.snoozes) == (FIRST, at("12:00"), 1)
    expected = coming(view("11:06", row))
    assert expected is not None
    assert expected.at == at("12:00")
    assert shown(decide(view("12:00", row)).send, "12:00").key == FIRST


def test_a_plan_says_both_times() -> None:
    """In the words people read."""
    assert plan_words(TWICE) == "every day at 11:00 and 17:00"


@pytest.fixture
def morning(monkeypatch: pytest.MonkeyPatch) -> Plan:
    """A new prompt: one row in the table. The plan asks it at 8:30."""
    monkeypatch.setitem(PROMPTS, MORNING.name, MORNING)
    return Plan.daily(date(2026, 1, 1)).saying(PlannedPrompt(MORNING, EVERY_DAY, time(8, 30)))


def test_a_new_prompt_is_asked_shown_and_kept(morning: Plan, database: Database) -> None:
    """From the plan in the database over the screen to the ledger, by nothing but its row in the table."""
    with database.noting() as connection:
        plans.save(connection, morning, MONDAY, at("08:00"))
        calendar = plans.calendar(connection, BERLIN)
    assert plan_words(calendar.plan_on(MONDAY)) == "every day at 17:00, morning question every day at 08:30"
    seen = View(at("08:30"), calendar, Rules(), frozenset(), [])
    nudge = shown(decide(seen).send, "08:30")
    now = moment("2026-11-23 08:30")
    request = request_for(nudge, now, seen, [], standing(calendar, [], MONDAY), database.home.inbox)
    assert request.question == MORNING.question
    assert type(request).from_json(request.to_json()).key == nudge.key
    with database.noting() as connection:
        ledger.write(connection, [nudge])
        assert ledger.find(connection, nudge.key) == nudge


def test_a_win_does_not_silence_what_no_win_answers(morning: Plan) -> None:
    """Each prompt says so for itself."""
    decision = decide(view("08:30", plan=morning, logged=frozenset({MONDAY})))
    assert decision.send is not None
    assert decision.send.prompt == MORNING


def test_what_a_plan_says_nothing_about_goes_on() -> None:
    """The weekly check, named once, holds until it is ended."""
    check = PlannedPrompt(WEEKLY, frozenset({4}), time(16))
    first = Plan.daily(date(2026, 1, 1)).saying(check)
    later = Plan.daily(date(2026, 2, 1), time(9))
    ended = Plan.daily(date(2026, 3, 1), time(9)).saying(check._replace(at=None))
    asked = [{one.prompt for one in plan.prompts} for plan in in_force([later, ended, first])]
    assert asked == [{DAILY, WEEKLY}, {DAILY, WEEKLY}, {DAILY}]


def test_what_only_a_newer_version_knows_is_left_alone(database: Database) -> None:
    """A row of an unknown prompt opens, and is never asked."""
    unknown = Nudge(NudgeKey(MONDAY, MORNING), at("08:30"), Outcome.SHOWN, 1, delivered_at=at("08:30"))
    with database.noting() as connection:
        ledger.write(connection, [unknown])
        (found,) = ledger.recent(connection, MONDAY)
    assert found.prompt.name == "morning"
    assert [nudge for nudge in decide(view("18:00", found)).changes if nudge.key == found.key] == []
