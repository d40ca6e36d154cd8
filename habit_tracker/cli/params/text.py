"""Words as people type them: brought to one form for reading, and quoted safely in an answer."""

from collections.abc import Sequence

MOST_QUOTED = 40
Typed = str | Sequence[str]
"""The words of an argument, or one text."""


def plain(words: Typed) -> str:
    """Lower case, one space between words; several words are one text."""
    text = words if isinstance(words, str) else " ".join(words)
    return " ".join(text.lower().split())


def quoted(text: str) -> str:
    """`'text'`: its first 40 characters, without what could steer the terminal or reorder the line."""
    shown = "".join(
        char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text[: MOST_QUOTED + 1]
    )
    return f"'{shown[:MOST_QUOTED]}…'" if len(shown) > MOST_QUOTED else f"'{shown}'"


def either(words: Sequence[str]) -> str:
    """`one`, `one or two`, `one, two or three`."""
    return " or ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)
