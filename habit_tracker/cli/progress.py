"""How far it is: a line on the terminal, for what takes longer than a second."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TypeVar

PATIENCE = 1.0
"""Seconds until there is anything to see."""
EVERY = 0.1
"""Seconds between two looks of the line."""
OFTEN = 500
"""Things that are counted between two looks at the clock."""
Thing = TypeVar("Thing")


class Progress:
    """A line on stderr that changes in its place; nothing at all where stderr is no terminal."""

    def __init__(self) -> None:
        self._next = time.monotonic() + PATIENCE
        self._shown = 0
        self._done = 0

    def counted(self, things: Iterable[Thing], said: str) -> Iterator[Thing]:
        """The same *things*; the line says how many there were so far."""
        for number, thing in enumerate(things, 1):
            if number % OFTEN == 0:
                self._show(f"{said} {number:,}")
            yield thing

    def step(self, number: int, total: int, said: str) -> None:
        """So many more of the *total* are done."""
        self._done += number
        self._show(f"{said} {self._done / total:.0%}")

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            self._write("")

    def _show(self, words: str) -> None:
        if time.monotonic() >= self._next and sys.stderr.isatty():
            self._next = time.monotonic() + EVERY
            self._write(words)

    def _write(self, words: str) -> None:
        with suppress(OSError):  # the terminal is gone: that is no reason to end
            print(f"\r{words:{self._shown}}\r{words}", end="", file=sys.stderr, flush=True)  # noqa: T201
        self._shown = len(words)
