"""Ctrl+C and SIGTERM in the middle of what is done whole or not at all."""

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import click

SIGNALS = (signal.SIGINT, signal.SIGTERM)
BY_SIGNAL = 128
"""What a shell adds to the number of the signal that ended a program."""


class _Stop(BaseException):
    """Somebody wants an end; no `except Exception` on the way keeps it."""


@contextmanager
def stoppable(said: str) -> Iterator[Callable[[], None]]:
    """Let either end the block and the program, with *said* as the one sentence.

    What it yields is called when it is too late for that: from then on they change nothing until the block ends.
    """
    if threading.current_thread() is not threading.main_thread():
        yield lambda: None  # where no signal can be heard
        return
    heard = [number for number in SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, _stop) for number in heard}
    try:
        yield _be_deaf
    except _Stop as stop:
        click.echo(said, err=True)
        sys.exit(BY_SIGNAL + stop.args[0])
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, _: FrameType | None) -> None:
    _be_deaf()  # what is half done is undone in peace
    raise _Stop(number)


def _be_deaf() -> None:
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
