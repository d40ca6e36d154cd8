"""What may be stored as the text of a win."""

import re

from habit_tracker.domain.errors import HabitError

LONGEST = 10_000
CONFIDENCE = range(1, 6)
UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""A NUL, or half a character: a lone surrogate, which is what undecodable bytes become."""


def clean_text(raw: str) -> str:
    """*raw* without white space around it and with plain newlines.

    Raises HabitError for a text that is empty, longer than LONGEST characters, or that holds a NUL or half
    a character (a lone surrogate, which is what undecodable bytes become).
    """
    text = raw.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        raise HabitError("There is no text to log. Write what you did, in a few words.")
    if len(text) > LONGEST:
        raise HabitError(f"That is {len(text):,} characters; a win may have up to {LONGEST:,}.")
    if UNSTORABLE.search(text):
        raise HabitError("The text holds a character that cannot be stored. Please write it as plain UTF-8 text.")
    return text
