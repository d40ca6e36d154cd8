"""A notification server that does what a test tells it to."""

import queue
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"


class Notification(NamedTuple):
    """One call of Notify, in the order of its arguments, after the number that it was given."""

    number: int
    app_name: str
    replaces: int
    icon: str
    title: str
    body: str
    actions: list[str]
    hints: dict[str, Any]
    expire: int


class FakeServer:
    """On the bus at *address*. What it *hangs* on gets no answer, what it *refuses* an error, *twice* both.

    It *yields* its name to another one that *takes* it, and lives on. With another name that it *owns*, and its
    *answers*, it plays another service of the desktop.
    """

    def __init__(
        self,
        address: str,
        *,
        abilities: tuple[str, ...] = ("body", "actions"),
        name: str = "fake",
        vendor: str = "tests",
        properties: Mapping[str, bool] | None = None,
        hangs: tuple[str, ...] = (),
        refuses: tuple[str, ...] = (),
        twice: tuple[str, ...] = (),
        owns: str = NAME,
        yields: bool = False,
        takes: bool = False,
        answers: Mapping[str, tuple[str | None, tuple[Any, ...]]] | None = None,
    ) -> None:
        from jeepney import message_bus
        from jeepney.bus import get_connectable_addresses
        from jeepney.io.blocking import DBusConnection, Proxy, prep_socket

        self.shown: queue.Queue[Notification] = queue.Queue()
        self.called = threading.Event()
        """Set when a call came that it leaves unanswered."""
        self.closed: queue.Queue[int] = queue.Queue()
        self.calls: set[str] = set()
        self._caller = ""
        self._abilities, self._name, self._vendor = list(abilities), name, vendor
        self._properties, self._hangs, self._refuses = dict(properties or {}), hangs, refuses
        self._twice = twice
        self._answers = dict(answers or {})
        self._connection = DBusConnection(prep_socket(next(get_connectable_addresses(address))))
        Proxy(message_bus, self._connection).RequestName(owns, yields + 2 * takes)
        self._count = 0
        self._held: list[Any] = []
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def emit(self, signal: str, signature: str, *body: object, path: str = PATH, interface: str = NAME) -> None:
        """Send one of the notification signals, straight to who showed something last, as dunst does."""
        from jeepney import DBusAddress, HeaderFields, new_signal

        message = new_signal(DBusAddress(path, interface=interface), signal, signature, body)
        if self._caller:
            message.header.fields[HeaderFields.destination] = self._caller
        self._connection.send(message)

    def click(self, number: int, action: str = "default") -> None:
        """The person chose an action."""
        self.emit("ActionInvoked", "us", number, action)

    def reply(self, number: int, text: str) -> None:
        """The person typed into the notification."""
        self.emit("NotificationReplied", "us", number, text)

    def dismiss(self, number: int, reason: int = 2) -> None:
        """The notification left the screen."""
        self.emit("NotificationClosed", "uu", number, reason)

    def answer_late(self) -> None:
        """Answer what it hung on."""
        for message in self._held:
            self._answer(message, self._hangs[0])

    def die(self) -> None:
        """Leave the bus without a word."""
        self._ends.set()
        self._thread.join(5)
        self._connection.close()

    def _serve(self) -> None:
        from jeepney import HeaderFields, MessageType

        while not self._ends.is_set():
            try:
                message = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._answer(message, str(message.header.fields[HeaderFields.member]))

    def _answer(self, message: Any, method: str) -> None:
        from jeepney import HeaderFields, new_error, new_method_return

        if method in self._hangs and message not in self._held:
            self._held.append(message)
            self.called.set()
            return
        self.calls.add(method)
        if method == "Notify":
            self._caller = message.header.fields[HeaderFields.sender]
        signature, body = self._result(method, message.body)
        if method in self._refuses or signature is None:
            self._connection.send(new_error(message, "org.example.Refused", "s", (f"no {method} here",)))
        else:
            self._connection.send(new_method_return(message, signature, body))
        if method in self._twice:
            self._connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))

    def _result(self, method: str, body: tuple[Any, ...]) -> tuple[str | None, tuple[Any, ...]]:
        match method, body:
            case "GetServerInformation", _:
                return "ssss", (self._name, self._vendor, "1.0", "1.2")
            case "GetCapabilities", _:
                return "as", (self._abilities,)
            case "Get", (_interface, name) if name in self._properties:
                return "v", (("b", self._properties[name]),)
            case "CloseNotification", (number,):
                self.closed.put(number)
                self.dismiss(number, 3)
                return "", ()
            case "Notify", (app, replaces, *rest):
                self._count += 1
                number = replaces or self._count
                self.shown.put(Notification(number, app, replaces, *rest))
                return "u", (number,)
        return self._answers.get(method, (None, ()))


@contextmanager
def fake_server(env: Mapping[str, str], **settings: Any) -> Iterator[FakeServer]:
    """A fake server on the session bus of *env*."""
    server = FakeServer(env["DBUS_SESSION_BUS_ADDRESS"], **settings)
    try:
        yield server
    finally:
        server.die()
