"""Starting the reminder with the person's desktop session."""

import sys

from habit_tracker.desktop.autostart.mechanism import Autostart as Autostart

NAME = "habit-tracker"


def choose(name: str = NAME) -> Autostart:
    """What starts programs at login on this computer, as far as it can be told now. Writes nothing.

    What is registered under one *name* leaves alone what is registered under another.
    """
    if sys.platform == "win32":
        from habit_tracker.desktop.autostart.windows import RunKey

        return RunKey(name=name)
    if sys.platform == "darwin":
        from habit_tracker.desktop.autostart.launchd import LaunchAgent

        return LaunchAgent(name)
    from habit_tracker.desktop.autostart.linux import choose_for_linux

    return choose_for_linux(name)
