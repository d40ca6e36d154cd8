"""Days of the week: one, or a set of them."""

import re

from habit_tracker.cli.params.parsed import Parsed
from habit_tracker.cli.params.text import Typed, plain
from habit_tracker.domain.days.plan import EVERY_DAY, WEEKDAYS
from habit_tracker.domain.words import WEEKDAY_NAMES

WEEKEND = EVERY_DAY - WEEKDAYS
_SETS = {
    **dict.fromkeys(("daily", "everyday", "day", "days", "all", "all days", "all week"), EVERY_DAY),
    **dict.fromkeys(("weekday", "weekdays", "workday", "workdays", "working days"), WEEKDAYS),
    **dict.fromkeys(("weekend", "weekends"), WEEKEND),
}
_NAMES = [name.lower() for name in WEEKDAY_NAMES]


def parse_weekday(word: str, shortest: int = 3) -> int | None:
    """The weekday that *word* names, in full or by at least its first *shortest* letters."""
    if word == "weds":
        return _NAMES.index("wednesday")
    fits = [name.startswith(word) and len(word) >= shortest for name in _NAMES]
    return fits.index(True) if any(fits) else None


def parse_weekdays(words: Typed) -> frozenset[int] | None:
    """The weekdays that the words name, Monday being 0: weekdays, mon-thu, "mon, wed and fri", mo-fr."""
    text = re.sub(r"^(on|every|each|from) ", "", plain(words))
    text = re.sub(r"\s*(?:[-–—]|\b(?:to|till|until|through|thru)\b)\s*", "-", text)  # noqa: RUF001  typed dashes
    if text in _SETS:
        return _SETS[text]
    parts = [_named(part) for part in re.split(r"[\s,;&+/]+|\band\b", text) if part]
    return frozenset().union(*filter(None, parts)) if parts and all(parts) else None


def _named(text: str) -> frozenset[int] | None:
    """A named set, or the days from the first named to the last, over the week's end too."""
    if text in _SETS:
        return _SETS[text]
    first, dash, last = text.partition("-")
    start, end = _one(first), _one(last if dash else first)
    if start is None or end is None:
        return None
    return frozenset((start + step) % 7 for step in range((end - start) % 7 + 1))


def _one(word: str) -> int | None:
    """A weekday of a set: two letters will do, and `mondays` too."""
    found = parse_weekday(word, shortest=2)
    return parse_weekday(word.removesuffix("s")) if found is None else found


class Weekdays(Parsed[frozenset[int]]):
    """Days of the week: daily, weekdays, weekends, mon,wed,fri or mon-thu."""

    name = "days"
    what = "are no days"
    right = "Write daily, weekdays, weekends, mon,wed,fri or mon-thu."

    def parse(self, text: str) -> frozenset[int] | None:
        """The value that *text* names."""
        return parse_weekdays(text)


class Weekday(Parsed[int]):
    """One day of the week: monday or mon."""

    name = "weekday"
    what = "is not a day of the week"
    right = "Write monday, or mon."

    def parse(self, text: str) -> int | None:
        """The value that *text* names."""
        return parse_weekday(plain(text))
