"""The places in which desktops say that notifications are to be held back."""

import shlex
import shutil
import subprocess
from collections.abc import Callable
from typing import NamedTuple

from habit_tracker.desktop.integration.entry import installed
from habit_tracker.desktop.notifications.dbus import Bus, BusError
from habit_tracker.desktop.notifications.server import APP_NAME, PATH, Server
from habit_tracker.desktop.notifications.server_config import options

LOOK_LIMIT = 0.5
"""Seconds; who does not answer by then does not say."""

DO_NOT_DISTURB = "do not disturb is on"


class Quiet(NamedTuple):
    """Whether notifications are held back, *on*; None where nobody says. *reason* says why, in words."""

    on: bool | None
    reason: str = DO_NOT_DISTURB


Sign = Callable[[Bus, Server], Quiet]
UNSAID = Quiet(None)


def bus_property(interface: str, name: str) -> Sign:
    """A property of the server itself."""

    def read(bus: Bus, server: Server) -> Quiet:
        from jeepney import DBusAddress

        return _truth(lambda: bus.read_property(DBusAddress(PATH, server.unique, interface), name, LOOK_LIMIT))

    return read


def bus_method(name: str, path: str, method: str) -> Sign:
    """A method without arguments, of an interface of the same *name* as who has it."""

    def read(bus: Bus, _server: Server) -> Quiet:
        from jeepney import DBusAddress

        return _truth(lambda: bus.call(DBusAddress(path, name, name), method, limit=LOOK_LIMIT)[0])

    return read


def either(*signs: Sign) -> Sign:
    """Any of several signs, as far as there are such."""

    def read(bus: Bus, server: Server) -> Quiet:
        said = [sign(bus, server) for sign in signs]
        return max(said, key=lambda quiet: (quiet.on is True, quiet.on is not None))

    return read


def gsetting(schema: str, key: str, *, quiet_when: bool = True) -> Sign:
    """A setting of the GNOME family."""

    def read(_bus: Bus, _server: Server) -> Quiet:
        gsettings = shutil.which("gsettings")
        if gsettings is None:
            return UNSAID
        try:
            found = subprocess.run(
                [gsettings, "get", schema, key], capture_output=True, text=True, timeout=2, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return UNSAID
        value = {"true": True, "false": False}.get(found.stdout.strip())
        return UNSAID if value is None else Quiet(value is quiet_when)

    return read


def muted_by(desktop: str) -> Quiet:
    """The person has muted this program alone."""
    return Quiet(True, f'{desktop} has muted the notifications of "{APP_NAME}"')


def xfce(bus: Bus, _server: Server) -> Quiet:
    """Xfce's settings: do not disturb, and the programs that the person has muted."""
    names = _xfconf(bus, "/applications/muted_applications")
    if isinstance(names, list) and APP_NAME in [name for _, name in names]:
        return muted_by("Xfce")
    return _truth(lambda: _xfconf(bus, "/do-not-disturb"))


def _xfconf(bus: Bus, name: str) -> object:
    from jeepney import DBusAddress

    settings = DBusAddress("/org/xfce/Xfconf", "org.xfce.Xfconf", "org.xfce.Xfconf")
    try:
        return bus.call(settings, "GetProperty", "ss", "xfce4-notifyd", name)[0][1]
    except BusError as error:
        return False if error.name == "org.xfce.Xfconf.Error.PropertyNotFound" else None


def mako(bus: Bus, server: Server) -> Quiet:
    """The modes that are on in mako, of which the person's configuration says whether they hide notifications."""
    from jeepney import DBusAddress

    try:
        modes = bus.call(DBusAddress("/fr/emersion/Mako", server.unique, "fr.emersion.Mako"), "ListModes")[0]
    except BusError:
        return UNSAID
    found = options(server, "mako/config")
    named = {"do-not-disturb", "dnd"} if found is None else set()
    hides = {f"mode={mode}": mode in named for mode in modes}
    ours = {*hides, f"app-name={APP_NAME}", "urgency=normal", f"desktop-entry={installed()}"}
    for section, key, value in found or []:
        criteria = _criteria(section)
        if key == "invisible" and criteria <= ours:
            hides |= {mode: value in {"1", "true"} for mode in criteria & set(hides)}
    return Quiet(any(hides.values()))


def _criteria(section: str) -> set[str]:
    """The criteria in the brackets of mako's configuration; for what cannot be taken apart the whole as one."""
    try:
        return set(shlex.split(section))
    except ValueError:
        return {section}


def lxqt(_bus: Bus, server: Server) -> Quiet:
    """LXQt's settings file, which is not there before something was set."""
    found = options(server, "lxqt/notifications.conf") or []
    return Quiet(any((key, value) == ("doNotDisturb", "true") for _, key, value in found))


def _truth(look: Callable[[], object]) -> Quiet:
    try:
        found = look()
    except BusError:
        return UNSAID
    return Quiet(found) if isinstance(found, bool) else UNSAID
