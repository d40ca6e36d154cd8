"""A full disk, a folder that cannot be written, many writers at once: nothing is lost, and it is said."""

import os
import signal
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from datetime import timedelta
from itertools import count
from multiprocessing import get_context
from pathlib import Path

import pytest
from support.children import child, lines
from support.need import need
from support.program import habit as program
from support.wins import DAY, NOW, log, log_many, texts
from support.writer import NO_MORE

from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey
from habit_tracker.domain.nudges.prompt import DAILY
from habit_tracker.reminder.lock import running
from habit_tracker.storage import ledger
from habit_tracker.storage.backup import backups, copies
from habit_tracker.storage.database import Database

AS_ROOT = os.geteuid() == 0
ORDINARY = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"] if AS_ROOT else []
"""For root, whom otherwise no permission stops."""
OWN_MOUNTS = ["unshare", "-m"] if AS_ROOT else ["unshare", "-rm"]
SMALL_DISK = [*OWN_MOUNTS, "sh", "-c", 'mount -t tmpfs -o size=600k none "$0" && exec "$@"']


def possible(command: list[str]) -> bool:
    """Whether *command* works here."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def until_it_stops(process: "subprocess.Popen[str]") -> tuple[list[str], str, list[str]]:
    """The wins that a writer confirmed, its last sentence, and the wins that it found there then."""
    said = lines(process)
    (stop,) = (number for number, line in enumerate(said) if line.startswith(NO_MORE))
    return [line.split()[1] for line in said[:stop]], said[stop], said[stop + 1 :]


def test_a_file_that_may_not_grow(database: Database) -> None:
    """What was confirmed is there, and with room again it goes on."""
    log(database, "before")
    stored, sentence, there = until_it_stops(child("writer", database.home.folder, "w", 2000, 300_000))
    assert f"The disk that holds {database.home.database} reports an error, or is full. Nothing" in sentence
    assert len(stored) > 10
    assert there == ["before", *stored]
    log(database, "after")
    assert [text.split()[0] for text in texts(database)] == ["before", *stored, "after"]


def test_a_full_disk(tmp_path: Path) -> None:
    """A small one of its own. What was confirmed can be read while it is full."""
    need(possible([*SMALL_DISK, str(tmp_path), "true"]), "the right to mount a disk of its own")
    writer = child("writer", tmp_path / "home", "w", 2000, 0, within=[*SMALL_DISK, str(tmp_path)])
    stored, sentence, there = until_it_stops(writer)
    assert f"The disk is full: nothing was changed in {tmp_path}/home/habit.db" in sentence
    assert len(stored) > 10
    assert there == stored


@pytest.fixture
def locked(database: Database) -> Iterator[Callable[[Path, int], None]]:
    """Sets permissions that are given back in the end."""
    before: dict[Path, int] = {}

    def lock(path: Path, mode: int) -> None:
        before[path] = path.stat().st_mode
        path.chmod(mode)

    yield lock
    for path, mode in before.items():
        path.chmod(mode)


@pytest.mark.parametrize(("file", "folder"), [(0o600, 0o500), (0o400, 0o700), (0o400, 0o500)])
def test_what_may_not_be_written_can_be_read(
    database: Database, locked: Callable[[Path, int], None], file: int, folder: int
) -> None:
    """The sentence says what to make writable; nothing is changed."""
    need(possible([*ORDINARY, "true"]), "the right to give up rights")
    log(database, "before")
    whole = database.home.database.read_bytes()
    locked(database.home.database, file)
    locked(database.home.folder, folder)
    stored, sentence, there = until_it_stops(child("writer", database.home.folder, "w", 10, 0, within=ORDINARY))
    assert (stored, there) == ([], ["before"])
    assert f"Make the file and its folder {database.home.folder} writable" in sentence
    assert database.home.database.read_bytes() == whole


def test_readers_do_not_wait_for_a_writer(database: Database) -> None:
    """Nor a copy."""
    log(database, "before")
    with closing(sqlite3.connect(database.home.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert texts(database) == ["before"]
        assert backups.make(database.home, database.home.backups / "copy.db").wins == 1


def many_writers(
    database: Database, writers: int, each: int, meanwhile: Callable[[], object] = lambda: None
) -> None:
    """Let processes write, while this one does what the reminder does: look, note in the ledger, make copies."""
    context = get_context("spawn")
    with ProcessPoolExecutor(writers, mp_context=context) as pool:
        writing = [pool.submit(log_many, database.home, name, each) for name in range(writers)]
        for number in count(1):
            with database.noting() as connection:
                ledger.write(connection, [Nudge(NudgeKey(DAY, DAILY, number), NOW)])
            backups.daily(database.home, NOW + timedelta(days=number))
            meanwhile()
            if all(one.done() for one in writing):
                break
    numbers = [number for one in writing for number in one.result()]
    assert sorted(numbers) == list(range(1, writers * each + 1))
    assert sorted(texts(database)) == sorted(f"{name}-{one}" for name in range(writers) for one in range(each))
    assert copies.look_into(database.home.database).wins == writers * each


def test_writers_at_once(database: Database) -> None:
    """Each win is there once, under the number that was told."""
    many_writers(database, 3, 10)


@pytest.mark.slow
def test_eight_writers_of_a_hundred_wins(database: Database) -> None:
    """Beside a running reminder that looks again and again: each is there once, under the number that was told."""
    assert program("start", "--no-autostart").returncode == 0
    reminder = running(database.home)
    assert reminder is not None
    try:
        many_writers(database, 8, 100, lambda: os.kill(reminder.pid, signal.SIGHUP))
        assert running(database.home) == reminder
    finally:
        program("stop")


@pytest.mark.slow
def test_a_lock_that_outlasts_the_wait(database: Database) -> None:
    """The real five seconds: one sentence, nothing stored, and the next try works."""
    log(database, "before")
    with closing(sqlite3.connect(database.home.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        found = program("log", "in vain")
    assert (found.returncode, found.stdout, found.stderr.count("\n")) == (1, "", 1)
    assert "Another program is writing" in found.stderr
    assert program("log", "after").returncode == 0
    assert texts(database) == ["before", "after"]
