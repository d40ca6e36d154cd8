"""Starting the reminder with the person's desktop session."""

import sys

from habit_tracker.desktop.autostart.mechanism import Autostart as Autostart


def choose() -> Autostart:
    """What starts programs at login on this computer, as far as it can be told now. Writes nothing."""
    if sys.platform == "win32":
        from habit_tracker.desktop.autostart.windows import RunKey

        return RunKey()
    if sys.platform == "darwin":
        from habit_tracker.desktop.autostart.launchd import LaunchAgent

        return LaunchAgent()
    from habit_tracker.desktop.autostart.linux import choose_for_linux

    return choose_for_linux()
