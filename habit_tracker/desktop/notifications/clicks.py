"""Which mouse button does what on a notification, for the servers on which the person may set it."""

from typing import NamedTuple

from habit_tracker.desktop.notifications.server import Server
from habit_tracker.desktop.notifications.server_config import options

BUTTONS = ("left", "middle", "right")


class ButtonSetting(NamedTuple):
    """What the configuration *file* calls a mouse button in its *section*, as a pattern.

    *answers* is the word for what answers, *usual* the button that does so where nothing is set.
    """

    file: str
    section: str
    key: str
    answers: str
    usual: str


def answering_button(server: Server, setting: ButtonSetting) -> str | None:
    """The first mouse button that answers on this person's *server*, None if no button does."""
    does = {setting.usual: setting.answers}
    for option in options(server, setting.file) or []:
        if option.section == setting.section:
            does |= {button: option.value for button in BUTTONS if option.key == setting.key.format(button)}
    return next((button for button in BUTTONS if setting.answers in does.get(button, "")), None)
