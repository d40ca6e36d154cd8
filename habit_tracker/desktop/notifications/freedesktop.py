"""Notifications that can be clicked: org.freedesktop.Notifications on the session bus."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from habit_tracker.desktop.integration.entry import installed
from habit_tracker.desktop.notifications.dbus import BUS, BUS_PATH, Bus, BusError, UnansweredError
from habit_tracker.desktop.notifications.do_not_disturb import quiet_on
from habit_tracker.desktop.notifications.gesture import actions, advice
from habit_tracker.desktop.notifications.icons import icon_of
from habit_tracker.desktop.notifications.known_servers import Known, known
from habit_tracker.desktop.notifications.left import Note, server_on
from habit_tracker.desktop.notifications.markup import cleaned, without_markup
from habit_tracker.desktop.notifications.messages import SERVER_GONE, Confirmation, Event, Report, Request
from habit_tracker.desktop.notifications.server import APP_NAME, NAME, PATH, Server, ask_server, reason_of
from habit_tracker.desktop.notifications.signals import Signal
from habit_tracker.desktop.notifications.waiting import Stopped, plainly

if TYPE_CHECKING:
    from jeepney import DBusAddress

LAST_LIMIT = 0.3  # seconds for the last call of a process that was asked to end
SERVER_DECIDES = -1
Hints = Mapping[str, tuple[str, object]]
CLOSED = {1: "expired", 2: "dismissed", 3: "by us"}


class Freedesktop:
    """One notification on one server, or on the next one when that is gone."""

    proves_display = True

    def __init__(self, bus: Bus, server: Server) -> None:
        self.bus = bus
        self.server = server
        self.on_server = True
        """Whether that server is still there."""
        self._id = 0
        self._up = False
        self._listens = False
        self.note: Note | None = None
        self.token = ""
        """What a window needs to be given the keyboard, on servers that hand it out with a click."""

    def show(self, request: Request) -> Report:
        """Put the nudge on the screen, to stay there; shown means that the server gave it a number."""
        hints = {"urgency": ("y", 1), "resident": ("b", True), "category": ("s", "reminder")}
        body = "\n".join(filter(None, [request.body, advice(self.server, put_off=request.buttons)]))
        try:
            self._listen()
            place = server_on(self.bus, self.server.unique)
            offered = actions(self.server, put_off=request.buttons)
            self._notify(request.title, body, offered, hints, SERVER_DECIDES if self._kind.boxes else 0)
        except UnansweredError as error:  # which may show it all the same
            return Report("failed", channel=self.server.channel, reason=reason_of(error))
        except BusError as error:
            return Report("failed", reason=reason_of(error))
        self.note = self.note or Note(request)
        self.note.write(place, self._id)
        return Report("shown", channel=self.server.channel)

    def show_again(self, request: Request) -> Report:
        """Put it on the screen of the server that there is now, unless that is to be quiet."""
        try:
            self.find_server()
            quiet = quiet_on(self.bus, self.server)
        except BusError as error:
            return Report("failed", reason=reason_of(error))
        return Report("held", reason=quiet.reason) if quiet.on else self.show(request)

    def find_server(self) -> None:
        """Turn to the server that there is now, which knows nothing of the last one's. Raises BusError."""
        self.server = ask_server(self.bus)
        self.on_server = True
        self._id = 0

    def say(self, words: Confirmation, seconds: float) -> None:
        """Replace the nudge by a few words, of normal urgency: GNOME hides what has a low one. Raises BusError.

        They leave by themselves after some *seconds* on most servers; the caller closes them on all.
        """
        hints = {"urgency": ("y", 1), "transient": ("b", True)}
        self._notify(words.title, words.body, {}, hints, expire=int(seconds * 1000))

    def close(self) -> None:
        """Take it off the screen, if it is there and the server answers."""
        self.bus.wait = plainly
        if self._up:
            with suppress(BusError):
                if self._kind.keeps:
                    self._notify("", "", {}, {}, expire=1)
                self.bus.call(self._address, "CloseNotification", "u", self._id, limit=LAST_LIMIT)

    def events(self) -> Iterator[Event]:
        """What has happened to it since the last look. Raises BusError when the bus has gone away."""
        self.bus.take_in()
        while self.bus.heard:
            yield from self._understood(self.bus.heard.popleft())

    def _understood(self, heard: Signal) -> Iterator[Event]:
        """Only the server is believed about notifications, and only the bus about the server."""
        if heard[:3] == (BUS, BUS_PATH, BUS):
            yield from self._of_bus(heard)
        elif heard[:3] == (self.server.unique, PATH, NAME):
            yield from self._of_server(heard)

    def _of_bus(self, heard: Signal) -> Iterator[Event]:
        match heard.member, heard.body:
            case "NameOwnerChanged", (name, old, new) if name == NAME:
                if old == self.server.unique:
                    self.on_server = self._up = False
                    yield Event("closed", SERVER_GONE)
                if new:
                    yield Event("server")

    def _of_server(self, heard: Signal) -> Iterator[Event]:
        match heard.member, heard.body:
            case "ActionInvoked", (self._id, str(action)):
                yield Event("answer" if action in {"default", "answer"} else action)
            case "ActivationToken", (self._id, str(token)):
                self.token = token
            case "NotificationReplied", (self._id, str(text)):
                yield Event("text", text)
            case "NotificationClosed", (self._id, int(why)):
                self._up = False
                yield Event("closed", CLOSED.get(why, "dismissed"))

    @property
    def _kind(self) -> Known:
        return known(self.server)

    @property
    def _address(self) -> "DBusAddress":
        from jeepney import DBusAddress

        return DBusAddress(PATH, self.server.unique, NAME)

    def _listen(self) -> None:
        if not self._listens:
            self.bus.listen(sender=NAME, interface=NAME)
            self.bus.listen(sender=BUS, member="NameOwnerChanged", arg0=NAME)
            self._listens = True

    def _notify(self, title: str, body: str, offered: Mapping[str, str], hints: Hints, expire: int) -> None:
        body = cleaned(body)
        if "body-markup" in self.server.abilities:
            body = without_markup(body)
        labels = [word for pair in offered.items() for word in pair]
        icon = icon_of(small=self._kind.cuts)
        if entry := installed():  # with a name that leads to no entry some show another program's, or nothing
            hints = {**hints, "desktop-entry": ("s", entry)}
        words = (APP_NAME, self._id, icon, cleaned(title) or APP_NAME, body, labels, hints, expire)
        try:
            (self._id,) = self.bus.call(self._address, "Notify", "susssasa{sv}i", *words)
        except Stopped:
            self._await_number_and_close()
            raise
        self._up = True

    def _await_number_and_close(self) -> None:
        """The server may just be showing it: learn its number to take it away again."""
        self.bus.wait = plainly
        with suppress(BusError):
            (self._id,) = self.bus.late_answer(LAST_LIMIT)
            self._up = True
        self.close()
