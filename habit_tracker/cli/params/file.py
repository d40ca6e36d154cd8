"""Files that a person names."""

import os
from pathlib import Path

import click

from habit_tracker.cli.params.parsed import Unreadable


class File(click.Path):
    """A file, from the folder of the person, ~, or from the current one."""

    def __init__(self, *, allow_dash: bool = False) -> None:
        super().__init__(path_type=Path, allow_dash=allow_dash)

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """The path, with the folder of the person in it."""
        return super().convert(expanded(os.fspath(value), param), param, ctx)


def expanded(value: str, param: click.Parameter | None) -> Path:
    """The path; what a shell would have made of ~ is made of it. Raises Unreadable for what is none."""
    if "\0" in value:
        raise Unreadable(value, "is no name of a file", "No name holds a NUL.", param)
    try:
        return Path(value).expanduser()
    except RuntimeError:
        raise Unreadable(value, "begins with somebody who is not here", "Write the whole path.", param) from None
