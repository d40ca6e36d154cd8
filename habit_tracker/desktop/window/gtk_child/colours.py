"""Dark or light as the desktop is, also when that changes; a theme of high contrast keeps its own colours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from dark import Portal, settings_say_dark
from gi.repository import Gtk
from pipe import Message

HERE = Path(__file__).parent
HIGH_CONTRAST = re.compile("contrast|-hc", re.IGNORECASE)


class Colours:
    """The looks of every window of *display*."""

    def __init__(self, display: Any, question: Message) -> None:
        self._display = display
        self._palettes = question["palettes"]
        self._settings = Gtk.Settings.get_for_display(display)
        self._settings.set_property("gtk-enable-animations", False)  # a text that scrolls would not grow meanwhile
        self._palette = Gtk.CssProvider()
        self._add(_sheet("layout.css"))
        if not HIGH_CONTRAST.search(self._settings.get_property("gtk-theme-name")):
            self._add(self._palette)
            self._add(_sheet("colours.css"))
        self._follow(question["dark"], fixed=question["fixed"])

    def _follow(self, dark: bool | None, *, fixed: bool) -> None:
        """Begin *dark* or light, or as the desktop says, and change with it unless that is *fixed*."""
        portal = Portal(lambda changed: None if fixed else self._paint(changed))
        dark = portal.dark() if dark is None else dark
        self._paint(settings_say_dark(self._settings) if dark is None else dark)

    def _paint(self, dark: bool) -> None:
        self._settings.set_property("gtk-application-prefer-dark-theme", dark)
        colours = self._palettes["dark" if dark else "light"].items()
        css = "".join(f"@define-color {name} {value};\n" for name, value in colours)
        if hasattr(self._palette, "load_from_string"):  # since GTK 4.12
            self._palette.load_from_string(css)
        else:
            self._palette.load_from_data(css.encode())

    def _add(self, sheet: Any) -> None:
        Gtk.StyleContext.add_provider_for_display(self._display, sheet, Gtk.STYLE_PROVIDER_PRIORITY_APPLICATION)


def _sheet(name: str) -> Any:
    found = Gtk.CssProvider()
    found.load_from_path(str(HERE / name))
    return found
