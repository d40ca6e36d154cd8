"""On or off."""

from habit_tracker.cli.params.parsed import Parsed
from habit_tracker.cli.params.text import plain

WORDS = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}


class Switch(Parsed[bool]):
    """On or off, by whichever word for it."""

    name = "switch"
    what = "is neither on nor off"
    right = "Write on or off."

    def parse(self, text: str) -> bool | None:
        """The value that *text* names."""
        return WORDS.get(plain(text))
