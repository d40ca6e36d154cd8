"""A folder that is kept as a setting."""

from pathlib import Path
from typing import Any

import click

from habit_tracker.cli.params.file import expanded
from habit_tracker.cli.params.parsed import Unreadable
from habit_tracker.cli.params.text import plain

LONGEST = 4096
"""Characters of a path that a system takes."""


class Folder(click.ParamType["Path | None"]):
    """A folder, from the one of the person or from the current one; or off."""

    name = "folder"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path | None:
        """The absolute path; None for off."""
        if isinstance(value, Path) or plain(value) == "off":
            return value if isinstance(value, Path) else None
        if not (value.strip() and value.isprintable() and len(value) <= LONGEST):
            right = "Write it in plain UTF-8, as /media/disk/habit, or write off."
            raise Unreadable(value, "is no folder that can be kept", right, param)
        return expanded(value, param).absolute()
