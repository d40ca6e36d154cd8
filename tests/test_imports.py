"""Who may import whom, and what each way to start the program loads."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import habit_tracker

PACKAGE = Path(habit_tracker.__file__).parent
MAY_IMPORT = {
    "domain": {"domain"},
    "storage": {"storage", "domain"},
    "desktop": {"desktop", "domain"},
    "reminder": {"reminder", "desktop", "storage", "domain"},
    "transfer": {"transfer", "desktop", "storage", "domain"},
}
"""The arrows of the house. `cli` may import everything."""
THE_PACKAGE_ITSELF = "__init__"
HEAVY = {"sqlalchemy", "alembic", "apscheduler", "plyer", "rich", "jeepney", "tkinter", "filelock", "tzlocal"}


def imported(path: Path) -> Iterator[str]:
    """The rooms that the file imports from, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} imports relatively"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            package, *rest = name.split(".")
            if package == "habit_tracker":
                room = rest[0] if rest else THE_PACKAGE_ITSELF
                yield room if (PACKAGE / room).is_dir() else THE_PACKAGE_ITSELF


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_arrows_point_one_way(room: str) -> None:
    """No file imports a room that stands above its own."""
    allowed = MAY_IMPORT[room] | {THE_PACKAGE_ITSELF}
    found = {(str(path), name) for path in (PACKAGE / room).rglob("*.py") for name in imported(path)}
    assert not {(path, name) for path, name in found if name not in allowed}


def test_every_room_is_known() -> None:
    """A new room needs its arrows here."""
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and not path.name.startswith("__")}
    assert rooms - {"cli", "migrations"} <= set(MAY_IMPORT)


def loaded_by(*words: str) -> set[str]:
    """The top-level modules that `habit WORDS...` has loaded when it ends, and ours in full."""
    script = (
        "import sys\nfrom habit_tracker.cli import main\n"
        f"try: main({list(words)!r}, prog_name='habit')\n"
        "finally: print('LOADED', *sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    names = run.stdout.rpartition("LOADED")[2].split()
    return {name if name.startswith("habit_tracker") else name.partition(".")[0] for name in names}


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["log", "--help"], ["streak", "--help"]])
def test_help_loads_click_and_nothing_heavy(words: list[str]) -> None:
    """It is there at once."""
    loaded = loaded_by(*words)
    assert not loaded & HEAVY
    assert not {name for name in loaded if name.startswith(("habit_tracker.storage", "habit_tracker.reminder"))}


def test_log_loads_only_what_it_needs() -> None:
    """Once the database is there: no migrations, no scheduler, no notifications."""
    loaded_by("log", "the first makes the database")
    loaded = loaded_by("log", "a win")
    assert "sqlalchemy" in loaded
    assert not loaded & {"alembic", "apscheduler", "plyer", "jeepney", "tkinter", "rich", "filelock"}
