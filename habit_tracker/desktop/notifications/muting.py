"""The places in which desktops keep that a person has muted this program, which they know by its menu entry."""

from habit_tracker.desktop.integration.entry import NAME, installed
from habit_tracker.desktop.notifications.dbus import Bus
from habit_tracker.desktop.notifications.quiet_signs import UNSAID, Quiet, Sign, gsetting, muted_by
from habit_tracker.desktop.notifications.server import Server
from habit_tracker.desktop.notifications.server_config import options


def muted(desktop: str, sign: Sign) -> Sign:
    """Whether the person has muted this program alone; where they have not, that says nothing of all others.

    A desktop heeds it only where the entry is there: else it does not know whose the notification is.
    """

    def read(bus: Bus, server: Server) -> Quiet:
        return muted_by(desktop) if installed() and sign(bus, server).on else UNSAID

    return read


def gnome(key: str) -> Sign:
    """GNOME's setting for our menu entry, by which it knows whose a notification is."""
    schema = f"org.gnome.desktop.notifications.application:/org/gnome/desktop/notifications/application/{NAME}/"
    return gsetting(schema, key, quiet_when=False)


def plasma(_bus: Bus, server: Server) -> Quiet:
    """Plasma's setting for our menu entry."""
    ours = (f"Applications][{NAME}", "ShowPopups", "false")
    return Quiet(ours in (options(server, "plasmanotifyrc") or []))
