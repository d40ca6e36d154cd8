"""The process that has the GTK window, and the pipes to it."""

import json
import os
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from habit_tracker.desktop.notifications.waiting import Lines, plainly
from habit_tracker.desktop.window.gtk_messages import News

CHILD = Path(__file__).with_name("gtk_child")
CLOSING_LIMIT = 3.0  # seconds
QUICKLY = {"GSK_RENDERER": "cairo", "GDK_DEBUG": "gl-disable", "GDK_DISABLE": "gl,vulkan"}
"""A form needs no graphics card, and waking one takes longer than all the rest."""


class GtkProcess:
    """A process that opens a window once it is asked to; at the end of the block it is gone."""

    def __init__(self, python: Path, env: Mapping[str, str], child: Path = CHILD) -> None:
        self._process = subprocess.Popen(
            [python, "-I", "-B", child],  # -B: what another Python compiles would lie among our files
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # GTK warns of what does no harm
            env={**QUICKLY, **env},
        )
        assert self._process.stdout  # noqa: S101  stdout=PIPE gives one
        self._lines = Lines(self._process.stdout.fileno())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let it end by itself, if it does."""
        try:
            self._process.wait(CLOSING_LIMIT if kind is None else 0)
        except subprocess.TimeoutExpired:
            self._process.kill()
        with self._process:
            pass

    def tell(self, message: Mapping[str, object]) -> None:
        """Say it to the window, if that is still there."""
        assert self._process.stdin  # noqa: S101  stdin=PIPE gives one
        data = json.dumps(message, ensure_ascii=False).encode() + b"\n"
        with suppress(OSError, ValueError):
            while data:  # without a buffer, which a signal might find half written
                data = data[os.write(self._process.stdin.fileno(), data) :]

    def close_orders(self) -> None:
        """Have no question, and no orders."""
        assert self._process.stdin  # noqa: S101  stdin=PIPE gives one
        self._process.stdin.close()

    def news(self, limit: float | None = None) -> News:
        """The next that it says; it has failed if it is gone, or is ended because it says nothing in time."""
        line = self._lines.next(plainly, limit)
        if line is not None:
            return News.from_json(line)
        if self._lines.ended:
            return News("failed", "the GTK window ended unexpectedly")
        self._process.kill()
        return News("failed", f"GTK opened no window within {limit} seconds")
