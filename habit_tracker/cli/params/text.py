"""Words as people type them, brought to one form for reading."""

from collections.abc import Sequence

Typed = str | Sequence[str]
"""The words of an argument, or one text."""


def plain(words: Typed) -> str:
    """Lower case, one space between words; several words are one text."""
    text = words if isinstance(words, str) else " ".join(words)
    return " ".join(text.lower().split())


def either(words: Sequence[str]) -> str:
    """`one`, `one or two`, `one, two or three`."""
    return " or ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)
