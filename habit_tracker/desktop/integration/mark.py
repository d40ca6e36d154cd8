"""The mark by which we know a file that we made, as long as nobody has changed it."""

import hashlib
import re

WORDS = "Made by habit-tracker, which replaces or removes it only as long as nobody has changed it"
_LAST_LINE = re.compile(rb"(.*\n)[^\n]*\(habit-tracker:([0-9a-f]{16})\)[^\n]*\n", re.DOTALL)


def marked(text: str, comment: str) -> bytes:
    """*text*, of whole lines, with the mark below it; *comment* is a line that the format ignores, around `{}`."""
    body = text.encode()
    return body + comment.format(f"{WORDS} (habit-tracker:{_sum(body).decode()})").encode() + b"\n"


def is_ours(content: bytes) -> bool:
    """Whether the content of a file is as one of our versions has written it."""
    found = _LAST_LINE.fullmatch(content)
    return found is not None and found[2] == _sum(found[1])


def _sum(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest()[:16].encode()
