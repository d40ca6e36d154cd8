"""How much longer the weekly views take on a century of wins than on an empty database.

Run it as `python tests/benchmarks/scale.py`. Each view runs as a process of its own, in turn with the empty
database so that both see the same load of the machine; the ratio is that of the shortest times, and 1.5 the aim.

Measured on two busy cores, 0.25 s each on an empty database (100 years of daily wins; 1,000,000 wins in them; the
million in 10 years): streak 1.05, 1.32, 1.26; week 1.10, 1.27, 1.23; calendar 1.00, 1.00, 1.05;
stats 1.13, 1.35, 1.28.
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home

YEARS_100 = 36_525
VIEWS = (["streak"], ["week"], ["calendar"], ["stats"])
ROUNDS = 7
AIM, AIM_FOR_COMMON = 1.5, 3
RARE, COMMON = ["search", "777"], ["search", "meeting"]
"""A word of one win, and one of all wins."""

FILL = """
WITH RECURSIVE numbers(number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM numbers WHERE number < {wins} - 1)
INSERT INTO wins (uid, day, text, confidence, source, logged_at, zone, updated_at)
SELECT printf('%036d', number), date('{today}', '-' || (number % {days}) || ' days'),
       'Shared my idea in the meeting, and they took it up ' || number, 1 + number % 5, 'shell',
       '2026-01-01 12:00:00.000000', 'Europe/Berlin', '2026-01-01 12:00:00.000000'
FROM numbers
"""


def build(folder: Path, wins: int, days: int) -> Path:
    """A home in *folder* whose newest *days* days share that many *wins*."""
    home = Home(folder, folder)
    with Database(home).writing() as connection:
        if wins:
            today = date.today()  # noqa: DTZ011  the program looks at the same clock
            connection.exec_driver_sql(FILL.format(wins=wins, days=days, today=today))
    return folder


def seconds(home: Path, view: list[str]) -> float:
    """How long the program takes for one *view*, from start to end."""
    environment = os.environ | {"HABIT_TRACKER_HOME": str(home), "COLUMNS": "80"}
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "habit_tracker", *view], env=environment, stdout=-3, check=True)
    return time.perf_counter() - start


def main() -> int:
    """Build, measure and print; 1 when a view misses the aim."""
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        empty = build(Path(folder, "empty"), 0, 1)
        full = {
            "100 years of daily wins": build(Path(folder, "daily"), YEARS_100, YEARS_100),
            "1,000,000 wins in 100 years": build(Path(folder, "century"), 1_000_000, YEARS_100),
            "1,000,000 wins in 10 years": build(Path(folder, "decade"), 1_000_000, 3_652),
        }
        for view in VIEWS:
            best = minima([(home, view) for home in (empty, *full.values())])
            base = best.pop(0)
            print(f"habit {' '.join(view)}: {base:.3f} s on an empty database")
            for name, taken in zip(full, best, strict=True):
                missed += is_missed(taken / base, AIM, name)
        for name, home in full.items():
            print(f"habit search, against habit streak: {name}, {seconds(home, RARE):.1f} s with the first index")
            base, *best = minima([(home, view) for view in (["streak"], RARE, COMMON)])
            for words, taken, aim in zip((RARE, COMMON), best, (AIM, AIM_FOR_COMMON), strict=True):
                missed += is_missed(taken / base, aim, words[-1])
    return int(missed > 0)


def minima(runs: list[tuple[Path, list[str]]]) -> list[float]:
    """The shortest time of each run, over so many rounds in which each has its turn."""
    rounds = [[seconds(home, view) for home, view in runs] for _ in range(ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)]


def is_missed(ratio: float, aim: float, name: str) -> bool:
    """Print the *ratio*; whether it is over the *aim*."""
    print(f"  {ratio:5.2f} x  {name}")
    return ratio > aim


if __name__ == "__main__":
    sys.exit(main())
