"""The window: its place on the screen, the keyboard, and the orders that it obeys."""

from __future__ import annotations

import sys
from collections.abc import Callable

from colours import Colours
from form import Form
from gi.repository import Gdk, GLib, Gtk
from pipe import Message, Pipe

PATIENCE = 200
"""Milliseconds in which a screen gives the keyboard to a window that asks for it, if it does at all."""


class Window:
    """The window that asks *question*; what the person does is told to *pipe*."""

    def __init__(self, question: Message, pipe: Pipe) -> None:
        self._loop = GLib.MainLoop()
        self._pipe = pipe
        self._gone: str = question["gone"]
        self._heard = True
        self._ready = False
        self._window = Gtk.Window(title=question["title"], resizable=False)
        self._window.add_css_class("habit")
        Colours(self._window.get_display(), question)
        self._form = Form(question, self._tell)
        self._window.set_child(self._form.page)
        self._fit()
        self._listen()

    def run(self) -> None:
        """Show it until it is closed."""
        sys.excepthook = lambda _kind, error, _trace: self._form.say(f"That did not work: {error}")
        self._pipe.listen(self._obey, self._end_of_orders)
        self._present()
        self._loop.run()
        self._form.tell("closed")

    def _fit(self) -> None:
        """As wide as the page, however long its title; on a screen that is too narrow, as narrow as it can be."""
        width = self._form.page.measure(Gtk.Orientation.HORIZONTAL, -1).natural
        if any(width > monitor.get_geometry().width for monitor in self._window.get_display().get_monitors()):
            self._form.page.add_css_class("narrow")
            width = 1
        self._window.set_default_size(width, -1)

    def _listen(self) -> None:
        keys = Gtk.EventControllerKey()
        keys.connect("key-pressed", lambda _keys, key, *_: key == Gdk.KEY_Escape and self._leave())
        self._window.add_controller(keys)
        self._window.connect("close-request", lambda _window: self._leave())
        self._window.connect("map", lambda _window: self._pipe.tell("opened"))
        self._window.connect("notify::is-active", lambda *_: self._say_ready())

    def _say_ready(self) -> None:
        if self._window.is_active() and not self._ready:
            self._ready = True
            self._pipe.tell("ready")

    def _obey(self, order: Message) -> None:
        """Do what the process says that keeps the answers."""
        does: dict[str, Callable[[], object]] = {
            "say": lambda: self._form.say(order["words"]),
            "thank": lambda: self._thank(order["title"], order["body"], order["stay"]),
            "come": self._come,
            "leave": self._leave_if_empty,
            "close": self._loop.quit,
        }
        does[order["order"]]()

    def _tell(self, news: str, **details: object) -> None:
        """Tell it, as long as somebody is there who can keep it."""
        if self._heard:
            self._pipe.tell(news, **details)
        elif news == "leave":
            self._loop.quit()
        elif news != "typed":
            self._form.say(self._gone)

    def _end_of_orders(self) -> None:
        self._heard = False
        self._form.say(self._gone)
        self._leave_if_empty()

    def _leave(self) -> bool:
        """Ask to be closed, and stay until what is written was kept."""
        self._form.tell("leave")
        return True

    def _leave_if_empty(self) -> None:
        if not self._form.text.strip():
            self._loop.quit()

    def _thank(self, title: str, body: str, stay: int) -> None:
        self._window.set_title(title)
        self._form.thank(title, body)
        GLib.timeout_add(stay, self._loop.quit)

    def _present(self) -> None:
        self._window.present()
        self._form.focus()

    def _come(self) -> None:
        """To the front, with the keyboard; where a screen only marks a window that asks for it, anew."""
        self._present()
        GLib.timeout_add(PATIENCE, self._come_anew)

    def _come_anew(self) -> None:
        if not self._window.is_active():
            self._window.set_visible(False)
            self._present()
