"""How this program is called from the person's shell."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import takewhile
from pathlib import Path
from shlex import quote
from shutil import which
from typing import NamedTuple

NAME = "habit"
BIN_FOLDERS = ("~/.local/bin", "~/bin")
START_FILES = {"bash": "~/.bashrc", "zsh": "~/.zshrc"}
"""What an interactive shell reads when it starts."""


class Called(NamedTuple):
    """The *words* that call this program in the person's shell: `habit` only where that finds it.

    *other* is another program that has the name there; *offer* is the one line that lets `habit` call this one.
    """

    words: str
    other: Path | None = None
    offer: str | None = None


def called() -> Called:
    """How to call this program here."""
    first = which(NAME)
    if first is None:
        return Called(_path(), None, _offer(None))
    other = Path(first)
    return Called(NAME) if _is_this(other) else Called(_path(), other, _offer(other))


def _scripts() -> Iterator[Path]:
    """The scripts that start this program: the one that did, and the one that was installed with it."""
    if (started := Path(sys.argv[0])).stem == NAME and started.is_file():
        yield started.absolute()
    from sysconfig import get_path

    installed = Path(get_path("scripts"), NAME)
    yield from (path for path in (installed, installed.with_suffix(".exe")) if path.is_file())


def _is_this(found: Path) -> bool:
    """Whether it is one of the scripts, linked or not; a version manager's shim hides which, and is trusted."""
    return found.parent.name == "shims" or any(found.samefile(script) for script in _scripts())


def _path() -> str:
    """What calls this program where its name does not: a path, from the folder the person is in if shorter."""
    script = next(_scripts(), None)
    if script is None:
        return f"{_quoted(sys.executable)} -m habit_tracker"
    with suppress(OSError, ValueError):  # the folder is gone, or on another drive
        near = os.path.relpath(script)
        near = near if os.sep in near else f"{os.curdir}{os.sep}{near}"
        if len(near) < len(str(script)) and script.samefile(near):
            return _quoted(near)
    return _quoted(str(script))


def _quoted(path: str) -> str:
    if os.name == "posix":
        return quote(path)
    from subprocess import list2cmdline

    return list2cmdline([path])


def _offer(other: Path | None) -> str | None:
    """A link in a folder of the person that the shell looks into before it finds *other*; else an alias."""
    script = next(_scripts(), None)
    if script is None or os.name != "posix":
        return None
    searched = map(Path, os.get_exec_path())
    folders = list(takewhile(lambda folder: other is None or folder != other.parent, searched))
    for name in BIN_FOLDERS:
        folder = Path(os.path.expanduser(name))  # noqa: PTH111  as it is for a person without a home
        if folder in folders and not os.path.lexists(folder / NAME):
            made = "" if folder.is_dir() else f"mkdir -p {name} && "
            return f"{made}ln -s {quote(str(script))} {name}/{NAME}"
    return _alias(quote(quote(str(script))))  # once for the line, once for the command that it stands for


def _alias(command: str) -> str | None:
    shell = Path(os.environ.get("SHELL", "")).name
    if shell == "fish":
        return f"alias --save {NAME} {command}"
    file = START_FILES.get(shell)
    return file and f"echo {quote(f'alias {NAME}={command}')} >> {file}"
