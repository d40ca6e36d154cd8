"""Whether the person's desktop is dark."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

    from habit_tracker.desktop.notifications.dbus import Bus

THEME_VARIABLE = "HABIT_TRACKER_THEME"
PORTAL = "org.freedesktop.portal.Desktop"
PORTAL_LIMIT = 0.1  # seconds: somebody has clicked and waits
SETTING = ["get", "org.gnome.desktop.interface", "color-scheme"]


def named_theme() -> bool | None:
    """What the environment says: dark, light, or nothing."""
    named = os.environ.get(THEME_VARIABLE, "").lower()
    if named in {"dark", "light"}:
        return named == "dark"
    return True if os.environ.get("GTK_THEME", "").lower().endswith(":dark") else None


def portal_theme(bus: "Bus") -> bool | None:
    """What a running desktop portal says."""
    from jeepney import DBusAddress

    from habit_tracker.desktop.notifications.dbus import BusError

    settings = DBusAddress("/org/freedesktop/portal/desktop", PORTAL, "org.freedesktop.portal.Settings")
    try:
        if not bus.is_owned(PORTAL):
            return None
        key = ("org.freedesktop.appearance", "color-scheme")
        (found,) = bus.call(settings, "Read", "ss", *key, limit=PORTAL_LIMIT)
    except BusError:
        return None
    while isinstance(found, tuple):  # a variant within a variant, each as (signature, value)
        found = found[1]
    return {1: True, 2: False}.get(found)


def start_asking() -> "subprocess.Popen[bytes] | None":
    """A running question to the desktop's settings; while it runs, a window can be built."""
    import shutil
    import subprocess

    gsettings = shutil.which("gsettings")
    if gsettings is None:
        return None
    try:
        return subprocess.Popen([gsettings, *SETTING], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except OSError:
        return None


def finish_asking(question: "subprocess.Popen[bytes] | None") -> bool:
    """Its answer; a desktop that does not answer quickly is light."""
    if question is None:
        return False
    import subprocess

    try:
        answer, _ = question.communicate(timeout=0.5)
    except subprocess.TimeoutExpired:
        question.kill()
        question.communicate()
        return False
    return b"dark" in answer
