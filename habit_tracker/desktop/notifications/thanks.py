"""The few words that take the place of a question once it is answered."""

import time

from habit_tracker.desktop.notifications.freedesktop import Freedesktop
from habit_tracker.desktop.notifications.messages import Confirmation
from habit_tracker.desktop.notifications.waiting import Wait

STAY = 5.0
"""Seconds."""


def thank(notice: Freedesktop, words: Confirmation, wait: Wait) -> None:
    """Say them for some seconds, or until the person takes them away. Raises BusError.

    The server may have gone meanwhile; then the next one says them.
    """
    for _ in notice.events():
        pass  # what the person did with the question is over
    if not notice.on_server:
        notice.find_server()
    notice.say(words, STAY)
    leaves = time.monotonic() + STAY
    while (left := leaves - time.monotonic()) > 0:
        if any(event.name == "closed" for event in notice.events()):
            return
        wait([notice.bus.file], left)
