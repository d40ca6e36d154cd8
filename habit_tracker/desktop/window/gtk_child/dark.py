"""Whether the desktop is dark: what its portal says, then what its settings say."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from gi.repository import Gio, GLib

PORTAL = "org.freedesktop.portal.Desktop"
PLACE = ("/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")
SCHEME = ("org.freedesktop.appearance", "color-scheme")
CODES = {1: True, 2: False}
LIMIT = 100
"""Milliseconds: somebody has clicked and waits."""
GNOME = "org.gnome.desktop.interface"


class Portal:
    """The desktop's portal, where one runs; *on_change* hears of each change to dark or light."""

    def __init__(self, on_change: Callable[[bool], object]) -> None:
        self._bus = _session_bus()
        self._on_change = on_change
        if self._bus:
            place, interface = PLACE
            self._bus.signal_subscribe(
                PORTAL, interface, "SettingChanged", place, SCHEME[0], Gio.DBusSignalFlags.NONE, self._changed
            )

    def dark(self) -> bool | None:
        """What it says now, if it says so quickly; it is not started to be asked."""
        if not self._bus:
            return None
        words = GLib.Variant("(ss)", SCHEME)
        try:
            answer = self._bus.call_sync(
                PORTAL, *PLACE, "Read", words, None, Gio.DBusCallFlags.NO_AUTO_START, LIMIT, None
            )
        except GLib.Error:
            return None
        return CODES.get(answer.unpack()[0])

    def _changed(self, *signal: Any) -> None:
        _namespace, key, value = signal[5].unpack()
        if key == SCHEME[1]:
            self._on_change(CODES.get(value, False))


def settings_say_dark(gtk: Any) -> bool:
    """What the settings of GNOME's kind say, and those of GTK itself."""
    source = Gio.SettingsSchemaSource.get_default()
    schema = source and source.lookup(GNOME, True)
    if schema and schema.has_key("color-scheme"):
        scheme = Gio.Settings.new(GNOME).get_string("color-scheme")
        if scheme != "default":
            return bool(scheme == "prefer-dark")
    theme: str = gtk.get_property("gtk-theme-name")
    return bool(gtk.get_property("gtk-application-prefer-dark-theme")) or theme.lower().endswith("-dark")


def _session_bus() -> Any:
    """The connection that there is, and that GTK uses, too: none is started, and the window outlives its end."""
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return None
    try:
        bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    except GLib.Error:
        return None
    bus.set_exit_on_close(False)
    return bus
