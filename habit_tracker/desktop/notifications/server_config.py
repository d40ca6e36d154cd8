"""What a person has set in the configuration file of their notification server."""

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from habit_tracker.desktop.notifications.server import Server

NAMES_A_FILE = {"-conf", "--conf", "-config", "--config", "-c"}


class Option(NamedTuple):
    """One line `key = value`; *section* is what stands in brackets above it, or nothing."""

    section: str
    key: str
    value: str


def options(server: Server, usual: str) -> list[Option] | None:
    """The options of *server*, from the file that it was started with, else from the *usual* one.

    None where no such file can be read.
    """
    for path in (*_named(server.process), *_usual(usual)):
        try:
            return list(_read(path))
        except OSError:
            continue
    return None


def _read(path: Path) -> Iterator[Option]:
    """The options of a file, then those of the files that a folder beside it adds, as dunst has it."""
    for part in (path, *sorted(path.parent.glob(f"{path.name}.d/*.conf"))):
        yield from _parsed(part.read_text("utf-8", "replace"))


def _usual(name: str) -> Iterator[Path]:
    folders = [os.environ.get("XDG_CONFIG_HOME") or "~/.config"]
    folders += (os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":")
    return (Path(os.path.expanduser(folder)) / name for folder in folders)  # noqa: PTH111  which never raises


def _named(process: int) -> list[Path]:
    """The file that the command line of *process* names."""
    try:
        words = Path(f"/proc/{process}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    except OSError:
        return []
    return [Path(path) for word, path in pairwise(words) if word in NAMES_A_FILE]


def _parsed(text: str) -> Iterator[Option]:
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1].strip()
        elif "=" in line and line[0] not in "#;":
            key, _, value = line.partition("=")
            yield Option(section, key.strip(), value.strip().strip('"'))
