"""The form: which day, the question, the answer, and what to do with it."""

import tkinter
from collections.abc import Callable
from contextlib import suppress
from tkinter import ttk

from habit_tracker.desktop.inbox import Keeper, trouble_of
from habit_tracker.desktop.notifications.messages import Confirmation, Request
from habit_tracker.desktop.window import words
from habit_tracker.desktop.window.confidence import Confidence
from habit_tracker.desktop.window.result import WindowResult
from habit_tracker.desktop.window.style import WindowStyle
from habit_tracker.desktop.window.writing import Writing
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.nudges.reply import Choice

WIDTH = 480
DRAFT_WAIT = 300
"""Milliseconds that may be lost of a text when the computer stops."""


class Form:
    """Everything in the window; `outcome` is how it ended, once it is `done`."""

    def __init__(self, root: tkinter.Tk, look: WindowStyle, request: Request, keeper: Keeper) -> None:
        self.outcome = WindowResult()
        self.done = False
        self._root = root
        self._look = look
        self._keeper = keeper
        self._warned = ""
        self._saving: str | None = None
        self._page = ttk.Frame(root, padding=(look.px(28), look.px(24), look.px(28), look.px(20)))
        self._page.pack(fill="both", expand=True)
        self._ask(request)
        self.writing = Writing(self._page, look, self._save)
        self.writing.pack(fill="both", expand=True, pady=(look.px(16), 0))
        self._say_hint(request)
        if request.notice:
            self._label(request.notice, "Notice.TLabel", above=8)
        self._confidence = self._measure()
        self._trouble = self._label("", "Trouble.TLabel", above=0)
        self._offer(request)
        self._widen()
        self._bind()
        self.writing.write(request.draft)
        self._confidence.choose(request.draft_confidence)
        self.writing.text.bind("<<Modified>>", lambda _event: self._keep_soon(), add="+")
        if request.trouble:
            self._say(request.trouble)

    def leave_if_empty(self) -> None:
        """Close it, unless something was written."""
        if not self.writing.words.strip():
            self._close()

    def thank(self, said: Confirmation) -> None:
        """Let the reward take the place of the question; any key may end it."""
        for part in self._page.winfo_children():
            part.destroy()
        self._root.title(said.title)
        self._label(said.title, "Title.TLabel", above=0)
        self._label(said.body, "Muted.TLabel", above=4)
        self._root.report_callback_exception = lambda *_: self._close()

    def _ask(self, request: Request) -> None:
        self._root.title(words.title(request))
        self._label(request.day_words, "Day.TLabel", above=0)
        self._label(request.question, "Title.TLabel", above=4)

    def _widen(self) -> None:
        """One width for every question, and room to grow."""
        root = self._root
        ttk.Frame(self._page, width=self._look.px(WIDTH)).pack()
        root.update_idletasks()
        root.minsize(root.winfo_reqwidth(), root.winfo_reqheight())

    def _label(self, words: str, style: str, above: int) -> ttk.Label:
        look = self._look
        label = ttk.Label(self._page, text=words, style=style, wraplength=look.px(WIDTH), justify="left")
        label.pack(anchor="w", fill="x", pady=(look.px(above), 0))
        return label

    def _say_hint(self, request: Request) -> None:
        if hint := words.hint(request):
            self._label(hint, "Muted.TLabel", above=8)

    def _measure(self) -> Confidence:
        row = ttk.Frame(self._page)
        row.pack(fill="x", pady=(self._look.px(18), self._look.px(6)))
        ttk.Label(row, text="Confidence").pack(side="left", padx=(0, self._look.px(14)))
        steps = Confidence(row, self._look, self._save, self._keep_soon)
        steps.pack(side="left")
        self._label("optional, Alt+1 to Alt+5", "Muted.TLabel", above=0)
        return steps

    def _offer(self, request: Request) -> None:
        look = self._look
        row = ttk.Frame(self._page)
        row.pack(fill="x", pady=look.px(10))
        save = self._button(row, "Save", self._save)
        save.configure(style="Save.TButton")
        save.pack(side="right")
        if request.buttons:
            self._button(row, "Later", lambda: self._choose("later")).pack(side="right", padx=look.px(10))
            self._button(row, "Not today", lambda: self._choose("skip")).pack(side="left")
        self._label(words.KEYS, "Muted.TLabel", above=4)

    def _button(self, row: ttk.Frame, label: str, work: Callable[[], None]) -> ttk.Button:
        button = ttk.Button(row, text=label, underline=0, command=work)
        button.bind("<Return>", lambda _event: button.invoke())
        self._root.bind(f"<Alt-{label[0].lower()}>", lambda _event: button.invoke())
        return button

    def _bind(self) -> None:
        self._root.bind("<Escape>", lambda _event: self._leave())
        self._root.protocol("WM_DELETE_WINDOW", self._leave)
        self._root.report_callback_exception = lambda _kind, error, _trace: self._say(
            f"That did not work: {error}"
        )

    def _keep_soon(self) -> None:
        """Keep what is written a moment later, once for all that comes until then."""
        if self._saving is None:
            self._saving = self._root.after(DRAFT_WAIT, self._keep_now)

    def _keep_now(self) -> None:
        """Keep what stands here; a disk that is full now may not be when the window is left."""
        self._saving = None
        with suppress(OSError):
            self._keep_draft()

    def _keep_draft(self) -> None:
        self._keeper.keep_draft(self.writing.words, self._confidence.value)

    def _save(self) -> None:
        self._choose("answer", self.writing.words, self._confidence.value)

    def _choose(self, choice: Choice, text: str | None = None, confidence: int | None = None) -> None:
        """Keep it and close; a window that could not keep it stays open, with the text in it."""
        try:
            if choice != "answer":
                self._keep_draft()
            reply = self._keeper.keep(choice, text, confidence)
        except (HabitError, OSError) as error:
            self._say(trouble_of(error))
        else:
            self.outcome = WindowResult(choice, reply.text, reply.confidence)
            self._close()

    def _leave(self) -> None:
        """Close, with the text kept for the next time; one that cannot be kept is not lost without a word."""
        try:
            self._keep_draft()
        except OSError as error:
            written = self.writing.words
            if written != self._warned:
                self._warned = written
                self._say(words.NOT_KEPT.format(error.strerror))
                return
        self._close()

    def _close(self) -> None:
        if self._saving is not None:
            self._root.after_cancel(self._saving)  # what was answered is no draft any more
        self.done = True  # the loop may not have begun, and would not know that it was to end
        self._root.quit()

    def _say(self, trouble: str) -> None:
        self._trouble.configure(text=trouble)
        self.writing.text.focus_set()
