"""Do not disturb, as far as this desktop tells."""

import shutil
import subprocess
from typing import TYPE_CHECKING

from habit_tracker.desktop.notifications.dbus import Bus, BusError
from habit_tracker.desktop.notifications.server import NAME, PATH, Server, ask_server, reach_bus

if TYPE_CHECKING:
    from jeepney import DBusAddress

LOOK_LIMIT = 0.5  # seconds; whoever does not answer by then is taken not to mind
HELD = "do not disturb is on"


def do_not_disturb() -> str | None:
    """Why a notification would disturb now, or None when it would not, or nobody says."""
    try:
        bus = reach_bus()
        try:
            return asks_for_quiet(bus, ask_server(bus))
        finally:
            bus.close()
    except BusError:
        return None


def asks_for_quiet(bus: Bus, server: Server) -> str | None:
    """Why *server* would hold it back: KDE says `Inhibited`, dunst `paused`, GNOME has a setting."""
    from jeepney import DBusAddress

    plasma = DBusAddress(PATH, NAME, NAME)
    dunst = DBusAddress(PATH, NAME, "org.dunstproject.cmd0")
    if _is_true(bus, plasma, "Inhibited") or _is_true(bus, dunst, "paused"):
        return HELD
    return HELD if server.name == "gnome-shell" and _gnome_hides_banners() else None


def _is_true(bus: Bus, of: "DBusAddress", name: str) -> bool:
    try:
        return bus.read_property(of, name, limit=LOOK_LIMIT) is True
    except BusError:
        return False


def _gnome_hides_banners() -> bool:
    gsettings = shutil.which("gsettings")
    if gsettings is None:
        return False
    question = [gsettings, "get", "org.gnome.desktop.notifications", "show-banners"]
    try:
        found = subprocess.run(question, capture_output=True, text=True, timeout=2, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return found.stdout.strip() == "false"
