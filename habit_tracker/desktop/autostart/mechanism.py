"""The seam between the program and whatever starts things at login."""

from typing import Protocol


class Autostart(Protocol):
    """One way of having a program started at login.

    Some ways also own the running process (systemd, launchd): for these `start`, `stop`, `running` and `owns`
    are about it. The others (`OnlyAtLogin`) answer False to all four; the caller starts and ends the process.
    """

    def register(self, command: list[str], environment: dict[str, str]) -> None:
        """Start *command* at every login from the next one on, in place of what was registered before.

        The first word is the absolute path of a program. *environment* is added to the one it starts in.
        Raises HabitError when the registration cannot be made.
        """
        ...

    def unregister(self) -> bool:
        """Take the registration away; False if there was none. A running process goes on: `stop` first."""
        ...

    def registered(self) -> list[str] | None:
        """The command that the next login will start; None when there is none or it is switched off."""
        ...

    def environment(self) -> dict[str, str]:
        """What the registration adds to the environment that the command starts in."""
        ...

    def describe(self) -> str:
        """Which way this is and where it is written down, in words for a person."""
        ...

    def doubt(self) -> str | None:
        """Why the next login may not start it although it is registered, as far as can be told from here."""
        ...

    def start(self) -> bool:
        """Start what is registered, now; False if this way starts things only at login."""
        ...

    def stop(self) -> bool:
        """End the process that this way started; False if there was none or it is not its owner."""
        ...

    def running(self) -> bool:
        """Whether a process that this way owns is alive now."""
        ...

    def owns(self, pid: int) -> bool:
        """Whether the process *pid* is the one that this way started."""
        ...


class OnlyAtLogin:
    """What starts the program at login and then forgets it."""

    def start(self) -> bool:
        return False

    def stop(self) -> bool:
        return False

    def running(self) -> bool:
        return False

    def owns(self, pid: int) -> bool:  # noqa: ARG002  it owns none
        return False
