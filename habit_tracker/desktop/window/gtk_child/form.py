"""The form: which day, the question, the answer, how much confidence, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gi.repository import GLib, Gtk
from pipe import Message
from steps import Steps
from writing import Writing

PAUSE = 250
"""Milliseconds until what was typed is told."""


class Form:
    """Everything in the window; *tell* hears what the person does."""

    def __init__(self, question: Message, tell: Callable[..., None]) -> None:
        self._tell = tell
        self._telling = True  # what it begins with is no news
        self._writing = Writing(question["question"], self._save, self._changed)
        self._steps = Steps(question["steps"], self._save, self._changed)
        self._trouble = label("", "trouble", Gtk.AccessibleRole.ALERT)
        self.page = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, css_classes=["page"])
        self.page.add_controller(self._steps.shortcuts())
        self._fill(self._parts(question))
        self._writing.write(question["draft"])
        self._steps.choose(question["confidence"])
        self.say(question["trouble"])
        self._writing.describe(question["trouble"] or question["notice"])
        self._telling = False

    @property
    def text(self) -> str:
        """What is written in it."""
        return self._writing.text

    def focus(self) -> None:
        """Put the keyboard into the text."""
        self._writing.focus()

    def say(self, trouble: str) -> None:
        """Say what is wrong, and leave the text as it is."""
        self._trouble.set_label(trouble)
        self._trouble.set_visible(bool(trouble))
        self._writing.describe(trouble)
        self.focus()

    def tell(self, news: str, **details: object) -> None:
        """Tell it, with all that the form holds."""
        self._tell(news, text=self.text, confidence=self._steps.chosen, **details)

    def thank(self, title: str, body: str) -> None:
        """Let the reward take the place of the question, in a window that stays as large as it is."""
        self.page.set_size_request(-1, self.page.get_height())
        while part := self.page.get_first_child():
            self.page.remove(part)
        self._fill([label(title, "title", Gtk.AccessibleRole.ALERT), label(body, "body")])

    def _fill(self, parts: list[Any]) -> None:
        for part in parts:
            self.page.append(part)

    def _parts(self, question: Message) -> list[Any]:
        """From the top to the bottom."""
        return [
            label(question["day"], "day"),
            label(question["question"], "title"),
            self._writing.widget,
            *(label(question[kind], kind) for kind in ("hint", "notice") if question[kind]),
            label(question["measure"], "measure"),
            self._steps.widget,
            self._trouble,
            self._buttons(question["choices"]),
            label(question["keys"], "keys"),
        ]

    def _buttons(self, choices: dict[str, str]) -> Any:
        """Those that answer stand at the end, and the one that declines at the start."""
        row = Gtk.CenterBox(css_classes=["buttons"])
        end = Gtk.Box()
        row.set_end_widget(end)
        for choice, words in choices.items():
            button = Gtk.Button(label=f"_{words}", use_underline=True, css_classes=[choice])
            button.reset_property(Gtk.AccessibleProperty.LABEL)  # its child names it, without _
            button.connect("clicked", lambda _button, choice=choice: self.tell("chosen", choice=choice))
            if choice == "skip":
                row.set_start_widget(button)
            else:
                end.append(button)
        return row

    def _changed(self) -> None:
        """Tell what was typed, though not with each letter."""
        if not self._telling:
            self._telling = True
            GLib.timeout_add(PAUSE, self._tell_typed)

    def _tell_typed(self) -> None:
        self._telling = False
        self.tell("typed")

    def _save(self) -> None:
        self.tell("chosen", choice="answer")


def label(words: str, kind: str, role: Any = Gtk.AccessibleRole.LABEL) -> Any:
    """Words that wrap at the width of the page."""
    return Gtk.Label(
        label=words, wrap=True, xalign=0, max_width_chars=1, hexpand=True, css_classes=[kind], accessible_role=role
    )
