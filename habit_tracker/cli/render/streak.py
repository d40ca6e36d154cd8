"""How the streak is said."""

from collections.abc import Iterator
from datetime import date, datetime

import click

from habit_tracker.cli.render.lines import labelled, wrapped
from habit_tracker.cli.render.marks import mark
from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.progress.outlook import LONG_BREAK, Outlook
from habit_tracker.domain.progress.streaks import Standing, Streak
from habit_tracker.domain.progress.week import DayState
from habit_tracker.domain.words import clock, count, days_words, near_day, short_day


def streak_lines(now: Standing, ahead: Outlook, total_wins: int, width: int) -> Iterator[str]:
    """The page of `habit streak`."""
    if now.longest is None:
        yield from wrapped("No wins yet. The first one begins your first streak:", "", "", width)
        yield '  habit log "What you did"'
        return
    yield from current_lines(now, width)
    yield from day_lines(now, ahead, width)
    if now.current is None:
        yield from way_back_lines(now, ahead, width)
    yield ""
    yield from labelled("Longest", span(now.longest, now), width)
    yield from labelled("In all", f"{count(total_wins, 'win')} on {count(now.total_days, 'day')}", width)


def current_lines(now: Standing, width: int) -> Iterator[str]:
    """The current streak, or how to begin the next."""
    if now.current is None:
        yield click.style("The next win begins a new streak.", bold=True)
        return
    length = click.style(f"{count(now.current.wins, 'day')} ", bold=True)
    began = now.current.first == now.as_of
    words = "and counting, since today" if began else f"in a row, since {short_day(now.current.first, now.as_of)}"
    yield from wrapped(words, length, "", width)


def day_lines(now: Standing, ahead: Outlook, width: int) -> Iterator[str]:
    """What today means for the streak, and until when it is safe."""
    if now.won_today:
        state, words = DayState.WON, "Today is done." + _safe(now, ahead)
    elif now.at_risk and ahead.ends:
        state, words = (
            DayState.OPEN,
            f"Today is open: a win before {end_words(ahead.ends, now.as_of)} keeps the streak.",
        )
    elif now.counts_today:
        state, words = DayState.OPEN, "Today is open."
    else:
        reason = f" ({ahead.off.reason})" if ahead.off and ahead.off.reason else ""
        state = DayState.OFF if ahead.off else DayState.NOT_PLANNED
        words = f"Today is off{reason}: a win counts, and none is needed." + _safe(now, ahead)
    yield from wrapped(words, f"{mark(state)} ", "  ", width)


def way_back_lines(now: Standing, ahead: Outlook, width: int) -> Iterator[str]:
    """After a break: how breaks ended before, and what the last streak was."""
    if ahead.last is None:
        return
    yield ""
    if words := way_back(ahead.breaks):
        yield from labelled("Way back", words, width)
    yield from labelled("Last", span(ahead.last, now), width)


def way_back(breaks: list[int]) -> str:
    """`4 of 5 breaks ended after one day`; empty where no break has ended yet."""
    for longest, words in ((1, "after one day"), (LONG_BREAK - 1, "within a week")):
        if short := sum(length <= longest for length in breaks):
            return f"{short} of {count(len(breaks), 'break')} ended {words}"
    return f"you have come back from {count(len(breaks), 'break')}" if breaks else ""


def span(streak: Streak, now: Standing) -> str:
    """A streak's length and dates."""
    return f"{count(streak.wins, 'day')}, {days_words(streak.first, streak.last, now.as_of)}"


def all_lines(found: list[Streak], now: Standing, width: int) -> Iterator[str]:
    """Every streak, the newest first."""
    if not found:
        yield "No streak yet. The first win begins one."
    for streak in found[::-1]:
        length = click.style(f"{count(streak.wins, 'day'):>10}", bold=True)
        yield from wrapped(_dates(streak, now), f"{length}  ", " " * 12, width)


def _dates(streak: Streak, now: Standing) -> str:
    notes = [word for word, fits in (("current", now.current), ("longest", now.longest)) if streak == fits]
    note = f"  ({', '.join(notes)})" if notes else ""
    return days_words(streak.first, streak.last, now.as_of) + note


def _safe(now: Standing, ahead: Outlook) -> str:
    """Until when the streak lives without another win."""
    if ahead.safe_until is None or ahead.ends is None:
        return ""
    # midnight after Tuesday is "the end of Tuesday"; 04:00 is named, for it is on the next date
    at = "" if clock(ahead.ends.time()) == "00:00" else f" ({clock(ahead.ends.time())})"
    return f" Your streak is safe until the end of {near_day(ahead.safe_until, now.as_of)}{at}."


def end_words(ends: datetime, today: date) -> str:
    """When a day ends in local time: `midnight`, or `04:00 tomorrow`."""
    if clock(ends.time()) == "00:00":
        return "midnight"
    return clock(ends.time()) + (" tomorrow" if ends.date() == today + ONE_DAY else "")
