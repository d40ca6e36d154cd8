"""The words of a nudge: short, about the right day, with what a win would make of it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.plan import Plan
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.nudges import question
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey
from habit_tracker.domain.nudges.prompt import DAILY, FOLLOW_UP, WEEKLY, Prompt
from habit_tracker.domain.progress.streaks import standing

MONDAY = date(2026, 11, 23)
DUE = datetime(2026, 11, 23, 16, tzinfo=UTC)
EVERY_DAY = Calendar([], [])


def nudge(day: date = MONDAY, prompt: Prompt = DAILY) -> Nudge:
    """The question of *day*."""
    return Nudge(NudgeKey(day, prompt), DUE)


@pytest.mark.parametrize(("day", "words"), [
    (MONDAY, "One win today?"),
    (MONDAY - timedelta(days=1), "One win for yesterday?"),
    (MONDAY - timedelta(days=5), "One win for Wednesday?"),
])  # fmt: skip
def test_the_title_names_the_day(day: date, words: str) -> None:
    """As people do."""
    assert question.title(nudge(day), MONDAY) == words


@given(st.sampled_from([DAILY, FOLLOW_UP, WEEKLY]), st.integers(0, 400))
def test_the_title_fits_everywhere(prompt: Prompt, days: int) -> None:
    """Some desktops cut at thirty letters."""
    assert len(question.title(nudge(MONDAY - timedelta(days=days), prompt), MONDAY)) <= 30


@pytest.mark.parametrize(("wins", "words"), [
    (0, "Day 1 of a streak, 23 November."),
    (1, "Day 2 of your streak, 23 November."),
    (12, "Day 13 of your streak, 23 November."),
])  # fmt: skip
def test_the_body_asks_and_says_what_is_at_stake(wins: int, words: str) -> None:
    """The question first."""
    days = [MONDAY - timedelta(days=number + 1) for number in range(wins)]
    then = standing(EVERY_DAY, days, MONDAY)
    assert question.body(nudge(), then, MONDAY) == f"{DAILY.question} {words}"


def test_a_question_for_yesterday_knows_what_it_would_keep() -> None:
    """Seen from today the streak is broken; seen from the day that is asked about it is not."""
    yesterday = MONDAY - timedelta(days=1)
    then = standing(EVERY_DAY, [MONDAY - timedelta(days=2)], yesterday)
    assert question.body(nudge(yesterday), then, MONDAY).endswith("Day 2 of your streak, 22 November.")


def test_the_follow_up_asks_for_less() -> None:
    """In title and body."""
    then = standing(EVERY_DAY, [], MONDAY)
    assert question.title(nudge(prompt=FOLLOW_UP), MONDAY) == "Any small step today?"
    assert question.body(nudge(prompt=FOLLOW_UP), then, MONDAY).startswith("Any small step today that felt good?")


@pytest.mark.parametrize(("missed", "words"), [
    (2, "Day 1 of a streak, 23 November."),
    (3, "It would be your 6th day with a win."),
    (9, "It would be your 6th day with a win."),
    (10, "It would be your 6th day with a win. Would fewer days suit you better? habit plan --days mon,thu"),
    (11, "It would be your 6th day with a win."),
    (400, "It would be your 6th day with a win."),
])  # fmt: skip
def test_after_a_long_break_it_speaks_of_what_stands(missed: int, words: str) -> None:
    """And after ten unanswered days, once, of asking less often."""
    days = [MONDAY - timedelta(days=missed + 1 + number) for number in range(5)]
    then = standing(EVERY_DAY, days, MONDAY)
    assert question.body(nudge(), then, MONDAY) == f"{DAILY.question} {words}"


def test_who_is_asked_once_a_week_is_not_asked_too_often() -> None:
    """Ten missed days are ten weeks then."""
    mondays = Calendar([Plan.daily(date(2026, 1, 1), weekdays=frozenset({0}))])
    then = standing(mondays, [MONDAY - timedelta(weeks=11)], MONDAY)
    assert question.body(nudge(), then, MONDAY).endswith("It would be your 2nd day with a win.")


def test_a_question_of_ones_own_takes_the_place_of_the_usual_one() -> None:
    """In the daily question, and in no other."""
    then = standing(EVERY_DAY, [], MONDAY)
    own = "What went well today?"
    assert question.body(nudge(), then, MONDAY, daily=own).startswith(f"{own} Day 1")
    assert question.body(nudge(prompt=FOLLOW_UP), then, MONDAY, daily=own).startswith(FOLLOW_UP.question)
    assert question.wording(WEEKLY, own) == WEEKLY.question


def test_a_question_that_ends_without_a_sign_is_parted_from_what_follows() -> None:
    """Its words stay as they are."""
    then = standing(EVERY_DAY, [], MONDAY)
    assert question.body(nudge(), then, MONDAY, daily="One good thing").startswith("One good thing · Day 1")


@given(st.text(max_size=200))
def test_what_is_taken_as_a_question_can_be_shown(raw: str) -> None:
    """On one line, of a length that fits; and is taken again as it is."""
    try:
        own = question.own_question(raw)
    except HabitError:
        return
    assert 0 < len(own) <= question.LONGEST
    assert own.splitlines() == [own]
    assert question.own_question(own) == own


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "?",
        "a" * 121,
        "a\x1b[31m",
        "a\N{RIGHT-TO-LEFT OVERRIDE}b",
        "a\ud800",
        "a\0",
        "a\N{POP DIRECTIONAL ISOLATE}",
    ],
)
def test_no_other_is_taken(raw: str) -> None:
    """Nothing may steer a screen or reorder a line."""
    with pytest.raises(HabitError):
        question.own_question(raw)


@pytest.mark.parametrize(
    "raw", ["Was lief heute gut?", "می\u200cخواهم؟", "今日は何ができましたか？", "👩\u200d💻?"]
)
def test_any_language_may_ask(raw: str) -> None:
    """With the invisible joiners that some are written with."""
    assert question.own_question(raw) == raw
