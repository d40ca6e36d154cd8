"""Time off is added and taken back as ranges of days; no day is in two of them."""

from collections.abc import Iterable, Iterator
from datetime import date

from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.days.plan import TimeOff
from habit_tracker.domain.errors import HabitError

LONGEST_DAYS = 2 * 366
LONGEST_REASON = 200


def added(time_off: Iterable[TimeOff], new: TimeOff) -> list[TimeOff]:
    """*time_off* with *new* in it, in order; ranges of one reason that touch are one.

    On days that were off before, the reason of *new* takes the place of the old one. A new range without a
    reason leaves the old reasons standing: nothing that was written is lost.
    """
    before = list(time_off)
    if new.reason is None:
        named = [off for off in before if off.reason is not None]
        return joined([*before, *_without(new, named)])
    return joined([*cancelled(before, new.first, new.last), new])


def cancelled(time_off: Iterable[TimeOff], first: date, last: date) -> list[TimeOff]:
    """*time_off* without the days *first* to *last*, in order; a longer range is cut in two."""
    hole = [TimeOff(first, last)]
    return joined(piece for off in time_off for piece in _without(off, hole))


def checked(off: TimeOff) -> TimeOff:
    """*off* with its reason on one line. Raises HabitError for a range or a reason that cannot be."""
    if off.last < off.first:
        raise HabitError(f"{off.first}..{off.last} ends before it starts. Write {off.last}..{off.first}.")
    if (off.last - off.first).days >= LONGEST_DAYS:
        raise HabitError(f"{off.first}..{off.last} is longer than two years. Enter it as several shorter ranges.")
    reason = " ".join((off.reason or "").split())
    if len(reason) > LONGEST_REASON:
        raise HabitError(f"The reason has {len(reason)} characters; it may have up to {LONGEST_REASON}.")
    if not reason.isprintable():
        raise HabitError("The reason holds a character that cannot be shown. Please write it as plain text.")
    return off._replace(reason=reason or None)


def _without(off: TimeOff, holes: Iterable[TimeOff]) -> Iterator[TimeOff]:
    """The pieces of *off* that lie in none of *holes*, in order."""
    rest = off.first
    for hole in sorted(holes, key=_first):
        if rest < hole.first <= off.last:
            yield off._replace(first=rest, last=hole.first - ONE_DAY)
        if hole.first <= off.last:
            rest = max(rest, hole.last + ONE_DAY)
    if rest <= off.last:
        yield off._replace(first=rest)


def days_of(time_off: Iterable[TimeOff]) -> dict[date, str | None]:
    """The reason of each day off."""
    return {
        date.fromordinal(number): off.reason
        for off in time_off
        for number in range(off.first.toordinal(), off.last.toordinal() + 1)
    }


def joined(time_off: Iterable[TimeOff]) -> list[TimeOff]:
    """The ranges in order; those of one reason that overlap or touch made one."""
    joined: list[TimeOff] = []
    for off in sorted(time_off, key=_first):
        if joined and joined[-1].reason == off.reason and off.first <= joined[-1].last + ONE_DAY:
            joined[-1] = joined[-1]._replace(last=max(joined[-1].last, off.last))
        else:
            joined.append(off)
    return joined


def _first(off: TimeOff) -> date:
    return off.first
