"""The parts of a desktop that tell what the person does, each reached once, when it is first asked."""

import shutil
import subprocess
from contextlib import suppress
from functools import cached_property
from typing import Any, NamedTuple

from habit_tracker.desktop.display import screen_environment
from habit_tracker.desktop.notifications.dbus import Bus, BusError
from habit_tracker.desktop.notifications.quiet_signs import LOOK_LIMIT
from habit_tracker.desktop.notifications.server import reach_bus
from habit_tracker.desktop.notifications.session_bus import system_addresses
from habit_tracker.desktop.notifications.waiting import plainly
from habit_tracker.desktop.x11 import XScreen

PROGRAM_LIMIT = 2.0
"""Seconds."""


class Service(NamedTuple):
    """Who answers on a bus; none is started to be asked."""

    name: str
    path: str
    interface: str


class Desk:
    """The desktop of this process; what is not there is None, and so is what does not answer in time."""

    def __init__(self) -> None:
        self._env = screen_environment()
        self._printed: dict[tuple[str, ...], str | None] = {}

    @cached_property
    def session(self) -> Bus | None:
        """The session bus."""
        with suppress(BusError):
            return reach_bus()
        return None

    @cached_property
    def system(self) -> Bus | None:
        """The system bus."""
        with suppress(BusError, ImportError):
            return Bus(plainly, system_addresses())
        return None

    @cached_property
    def x(self) -> XScreen | None:
        """The X screen."""
        with suppress(OSError, ValueError):
            return XScreen(self._env)
        return None

    @cached_property
    def wayland(self) -> bool:
        """Whether the screen is Wayland's: X then knows only of its own programs."""
        named = self._env.get("WAYLAND_DISPLAY") or self._env.get("XDG_SESSION_TYPE") == "wayland"
        return bool(named or self.login("Type") == "wayland" or (self.x and self.x.has(b"XWAYLAND")))

    def call(self, bus: Bus | None, of: Service, method: str, signature: str = "", *body: object) -> object:
        """The first value that *method* brings; None where nobody answers."""
        from jeepney import DBusAddress

        if bus is None:
            return None
        with suppress(BusError):
            if bus.is_owned(of.name):
                address = DBusAddress(of.path, of.name, of.interface)
                found = bus.call(address, method, signature, *body, limit=LOOK_LIMIT)
                return found[0] if found else None
        return None

    def property(self, bus: Bus | None, of: Service, name: str) -> object:
        """The value of a property; None where nobody tells."""
        found = self.call(bus, of._replace(interface=PROPERTIES), "Get", "ss", of.interface, name)
        return found[1] if isinstance(found, tuple) else None

    def login(self, name: str) -> object:
        """What the login manager says of the session under that name."""
        return self.property(self.system, LOGIN, name)

    def output(self, *words: str) -> str | None:
        """What a program prints, in English; None where it is not there, fails, or takes too long."""
        if words not in self._printed:
            self._printed[words] = self._run(*words)
        return self._printed[words]

    def _run(self, name: str, *words: str) -> str | None:
        program = shutil.which(name)
        if program is None:
            return None
        how: dict[str, Any] = {"env": {**self._env, "LC_ALL": "C"}, "capture_output": True}
        with suppress(OSError, subprocess.SubprocessError):
            found = subprocess.run([program, *words], timeout=PROGRAM_LIMIT, check=True, **how)
            return str(found.stdout, "utf-8", "replace")
        return None

    def close(self) -> None:
        """Leave what was reached."""
        for reached in ("session", "system", "x"):
            if (part := self.__dict__.get(reached)) is not None:
                part.close()


PROPERTIES = "org.freedesktop.DBus.Properties"
LOGIN = Service("org.freedesktop.login1", "/org/freedesktop/login1/session/auto", "org.freedesktop.login1.Session")
"""The session of this process or, where it belongs to none, the one that its user sees."""
