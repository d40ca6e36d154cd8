"""One connection to the session bus, on which no call waits longer than its limit."""

import os
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from habit_tracker.desktop.notifications.waiting import Wait, plainly

if TYPE_CHECKING:
    from jeepney import DBusAddress, Message

ANSWER_LIMIT = 5.0  # seconds
CONNECT_LIMIT = 1.0


class BusError(Exception):
    """Why the bus, or who should have answered on it, is of no use; *name* is the D-Bus name of the error."""

    def __init__(self, reason: str, name: str = "") -> None:
        super().__init__(reason)
        self.name = name


class UnansweredError(BusError):
    """Nobody answered in time."""


class Bus:
    """A connection; messages that answer no call of ours are kept in `heard`."""

    def __init__(self, wait: Wait = plainly) -> None:
        """Raises BusError when there is no session bus."""
        self.wait = wait
        self.heard: deque[Message] = deque()
        self._connection = _connect()
        self._call_daemon("Hello")

    @property
    def file(self) -> int:
        """The descriptor that becomes readable when something arrives."""
        return int(self._connection.sock.fileno())

    def call(
        self, to: "DBusAddress", method: str, signature: str = "", *body: object, limit: float = ANSWER_LIMIT
    ) -> tuple[Any, ...]:
        """What *to* answers.

        Raises UnansweredError after *limit* seconds, BusError for an error reply or a lost bus.
        """
        self._last_serial = self._send(to, method, signature, body)
        return self.late_answer(limit)

    def late_answer(self, limit: float) -> tuple[Any, ...]:
        """What the last call brings after all, when waiting for it was broken off."""
        from jeepney import HeaderFields, MessageType

        reply = self._answer(self._last_serial, limit)
        if reply.header.message_type is MessageType.error:
            name = str(reply.header.fields.get(HeaderFields.error_name, ""))
            raise BusError(" ".join(str(part) for part in reply.body) or name, name)
        return tuple(reply.body)

    def read_property(self, of: "DBusAddress", name: str, limit: float = ANSWER_LIMIT) -> object:
        """The value of a property. Raises BusError when it has none."""
        properties = of.with_interface("org.freedesktop.DBus.Properties")
        return self.call(properties, "Get", "ss", of.interface, name, limit=limit)[0][1]

    def listen(self, **rule: str) -> None:
        """From now on keep signals that match *rule* in `heard`."""
        words = ",".join(f"{key}='{value}'" for key, value in {"type": "signal", **rule}.items())
        self._call_daemon("AddMatch", "s", words)

    def is_owned(self, name: str) -> bool:
        """Whether somebody answers to *name* now."""
        return bool(self._call_daemon("NameHasOwner", "s", name)[0])

    def can_be_started(self, name: str) -> bool:
        """Whether the bus knows a program to start when *name* is called."""
        return name in self._call_daemon("ListActivatableNames")[0]

    def take_in(self) -> None:
        """Move what has arrived into `heard`. Raises BusError when the bus has gone away."""
        while self.wait([self.file], 0):
            self._receive()
        self.heard.extend(self._messages())

    def close(self) -> None:
        """Leave the bus."""
        self._connection.close()

    def _call_daemon(self, method: str, signature: str = "", *body: object) -> tuple[Any, ...]:
        from jeepney import message_bus

        return self.call(message_bus, method, signature, *body)

    def _send(self, to: "DBusAddress", method: str, signature: str, body: tuple[object, ...]) -> int:
        from jeepney import new_method_call

        serial = next(self._connection.outgoing_serial)
        message = new_method_call(to, method, signature or None, body)
        try:
            self._connection.sock.sendall(message.serialise(serial=serial))
        except OSError as error:
            raise BusError(f"the session bus does not take messages ({error.strerror or error})") from error
        return int(serial)

    def _answer(self, serial: int, limit: float) -> "Message":
        from jeepney import HeaderFields

        deadline = time.monotonic() + limit
        while True:
            answer = None
            for message in self._messages():  # to the end: what came with the answer must not wait for more
                if message.header.fields.get(HeaderFields.reply_serial) == serial:
                    answer = message
                else:
                    self.heard.append(message)
            if answer:
                return answer
            if not self.wait([self.file], max(0.0, deadline - time.monotonic())):
                raise UnansweredError(f"no answer within {limit:g} seconds")
            self._receive()

    def _receive(self) -> None:
        try:
            data = self._connection.sock.recv(65536)
        except OSError:
            data = b""
        if not data:
            raise BusError("the session bus went away")
        self._connection.parser.add_data(data)

    def _messages(self) -> "Iterator[Message]":
        while (message := self._connection.parser.get_next_message()) is not None:
            yield message


def _connect() -> Any:
    from jeepney.bus import get_connectable_addresses
    from jeepney.io.blocking import DBusConnectionBase, prep_socket

    reasons = []
    for address in _addresses():
        try:
            for place in get_connectable_addresses(address):
                socket = prep_socket(place, timeout=CONNECT_LIMIT)
                socket.settimeout(ANSWER_LIMIT)
                return DBusConnectionBase(socket)
        except (OSError, ValueError, RuntimeError, KeyError) as error:
            reasons.append(f"{address.partition(',')[0]}: {getattr(error, 'strerror', None) or error}")
    raise BusError(f"there is no session bus to talk to ({'; '.join(reasons) or 'none is named'})")


def _addresses() -> Iterator[str]:
    """The bus that is named, then the one that login managers start for a user."""
    if named := os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        yield named
    folder = Path(os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}")
    if (folder / "bus").exists():
        yield f"unix:path={folder / 'bus'}"
