"""What desktops keep of the folders that they read."""

import os
from contextlib import suppress

from habit_tracker.desktop.autostart import programs
from habit_tracker.desktop.integration.files import data_folder

CACHES = {
    "icons/hicolor/icon-theme.cache": ("gtk-update-icon-cache", "--quiet", "--force", "--ignore-theme-index"),
    "applications/mimeinfo.cache": ("update-desktop-database", "--quiet"),
}
"""Who makes each. One that is not there is not made: nobody would keep it up to date, and it would hide icons."""


def refresh() -> None:
    """Let running desktops see what has changed, as far as that can be done from here."""
    for cache, words in CACHES.items():
        path = data_folder() / cache
        with suppress(OSError):
            os.utime(path.parent)  # by which they notice
        if path.exists():
            programs.answer_of(*words, str(path.parent))
