"""What logging, changing or deleting a win did."""

from collections.abc import Iterator
from datetime import date

from habit_tracker.cli.render.breaks import FORGOTTEN, fill_in_lines
from habit_tracker.cli.render.lines import beginning, wrapped
from habit_tracker.domain.progress.streaks import Standing, Streak
from habit_tracker.domain.progress.win import Win
from habit_tracker.domain.words import count, near_day, short_day

EMPTIED = "With a win"
"""What leads to filling in a day that the person has just emptied: nothing was forgotten."""


def logged(win: Win, before: Standing, now: Standing, width: int, *, again: bool, reached: str = "") -> str:
    """The answer to `habit log`: the day it went to, its beginning as stored, and what became of the streak.

    What was *reached* with it has a line of its own.
    """
    head = f"Logged for {near_day(win.day, now.as_of)} (win {win.id}): "
    effect = f"{_effect(win, before, now, again=again)}\n{reached}".rstrip()
    return _page(beginning(head, win.text, width), effect, before, now, width)


def noted(day: date, shown_up: int, now: Standing, width: int) -> Iterator[str]:
    """The answer to `habit log --nothing`."""
    yield f"Noted for {near_day(day, now.as_of)}: no win this time."
    yield from wrapped(f"You showed up, as on {count(shown_up, 'day')} so far.", "", "", width)
    if day == now.as_of and not now.won_today:
        keeps = " and keeps your streak" if now.at_risk else ""
        yield from wrapped(f"A win later today can still be logged{keeps}.", "", "", width)


def changed(win: Win, before: Standing, now: Standing, width: int) -> str:
    """The answer to `habit edit`."""
    head = f"Changed win {win.id}, {near_day(win.day, now.as_of)}: "
    return _page(beginning(head, win.text, width), _change(before, now), before, now, width, EMPTIED)


def deleted(win: Win, before: Standing, now: Standing, width: int) -> str:
    """The answer to `habit delete`."""
    head = f"Deleted win {win.id}, {near_day(win.day, now.as_of)}: "
    return _page(beginning(head, win.text, width), _change(before, now), before, now, width, EMPTIED)


def _page(top: str, effect: str, before: Standing, now: Standing, width: int, words: str = FORGOTTEN) -> str:
    """The win, the *effect* on the streak, and the days to fill in that this act touched or that are fresh."""
    gap = now.gap if _touched(before, now) else now.fresh_gap
    said = wrapped(effect, "", "", width) if effect else ()
    return "\n".join([top, *said, *fill_in_lines(now, gap, width, words)])


def _touched(before: Standing, now: Standing) -> bool:
    """Whether the newest gap is another than *before*, and lies where then was a streak or a greater gap."""
    if now.gap is None or (before.gap and before.gap.missed == now.gap.missed):
        return False
    newest, was = now.gap.missed[-1], before.current
    in_streak = was is not None and was.first <= newest <= was.last
    return in_streak or (before.gap is not None and newest in before.gap.missed)


def _effect(win: Win, before: Standing, now: Standing, *, again: bool) -> str:
    current = now.current
    if again:
        return "That day has more than one win now. " + (_stays(current) if current else "Well done.")
    if current is None or not current.first <= win.day <= current.last:
        days = f"{count(now.total_days, 'day')} with a win so far."
        return f"It fills in a day of the past: {days}{_longest(before, now)}"
    if current.wins == 1:
        return "Day 1 of a new streak." if now.total_days > 1 else "Day 1: your first streak begins."
    if win.day < now.as_of:
        return f"Your streak is now {_days(current)}{_since(current, now)}.{_best(before, current)}"
    return f"Day {current.wins} of your streak{_since(current, now)}.{_best(before, current)}"


def _change(before: Standing, now: Standing) -> str:
    """What a change of a win did to the current streak, or else to the longest."""
    was, current = before.current, now.current
    if not now.total_days:
        return "The next win begins your first streak."
    if current == was:
        return f"{_stays(current) if current else ''}{_longest(before, now)}".strip()
    today = " Today is open again." if before.won_today and now.counts_today and not now.won_today else ""
    if current is None:
        return f"No streak runs now{_it_was(was)}.{today}"
    if was and was.wins == current.wins:
        return f"Your streak stays at {_days(current)}{_since(current, now)}.{today}"
    best = _best(before, current)
    return f"Your streak is now {_days(current)}{_since(current, now)}{_it_was(was)}.{best}{today}"


def _stays(current: Streak) -> str:
    return f"Your streak stays at {_days(current)}."


def _days(streak: Streak) -> str:
    return count(streak.wins, "day")


def _since(current: Streak, now: Standing) -> str:
    return f", since {short_day(current.first, now.as_of)}"


def _it_was(was: Streak | None) -> str:
    return f"; it was {_days(was)}" if was else ""


def _best(before: Standing, current: Streak) -> str:
    return " It is your longest yet." if before.longest and current.wins > before.longest.wins else ""


def _longest(before: Standing, now: Standing) -> str:
    """What became of the longest streak, where that is not the current one."""
    was, found = before.longest, now.longest
    if was is None or found is None or was.wins == found.wins:
        return ""
    return f" Your longest streak is now {_days(found)}{_it_was(was)}."
