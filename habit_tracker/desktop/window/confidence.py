"""Five steps of confidence: chosen with a click or Alt and a digit, taken back by choosing the same again."""

import tkinter
from tkinter import ttk

from habit_tracker.desktop.window.style import WindowStyle
from habit_tracker.domain.progress.text import CONFIDENCE


class Confidence(ttk.Frame):
    """A row of steps, none of them chosen at first."""

    def __init__(self, parent: tkinter.Misc, look: WindowStyle) -> None:
        super().__init__(parent)
        self._chosen = tkinter.StringVar(self)
        self._before = ""
        self._steps = [self._step(number, look) for number in CONFIDENCE]

    @property
    def value(self) -> int | None:
        """The step that was chosen."""
        return int(self._chosen.get()) if self._chosen.get() else None

    def choose(self, number: int | None) -> None:
        """Let this step be chosen, or none."""
        self._chosen.set(str(number or ""))
        self._before = self._chosen.get()

    def _step(self, number: int, look: WindowStyle) -> ttk.Radiobutton:
        step = ttk.Radiobutton(self, text=str(number), value=str(number), variable=self._chosen)
        step.configure(style="Step.Toolbutton", command=self._toggle)
        step.pack(side="left", padx=(0, look.px(6)))
        step.bind("<Left>", lambda _event: self._steps[max(number - 2, 0)].focus_set())
        step.bind("<Right>", lambda _event: self._steps[number % len(CONFIDENCE)].focus_set())
        self.winfo_toplevel().bind(f"<Alt-Key-{number}>", lambda _event: step.invoke())
        return step

    def _toggle(self) -> None:
        if self._chosen.get() == self._before:
            self._chosen.set("")
        self._before = self._chosen.get()
