"""Which week: last, or one that holds a day."""

import re

from habit_tracker.cli.params.days import DayAsked, parse_day
from habit_tracker.cli.params.parsed import Parsed
from habit_tracker.cli.params.text import Typed, plain

_NAMED = {"last": "a week ago", "this": "today", "next": "in a week"}


def parse_week(words: Typed) -> DayAsked | None:
    """A day of the week that the words name: last, last week, 3 weeks ago, of nov 20."""
    text = re.sub(r"^(?:week )?of ", "", plain(words))
    return parse_day(_NAMED.get(text.removesuffix(" week"), text))


class Week(Parsed[DayAsked]):
    """A week, by a day of it."""

    name = "week"
    what = "is no week"
    right = "Write last, 3 weeks ago or a day of it, as nov 20; so many weeks are: habit week -n 4."

    def parse(self, text: str) -> DayAsked | None:
        """The value that *text* names."""
        return parse_week(text)
