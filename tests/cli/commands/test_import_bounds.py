"""An import takes memory and time by the size of its file, and can be ended at any moment."""

import io
import os
import signal
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Habit
from support.need import need
from support.processes import becomes_true
from support.program import habit as program
from support.terminal import typed

from habit_tracker.storage.home import Home
from habit_tracker.transfer import importing

MEGABYTE = 2**20
LITTLE = ["prlimit", f"--as={900 * MEGABYTE}"]
"""More than a hundred megabytes of text take, and far less than what these files would."""
GIGABYTES = 10 * 2**30


def sparse(path: Path) -> None:
    """Ten gigabytes of nothing."""
    with path.open("wb") as file:
        file.truncate(GIGABYTES)


def bomb(path: Path, method: int = zipfile.ZIP_DEFLATED, size: int = 0) -> None:
    """A gigabyte in a zip, which says of itself that it is of that *size*."""
    with zipfile.ZipFile(path, "w", method) as made, made.open("Journal.json", "w", force_zip64=True) as file:
        for _ in range(1024):
            file.write(bytes(MEGABYTE))
    data = bytearray(path.read_bytes())
    if size:
        directory = data.rindex(b"PK\1\2")
        data[directory + 24 : directory + 28] = struct.pack("<I", size)
        path.write_bytes(data)


def endless_directory(path: Path) -> None:
    """A zip of which four gigabytes are the list of its files."""
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("Journal.json", "{}")
    end = path.read_bytes()[-22:]
    with path.open("r+b") as file:
        file.truncate(GIGABYTES)
        file.seek(0, os.SEEK_END)
        file.write(end[:12] + struct.pack("<II", 2**32 - 2, 1000) + end[20:])


MADE: dict[str, Callable[[Path], None]] = {
    "a sparse file": sparse,
    "an endless directory": endless_directory,
    "an honest bomb": bomb,
    "a bomb that lies": lambda path: bomb(path, size=1000),
    "a bomb of another kind": lambda path: bomb(path, zipfile.ZIP_BZIP2, 1000),
}
SLOW = [pytest.param(name, marks=pytest.mark.slow) for name in MADE if "bomb" in name]
QUICK = ["/dev/zero", "/dev/full", "/proc", *(name for name in MADE if "bomb" not in name)]


def refused(found: "subprocess.CompletedProcess[str]") -> None:
    """It ended by itself, in one sentence, with nothing changed."""
    assert (found.returncode, found.stdout, found.stderr.count("\n")) == (1, "", 1), found.stderr
    assert found.stderr.startswith("Error: ")
    assert "MemoryError" not in found.stderr


@pytest.mark.parametrize("name", [*QUICK, *SLOW])
def test_what_is_huge_takes_little(tmp_path: Path, home: Home, name: str) -> None:
    """Whatever it says of itself."""
    need(sys.platform == "linux", "prlimit")
    path = Path(name) if name.startswith("/") else tmp_path / "file"
    if name in MADE:
        MADE[name](path)
    refused(program("import", str(path), "--yes", before=LITTLE))
    assert not home.database.exists()


@pytest.mark.parametrize("words", [["import", "-"], ["log", "-"]])
def test_standard_input_that_never_ends_is_refused(words: list[str]) -> None:
    """By each command that reads it."""
    need(sys.platform == "linux", "prlimit")
    with Path("/dev/zero").open() as endless:
        run = [*LITTLE, sys.executable, "-P", "-m", "habit_tracker", *words]
        refused(subprocess.run(run, stdin=endless, capture_output=True, text=True, timeout=60, check=False))


def lines(number: int) -> str:
    """So many wins."""
    return "".join(f"2026-11-20 win {one}\n" for one in range(number))


@pytest.mark.slow
def test_a_file_of_many_wins_takes_a_small_multiple_of_its_size(tmp_path: Path) -> None:
    """A hundred thousand of two megabytes."""
    need(sys.platform == "linux", "prlimit")
    (tmp_path / "wins.txt").write_text(lines(100_000))
    found = program("import", str(tmp_path / "wins.txt"), "--yes", before=["prlimit", f"--as={400 * MEGABYTE}"])
    assert found.stdout.startswith("Imported 100,000 new wins"), found.stderr


def test_more_wins_than_anybody_has_are_refused(
    habit: Habit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a sentence that says what to do; so many just come in."""
    monkeypatch.setattr(importing, "MOST", 30)
    (tmp_path / "wins.txt").write_text(lines(31))
    found = habit("import", str(tmp_path / "wins.txt"), "--yes")
    assert (found.exit_code, found.stdout) == (1, "")
    assert "more than 30 entries; split the file" in found.stderr
    (tmp_path / "wins.txt").write_text(lines(30))
    assert habit("import", str(tmp_path / "wins.txt"), "--yes").exit_code == 0


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("when", ["reading", "storing"])
def test_stopping_it_leaves_nothing(tmp_path: Path, home: Home, number: signal.Signals, when: str) -> None:
    """At any moment, and it says so in one sentence."""
    assert program("log", "before").returncode == 0
    path = tmp_path / "wins.txt"
    if when == "reading":
        os.mkfifo(path)
    else:
        path.write_text(lines(15_000))
    run = [sys.executable, "-P", "-m", "habit_tracker", "import", str(path), "--yes"]
    with subprocess.Popen(run, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as importing:
        if when == "reading":
            with path.open("w"):  # opens once it reads
                importing.send_signal(number)
                said = importing.communicate(timeout=60)
        else:
            assert becomes_true(home.database.with_name("habit.db-journal").exists, 60)
            importing.send_signal(number)
            said = importing.communicate(timeout=60)
    assert said == ("", "Nothing was imported: it was stopped before the end.\n")
    assert importing.returncode == 128 + number
    assert program("wins").stdout.count("before") == 1
    assert "win 5" not in program("wins").stdout
    assert program("history").stdout.count("import") == 0


@pytest.mark.slow
def test_a_disk_that_fills_up_leaves_nothing(tmp_path: Path) -> None:
    """All or nothing, in one sentence."""
    need(sys.platform == "linux", "prlimit")
    assert program("log", "before").returncode == 0
    (tmp_path / "wins.txt").write_text(lines(5_000))
    words = ("import", str(tmp_path / "wins.txt"), "--yes")
    refused(program(*words, before=["prlimit", f"--fsize={MEGABYTE // 2}"]))
    assert "win 1" not in program("wins").stdout
    assert program(*words).stdout.startswith("Imported 5,000 new wins")


@pytest.mark.slow
def test_a_terminal_shows_how_far_it_is(tmp_path: Path) -> None:
    """From the first second on, in a line that is gone in the end."""
    (tmp_path / "wins.txt").write_text(lines(60_000))
    _, shown = typed("import", str(tmp_path / "wins.txt"), "--yes", text="")
    assert "Storing " in shown
    assert "%" in shown
    assert shown.rpartition("\r")[2].startswith("Imported 60,000 new wins")


@pytest.mark.slow
def test_what_is_packed_well_is_read(habit: Habit, tmp_path: Path) -> None:
    """A journal of some megabytes, stored as it is or packed."""
    text = "Shared my idea. " * 500
    entry = '{"uuid": "%032X", "creationDate": "2026-11-20T16:00:00Z", "text": "%s"}'
    entries = ",".join(entry % (number, text) for number in range(2500))
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2):
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", method) as made:
            made.writestr("Journal.json", f'{{"metadata": {{"version": "1.0"}}, "entries": [{entries}]}}')
        (tmp_path / "journal.zip").write_bytes(data.getvalue())
        assert "Would import 2,500 new wins" in habit("import", str(tmp_path / "journal.zip"), "--dry-run").stdout
