"""What starts fast, what reads no text, and when there is colour."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine, event
from support.terminal import typed
from support.views import Person

from habit_tracker.cli import main
from habit_tracker.cli.render.marks import mark
from habit_tracker.domain.progress.week import DayState

HEAVY = ("sqlalchemy", "alembic", "rich", "wcwidth", "dataclasses", "habit_tracker.domain.progress.streaks")


def test_help_loads_nothing_heavy() -> None:
    program = f"""
import sys
from habit_tracker.cli import main
main(["--help"], standalone_mode=False)
print([name for name in {HEAVY!r} if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "words", [("streak", "-n", "0"), ("streak", "--all"), ("calendar",), ("calendar", "--month"), ("stats",)]
)
def test_a_view_without_wins_reads_none_of_their_texts(tmp_path: Path, words: tuple[str, ...]) -> None:
    person = Person(tmp_path)
    person.wins("2026-11-20")
    assert not any("wins.text" in statement for statement, _ in statements(person, *words))


def test_the_week_reads_the_texts_of_its_own_days(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.wins("2026-11-20", "2026-11-23")
    (values,) = [values for statement, values in statements(person, "week") if "wins.text" in statement]
    assert values[:2] == ("2026-11-23", "2026-11-23")


def test_the_streak_reads_the_texts_of_the_newest_wins_alone(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.wins("2026-11-18", *(f"2026-11-{day}" for day in range(20, 24)))
    (values,) = [values for statement, values in statements(person, "streak") if "wins.text" in statement]
    assert values[:3] == ("2026-11-20", "2026-11-23", 3)


def statements(person: Person, *words: str) -> list[tuple[str, tuple[object, ...]]]:
    """The statements that the program sends to the database, with their values."""
    found: list[tuple[str, tuple[object, ...]]] = []

    def note(_c: object, _cursor: object, statement: str, values: tuple[object, ...], *_: object) -> None:
        found.append((statement, values))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        person.says(*words)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return found


@pytest.mark.parametrize(
    ("env", "on_terminal", "in_pipe"),
    [
        ({}, True, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    ],
)
def test_colours_are_for_terminals_that_show_them(
    tmp_path: Path, env: dict[str, str], on_terminal: bool, in_pipe: bool
) -> None:
    """NO_COLOR, and a terminal that is dumb, get not one escape; FORCE_COLOR gets them anywhere."""
    Person(tmp_path).wins("2026-11-20")
    env = {"HABIT_TRACKER_HOME": str(tmp_path)} | env
    for terminal, coloured in ((True, on_terminal), (False, in_pipe)):
        said = CliRunner().invoke(main, ["calendar", "2026"], env=env, color=terminal).stdout
        assert ("\x1b" in said) == coloured


@pytest.mark.slow
def test_a_dumb_terminal_gets_no_escape_from_anything(tmp_path: Path) -> None:
    """Not from a page, and not from a question."""
    env = {"HABIT_TRACKER_HOME": str(tmp_path), "TERM": "dumb"}
    assert "\x1b" not in typed("log", text="Shared my idea\n", env=env)[1]
    assert "\x1b" not in typed("week", text="", env=env)[1]
    assert "\x1b" in typed("week", text="", env=env | {"TERM": "xterm"})[1]


def test_what_was_missed_is_not_what_is_seen_first() -> None:
    """Wins and the open day have a colour, a missed day none, and a day off is the quietest."""
    assert {state: mark(state).replace("\x1b", "") for state in DayState} == {
        DayState.WON: "[32m✓[0m",
        DayState.MISSED: "·",
        DayState.OPEN: "[35m○[0m",
        DayState.OFF: "[2m~[0m",
        DayState.NOT_PLANNED: "[2m-[0m",
        DayState.BEFORE: " ",
    }


@pytest.mark.slow
def test_a_terminal_without_unicode_gets_plainer_signs(tmp_path: Path) -> None:
    person = Person(tmp_path, at="2026-11-20T12:00")
    person.wins("2026-11-16", "2026-11-17", "2026-11-19")
    person.wins("2026-11-19", text="写完了")
    env = os.environ | {"HABIT_TRACKER_HOME": str(tmp_path), "PYTHONIOENCODING": "latin-1", "COLUMNS": "80"}
    program = [sys.executable, "-m", "habit_tracker"]
    said = [
        subprocess.run([*program, *words], capture_output=True, encoding="latin-1", check=True, env=env).stdout
        for words in (("week", "--of", "2026-11-16", "--as-of", "2026-11-20"), ("calendar",), ("stats",))
    ]
    assert "v Tue 17  Shared my idea\n· Wed 18  no win\nv Thu 19  Shared my idea\n          ???\n" in said[0]
    assert "?" not in said[1] + said[2]
