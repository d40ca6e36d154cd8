"""The pipes between the window and the process that keeps what is written in it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from typing import Any

ORDERS, NEWS = 0, 1
Message = dict[str, Any]


class Pipe:
    """Orders come in, news go out, one JSON object a line."""

    def __init__(self) -> None:
        self._rest = b""

    def first(self) -> Message | None:
        """The first message, which is waited for, if one comes."""
        data = b"-"
        while data and b"\n" not in self._rest:
            data = os.read(ORDERS, 65536)
            self._rest += data
        return next(self._whole(), None)

    def listen(self, obey: Callable[[Message], None], on_end: Callable[[], None]) -> None:
        """Have each further order obeyed, and know when no more can come."""
        from gi.repository import GLib

        def obey_all() -> None:
            for order in self._whole():
                obey(order)

        def read(_file: int, _condition: object) -> bool:
            data = os.read(ORDERS, 65536)
            self._rest += data
            obey_all()
            if not data:
                on_end()
            return bool(data)

        GLib.idle_add(obey_all)  # what came along with the first
        GLib.io_add_watch(ORDERS, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, read)

    def tell(self, news: str, **details: object) -> None:
        """Say it, if anybody still listens."""
        data = json.dumps({"news": news, **details}).encode() + b"\n"
        try:
            while data:
                data = data[os.write(NEWS, data) :]
        except BrokenPipeError:
            pass

    def _whole(self) -> Iterator[Message]:
        """The orders that have arrived whole."""
        while b"\n" in self._rest:
            line, self._rest = self._rest.split(b"\n", 1)
            yield json.loads(line)
