"""The whole proof: every zone, every year from 1990 to 2037, every quarter of an hour around each transition.

It takes hours: `.venv/bin/python tests/benchmarks/every_transition.py [ZONE ...]`.
"""

import sys
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo, available_timezones

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from support.simulation import QUARTERS, around_transitions


def main() -> None:
    """Simulate the named zones, or all; the first day that goes wrong ends it with what was shown."""
    for name in sys.argv[1:] or sorted(available_timezones() - {"localtime", "Factory"}):
        simulated = around_transitions(ZoneInfo(name), range(1990, 2038), len(QUARTERS), Random(name), every=True)
        print(f"{name}: {simulated:,} stretches of three days, each asked once a day", flush=True)


if __name__ == "__main__":
    main()
