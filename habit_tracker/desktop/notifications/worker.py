"""The process that delivers one nudge: `python -m habit_tracker.desktop.notifications.worker`.

It reads a `Request` as one line of JSON and writes a `Report` a line. A reply lies in the inbox before it is
reported, so the death of whoever started this process loses nothing, and does not end it.
"""

import signal
import subprocess
import sys
from contextlib import suppress

from habit_tracker.desktop.child import start as start_child
from habit_tracker.desktop.child import tell
from habit_tracker.desktop.notifications.backend import Backend, choose
from habit_tracker.desktop.notifications.messages import Report, Request
from habit_tracker.desktop.notifications.waiting import InterruptibleWait, Lines, Stopped, Wait, by_reading


def start(request: Request, stderr: int | None = None) -> "subprocess.Popen[bytes]":
    """A running delivery of *request*: read reports from its stdout, end it with SIGTERM."""
    return start_child(__name__, request.to_json(), stderr=stderr)


def main() -> None:
    """Deliver the nudge that stdin asks for."""
    if sys.platform == "win32":
        _deliver(Request.from_json(sys.stdin.readline()), by_reading)
        return
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # the nudge outlives the terminal
    wait, orders = InterruptibleWait(), Lines(sys.stdin.fileno())
    with suppress(Stopped):
        request = Request.from_json(orders.next(wait, None) or "{}")
        notice = _deliver(request, wait)
        if notice and notice.proves_display:
            _converse(notice, request, wait, orders)


def _deliver(request: Request, wait: Wait) -> Backend | None:
    """Show it and report what came of it; the notifier, if the nudge is on the screen."""
    notifier = choose(wait)
    report = notifier if isinstance(notifier, Report) else notifier.show(request)
    _tell(report)
    return None if isinstance(notifier, Report) or report.report != "shown" else notifier


def _converse(notice: Backend, request: Request, wait: Wait, orders: Lines) -> None:
    from habit_tracker.desktop.notifications.freedesktop import Freedesktop
    from habit_tracker.desktop.notifications.session import NotificationSession

    if isinstance(notice, Freedesktop):
        NotificationSession(notice, request, wait, _tell, orders).run()


def _tell(report: Report) -> None:
    tell(report.to_json())


if __name__ == "__main__":
    main()
    with suppress(BrokenPipeError):
        sys.stdout.close()
