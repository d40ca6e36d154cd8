"""Answer windows that were opened, and how they ended."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.delivery import Child, nudge, window
from support.desktop import Desktop

LEFT = {"choice": None}


@contextmanager
def opened(screen: Desktop, inbox: Path, **changes: object) -> Iterator[Child]:
    """A window that has the keyboard."""
    with window(nudge(inbox, **changes), screen.env) as child:
        assert json.loads(child.line()) == {"ready": True}
        yield child


def outcome(child: Child) -> dict[str, object]:
    """How it ended; without a word to complain, and of thanks."""
    found: dict[str, object] = json.loads(child.line())
    assert child.process.stdin is not None
    child.process.stdin.close()
    assert child.status() == 0
    return found
