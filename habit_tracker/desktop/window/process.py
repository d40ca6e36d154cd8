"""Opening the answer window: a process of its own, which may live longer than who opened it."""

import signal
import sys
from collections.abc import Callable
from contextlib import suppress

from habit_tracker.desktop.child import start
from habit_tracker.desktop.display import screen_environment
from habit_tracker.desktop.notifications.messages import Confirmation, Request
from habit_tracker.desktop.notifications.waiting import Lines
from habit_tracker.desktop.window.result import WindowResult
from habit_tracker.domain.nudges.delivery import AUTO

PROCESS = "habit_tracker.desktop.window"
ENDED = WindowResult(failed="the answer window ended unexpectedly")


class Window:
    """An answer window that was opened; `lines` becomes readable when there is news from it."""

    def __init__(self, request: Request, token: str = "") -> None:
        """*token* is the desktop's permission to take the keyboard, where it gives one."""
        env = screen_environment()
        if token:
            env |= {"XDG_ACTIVATION_TOKEN": token, "DESKTOP_STARTUP_ID": token}
        self._process = start(PROCESS, request.to_json(), env)
        assert self._process.stdout is not None  # noqa: S101  `start` gives one
        self.lines = Lines(self._process.stdout.fileno())
        self.ended = False
        self._ready = False

    def news(self) -> list[WindowResult]:
        """What it says, once `lines` is readable: that it is ready, and at last how it ended.

        After an answer it waits for `thank`.
        """
        self.lines.read()
        found = [WindowResult.from_json(line) for line in self.lines.take()]
        if self.lines.ended and not any(not one.ready for one in found):
            found.append(ENDED)
        self._ready = self._ready or any(one.ready for one in found)
        if any(not one.ready and one.choice != "answer" for one in found):
            self.end()
        return found

    def thank(self, words: Confirmation | None) -> None:
        """Let it say *words*, if there are any, for a second while it closes."""
        if words and self._process.stdin:
            with suppress(OSError):
                self._process.stdin.write(words.to_json().encode("ascii") + b"\n")
                self._process.stdin.flush()
        self._close_pipes()

    def leave(self) -> None:
        """Close it, unless the person has begun to write: then it stays until they are done."""
        self._process.terminate()

    def come(self) -> None:
        """Bring it to the front; one that has not said yet that it is ready is on its way there."""
        if self._ready and sys.platform != "win32":
            self._process.send_signal(signal.SIGUSR1)

    def end(self) -> None:
        """Wait for its end."""
        self.ended = True
        self._close_pipes()
        self._process.wait()

    def _close_pipes(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()


Thanks = Callable[[WindowResult], Confirmation | None]


def ask(request: Request, thanks: Thanks = lambda _: None) -> WindowResult:
    """Open the window and wait for its end. An answer lies in the request's inbox when this returns.

    *thanks* is asked for what the window is to say about an answer, before it closes.
    """
    window = Window(request)
    try:
        while not window.ended:
            for outcome in window.news():
                if outcome.choice == "answer":
                    window.thank(thanks(outcome))
                    window.end()
                if not outcome.ready:
                    return outcome
    except KeyboardInterrupt:
        window.leave()
        raise
    return ENDED


def toolkits(wanted: str = AUTO) -> dict[str, str | None]:
    """What can ask here, in the order in which it is tried, each with the reason why it cannot, or None."""
    from habit_tracker.desktop.window.choice import toolkits_here

    return dict(toolkits_here(screen_environment(), wanted))
