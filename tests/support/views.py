"""Runs the program on a folder of its own, at a moment and in a zone that the test names."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from click.testing import CliRunner, Result

from habit_tracker.cli import main
from habit_tracker.cli.app import App
from habit_tracker.clock import Moment
from habit_tracker.storage import journal
from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home

NOON = "2026-11-23T12:00"
"""Of a Monday."""


class Person(NamedTuple):
    """Somebody who uses the program in *folder*, at the local time *at* in *zone*."""

    folder: Path
    at: str = NOON
    zone: str = "Europe/Berlin"
    columns: int = 80
    locale: str = "C.UTF-8"

    def run(self, *words: str) -> Result:
        """What `habit` with these *words* does."""
        now = datetime.fromisoformat(self.at).replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)
        app = App(moment=Moment(now, ZoneInfo(self.zone), self.zone))
        env = {"HABIT_TRACKER_HOME": str(self.folder), "COLUMNS": str(self.columns), "LC_ALL": self.locale}
        return CliRunner().invoke(main, words, obj=app, env=env)

    def says(self, *words: str) -> str:
        """What it prints; it succeeds."""
        result = self.run(*words)
        assert result.exit_code == 0, result.output
        return result.stdout

    def json(self, *words: str) -> Any:
        """What it prints as JSON."""
        import json

        return json.loads(self.says(*words, "--json"))

    def wins(self, *days: date | str, text: str = "Shared my idea", confidence: int | None = None) -> None:
        """Have a win on each of the *days*."""
        store(self.folder, (date.fromisoformat(str(day)) for day in days), text, confidence)


def store(folder: Path, days: Iterable[date], text: str = "Shared my idea", confidence: int | None = None) -> None:
    """Put a win on each of the *days* into the database."""
    with Database(Home(folder, folder)).noting() as connection:
        for day in days:
            logged = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
            journal.log(connection, text, day, logged, "Europe/Berlin", confidence)
