"""How long it takes from the click to an answer window that has the keyboard, in each toolkit.

On screens that nobody sees: X with a window manager, and Wayland without X.
"""

import json
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]  # run as a program of its own

from support.delivery import TOOLKIT, nudge, window  # noqa: E402
from support.desktop import screen  # noqa: E402
from support.processes import running  # noqa: E402
from support.session_bus import session_bus  # noqa: E402
from support.sway import sway  # noqa: E402

ROUNDS = 15
GOAL = 400
"""Milliseconds."""


def opening(env: Mapping[str, str], inbox: Path) -> float:
    """Seconds until the window has the keyboard."""
    began = time.perf_counter()
    with window(nudge(inbox), env) as child:
        assert json.loads(child.line()) == {"ready": True}
        return time.perf_counter() - began


def main() -> None:
    """Open them in turn, and print the shortest and the median."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        bus = stack.enter_context(session_bus(home))
        x = {**bus, **stack.enter_context(screen())}
        stack.enter_context(running(["openbox"], x))
        wayland = stack.enter_context(sway(bus)).env
        kinds = {("gtk", "X"): x, ("tkinter", "X"): x, ("gtk", "Wayland"): wayland}
        taken: dict[tuple[str, str], list[float]] = {kind: [] for kind in kinds}
        for _ in range(ROUNDS):
            for (toolkit, shown), env in kinds.items():
                taken[toolkit, shown].append(opening({**env, TOOLKIT: toolkit}, home / "inbox"))
    for (toolkit, shown), seconds in taken.items():
        best, usual = (round(1000 * found) for found in (min(seconds), sorted(seconds)[ROUNDS // 2]))
        print(f"{toolkit:8} on {shown:8} {best:4} ms at best, {usual:4} ms usually (goal: at most {GOAL})")


if __name__ == "__main__":
    main()
