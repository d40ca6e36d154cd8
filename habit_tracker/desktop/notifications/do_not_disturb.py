"""Do not disturb, as far as this desktop tells."""

from habit_tracker.desktop.notifications.dbus import Bus, BusError
from habit_tracker.desktop.notifications.known_servers import known
from habit_tracker.desktop.notifications.quiet_signs import UNSAID, Quiet
from habit_tracker.desktop.notifications.server import Server, ask_server, reach_bus


def do_not_disturb() -> str | None:
    """Why a notification would disturb now, or None when it would not, or nobody says."""
    found = quiet_here()
    return found.reason if found.on else None


def quiet_here() -> Quiet:
    """Whether notifications are held back on this desktop."""
    try:
        bus = reach_bus()
        try:
            return quiet_on(bus, ask_server(bus))
        finally:
            bus.close()
    except BusError:
        return UNSAID


def quiet_on(bus: Bus, server: Server) -> Quiet:
    """Whether *server* would hold a notification back."""
    sign = known(server).quiet
    return sign(bus, server) if sign else UNSAID
