"""Whether a nudge is on the screen, and its way back when it went with its server."""

from collections.abc import Callable
from datetime import UTC, datetime

from habit_tracker.desktop.notifications.freedesktop import Freedesktop
from habit_tracker.desktop.notifications.messages import SERVER_GONE, Report, Request
from habit_tracker.desktop.notifications.waiting import Lines, Wait

WANTED_GONE = {"dismissed", "expired"}


class Showing:
    """One nudge that was shown; *gone* says why it is not on the screen any more."""

    def __init__(self, notice: Freedesktop, request: Request, tell: Callable[[Report], None]) -> None:
        self.gone: str | None = None
        self._notice = notice
        self._request = request
        self._tell = tell
        self._returns = 0

    @property
    def lasts(self) -> bool:
        """Whether it is on the screen, or will be with the next server."""
        return self.gone in {None, SERVER_GONE}

    def server_gone(self) -> None:
        """It left the screen with its server, unless it had left before."""
        if self.gone is None:
            self.gone = SERVER_GONE
            self._tell(Report("closed", reason=SERVER_GONE))

    def come_back(self, orders: Lines, wait: Wait) -> None:
        """Show it again, if only its server had gone; the caller tries again later what cannot be shown yet.

        When *orders* have ended the reminder has gone too: then it is for the next one to ask.
        """
        if self.gone != SERVER_GONE:
            return
        while not orders.ended and wait([orders.file], 0):
            orders.read()
        if orders.ended or not self._may_return():
            self.gone = "by us"
            return
        report = self._notice.show_again(self._request)
        self._returns += bool(report.channel)
        if report.report == "shown":
            self.gone = None
            self._tell(report)

    def end(self, *, wanted: bool) -> None:
        """Nobody attends to it any more; what was not *wanted* leaves its note for the reminder."""
        if self._notice.note and (wanted or self.gone in WANTED_GONE):
            self._notice.note.remove()

    def _may_return(self) -> bool:
        """Whether it is still the day's question, and has not come back too often."""
        until = self._request.returns_until
        return self._returns < self._request.returns and (until is None or datetime.now(UTC) < until)
