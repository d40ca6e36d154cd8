"""How long `habit --help`, `prompt`, `log` and `streak` take as whole processes, against bare yardsticks.

Run it with the installed program's Python: `.venv/bin/python tests/benchmarks/start_up.py`.
"""

import os
import sys
import tempfile
from pathlib import Path

from yardsticks import TEN_LINES, minima, python

ROUNDS = 25


def main() -> None:
    """Measure in turn, print the minima and their ratios beside the goals."""
    habit = str(Path(sys.executable).with_name("habit"))
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "XDG_DATA_HOME": folder}
        env.pop("HABIT_TRACKER_HOME", None)
        script = Path(folder) / "ten_lines.py"
        script.write_text(TEN_LINES)
        best = minima(
            {
                "python -c pass": python("pass"),
                "import click": python("import click"),
                "ten lines": [sys.executable, str(script), f"{folder}/ten.db", "a win"],
                "habit prompt": [habit, "prompt"],
                "habit --help": [habit, "--help"],
                "habit log": [habit, "log", "a win"],
                "habit streak": [habit, "streak"],
            },
            ROUNDS,
            env,
        )
    for name, seconds in best.items():
        print(f"{name:16} {seconds * 1000:7.1f} ms")
    over = (best["habit prompt"] - best["python -c pass"]) * 1000
    print(f"habit prompt - python -c pass: {over:.1f} ms (goal: at most 5; a script that loads `re` takes longer)")
    for name, yardstick, goal in [
        ("habit --help", "import click", 1.3),
        ("habit log", "ten lines", 1.15),
        ("habit streak", "ten lines", 1.15),
    ]:
        print(f"{name} / {yardstick}: {best[name] / best[yardstick]:.2f} (goal: at most {goal})")


if __name__ == "__main__":
    main()
