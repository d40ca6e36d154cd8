"""How the streak is said."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

import click

from habit_tracker.cli.render.breaks import break_lines, fill_in_lines
from habit_tracker.cli.render.lines import beginning, labelled, wrapped
from habit_tracker.cli.render.marks import mark
from habit_tracker.cli.render.wins import notes
from habit_tracker.domain.progress.kind_words import what_stands
from habit_tracker.domain.progress.outlook import Outlook
from habit_tracker.domain.progress.streaks import Standing, Streak
from habit_tracker.domain.progress.week import DayState
from habit_tracker.domain.progress.win import Win
from habit_tracker.domain.words import (
    MONTH_NAMES,
    WEEKDAY_NAMES,
    count,
    day_words,
    days_words,
    end_words,
    near_day,
    short_day,
)


def streak_lines(
    now: Standing,
    ahead: Outlook,
    total_wins: int,
    newest: list[Win],
    shown_up: int,
    width: int,
    *,
    back: bool = False,
) -> Iterator[str]:
    """The page of `habit streak`, with the *newest* wins of the current streak; *back* is for an earlier day.

    On so many days the person has *shown up*, with or without a win.
    """
    if now.longest is None:
        yield from wrapped("No wins yet. The first one begins your first streak:", "", "", width)
        yield '  habit log "What you did"'
        return
    yield from current_lines(now, width, back=back)
    yield from day_lines(now, ahead, width, named=True)
    if not back:
        yield from standing_lines(now, ahead, width)
        yield from fill_in_lines(now, now.fresh_gap, width)
    yield from _newest_lines(newest, now.as_of, width)
    yield ""
    if now.current is None and now.gap and ahead.last:
        yield from labelled("Last", span(ahead.last, now), width)
        yield from break_lines(now.gap, now.as_of, ahead.breaks, width)
        yield ""
    yield from labelled("Longest", span(now.longest, now), width)
    yield from labelled("In all", f"{count(total_wins, 'win')} on {count(now.total_days, 'day')}", width)
    if shown_up > now.total_days:
        yield from labelled("Shown up", f"on {count(shown_up, 'day')}, with or without a win", width)


def current_lines(now: Standing, width: int, *, back: bool = False) -> Iterator[str]:
    """The current streak, or how to begin the next."""
    if now.current is None:
        # not "the next win": one for a day before may go on with the last streak
        yield click.style("No streak on this day." if back else "A win today begins a new streak.", bold=True)
        return
    length = click.style(f"{count(now.current.wins, 'day')} ", bold=True)
    began = now.current.first == now.as_of
    words = "and counting, since today" if began else f"in a row, since {short_day(now.current.first, now.as_of)}"
    yield from wrapped(words, length, "", width)


def standing_lines(now: Standing, ahead: Outlook, width: int) -> Iterator[str]:
    """What stands, for a person who has been away."""
    if now.away:
        yield from wrapped(what_stands(ahead.lately, now.total_days), "", "", width)


def below_week_lines(now: Standing, today: date, width: int, *, back: bool) -> Iterator[str]:
    """The streak as it is, or as it was at the end of a week that was over before *today*."""
    over = now.as_of < today
    if now.longest is None and not over:
        yield from ("", 'No wins yet: habit log "What you did"')
        return
    words = "none" if over or back else "a win today begins a new one"
    if now.current:
        words = f"{count(now.current.wins, 'day')} in a row, since {short_day(now.current.first, today)}"
    as_of = f"as of {short_day(now.as_of, today)}: " if over else ""
    yield from labelled("Streak", as_of + words, width)
    if not over and not back and (filling_in := list(fill_in_lines(now, now.fresh_gap, width))):
        yield from ("", *filling_in)


def day_lines(now: Standing, ahead: Outlook, width: int, *, named: bool = False) -> Iterator[str]:
    """What today means for the streak, and until when it is safe.

    *named*, today has its date where it does not end at midnight: the clock may show another.
    """
    end = end_words(ahead.today_ends)
    today = f"Today, {day_words(now.as_of)}," if named and end != "midnight" else "Today"
    if now.won_today:
        state, words = DayState.WON, f"{today} is done.{_safe(now, ahead)}"
    elif now.at_risk:
        state, words = DayState.OPEN, f"{today} is open: a win before {end} keeps the streak."
    elif now.counts_today:
        state, words = DayState.OPEN, f"{today} is open."
    else:
        reason = f" ({ahead.off.reason})" if ahead.off and ahead.off.reason else ""
        state = DayState.OFF if ahead.off else DayState.NOT_PLANNED
        words = f"{today} is off{reason}: a win counts, and none is needed.{_safe(now, ahead)}"
    yield from wrapped(words, f"{mark(state)} ", "  ", width)


def _newest_lines(newest: list[Win], today: date, width: int) -> Iterator[str]:
    """One line for each of the wins; each day is named once."""
    if newest:
        yield ""
    for day, of_day in groupby(newest, key=lambda win: win.day):
        name = _brief_day(day, today)
        for win in of_day:
            behind, label = notes(win), click.style(f"{name:<12}", dim=True)
            yield beginning(label, win.text, width - len(click.unstyle(behind))) + behind
            name = ""


def _brief_day(day: date, today: date) -> str:
    """`Fri 27 Nov`, or `31 Dec 2025`."""
    weekday, month = WEEKDAY_NAMES[day.weekday()][:3], MONTH_NAMES[day.month - 1][:3]
    return f"{weekday} {day.day:>2} {month}" if day.year == today.year else f"{day.day:>2} {month} {day.year}"


def span(streak: Streak, now: Standing) -> str:
    """A streak's length and dates."""
    return f"{count(streak.wins, 'day')}, {days_words(streak.first, streak.last, now.as_of)}"


def all_lines(found: list[Streak], now: Standing, width: int) -> Iterator[str]:
    """The streaks *found*, in the order given."""
    if now.longest is None:
        yield "No streak yet. The first win begins one."
    for streak in found:
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
    end = end_words(ahead.ends)
    at = "" if end == "midnight" else f" ({end})"
    return f" Your streak is safe until the end of {near_day(ahead.safe_until, now.as_of)}{at}."
