"""Text on its way to a notification server: only what it can take, and nothing that it reads as markup."""

import unicodedata
from html import escape

DROPPED = {"Cc", "Cs", "Cn", "Co"}


def cleaned(text: str) -> str:
    """*text* without control characters (newlines stay) and halves of characters: they break the bus."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(char for char in text if char == "\n" or unicodedata.category(char) not in DROPPED)


def without_markup(text: str) -> str:
    """*text* in the form that shows as itself where `&` and `<` mean something."""
    return escape(text, quote=False)


def clipped(text: str, units: int) -> str:
    """The beginning of *text* in at most that many UTF-16 units, with "…" where something was left out."""
    if _units(text) <= units:
        return text
    kept = text[:units]
    while _units(kept) > units - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def _units(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)
