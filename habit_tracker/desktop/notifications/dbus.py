"""One connection to a bus, the session's if no other is named, on which no call waits longer than its limit."""

import time
from collections import deque
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from habit_tracker.desktop.notifications.session_bus import connect
from habit_tracker.desktop.notifications.signals import Signal
from habit_tracker.desktop.notifications.waiting import Wait, plainly

if TYPE_CHECKING:
    from jeepney import DBusAddress, Message

ANSWER_LIMIT = 5.0  # seconds
BUS, BUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
NO_OWNER = "org.freedesktop.DBus.Error.NameHasNoOwner"


class BusError(Exception):
    """Why the bus, or who should have answered on it, is of no use; *name* is the D-Bus name of the error."""

    def __init__(self, reason: str, name: str = "") -> None:
        super().__init__(reason)
        self.name = name


class UnansweredError(BusError):
    """Nobody answered in time."""


class Bus:
    """A connection; the signals that arrive are kept in `heard`, and what else nobody asked for is dropped."""

    def __init__(self, wait: Wait = plainly, addresses: Iterable[str] | None = None) -> None:
        """Raises BusError when there is no such bus."""
        self.wait = wait
        self.heard: deque[Signal] = deque()
        try:
            self._connection = connect(ANSWER_LIMIT, addresses)
        except ConnectionError as error:
            raise BusError(str(error)) from error
        self._call_bus("Hello")

    @property
    def file(self) -> int:
        """The descriptor that becomes readable when something arrives."""
        return int(self._connection.sock.fileno())

    def call(
        self, to: "DBusAddress", method: str, signature: str = "", *body: object, limit: float = ANSWER_LIMIT
    ) -> tuple[Any, ...]:
        """What *to* answers, who is started for it if the bus knows how; nobody else is believed.

        Raises UnansweredError after *limit* seconds, BusError for an error reply or a lost bus.
        """
        self._asked = self.owner(to.bus_name)
        self._last_serial = self._send(to, method, signature, body)
        return self.late_answer(limit)

    def late_answer(self, limit: float) -> tuple[Any, ...]:
        """What the last call brings after all, when waiting for it was broken off."""
        from jeepney import HeaderFields, MessageType

        reply = self._answer(limit)
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
        self._call_bus("AddMatch", "s", words)

    def owner(self, name: str) -> str:
        """The unique name of who answers to *name*, started if the bus knows how. Raises BusError."""
        if name == BUS or name.startswith(":"):
            return name
        try:
            return str(self._call_bus("GetNameOwner", "s", name)[0])
        except BusError as error:
            if error.name != NO_OWNER:
                raise
        self._call_bus("StartServiceByName", "su", name, 0)
        return str(self._call_bus("GetNameOwner", "s", name)[0])

    def process_of(self, unique: str) -> int:
        """The process behind a unique name."""
        return int(self._call_bus("GetConnectionUnixProcessID", "s", unique)[0])

    @cached_property
    def identity(self) -> str:
        """What no other bus is called, also not the next one at the same address."""
        return str(self._call_bus("GetId")[0])

    def is_owned(self, name: str) -> bool:
        """Whether somebody answers to *name* now."""
        return bool(self._call_bus("NameHasOwner", "s", name)[0])

    def can_be_started(self, name: str) -> bool:
        """Whether the bus knows a program to start when *name* is called."""
        return name in self._call_bus("ListActivatableNames")[0]

    def take_in(self) -> None:
        """Move what has arrived into `heard`. Raises BusError when the bus has gone away."""
        while self.wait([self.file], 0):
            self._receive()
        self._replies()

    def close(self) -> None:
        """Leave the bus."""
        self._connection.close()

    def _call_bus(self, method: str, signature: str = "", *body: object) -> tuple[Any, ...]:
        from jeepney import message_bus

        return self.call(message_bus, method, signature, *body)

    def _send(self, to: "DBusAddress", method: str, signature: str, body: tuple[object, ...]) -> int:
        from jeepney import DBusAddress, new_method_call

        serial = next(self._connection.outgoing_serial)
        asked = DBusAddress(to.object_path, self._asked, to.interface)
        message = new_method_call(asked, method, signature or None, body)
        try:
            self._connection.sock.sendall(message.serialise(serial=serial))
        except OSError as error:
            raise BusError(f"the session bus does not take messages ({error.strerror or error})") from error
        return int(serial)

    def _answer(self, limit: float) -> "Message":
        """The first answer to the last call: after its result mako sends an error for the same call."""
        deadline = time.monotonic() + limit
        while True:
            if replies := self._replies():
                return replies[0]
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

    def _replies(self) -> "list[Message]":
        """Of all that has arrived the answers to the last call, by who was called or by the bus in their place."""
        from jeepney import HeaderFields, MessageType

        found = []
        for message in self._messages():
            fields, sort = message.header.fields, message.header.message_type
            if sort is MessageType.signal:
                self.heard.append(Signal.of(message))
            elif sort in {MessageType.method_return, MessageType.error}:
                ours = fields.get(HeaderFields.reply_serial) == self._last_serial
                if ours and fields.get(HeaderFields.sender) in {self._asked, BUS}:
                    found.append(message)
        return found

    def _messages(self) -> "Iterator[Message]":
        while (message := self._connection.parser.get_next_message()) is not None:
            yield message
