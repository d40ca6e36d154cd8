"""What starts fast, what reads no text, and when there is colour."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine, event
from support.views import Person

from habit_tracker.cli import main

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
    "words", [("streak",), ("streak", "--all"), ("calendar",), ("calendar", "--month"), ("stats",)]
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


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_no_color_is_respected(tmp_path: Path, no_color: str, coloured: bool) -> None:
    Person(tmp_path).wins("2026-11-20")
    env = {"HABIT_TRACKER_HOME": str(tmp_path), "NO_COLOR": no_color}
    said = CliRunner().invoke(main, ["calendar", "2026"], env=env, color=True).stdout
    assert ("\x1b[" in said) == coloured


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
