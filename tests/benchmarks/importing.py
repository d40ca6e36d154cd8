"""How long an import takes and how much memory, against plain Python that reads the file and fills a bare table.

Run it as `python tests/benchmarks/importing.py [WINS]`; each step is a process of its own. The yardstick makes a
row of each line, with a random unique id, and hands all of them to the driver at once; it keeps no history.
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

WINS = 200_000
WORDS = "Shared my idea in the meeting, and they took it up, which made me feel good about it"
BARE = """
import sqlite3, sys, uuid
made = sqlite3.connect(sys.argv[2])
made.execute("CREATE TABLE wins (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE,"
             " day DATE NOT NULL, text TEXT NOT NULL, logged_at DATETIME NOT NULL, zone TEXT NOT NULL)")
made.execute("CREATE INDEX days ON wins (day)")
rows = [(str(uuid.uuid4()), line[:10], line[11:-1], line[:10], "UTC") for line in open(sys.argv[1])]
with made:
    made.executemany("INSERT INTO wins (uid, day, text, logged_at, zone) VALUES (?, ?, ?, ?, ?)", rows)
"""


def main() -> None:
    """Measure the yardstick, and a new import, the same again, what takes it back, and one beside many wins."""
    wins = int(sys.argv[1]) if sys.argv[1:] else WINS
    with tempfile.TemporaryDirectory() as folder:
        first, second = (_file(Path(folder, f"{name}.txt"), wins, name) for name in ("first", "second"))
        os.environ["HABIT_TRACKER_HOME"] = str(Path(folder, "home"))
        bare = _measure(
            "bare table", [sys.executable, "-c", BARE, str(first), str(Path(folder, "bare.db"))], first
        )
        for name, words in {
            "new import": ["import", str(first), "--yes"],
            "the same again": ["import", str(first), "--yes"],
            "beside the first": ["import", str(second), "--yes"],
            "undo of it": ["undo", "--yes"],
        }.items():
            taken = _measure(name, [sys.executable, "-m", "habit_tracker", *words], first)
            print(f"{'':18}{taken / bare:6.1f} x the bare table", flush=True)


def _file(path: Path, wins: int, name: str) -> Path:
    """So many wins of the last years, a line for each."""
    begin = date(1990, 1, 1)
    with path.open("w") as file:
        for number in range(wins):
            file.write(f"{begin + timedelta(days=number % 13_000)} {WORDS} {name} {number}\n")
    return path


def _measure(name: str, command: list[str], file: Path) -> float:
    """The seconds of the command; prints them, the processor's, and what the peak of the memory is of the file."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{name} failed"
    seconds = time.perf_counter() - began
    size = file.stat().st_size
    print(
        f"{name:18}{seconds:6.1f} s, {used.ru_utime + used.ru_stime:6.1f} s of the processor,"
        f" {used.ru_maxrss * 1024 / 2**20:6.0f} MB, {used.ru_maxrss * 1024 / size:4.1f} x the file",
        flush=True,
    )
    return seconds


if __name__ == "__main__":
    main()
