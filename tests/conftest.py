"""What every test may use: a home of its own, and the command line as a person uses it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.moments import moment
from support.template import migrate, statements

from habit_tracker.cli import main
from habit_tracker.cli.app import App
from habit_tracker.storage import upgrade
from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home, find_home

Habit = Callable[..., Result]
NOW = "2026-11-23 14:00"
"""A Monday."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """An empty home; no test sees the real one, nor the desktop of whoever runs it."""
    monkeypatch.setenv("HABIT_TRACKER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TZ", "Europe/Berlin")
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
    for name in (
        "DBUS_SESSION_BUS_ADDRESS",
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "HABIT_TRACKER_DEBUG",
        "EDITOR",
        "VISUAL",
        "XDG_CURRENT_DESKTOP",
        "NO_COLOR",
        "FORCE_COLOR",
    ):
        monkeypatch.delenv(name, raising=False)
    for name, folder in {
        "HOME": "person",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_RUNTIME_DIR": "no-runtime",
    }.items():
        monkeypatch.setenv(name, str(tmp_path / folder))
    return find_home()


@pytest.fixture(autouse=True)
def quick_migrations(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty file becomes a database at once; the tests of the storage see what the migrations do."""
    if "storage" not in request.path.parts:
        statements()
        monkeypatch.setattr(upgrade, "migrate", migrate)


@pytest.fixture
def database(home: Home) -> Database:
    """The database of that home."""
    return Database(home)


@pytest.fixture
def habit() -> Habit:
    """Run `habit WORDS...` at a moment: `habit("log", "hello", at="2026-11-23 14:00")`."""

    def run(*words: str, at: str = NOW, zone: str = "Europe/Berlin", **how: str) -> Result:
        return CliRunner().invoke(main, words, obj=App(moment(at, zone)), prog_name="habit", **how)  # type: ignore[arg-type]

    return run
