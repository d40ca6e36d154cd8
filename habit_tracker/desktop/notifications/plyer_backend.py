"""The portable way to notify: plyer, in a process of its own, because it may hang."""

import json
import os
import shutil
import signal
import subprocess
import sys
from typing import Any

from habit_tracker.desktop.child import start
from habit_tracker.desktop.notifications.gesture import SHELL
from habit_tracker.desktop.notifications.markup import cleaned, clipped, without_markup
from habit_tracker.desktop.notifications.messages import Report, Request
from habit_tracker.desktop.notifications.waiting import Lines, Wait

LIMIT = 10.0  # seconds; with a hung server plyer itself would wait for 75
SECONDS_ON_SCREEN = 7  # Windows keeps the balloon only while the process lives
LONGEST_TITLE = 63  # UTF-16 units: Windows refuses 64, unseen
LONGEST_BODY = 255


class PlyerBackend:
    """Shows title and text on any system; cannot be clicked, and cannot tell whether anything was seen."""

    proves_display = False

    def __init__(self, wait: Wait, markup: bool = False) -> None:
        self._wait = wait
        self._markup = markup

    def show(self, request: Request) -> Report:
        """Hand the nudge to plyer; "sent" means only that plyer came back in time."""
        if sys.platform.startswith("linux") and shutil.which("notify-send") is None:
            return Report("failed", reason="the program notify-send is not installed")
        line = json.dumps({"title": _title(request.title), "message": self._message(request.body)})
        child = start(__name__, line)
        try:
            return self._result(child)
        finally:
            _end(child)

    def _message(self, body: str) -> str:
        """The body and how to answer, as notify-send shows it unchanged: that reads backslashes and dashes."""
        how = f"{SHELL.words}."
        body = "\n".join(filter(None, [clipped(cleaned(body), LONGEST_BODY - len(how) - 1), how]))
        if sys.platform.startswith("linux"):
            body = _undashed(body).replace("\\", "\\\\")
        return without_markup(body) if self._markup else body

    def _result(self, child: "subprocess.Popen[bytes]") -> Report:
        assert child.stdout is not None  # noqa: S101  `start` gives one
        try:
            if sys.platform == "win32":
                child.wait(LIMIT)
            line = Lines(child.stdout.fileno()).next(self._wait, LIMIT)
        except subprocess.TimeoutExpired:
            line = None
        return (
            Report.from_json(line)
            if line
            else Report("failed", channel="plyer", reason="the notification was not taken in time")
        )


def _title(text: str) -> str:
    """A title that plyer shows: never empty, on one line, and not to be taken for an option."""
    return clipped(_undashed(" ".join(cleaned(text).split())) or "Habit tracker", LONGEST_TITLE)


def _undashed(text: str) -> str:
    return f" {text}" if text.startswith("-") else text


def _end(child: "subprocess.Popen[bytes]") -> None:
    """End it together with the program that it may have started."""
    if child.poll() is None and sys.platform != "win32":
        os.killpg(child.pid, signal.SIGKILL)
    child.kill()
    child.wait()


def main() -> None:
    """Read one JSON line with title and message, hand it to plyer, and report."""
    words = json.loads(sys.stdin.readline())
    try:
        _notifier().notify(app_name="Habit tracker", timeout=SECONDS_ON_SCREEN, **words)
        report = Report("sent", channel="plyer")
    except Exception as error:  # plyer lets out whatever its back ends raise
        report = Report("failed", reason=f"plyer could not show it ({error or type(error).__name__})")
    print(report.to_json(), flush=True)  # noqa: T201


def _notifier() -> Any:
    """plyer's notifier; its own choice on Linux warns, and is led astray by a folder /app."""
    if sys.platform.startswith("linux"):
        from plyer.platforms.linux.notification import NotifySendNotification

        return NotifySendNotification()
    from plyer import notification

    return notification


if __name__ == "__main__":
    main()
