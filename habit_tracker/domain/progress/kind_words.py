"""What is said to a person who has been away: what stands, and the smallest next step.

No guilt, and no figure of nothing.
"""

from datetime import date, timedelta

from habit_tracker.domain.progress.outlook import LATELY
from habit_tracker.domain.words import count, ordinal

WEARY = 10
"""After so many unanswered counting days in a row it is asked once whether to ask less often."""
SMALL_STEP = "One small thing is enough to begin again."
OFTEN = timedelta(days=30)
"""Who missed so many in a longer time is not asked often."""
ASK_LESS = "Would fewer days suit you better? habit plan --days mon,thu"


def what_stands(lately: int, total_days: int) -> str:
    """`12 of the last 60 days have a win, 120 days in all. One small thing is enough to begin again.`"""
    recent = f"{lately} of the last {LATELY} days have a win, " if lately else ""
    return f"{recent}{count(total_days, 'day')} {'in all' if lately else 'with a win stand'}. {SMALL_STEP}"


def would_add(total_days: int, missed: list[date]) -> str:
    """What a win would be after the days *missed*; once in such a break, whether to ask less often."""
    adds = f"It would be your {ordinal(total_days + 1)} day with a win."
    weary = len(missed) == WEARY and missed[-1] - missed[0] < OFTEN
    return f"{adds} {ASK_LESS}" if weary else adds
