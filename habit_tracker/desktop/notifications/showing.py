"""Whether a nudge is on the screen, and its way back when it went with its server."""

from collections.abc import Callable

from habit_tracker.desktop.notifications.freedesktop import SERVER_GONE, Freedesktop
from habit_tracker.desktop.notifications.messages import Report, Request
from habit_tracker.desktop.notifications.waiting import Lines, Wait

AT_ONCE = 5
"""How often it is shown again as soon as a server is there; then one that keeps falling is given time."""


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

    def server_there(self, orders: Lines, wait: Wait) -> None:
        """Another server has come."""
        self._returns += 1
        if self._returns <= AT_ONCE:
            self.come_back(orders, wait)

    def come_back(self, orders: Lines, wait: Wait) -> None:
        """Show it again, if only its server had gone; the caller tries again later what cannot be shown yet.

        When *orders* have ended the reminder has gone too: then it is for the next one to ask.
        """
        if self.gone != SERVER_GONE:
            return
        while not orders.ended and wait([orders.file], 0):
            orders.read()
        if orders.ended:
            self.gone = "by us"
            return
        report = self._notice.show_again(self._request)
        if report.report == "shown":
            self.gone = None
            self._tell(report)
