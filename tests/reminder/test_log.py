"""The reminder's log."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from habit_tracker.reminder.log import LARGEST, open_log


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """Where the log lies; it is closed in the end."""
    yield tmp_path / "state" / "reminder.log"
    log = open_log(tmp_path / "another.log", echo=False)
    for handler in [*log.handlers]:
        log.removeHandler(handler)
        handler.close()


def test_it_is_one_private_file_that_never_grows_large(path: Path) -> None:
    """The newest lines are kept."""
    log = open_log(path, echo=False)
    for number in range(10_000):
        log.info("line %s of the log of the reminder", number)
    assert [one.name for one in path.parent.iterdir()] == ["reminder.log"]
    assert LARGEST / 3 < path.stat().st_size <= LARGEST
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    lines = path.read_text().splitlines()
    assert lines[-1].endswith("Z line 9999 of the log of the reminder")
    assert all("line" in line and line.startswith("20") for line in lines)
