"""All benchmarks, one after the other: `.venv/bin/python tests/benchmarks/run.py`."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NOT_BENCHMARKS = {"run.py", "yardsticks.py", "every_transition.py"}
"""This file, what the others share, and what takes hours."""


def main() -> None:
    """Run every benchmark of this folder in a process of its own."""
    for path in sorted(HERE.glob("*.py")):
        if path.name not in NOT_BENCHMARKS:
            print(f"\n== {path.stem}", flush=True)
            subprocess.run([sys.executable, str(path)], check=True)


if __name__ == "__main__":
    main()
