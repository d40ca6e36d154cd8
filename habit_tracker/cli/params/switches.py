"""On or off: text becomes a value, or one sentence that says what would have been right."""

from habit_tracker.cli.params.parsed import Parsed
from habit_tracker.cli.params.text import plain

_WORDS = {**dict.fromkeys(("on", "yes", "true"), True), **dict.fromkeys(("off", "no", "false"), False)}


class Switch(Parsed[bool]):
    """Something that is on or off."""

    name = "switch"
    what = "is neither on nor off"
    right = "Write on or off."

    def parse(self, text: str) -> bool | None:
        """The value that *text* names."""
        return _WORDS.get(plain(text))
