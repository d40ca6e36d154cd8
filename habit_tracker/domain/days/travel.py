"""A date that a traveller never had: whoever flies west over the date line loses one."""

from datetime import date, tzinfo

from habit_tracker.domain.days.local_time import HALF_A_DAY, MIDNIGHT, ONE_DAY, exact_instant
from habit_tracker.domain.days.plan import TimeOff

REASON = "Crossed the date line"


def lost_day(before: date, left: tzinfo, after: date, arrived: tzinfo) -> TimeOff | None:
    """The date lost between the day *before*, lived in the zone *left*, and the day *after* in *arrived*.

    One is lost if the time between them was shorter than the dates between them by more than half a day. It is as
    good as time off. Which of several it was nobody knows: the last is taken.
    """
    dates = after - before - ONE_DAY
    time = exact_instant(after, MIDNIGHT, arrived) - exact_instant(before + ONE_DAY, MIDNIGHT, left)
    if dates < ONE_DAY or dates - time <= HALF_A_DAY:
        return None
    return TimeOff(after - ONE_DAY, after - ONE_DAY, REASON)
