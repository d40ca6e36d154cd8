"""When to be asked, and on which days: `weekdays at 5pm`."""

from datetime import time
from typing import NamedTuple

from habit_tracker.cli.params.parsed import Parsed
from habit_tracker.cli.params.text import Typed, plain
from habit_tracker.cli.params.times import parse_clocks
from habit_tracker.cli.params.weekdays import parse_weekdays

MOST_WORDS = 20


class PlanAsked(NamedTuple):
    """What a plan shall be; None leaves it as it is. The first of several times is *at*, the others *also*."""

    weekdays: frozenset[int] | None = None
    at: time | None = None
    also: tuple[time, ...] | None = None


def parse_plan(words: Typed) -> PlanAsked | None:
    """The days and times that the words name, in either order, or one of the two: mon-fri 17:00, 5pm, daily."""
    tokens = [word for word in plain(words).split() if word not in {"at", "@", "on"}]
    if len(tokens) > MOST_WORDS:
        return None
    for cut in range(len(tokens) + 1):
        for days, clocks in ((tokens[:cut], tokens[cut:]), (tokens[cut:], tokens[:cut])):
            weekdays, times = parse_weekdays(days), parse_clocks(clocks)
            if bool(weekdays) == bool(days) and bool(times) == bool(clocks) and tokens:
                at, *also = times or (None,)
                return PlanAsked(weekdays, at, tuple(filter(None, also)) or None)
    return None


class PlanWords(Parsed[PlanAsked]):
    """Days of the week and times of day."""

    name = "plan"
    what = "names no days and no time"
    right = "Write days, a time or both: mon-fri 17:00."

    def parse(self, text: str) -> PlanAsked | None:
        """The value that *text* names."""
        return parse_plan(text)
