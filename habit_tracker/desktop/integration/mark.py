"""The mark by which we know a file that we made, as long as nobody has changed it."""

import hashlib
import re

WORDS = "Made by habit-tracker, which replaces or removes it only as long as nobody has changed it"
_UP_TO_THE_SUM = re.compile(rb"(.*\n[^\n]*\(habit-tracker:)([0-9a-f]{16})\)(?: -->)?\n", re.DOTALL)


def marked(text: str, comment: str) -> bytes:
    """*text*, of whole lines, with the mark below it; *comment* is a line that the format ignores, around `{}`."""
    before, after = comment.split("{}")
    body = f"{text}{before}{WORDS} (habit-tracker:".encode()
    return body + _sum(body) + f"){after}\n".encode()


def is_ours(content: bytes) -> bool:
    """Whether the content of a file is as one of our versions has written it."""
    found = _UP_TO_THE_SUM.fullmatch(content)
    return found is not None and found[2] == _sum(found[1])


def _sum(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest()[:16].encode()
