"""What lets a Linux desktop know the program: a menu entry, an icon, a description, manual pages."""

import sys


def unavailable_reason() -> str | None:
    """Why nothing of it can be installed on this system."""
    return None if sys.platform.startswith("linux") else "only Linux desktops take what this program could add"
