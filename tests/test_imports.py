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
    "transfer": {"transfer", "storage", "domain"},
    "actions": {"actions", "transfer", "storage", "domain"},
    "reminder": {"reminder", "actions", "desktop", "storage", "domain"},
}
"""The arrows of the house, floor by floor. `cli` may import everything."""
FOR_ALL_BUT_DOMAIN = {"clock", "private_files", "status_file"}
FOR_ALL = "__init__"
NOT_FOR_COMMANDS = ("sqlalchemy", "habit_tracker.storage.tables", "habit_tracker.storage.ledger")
RENDER = "habit_tracker.cli.render"
FOR_RENDER = (
    RENDER,
    "habit_tracker.domain",
    "habit_tracker.cli.doctor.finding",
    "habit_tracker.cli.params.text",
    "habit_tracker.cli.params.lookalikes",
)
PURE = {
    "click",
    "collections",
    "datetime",
    "itertools",
    "operator",
    "shlex",
    "textwrap",
    "typing",
    "unicodedata",
    "wcwidth",
}
OF_CLICK = {"click.style", "click.unstyle"}
LOOKS_AROUND = {"now", "today", "utcnow", "exists", "stat", "open", "input", "print"}
"""Calls that read the clock or the disk, or print, without an import that would show it."""
HEAVY = {"sqlalchemy", "alembic", "apscheduler", "plyer", "rich", "jeepney", "tkinter", "filelock", "tzlocal"}


def modules() -> dict[str, Path]:
    """Our modules by their names."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return {name: path for name, path in found.items() if not name.startswith("habit_tracker.migrations")}


MODULES = modules()


def imported(path: Path) -> Iterator[str]:
    """The modules that the file imports, anywhere in it; what is imported for its types alone is left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} imports relatively"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else str(node.module)


def room(module: str) -> str:
    """The part of the package that holds *module*."""
    return ([*module.split("."), FOR_ALL])[1]


def ours(path: Path) -> set[str]:
    """Those of our modules that the file imports."""
    return {name for name in imported(path) if name in MODULES}


@pytest.mark.parametrize("floor", sorted(MAY_IMPORT))
def test_arrows_point_one_way(floor: str) -> None:
    """No file imports a room that stands above its own."""
    allowed = MAY_IMPORT[floor] | {FOR_ALL} | (FOR_ALL_BUT_DOMAIN if floor != "domain" else set())
    found = {(name, other) for name, path in MODULES.items() if room(name) == floor for other in ours(path)}
    assert not {(name, other) for name, other in found if room(other) not in allowed}


def test_every_room_is_known() -> None:
    """A new room needs its arrows here."""
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and not path.name.startswith("__")}
    assert rooms - {"migrations"} == {*MAY_IMPORT, "cli"}


def test_commands_leave_the_database_to_others() -> None:
    """They parse, call and render: no statement, no table and no row of the ledger is their business."""
    commands = {name: path for name, path in MODULES.items() if name.startswith("habit_tracker.cli.commands.")}
    found = {(name, other) for name, path in commands.items() for other in imported(path)}
    assert not {(name, other) for name, other in found if other.startswith(NOT_FOR_COMMANDS)}


@pytest.mark.parametrize("module", sorted(name for name in MODULES if name.startswith(RENDER)))
def test_render_takes_values_and_gives_lines(module: str) -> None:
    """It reads no terminal, clock, environment, file or database: whoever calls it hands in what it says."""
    others = {name for name in imported(MODULES[module]) if not name.startswith(FOR_RENDER)}
    assert {name.partition(".")[0] for name in others} <= PURE | {"__future__"}
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert {call for call in calls if call.startswith("click.")} <= OF_CLICK
    assert not {call.rpartition(".")[2] for call in calls} & LOOKS_AROUND


def test_nothing_imports_itself_by_way_of_others() -> None:
    """There is no circle, also not through what is imported late: each module stands on others alone."""
    left = {name: ours(path) - {name} for name, path in MODULES.items()}
    while free := [name for name, needs in left.items() if not needs & left.keys()]:
        for name in free:
            del left[name]
    assert not left


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


@pytest.mark.parametrize("words", [["log", "a win"], ["streak"], ["time-off"], ["undo"]])
def test_nobody_waits_for_the_library_of_holidays(words: list[str]) -> None:
    """Once they are known."""
    loaded_by("config", "holidays", "DE-BY")
    assert "holidays" not in loaded_by(*words)


def test_log_loads_only_what_it_needs() -> None:
    """Once the database is there: no migrations, no scheduler, no notifications."""
    loaded_by("log", "the first makes the database")
    loaded = loaded_by("log", "a win")
    assert "sqlalchemy" in loaded
    assert not loaded & {"alembic", "apscheduler", "plyer", "jeepney", "tkinter", "rich", "filelock"}
