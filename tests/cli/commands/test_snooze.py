"""habit snooze, habit skip, habit nudges."""

import json
from datetime import date, time
from typing import Any

import pytest
from conftest import Habit
from support.moments import moment
from support.wins import NOW

from habit_tracker.domain.days.plan import WEEKDAYS, Plan
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey, Outcome
from habit_tracker.domain.nudges.prompt import DAILY, FOLLOW_UP, Prompt
from habit_tracker.storage import ledger, plans
from habit_tracker.storage.database import Database
from habit_tracker.storage.view import begin

MONDAY = date(2026, 11, 23)


def instant(text: str) -> Any:
    """A moment of November 2026 in Berlin."""
    return moment(f"2026-11-{text}").now


@pytest.fixture(autouse=True)
def asked(database: Database) -> None:
    """A plan for Monday to Friday at 17:00, in use since Wednesday 18 November."""
    with database.noting() as connection:
        plans.save(connection, Plan.daily(date(2026, 1, 1), time(17), WEEKDAYS), MONDAY, NOW)
        begin(connection, date(2026, 11, 18), NOW)


def shown(database: Database, prompt: Prompt = DAILY) -> None:
    """Monday's question is on the screen."""
    with database.noting() as connection:
        at = instant("23 17:00")
        ledger.write(
            connection,
            [Nudge(NudgeKey(MONDAY, prompt), at, Outcome.SHOWN, 1, delivered_at=at, channel="dunst 1.9")],
        )


def rows(habit: Habit, day: str = "2026-11-23") -> list[tuple[str, int, str, str]]:
    """The ledger of that day, in short."""
    found = json.loads(habit("nudges", "--from", day, "--json", at="2026-11-23 23:59").stdout)
    return [(nudge["kind"], nudge["number"], nudge["outcome"], nudge["snoozed_until"]) for nudge in found]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "said", "due"),
    [
        ([], "17:35", "16:35"),
        (["90m"], "18:35", "17:35"),
        (["1h", "30m"], "18:35", "17:35"),
        (["until", "18:00"], "18:00", "17:00"),
        (["until", "6pm"], "18:00", "17:00"),
        (["12h"], "23:59", "22:59"),
    ],
)
def test_snooze_puts_the_question_off(
    habit: Habit, database: Database, words: list[str], said: str, due: str
) -> None:
    """And says until when; never over the end of the day."""
    shown(database)
    found = habit("snooze", *words, at="2026-11-23 17:05")
    assert found.stdout == f"You are asked at {said} (Europe/Berlin).\n"
    assert rows(habit) == [("daily", 2, "waiting", f"2026-11-23T{due}:00Z")]


def test_snooze_works_before_the_question_came(habit: Habit) -> None:
    """Then it comes later."""
    assert habit("snooze", "until", "20:00").exit_code == 0
    assert [row[2] for row in rows(habit)] == ["waiting"]


def test_skip_silences_today(habit: Habit, database: Database) -> None:
    """The question and its follow-up; the day still counts."""
    shown(database)
    shown(database, FOLLOW_UP)
    assert habit("skip", at="2026-11-23 19:00").exit_code == 0
    assert [row[2] for row in rows(habit)] == ["skipped", "skipped"]
    assert '"counts_today": true' in habit("streak", "--json").stdout


def test_what_came_due_before_is_noted_all_the_same(habit: Habit) -> None:
    """Skipping today must not hide that Friday was missed."""
    habit("skip", at="2026-11-23 19:00")
    assert rows(habit, "2026-11-20")[0][2] == "missed"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["snooze", "0m"], 2, "'0m' is not a length of time from 1m to 12h"),
        (["snooze", "365d"], 2, "is not a length of time"),
        (["snooze", "-5m"], 2, "No such option"),
        (["snooze", "until"], 2, "'' is not a time of day"),
        (["snooze", "until", "25:00"], 2, "is not a time of day"),
        (["snooze", "until", "09:00"], 1, "That time has passed today"),
        (["nudges", "--from", "someday"], 2, "is not a day"),
    ],
)
def test_bad_input_gets_one_sentence(habit: Habit, words: list[str], code: int, said: str) -> None:
    """And changes nothing."""
    found = habit(*words)
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (code, "", 1)
    assert said in found.stderr
    assert rows(habit) == []


def test_there_may_be_nothing_to_put_off(habit: Habit) -> None:
    """On a day off, on a day that is done, and twice."""
    assert "Today is a day off" in habit("skip", at="2026-11-22 12:00").stderr
    assert habit("skip").exit_code == 0
    assert "settled before" in habit("snooze").stderr
    habit("log", "x")
    assert "Today is done" in habit("skip").stderr


def test_a_day_with_a_win_waits_for_no_question(habit: Habit) -> None:
    """Before its time has come, too."""
    assert "  to come at 17:00" in habit("nudges").stdout
    habit("log", "x")
    assert "  not to be asked: a win is logged" in habit("nudges").stdout.splitlines()[1]


def test_nudges_say_why(habit: Habit, database: Database) -> None:
    """For every day of the week, also for those that were not asked."""
    shown(database)
    with database.noting() as connection:
        due = instant("20 17:00")
        friday = Nudge(NudgeKey(date(2026, 11, 20), DAILY), due, Outcome.MISSED, 3, reason="do not disturb is on")
        ledger.write(connection, [friday])
    assert habit("nudges", at="2026-11-23 18:00").stdout.splitlines() == [
        "Today, Monday 23 November",
        "  17:00  question: shown 17:00 by dunst 1.9",
        "Yesterday, Sunday 22 November",
        "  not asked: not a day of the plan",
        "Saturday 21 November",
        "  not asked: not a day of the plan",
        "Friday 20 November",
        "  17:00  question: missed (do not disturb is on), 3 tries",
        "Thursday 19 November",
        "  not noted: the reminder has not run since",
        "Wednesday 18 November",
        "  not noted: the reminder has not run since",
        "Tuesday 17 November",
        "  not asked: the reminder was not used yet",
    ]


def test_a_second_wish_takes_the_place_of_the_first(habit: Habit, database: Database) -> None:
    """It may come sooner, and says when; but never before its own time."""
    habit("snooze", "until", "20:00")
    assert habit("snooze", "1h").stdout == "You are asked at 18:00 (Europe/Berlin).\n"
    assert habit("snooze", "1h", at="2026-11-23 17:30").stdout == "You are asked at 18:30 (Europe/Berlin).\n"


def test_nudges_say_how_often_it_was_shown(habit: Habit, database: Database) -> None:
    """And what it waits for, where it is to be shown again."""
    at = instant("23 17:00")
    asked = Nudge(NudgeKey(MONDAY, DAILY), at, Outcome.SHOWN, 2, delivered_at=at, channel="dunst 1.9", showings=2)
    for reason, after in {None: "", "the screen is locked": ", waits to come back (the screen is locked)"}.items():
        with database.noting() as connection:
            ledger.write(connection, [asked._replace(reason=reason)])
        said = " ".join(habit("nudges", at="2026-11-23 18:00").stdout.split())
        assert f"17:00 question: shown 2 times, last 17:00 by dunst 1.9{after} Yesterday" in said
    (found,) = json.loads(habit("nudges", "--from", "2026-11-23", "--json", at="2026-11-23 18:00").stdout)
    assert (found["showings"], found["number"]) == (2, 1)


def test_what_is_next_is_the_follow_up(habit: Habit, database: Database) -> None:
    """While a question is open, status does not say that tomorrow is."""
    shown(database)
    assert "today, Monday 23 November at 18:30" in habit("status", at="2026-11-23 17:30").stdout
    habit("config", "follow-up", "off")
    assert "tomorrow, Tuesday 24 November at 17:00" in habit("status", at="2026-11-23 17:30").stdout
