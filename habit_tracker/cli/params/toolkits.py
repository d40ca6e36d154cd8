"""What the answer window can be made with."""

from habit_tracker.cli.params.parsed import Parsed
from habit_tracker.cli.params.text import plain
from habit_tracker.domain.nudges.delivery import WINDOWS

_OTHER_NAMES = {"tkinter": "tk", "gtk4": "gtk", "automatic": "auto", "default": "auto"}


class Toolkit(Parsed[str]):
    """A toolkit by its name, or auto."""

    name = "toolkit"
    what = "is no kind of window"
    right = f"Write {', '.join(WINDOWS[:-1])} or {WINDOWS[-1]}."

    def parse(self, text: str) -> str | None:
        """The value that *text* names."""
        word = plain(text)
        name = _OTHER_NAMES.get(word, word)
        return name if name in WINDOWS else None
