"""The answer window in GTK 4: the window is a child that shows and hears; what it hears is kept here."""

import os
import signal
from collections.abc import Mapping
from contextlib import suppress

from habit_tracker.desktop.inbox import Keeper, trouble_of
from habit_tracker.desktop.notifications.messages import Confirmation, Request
from habit_tracker.desktop.window.gtk_messages import News, question
from habit_tracker.desktop.window.gtk_process import GtkProcess
from habit_tracker.desktop.window.gtk_python import pythons_with_gtk
from habit_tracker.desktop.window.opener import Opener
from habit_tracker.desktop.window.result import Unavailable, WindowResult
from habit_tracker.desktop.window.words import NOT_KEPT, THANKS_STAY
from habit_tracker.domain.errors import HabitError

NO_PYTHON = "the system's Python has no GTK 4 (on Debian and Ubuntu: apt install python3-gi gir1.2-gtk-4.0)"
LOOKING_LIMIT = 5.0  # seconds; the first start after a boot reads a lot
OPENING_LIMIT = 10.0  # seconds


def ask(request: Request, keeper: Keeper, opener: Opener) -> WindowResult:
    """Show the window until the person is done.

    Raises Unavailable where no Python of the system opens one, and where it dies: the draft is kept then.
    """
    reasons = []
    for python in pythons_with_gtk(os.environ):
        with GtkProcess(python, os.environ) as process:
            process.tell(question(request))
            signal.signal(signal.SIGTERM, lambda _number, _frame: process.tell({"order": "leave"}))
            signal.signal(signal.SIGUSR1, lambda _number, _frame: process.tell({"order": "come"}))
            first = process.news(OPENING_LIMIT)
            if first.news == "opened":
                return Conversation(process, keeper, opener).result()
            reasons.append(first.reason)
    raise Unavailable("; ".join(reasons) or NO_PYTHON)


def trouble(env: Mapping[str, str]) -> str | None:
    """Why it cannot ask here, or None: GTK is loaded and finds its screen, and opens nothing."""
    reasons = []
    for python in pythons_with_gtk(env):
        with GtkProcess(python, env) as process:
            process.close_orders()
            found = process.news(LOOKING_LIMIT)
            if found.news == "able":
                return None
            reasons.append(found.reason)
    return "; ".join(reasons) or NO_PYTHON


class Conversation:
    """What is said between a window that is open and the person's inbox."""

    def __init__(self, process: GtkProcess, keeper: Keeper, opener: Opener) -> None:
        self._process = process
        self._keeper = keeper
        self._opener = opener
        self._warned = ""

    def result(self) -> WindowResult:
        """How it ends. Raises Unavailable when the window dies."""
        while True:
            news = self._process.news()
            match news.news:
                case "ready":
                    self._opener.ready()
                case "typed":
                    with suppress(OSError):  # a disk that is full now may not be when the window is left
                        self._keep_draft(news)
                case "leave":
                    self._leave(news)
                case "chosen" if outcome := self._keep(news):
                    return outcome
                case "closed":
                    return WindowResult()
                case "failed":
                    raise Unavailable(news.reason)

    def _keep_draft(self, news: News) -> None:
        self._keeper.keep_draft(news.text, news.confidence)

    def _keep(self, news: News) -> WindowResult | None:
        """Keep it and close; a window whose reply could not be kept stays open, with the text in it."""
        assert news.choice  # noqa: S101  what is chosen is a choice
        try:
            if news.choice == "answer":
                reply = self._keeper.keep("answer", news.text, news.confidence)
            else:
                self._keep_draft(news)
                reply = self._keeper.keep(news.choice)
        except (HabitError, OSError) as error:
            with suppress(OSError):
                self._keep_draft(news)
            self._process.tell({"order": "say", "words": trouble_of(error)})
            return None
        outcome = WindowResult(news.choice, reply.text, reply.confidence)
        self._close(self._opener.kept(outcome) if news.choice == "answer" else None)
        return outcome

    def _leave(self, news: News) -> None:
        """Close, with the text kept for the next time; one that cannot be kept is not lost without a word."""
        try:
            self._keep_draft(news)
        except OSError as error:
            if news.text != self._warned:
                self._warned = news.text
                self._process.tell({"order": "say", "words": NOT_KEPT.format(error.strerror or error)})
                return
        self._close()

    def _close(self, thanks: Confirmation | None = None) -> None:
        if thanks:
            self._process.tell({"order": "thank", "stay": THANKS_STAY, **thanks._asdict()})
        else:
            self._process.tell({"order": "close"})
