"""What this process has brought to the screen, counted by itself: a ledger may be lost, and a clock be set."""

import threading
from collections import Counter
from datetime import timedelta

from habit_tracker.desktop.notifications.messages import GONE, Report
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey
from habit_tracker.domain.nudges.view import Memory, View

APART = 60.0
"""Seconds between two notifications."""
TOO_SOON = "another notification came less than a minute ago"


class Bounds:
    """Counts what was sent and what was reported of it; may be told so from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._up: set[NudgeKey] = set()
        self._showings: Counter[NudgeKey] = Counter()
        self._unreported: set[NudgeKey] = set()
        self._last: float | None = None

    def memory(self) -> Memory:
        """What the decision is to know of it."""
        with self._lock:
            return Memory(frozenset(self._up), dict(self._showings))

    def too_soon(self, uptime: float | None) -> str | None:
        """Why no other notification may come, that many seconds after the start of the machine."""
        if uptime is None or self._last is None:
            return None
        return TOO_SOON if uptime - self._last < APART else None

    def found(self, key: NudgeKey) -> None:
        """It is on the screen: an earlier process has brought it there."""
        with self._lock:
            self._up.add(key)

    def sent(self, nudge: Nudge, uptime: float | None) -> None:
        """It is on its way to the screen."""
        with self._lock:
            self._last = uptime
            self._unreported.add(nudge.key)
            self._showings[nudge.key] = max(self._showings[nudge.key], nudge.showings) + 1

    def hear(self, key: NudgeKey, report: Report) -> None:
        """Take the *report* about it."""
        with self._lock:
            if report.report in {"shown", "sent"}:
                self._up.add(key)
                self._showings[key] += key not in self._unreported
            elif report.report in {"failed", "held"} and key in self._unreported and not report.channel:
                self._showings[key] -= 1
                self._last = None
            elif report.report == "closed" and report.reason in GONE:
                self._up.discard(key)
            self._unreported.discard(key)


def shortly_after(nudge: Nudge, view: View) -> str | None:
    """Why *nudge* may not come by what the ledger says: a process that has just started remembers nothing."""
    others = [row.delivered_at for row in view.ledger if row.key != nudge.key and row.delivered_at]
    near = any(timedelta(0) <= view.now - at < timedelta(seconds=APART) for at in others)
    return TOO_SOON if near else None
