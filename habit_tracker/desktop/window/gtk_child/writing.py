"""The field to write in: long text wraps, Tab leaves it, Return saves and Ctrl+Return starts a new line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gi.repository import Gdk, Gtk, Pango
from keys import on_return

LINES, MOST_LINES = 3, 10
MARGIN = 10
NEW_LINE = Gdk.ModifierType.CONTROL_MASK | Gdk.ModifierType.SHIFT_MASK


class Writing:
    """A text field that grows with the text, and then scrolls."""

    def __init__(self, name: str, on_save: Callable[[], None], on_change: Callable[[], None]) -> None:
        self._on_save = on_save
        self._composing = False
        self._view = Gtk.TextView(wrap_mode=Gtk.WrapMode.WORD_CHAR, accepts_tab=False, pixels_above_lines=2)
        for side in ("left", "right", "top", "bottom"):
            self._view.set_property(f"{side}_margin", MARGIN)
        self._view.update_property([Gtk.AccessibleProperty.LABEL], [name])
        self._view.connect("preedit-changed", self._compose)
        self._view.connect("realize", self._measure)
        on_return(self._view, self._returned)
        self._buffer = self._view.get_buffer()
        self._buffer.connect("changed", lambda _buffer: on_change())
        self.widget = Gtk.ScrolledWindow(child=self._view, propagate_natural_height=True, has_frame=True)
        self.widget.add_css_class("writing")
        self.widget.set_overflow(Gtk.Overflow.HIDDEN)  # round corners for the text, too
        self.widget.set_policy(Gtk.PolicyType.EXTERNAL, Gtk.PolicyType.AUTOMATIC)

    @property
    def text(self) -> str:
        """What is written in it."""
        text: str = self._buffer.get_text(*self._buffer.get_bounds(), True)
        return text

    def write(self, text: str) -> None:
        """Put *text* into it, as a start."""
        self._buffer.begin_irreversible_action()
        self._buffer.set_text(text)
        self._buffer.end_irreversible_action()

    def focus(self) -> None:
        """Give it the keyboard."""
        self._view.grab_focus()

    def describe(self, words: str) -> None:
        """What a screen reader says beside its name."""
        self._view.update_property([Gtk.AccessibleProperty.DESCRIPTION], [words])

    def _measure(self, _view: object) -> None:
        """Three lines of these letters at least, and no more than ten."""
        metrics = self._view.get_pango_context().get_metrics()
        line = metrics.get_height() / Pango.SCALE + self._view.get_pixels_above_lines()
        self.widget.set_min_content_height(round(LINES * line) + 2 * MARGIN)
        self.widget.set_max_content_height(round(MOST_LINES * line) + 2 * MARGIN)

    def _compose(self, _view: object, begun: str) -> None:
        """While an input method puts a letter together, Return belongs to it."""
        self._composing = bool(begun)

    def _returned(self, held: Any) -> bool:
        if self._composing:
            return False
        if held & NEW_LINE:
            self._buffer.delete_selection(True, True)
            self._buffer.insert_at_cursor("\n")
        else:
            self._on_save()
        return True
