"""Notifications that can be clicked: org.freedesktop.Notifications on the session bus."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from habit_tracker.desktop.notifications.dbus import Bus, BusError
from habit_tracker.desktop.notifications.markup import cleaned, without_markup
from habit_tracker.desktop.notifications.messages import Confirmation, Event, Report, Request
from habit_tracker.desktop.notifications.server import NAME, PATH, Server, reason_of
from habit_tracker.desktop.notifications.waiting import Stopped, plainly

if TYPE_CHECKING:
    from jeepney import Message

APP_NAME = "Habit tracker"
LAST_LIMIT = 0.3  # seconds for the last call of a process that was asked to end
CONFIRMATION_SECONDS = 5
BUTTONS = {"later": "Later", "skip": "Not today"}
Hints = Mapping[str, tuple[str, object]]
CLOSED = {1: "expired", 2: "dismissed", 3: "by us"}


class Freedesktop:
    """One notification on one server."""

    proves_display = True

    def __init__(self, bus: Bus, server: Server) -> None:
        from jeepney import DBusAddress

        self.bus = bus
        self.server = server
        self._address = DBusAddress(PATH, NAME, NAME)
        self._id = 0
        self.token = ""
        """What a window needs to be given the keyboard, on servers that hand it out with a click."""

    def show(self, request: Request) -> Report:
        """Put the nudge on the screen, to stay there; shown means that the server gave it a number."""
        hints = {"urgency": ("y", 1), "resident": ("b", True), "category": ("s", "reminder")}
        try:
            self._listen()
            self._notify(request.title, request.body, self._actions(request), hints, expire=0)
        except BusError as error:
            return Report("failed", reason=reason_of(error))
        return Report("shown", channel=self.server.channel)

    def say(self, words: Confirmation) -> None:
        """Replace the nudge by a few words that leave by themselves. Raises BusError."""
        hints = {"urgency": ("y", 0), "transient": ("b", True)}
        self._notify(words.title, words.body, [], hints, expire=CONFIRMATION_SECONDS * 1000)

    def close(self) -> None:
        """Take it off the screen, if it is there and the server answers."""
        self.bus.wait = plainly
        if self._id:
            with suppress(BusError):
                self.bus.call(self._address, "CloseNotification", "u", self._id, limit=LAST_LIMIT)

    def events(self) -> Iterator[Event]:
        """What has happened to it since the last look. Raises BusError when the bus has gone away."""
        from jeepney import HeaderFields

        self.bus.take_in()
        while self.bus.heard:
            message = self.bus.heard.popleft()
            member = message.header.fields.get(HeaderFields.member)
            if event := self._understood(str(member), message):
                yield event

    def _understood(self, member: str, message: "Message") -> Event | None:
        match member, message.body:
            case "NameOwnerChanged", (name, _old, "") if name == NAME:
                return Event("closed", "server gone")
            case "ActionInvoked", (number, action) if number == self._id:
                return Event("answer" if action in {"default", "answer"} else str(action))
            case "ActivationToken", (number, token) if number == self._id:
                self.token = str(token)
            case "NotificationReplied", (number, text) if number == self._id:
                return Event("text", str(text))
            case "NotificationClosed", (number, why) if number == self._id:
                return Event("closed", CLOSED.get(why, "dismissed"))
        return None

    def _listen(self) -> None:
        self.bus.listen(sender=NAME, interface=NAME)
        self.bus.listen(sender="org.freedesktop.DBus", member="NameOwnerChanged", arg0=NAME)

    def _actions(self, request: Request) -> list[str]:
        """Keys and labels in turn. A plain click answers and so does a button: servers differ."""
        if "actions" not in self.server.abilities:
            return []
        answer = {"default": "Answer", "answer": "Answer"}
        if "inline-reply" in self.server.abilities:
            answer = {"default": "Answer", "inline-reply": "Answer"}
        offered = answer | (BUTTONS if request.buttons else {})
        return [word for pair in offered.items() for word in pair]

    def _notify(self, title: str, body: str, actions: list[str], hints: Hints, expire: int) -> None:
        body = cleaned(body)
        if "body-markup" in self.server.abilities:
            body = without_markup(body)
        words = (APP_NAME, self._id, "", cleaned(title) or APP_NAME, body, actions, hints, expire)
        try:
            (self._id,) = self.bus.call(self._address, "Notify", "susssasa{sv}i", *words)
        except Stopped:
            self._await_number_and_close()
            raise

    def _await_number_and_close(self) -> None:
        """The server may just be showing it: learn its number to take it away again."""
        self.bus.wait = plainly
        with suppress(BusError):
            (self._id,) = self.bus.late_answer(LAST_LIMIT)
        self.close()
