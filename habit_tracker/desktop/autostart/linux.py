"""systemd where it runs the graphical session, the autostart folder everywhere else; never both."""

import os

from habit_tracker.desktop.autostart.mechanism import Autostart
from habit_tracker.desktop.autostart.systemd import SystemdUnit
from habit_tracker.desktop.autostart.xdg import DesktopEntry


def choose_for_linux(name: str) -> Autostart:
    """The unit only if the target that starts it is active now, because many desktops never start it.

    From where no screen is seen (a login over the network) a unit that is there is kept.
    """
    unit, entry = SystemdUnit(name), DesktopEntry(name)
    if unit.reachable() and (unit.session_active() or (_no_screen() and unit.registered())):
        return OneOf(unit, entry)
    return OneOf(entry, unit)


def _no_screen() -> bool:
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class OneOf:
    """Registers by *chosen* and takes away what *other* had; the rest is about whichever is there."""

    def __init__(self, chosen: Autostart, other: Autostart) -> None:
        self._chosen, self._other = chosen, other

    def register(self, command: list[str], environment: dict[str, str]) -> None:
        self._chosen.register(command, environment)
        self._other.unregister()

    def unregister(self) -> bool:
        return any([self._chosen.unregister(), self._other.unregister()])

    def registered(self) -> list[str] | None:
        return self._present().registered()

    def environment(self) -> dict[str, str]:
        return self._present().environment()

    def describe(self) -> str:
        return self._present().describe()

    def doubt(self) -> str | None:
        return None if _no_screen() else self._present().doubt()

    def start(self) -> bool:
        return self._present().start()

    def stop(self) -> bool:
        return any([self._chosen.stop(), self._other.stop()])

    def running(self) -> bool:
        return self._chosen.running() or self._other.running()

    def owns(self, pid: int) -> bool:
        return self._chosen.owns(pid) or self._other.owns(pid)

    def _present(self) -> Autostart:
        return self._other if not self._chosen.registered() and self._other.registered() else self._chosen
