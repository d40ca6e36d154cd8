"""From the nudge on the screen to the reply in the inbox."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from habit_tracker.desktop.inbox import Keeper, trouble_of
from habit_tracker.desktop.notifications.dbus import BusError
from habit_tracker.desktop.notifications.freedesktop import Freedesktop
from habit_tracker.desktop.notifications.messages import (
    SERVER_GONE,
    SESSION_GONE,
    Confirmation,
    Event,
    Report,
    Request,
)
from habit_tracker.desktop.notifications.showing import Showing
from habit_tracker.desktop.notifications.thanks import thank
from habit_tracker.desktop.notifications.waiting import Lines, Stopped, Wait
from habit_tracker.desktop.window.dark_mode import named_theme, portal_theme
from habit_tracker.desktop.window.process import Window
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.nudges.reply import Choice

CONFIRMATION_LIMIT = 10.0  # seconds that the person's reply may take to be stored and confirmed
LONGEST_LIFE = timedelta(days=2)
LONGEST_WAIT = 60.0  # seconds; the clock that counts a wait may stand still while a laptop sleeps


class NotificationSession:
    """One nudge that is on the screen, until it is replied to or leaves.

    *orders* come from the reminder, and end with it.
    """

    def __init__(
        self,
        notice: Freedesktop,
        request: Request,
        wait: Wait,
        tell: Callable[[Report], None],
        orders: Lines,
    ) -> None:
        self._notice = notice
        self._request = request
        self._wait = wait
        self._tell = tell
        self._orders = orders
        self._keeper = Keeper(request)
        self._window: Window | None = None
        self._thankful: Window | None = None
        self._showing = Showing(notice, request, tell)
        self._over = False
        self._until = request.until or datetime.now(UTC) + LONGEST_LIFE

    def run(self) -> None:
        """Attend to it; after a reply show the confirmation that the reminder orders, if it does so soon."""
        try:
            while not self._over and (self._showing.lasts or self._window):
                self._look_once()
            self._showing.end(wanted=self._over)
            if self._over:
                self._confirm()
            else:
                self._tell(Report("closed", reason=self._showing.gone))
        except Stopped:
            self._leave()
            self._showing.end(wanted=True)
            raise

    def _look_once(self) -> None:
        if self._notice.bus.heard:  # came while a call was waiting for its answer
            self._listen_to_server()
            return
        left = (self._until - datetime.now(UTC)).total_seconds()
        if left <= 0 and self._showing.lasts:
            self._leave()
            self._showing.gone = "by us"
            return
        files = [] if self._showing.gone == SESSION_GONE else [self._notice.bus.file]
        files += [self._window.lines.file] if self._window else []
        ready = self._wait(files, min(left, LONGEST_WAIT) if self._showing.lasts else None)
        if self._notice.bus.file in ready:
            self._listen_to_server()
        if self._window and self._window.lines.file in ready:
            self._listen_to_window(self._window)
        if not ready:
            self._come_back()

    def _listen_to_server(self) -> None:
        try:
            for event in self._notice.events():
                self._react(event)
        except BusError:
            self._notice.bus.heard.clear()
            self._showing.gone = SESSION_GONE

    def _come_back(self) -> None:
        if self._window is None:
            self._showing.come_back(self._orders, self._wait)

    def _react(self, event: Event) -> None:
        match event.name:
            case "closed" if event.detail == SERVER_GONE:
                self._showing.server_gone()
            case "closed":
                self._showing.gone = event.detail
            case "server" if self._window is None:
                self._showing.come_back(self._orders, self._wait)
            case "text":
                self._keep("answer", event.detail)
            case "answer" if self._window:
                self._window.come()
            case "answer":
                self._open()
            case ("later" | "skip") as choice if self._window is None:
                self._keep(choice)

    def _keep(self, choice: Choice, text: str | None = None) -> None:
        """Keep what was said in the notification itself; what cannot be kept goes on in a window."""
        try:
            self._keeper.keep(choice, text)
        except (HabitError, OSError) as error:
            self._open(text, trouble_of(error))
        else:
            self._replied(choice)

    def _open(self, draft: str | None = None, trouble: str | None = None) -> None:
        dark = named_theme()
        dark = portal_theme(self._notice.bus) if dark is None else dark
        draft = self._request.draft if draft is None else draft
        request = self._request._replace(draft=draft, trouble=trouble, dark=dark)
        self._window = Window(request, self._notice.token)

    def _listen_to_window(self, opened: Window) -> None:
        for outcome in opened.news():
            if outcome.ready:
                self._tell(Report("opened"))
                continue
            self._window = None
            if outcome.choice:
                self._thankful = opened if outcome.choice == "answer" else None
                self._replied(outcome.choice)
            elif outcome.failed:
                self._say_trouble(outcome.failed)
            else:
                self._come_back()

    def _say_trouble(self, reason: str) -> None:
        self._tell(Report("trouble", reason=reason))
        words = f"The answer window could not open: {reason}. You can answer in a terminal: habit ask"
        if self._notice.show(self._request._replace(body=words)).report == "shown":
            self._showing.gone = None

    def _replied(self, choice: Choice) -> None:
        self._tell(Report("replied", choice=choice))
        self._over = True

    def _confirm(self) -> None:
        """Thank in the window that was answered in, and in the place of the question."""
        line = self._orders.next(self._wait, CONFIRMATION_LIMIT)
        words = None
        with suppress(ValueError, KeyError, TypeError):
            words = Confirmation.from_json(line or "")
        if self._thankful:
            self._thankful.thank(words)
        if words:
            with suppress(BusError):
                thank(self._notice, words, self._wait)
        self._notice.close()
        if self._thankful:
            self._thankful.end()

    def _leave(self) -> None:
        self._notice.close()
        if self._window:
            self._window.leave()
