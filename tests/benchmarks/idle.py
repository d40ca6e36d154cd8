"""What the reminder costs while nothing is due: memory, CPU and wake-ups over a minute.

The yardstick for memory is a process that only imports what the reminder imports.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

SECONDS = 60
ONLY_IMPORTS = (
    "import apscheduler.schedulers.background, apscheduler.executors.debug, sqlalchemy.dialects.sqlite, click, "
    "filelock, tzlocal, jeepney, logging.handlers, subprocess, sys\nsys.stdin.read()"
)


def main() -> None:
    """Start both, wait a minute, compare."""
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "HABIT_TRACKER_HOME": folder}
        subprocess.run(
            [sys.executable, "-m", "habit_tracker", "log", "a win"], env=env, check=True, capture_output=True
        )
        words = [sys.executable, "-m", "habit_tracker", "daemon"]
        yardstick = subprocess.Popen([sys.executable, "-c", ONLY_IMPORTS], stdin=subprocess.PIPE)
        reminder = subprocess.Popen(words, env=env, stderr=subprocess.PIPE)
        assert reminder.stderr is not None
        reminder.stderr.readline()
        time.sleep(3)  # its first look is over
        watched = psutil.Process(reminder.pid)
        cpu, switches = sum(watched.cpu_times()[:2]), _switches(watched)
        time.sleep(SECONDS)
        seconds = sum(watched.cpu_times()[:2]) - cpu
        memory = watched.memory_full_info().uss / psutil.Process(yardstick.pid).memory_full_info().uss
        megabytes = watched.memory_full_info().uss / 1e6
        print(f"memory: {megabytes:.1f} MB, {memory:.2f} of a process that only imports (goal: at most 1.2)")
        print(f"CPU: {seconds * 60:.2f} s an hour (goal: less than 1)")
        print(f"voluntary context switches: {_switches(watched) - switches} a minute (goal: fewer than 12)")
        reminder.terminate()
        yardstick.communicate()
        reminder.communicate()


def _switches(process: psutil.Process) -> int:
    """The voluntary context switches of all its threads."""
    total = 0
    for thread in process.threads():
        status = Path(f"/proc/{process.pid}/task/{thread.id}/status").read_text()
        total += sum(int(line.split()[1]) for line in status.splitlines() if line.startswith("voluntary_ctxt"))
    return total


if __name__ == "__main__":
    main()
