"""A program of the same session that plays the notification server, and has not its name."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from support.fake_server import NAME, PATH


class Impostor:
    """It knows whom to talk to, as every program of the session can: by listening, or by trying all."""

    def __init__(self, address: str) -> None:
        from jeepney.bus import get_connectable_addresses
        from jeepney.io.blocking import DBusConnection, prep_socket

        self._connection = DBusConnection(prep_socket(next(get_connectable_addresses(address))))

    def others(self) -> list[str]:
        """The unique names of all who are on the bus."""
        from jeepney import message_bus
        from jeepney.io.blocking import Proxy

        (names,) = Proxy(message_bus, self._connection).ListNames()
        return [name for name in names if name.startswith(":") and name != self._connection.unique_name]

    def signal(self, member: str, signature: str, *body: object, interface: str = NAME, path: str = PATH) -> None:
        """A signal to all who listen, and one directed to each."""
        from jeepney import DBusAddress, HeaderFields, new_signal

        for to in [None, *self.others()]:
            message = new_signal(DBusAddress(path, interface=interface), member, signature, body)
            if to:
                message.header.fields[HeaderFields.destination] = to
            self._connection.send(message)

    def call(self, member: str, signature: str, *body: object) -> None:
        """A method call to each, by the name of a signal."""
        from jeepney import DBusAddress, MessageFlag, new_method_call

        for to in self.others():
            message = new_method_call(DBusAddress(PATH, to, NAME), member, signature, body)
            message.header.flags = MessageFlag.no_reply_expected
            self._connection.send(message)

    def reply(self, signature: str, *body: object, serials: range = range(1, 60)) -> None:
        """An answer to whatever call each may be waiting for."""
        from jeepney import Header, HeaderFields, Message, MessageType
        from jeepney.low_level import Endianness

        for to in self.others():
            for serial in serials:
                fields: dict[Any, Any] = {HeaderFields.destination: to, HeaderFields.reply_serial: serial}
                fields[HeaderFields.signature] = signature
                header = Header(Endianness.little, MessageType.method_return, 0, 1, -1, -1, fields)
                self._connection.send(Message(header, body))

    def close(self) -> None:
        """Leave."""
        self._connection.close()


@contextmanager
def impostor(env: Mapping[str, str]) -> Iterator[Impostor]:
    """One on the session bus of *env*."""
    found = Impostor(env["DBUS_SESSION_BUS_ADDRESS"])
    try:
        yield found
    finally:
        found.close()
