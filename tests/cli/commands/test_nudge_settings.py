"""The settings of nudges: habit config follow-up and quiet, habit plan --weekly."""

from datetime import date, time, timedelta

import pytest
from conftest import Habit

from habit_tracker.domain.days.plan import PlannedPrompt
from habit_tracker.domain.nudges.prompt import WEEKLY
from habit_tracker.domain.nudges.quiet import Quiet
from habit_tracker.storage import plans
from habit_tracker.storage.database import Database
from habit_tracker.storage.rules import rules


@pytest.mark.parametrize(
    ("text", "wait"),
    [
        ("2h", timedelta(hours=2)),
        ("45m", timedelta(minutes=45)),
        ("1h30m", timedelta(minutes=90)),
        ("90 min", timedelta(minutes=90)),
        ("off", None),
    ],
)
def test_follow_up(habit: Habit, database: Database, text: str, wait: timedelta | None) -> None:
    """How long after the question, or never."""
    assert habit("config", "follow-up", text).exit_code == 0
    with database.reading() as connection:
        assert rules(connection).follow_up == wait


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("21:00-08:00", Quiet(time(21), time(8))),
        ("9pm-8am", Quiet(time(21), time(8))),
        ("22:00-24:00", Quiet(time(22), time(0))),
        ("off", None),
    ],
)
def test_quiet(habit: Habit, database: Database, text: str, quiet: Quiet | None) -> None:
    """Hours, over midnight too, or none."""
    assert habit("config", "quiet", text).exit_code == 0
    with database.reading() as connection:
        assert rules(connection).quiet == quiet


def test_a_whole_day_of_quiet_is_allowed_with_a_warning(habit: Habit) -> None:
    """The plan's own time still comes."""
    assert "quiet all day" in habit("config", "quiet", "00:00-24:00").stdout


def test_one_setting_leaves_the_other_alone(habit: Habit) -> None:
    """Each is shown as it was set."""
    habit("config", "quiet", "21:00-08:00")
    habit("config", "follow-up", "off")
    assert habit("config", "quiet").stdout == "21:00-08:00\n"
    assert habit("config", "follow-up").stdout == "off\n"


def test_weekly(habit: Habit, database: Database) -> None:
    """A weekday and a time, kept when the plan changes, until it is switched off."""
    assert "weekly check Friday at 16:00" in habit("plan", "--weekly", "fri 16:00").stdout
    assert "weekly check Friday at 16:00" in habit("plan", "--at", "9:00").stdout
    with database.reading() as connection:
        plan = plans.calendar(connection).plan_on(date(2026, 11, 23))
    assert plan.at == time(9)
    assert PlannedPrompt(WEEKLY, frozenset({4}), time(16)) in plan.prompts
    assert "weekly" not in habit("plan", "--weekly", "off").stdout.partition("\n")[0]


@pytest.mark.parametrize(
    "words",
    [
        ["config", "follow-up", "0"],
        ["config", "follow-up", "0m"],
        ["config", "follow-up", "365d"],
        ["config", "follow-up", "13h"],
        ["config", "quiet", "21:00"],
        ["config", "quiet", "21:00-25:00"],
        ["config", "quiet", "noon-one"],
        ["plan", "--weekly", "fri"],
        ["plan", "--weekly", "16:00"],
        ["plan", "--weekly", "someday 16:00"],
    ],
)
def test_bad_input_gets_one_sentence_and_changes_nothing(habit: Habit, words: list[str]) -> None:
    """It says what would have been right."""
    before = habit("config").stdout + habit("plan").stdout
    found = habit(*words)
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (2, "", 1)
    assert "rite" in found.stderr
    assert habit("config").stdout + habit("plan").stdout == before
