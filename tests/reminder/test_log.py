"""The reminder's log."""

import os
import re
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


def test_it_never_grows_large_and_is_private_whatever_the_umask(path: Path) -> None:
    """The newest lines are kept, in the file and in the one before it."""
    umask = os.umask(0)
    try:
        log = open_log(path, echo=False)
        for number in range(10_000):
            log.info("line %s of the log of the reminder", number)
    finally:
        os.umask(umask)
    before = path.with_name("reminder.log.1")
    assert sorted(path.parent.iterdir()) == [path, before]
    assert all(stat.S_IMODE(one.stat().st_mode) == 0o600 for one in (path, before))
    assert path.stat().st_size <= LARGEST
    assert LARGEST / 2 < before.stat().st_size <= LARGEST
    lines = (before.read_text() + path.read_text()).splitlines()
    numbers = [int(line.split()[2]) for line in lines]
    assert numbers == list(range(numbers[0], 10_000))
    assert all(re.match(r"20[-0-9]+T[:0-9]+Z line ", line) for line in lines)


def test_what_an_earlier_version_wrote_is_kept(path: Path) -> None:
    """A file that is larger than is allowed now becomes the one before."""
    path.parent.mkdir()
    path.write_bytes(b"old\n" * LARGEST)
    open_log(path, echo=False).info("new")
    assert path.read_text().endswith("Z new\n")
    assert path.with_name("reminder.log.1").read_bytes() == b"old\n" * LARGEST
