"""Five steps of confidence between two ends; none is chosen at first, and the same once more takes it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gi.repository import Gtk
from keys import on_return
from pipe import Message

NAME = [Gtk.AccessibleProperty.LABEL, Gtk.AccessibleProperty.KEY_SHORTCUTS]


class Steps:
    """A row of buttons, at most one of them down."""

    def __init__(self, words: Message, on_save: Callable[[], None], on_change: Callable[[], None]) -> None:
        self._on_save = on_save
        self._on_change = on_change
        self._buttons = {number: self._step(number, name) for number, name in enumerate(words["names"], 1)}
        self.widget = Gtk.Box(css_classes=["steps"])
        lowest, highest = (Gtk.Label(label=end, css_classes=["end"]) for end in words["ends"])
        for part in (lowest, *self._buttons.values(), highest):
            self.widget.append(part)
        on_return(self.widget, self._save)

    @property
    def chosen(self) -> int | None:
        """The step that is down."""
        return next((number for number, button in self._buttons.items() if button.get_active()), None)

    def choose(self, number: int | None) -> None:
        """Press that step, if it is one."""
        if number in self._buttons:
            self._buttons[number].set_active(True)

    def shortcuts(self) -> Any:
        """Alt and a digit turn a step, wherever the keyboard is; that stays there."""
        found = Gtk.ShortcutController(scope=Gtk.ShortcutScope.GLOBAL)
        for number, button in self._buttons.items():
            trigger = Gtk.ShortcutTrigger.parse_string(f"<Alt>{number}|<Alt>KP_{number}")
            found.add_shortcut(Gtk.Shortcut.new(trigger, Gtk.CallbackAction.new(_turn, button)))
        return found

    def _step(self, number: int, name: str) -> Any:
        button = Gtk.ToggleButton(label=str(number))
        button.update_property(NAME, [name, f"Alt+{number}"])
        button.connect("toggled", self._toggled)
        return button

    def _save(self, _held: Any) -> bool:
        self._on_save()
        return True

    def _toggled(self, turned: Any) -> None:
        for button in self._buttons.values():
            if turned.get_active() and button is not turned:
                button.set_active(False)
        self._on_change()


def _turn(_widget: object, _nothing: object, button: Any) -> bool:
    button.set_active(not button.get_active())
    return True
