"""A person in whose menu the program is."""

from pathlib import Path

from habit_tracker.desktop.integration.entry import MenuEntry


def in_the_menu(data: Path) -> None:
    """Put the menu entry into the *data* folder."""
    entry = data / "applications" / MenuEntry().path.name
    entry.parent.mkdir(parents=True)
    entry.write_bytes(MenuEntry().content(["/usr/bin/python3", "-P", "-m", "habit_tracker", "ask"], {}))
