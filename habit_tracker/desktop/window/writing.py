"""The field to write in: long text wraps, Tab leaves it, Return saves and Ctrl+Return starts a new line."""

import tkinter
from collections.abc import Callable
from tkinter import ttk

from habit_tracker.desktop.window.style import WindowStyle

LINES, MOST_LINES = 3, 10
Event = tkinter.Event  # of any widget


class Writing(tkinter.Frame):
    """A text field in a frame whose colour shows that it has the keyboard."""

    def __init__(self, parent: tkinter.Misc, look: WindowStyle, on_save: Callable[[], object]) -> None:
        colour = look.colour
        super().__init__(parent, background=colour.field, highlightthickness=look.px(1))
        self.configure(highlightbackground=colour.line, highlightcolor=colour.accent)
        self.text = tkinter.Text(self, height=LINES, width=1, wrap="word", undo=True, maxundo=-1)
        self.text.configure(font=look.writing, background=colour.field, foreground=colour.text, relief="flat")
        self.text.configure(insertbackground=colour.text, insertwidth=look.px(2), spacing1=look.px(2))
        self.text.configure(selectbackground=colour.accent, selectforeground=colour.on_accent, borderwidth=0)
        self.text.configure(highlightthickness=0, padx=look.px(12), pady=look.px(10))
        self._bar = ttk.Scrollbar(self, command=self.text.yview)
        self.text.configure(yscrollcommand=self._scrolled)
        self.text.pack(side="left", fill="both", expand=True)
        self._bind(on_save, look)

    @property
    def words(self) -> str:
        """What is written in it."""
        return self.text.get("1.0", "end-1c")

    def write(self, words: str) -> None:
        """Put *words* into it, as a start."""
        self.text.insert("1.0", words)
        self.text.edit_reset()

    def _bind(self, on_save: Callable[[], object], look: WindowStyle) -> None:
        text = self.text
        for key in ("<Return>", "<KP_Enter>"):
            _on(text, key, on_save)
        for key in ("<Control-Return>", "<Shift-Return>", "<Control-KP_Enter>"):
            _on(text, key, lambda: text.insert("insert", "\n"))
        _on(text, "<Tab>", lambda: _focus(text.tk_focusNext()))
        _on(text, "<<PrevWindow>>", lambda: _focus(text.tk_focusPrev()))
        for key in ("<Control-a>", "<Control-A>"):
            _on(text, key, lambda: text.tag_add("sel", "1.0", "end-1c"))
        text.bind("<<Paste>>", self._drop_selection)
        for change in ("<<Modified>>", "<Configure>"):
            text.bind(change, self._grow)
        text.bind("<FocusIn>", lambda _event: self.configure(highlightbackground=look.colour.accent))
        text.bind("<FocusOut>", lambda _event: self.configure(highlightbackground=look.colour.line))

    def _drop_selection(self, _event: Event) -> None:
        """What is pasted replaces what is selected, also on X11."""
        if self.text.tag_ranges("sel"):
            self.text.delete("sel.first", "sel.last")

    def _grow(self, _event: Event) -> None:
        """As many lines as are written, within bounds; off the screen it has no width to wrap at."""
        self.text.edit_modified(False)
        if self.text.winfo_width() <= 1:
            return
        lines = int(self.text.tk.call(self.text, "count", "-displaylines", "1.0", "end"))
        height = min(max(lines, LINES), MOST_LINES)
        if height != self.text.cget("height"):
            self.text.configure(height=height)

    def _scrolled(self, first: str | float, last: str | float) -> None:
        """Show the bar only where there is something to scroll."""
        self._bar.set(float(first), float(last))
        if float(first) <= 0 and float(last) >= 1:
            self._bar.pack_forget()
        else:
            self._bar.pack(side="right", fill="y")


def _on(text: tkinter.Text, key: str, work: Callable[[], object]) -> None:
    """Do *work* instead of what the key would do in any text field."""

    def react(_event: Event) -> str:
        work()
        return "break"

    text.bind(key, react)


def _focus(widget: tkinter.Misc | None) -> None:
    if widget:
        widget.focus_set()
