"""Five steps of confidence: chosen with a click or Alt and a digit, taken back by choosing the same again.

Return does on a step what it does in the text.
"""

import tkinter
from collections.abc import Callable
from tkinter import ttk

from habit_tracker.desktop.window.style import WindowStyle
from habit_tracker.desktop.window.words import ENDS
from habit_tracker.domain.progress.text import CONFIDENCE


class Confidence(ttk.Frame):
    """A row of steps between its two ends in words, none of them chosen at first."""

    def __init__(
        self,
        parent: tkinter.Misc,
        look: WindowStyle,
        on_return: Callable[[], object],
        on_change: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self._on_return = on_return
        self._on_change = on_change
        self._chosen = tkinter.StringVar(self)
        self._before = ""
        self._end(ENDS[CONFIDENCE[0]], look).pack(side="left", padx=(0, look.px(10)))
        self._steps = [self._step(number, look) for number in CONFIDENCE]
        self._end(ENDS[CONFIDENCE[-1]], look).pack(side="left", padx=(look.px(4), 0))

    @property
    def value(self) -> int | None:
        """The step that was chosen."""
        return int(self._chosen.get()) if self._chosen.get() else None

    def choose(self, number: int | None) -> None:
        """Let this step be chosen, or none."""
        self._chosen.set(str(number or ""))
        self._before = self._chosen.get()

    def _end(self, words: str, look: WindowStyle) -> ttk.Label:
        return ttk.Label(self, text=words, style="Muted.TLabel", padding=(0, look.px(2)))

    def _step(self, number: int, look: WindowStyle) -> ttk.Radiobutton:
        step = ttk.Radiobutton(self, text=str(number), value=str(number), variable=self._chosen)
        step.configure(style="Step.Toolbutton", command=self._toggle)
        step.pack(side="left", padx=(0, look.px(6)))
        step.bind("<Left>", lambda _event: self._steps[max(number - 2, 0)].focus_set())
        step.bind("<Right>", lambda _event: self._steps[number % len(CONFIDENCE)].focus_set())
        for key in ("<Return>", "<KP_Enter>"):
            step.bind(key, lambda _event: self._on_return())
        self.winfo_toplevel().bind(f"<Alt-Key-{number}>", lambda _event: step.invoke())
        return step

    def _toggle(self) -> None:
        if self._chosen.get() == self._before:
            self._chosen.set("")
        self._before = self._chosen.get()
        self._on_change()
