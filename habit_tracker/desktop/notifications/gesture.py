"""How a notification is answered on this desktop: what it offers, and what is said to the person."""

import os
import sys
from typing import NamedTuple

from habit_tracker.desktop.notifications.clicks import answering_button
from habit_tracker.desktop.notifications.known_servers import known
from habit_tracker.desktop.notifications.server import CHANNEL_VARIABLE, Server, describe_server

PUT_OFF = {"later": "Later", "skip": "Not today"}


class Gesture(NamedTuple):
    """What the person does to answer, in *words*; a *usual* gesture is found without them."""

    words: str
    usual: bool = False


CLICK = Gesture("Click to answer", usual=True)
BUTTON = Gesture("Press Answer: a click beside it only closes this")
SHELL = Gesture("Answer with: habit ask")
PERHAPS = Gesture("Click to answer, or: habit ask")
OTHER_BUTTON = "{}-click to answer: a left click only closes this"


def gesture(server: Server) -> Gesture:
    """What answers on *server*."""
    found = known(server)
    if "actions" not in server.abilities or os.environ.get(CHANNEL_VARIABLE) == "plyer":
        return SHELL
    if found.unknown:
        return PERHAPS
    if found.setting is None:
        return CLICK if found.click else BUTTON
    button = answering_button(server, found.setting)
    if button is None:
        return SHELL
    return CLICK if button == "left" else Gesture(OTHER_BUTTON.format(button.capitalize()))


def gesture_here() -> Gesture:
    """What answers on this desktop."""
    server = describe_server() if sys.platform.startswith("linux") else ""
    return SHELL if isinstance(server, str) else gesture(server)


def actions(server: Server, *, put_off: bool) -> dict[str, str]:
    """The actions to offer on *server*, each with its label: "Answer" is never to be seen twice."""
    found = known(server)
    if "actions" not in server.abilities:
        return {}
    offered = {"default": "Answer"}
    if "inline-reply" in server.abilities:
        offered["inline-reply"] = "Answer here"
    elif found.buttons and not found.default_button:
        offered["answer"] = "Answer"
    return offered | (PUT_OFF if put_off else {})


def advice(server: Server, *, put_off: bool) -> str:
    """What the body has to say about answering on *server*: nothing where it can be seen."""
    how, shows_buttons = gesture(server), known(server).buttons and "actions" in server.abilities
    if how.usual and shows_buttons:
        return ""
    return f"{how.words}." + (" Later: habit snooze." if put_off and not shows_buttons else "")
