"""How a break is said: the days missed, how they can still be filled in, and how earlier breaks ended."""

from collections.abc import Iterator
from datetime import date

from habit_tracker.cli.render.lines import labelled, wrapped
from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.progress.streaks import Gap, Standing
from habit_tracker.domain.words import count, days_words, named_days, near_day

FORGOTTEN = "A win you forgot to write down can be added. With one"
NAMED = 3
"""So many days are named, each with the command that fills it in."""
MOST = 7
"""Nobody forgot to write down more wins in a row than these."""


def fill_in_lines(
    now: Standing, gap: Gap | None, width: int, words: str = FORGOTTEN, called: str = "habit"
) -> Iterator[str]:
    """What the streak would be with a win on each day of the *gap*, after the *words* that lead to it.

    Where that is too much to have been forgotten, and no streak runs, only how to add a win to its day. The
    program is *called* so.
    """
    if gap and len(gap.missed) <= MOST:
        would_be = f"your streak would be {count(gap.joined.wins, 'day')}"
        sentence = f"{words} for {_days(gap.missed, now.as_of)}, {would_be}:"
    elif gap and now.current is None:
        sentence = "A win you forgot to write down can be added to its day:"
    else:
        return
    days = [_on(day, now.as_of) for day in gap.missed] if len(gap.missed) <= NAMED else ["DAY"]
    yield from wrapped(sentence, "", "", width)
    yield from (f'  {called} log --on {day} "..."' for day in days)


def break_lines(gap: Gap, today: date, breaks: list[int], width: int) -> Iterator[str]:
    """The break that lasts until *today*, and how earlier *breaks*, of so many days, ended."""
    yield from labelled("Break", _break_words(gap.missed, today), width)
    if words := way_back(breaks):
        yield from labelled("Way back", words, width)


def _break_words(missed: list[date], today: date) -> str:
    """`3 days, no win on Friday 20 November`; more days than are named are a number."""
    days = (today - missed[0]).days
    if len(missed) <= NAMED:
        return f"{count(days, 'day')}, no win on {named_days(missed, today)}"
    planned = "" if len(missed) == days else f", {len(missed):,} of them planned"
    return f"{count(days, 'day')}, {days_words(missed[0], today - ONE_DAY, today)}{planned}"


def way_back(breaks: list[int]) -> str:
    """`4 of 5 breaks ended after one day`; empty where no break has ended yet."""
    for longest, words in ((1, "after one day"), (7, "within a week")):
        if short := sum(length <= longest for length in breaks):
            return f"{short} of {count(len(breaks), 'break')} ended {words}"
    return f"you have come back from {count(len(breaks), 'break')}" if breaks else ""


def _days(missed: list[date], today: date) -> str:
    if len(missed) == 1:
        return near_day(missed[0], today)
    if len(missed) <= NAMED:
        return f"each of {named_days(missed, today)}"
    return f"each of the {len(missed)} planned days from {days_words(missed[0], missed[-1], today)}"


def _on(day: date, today: date) -> str:
    """The day as `--on` takes it."""
    return "yesterday" if day == today - ONE_DAY else day.isoformat()
