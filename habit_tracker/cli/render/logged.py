"""What logging, changing or deleting a win did."""

from habit_tracker.cli.render.lines import beginning
from habit_tracker.domain.progress.streaks import Standing, Streak
from habit_tracker.domain.progress.win import Win
from habit_tracker.domain.words import count, near_day, short_day


def logged(win: Win, before: Standing, now: Standing, width: int, *, again: bool) -> str:
    """The answer to `habit log`: the day it went to, its beginning as stored, and what became of the streak."""
    head = f"Logged for {near_day(win.day, now.as_of)} (win {win.id}): "
    return f"{beginning(head, win.text, width)}\n{_effect(win, before, now, again=again)}"


def changed(win: Win, before: Standing, now: Standing, width: int) -> str:
    """The answer to `habit edit`."""
    head = f"Changed win {win.id}, {near_day(win.day, now.as_of)}: "
    return "\n".join([beginning(head, win.text, width), *_streak_change(before, now)])


def deleted(win: Win, before: Standing, now: Standing, width: int) -> str:
    """The answer to `habit delete`."""
    head = f"Deleted win {win.id}, {near_day(win.day, now.as_of)}: "
    return "\n".join([beginning(head, win.text, width), *_streak_change(before, now)])


def _effect(win: Win, before: Standing, now: Standing, *, again: bool) -> str:
    current = now.current
    if again:
        return "That day has more than one win now. " + (_stays(current) if current else "Well done.")
    if current is None or not current.first <= win.day <= current.last:
        return "It fills in a day of the past: " + count(now.total_days, "day") + " with a win so far."
    if current.wins == 1:
        return "Day 1 of a new streak." if now.total_days > 1 else "Day 1: your first streak begins."
    since = f", since {short_day(current.first, now.as_of)}"
    best = " It is your longest yet." if before.longest and current.wins > before.longest.wins else ""
    if win.day < now.as_of:
        return f"Your streak is now {count(current.wins, 'day')}{since}.{best}"
    return f"Day {current.wins} of your streak{since}.{best}"


def _streak_change(before: Standing, now: Standing) -> list[str]:
    """What a change of a win did to the current streak, where it did anything."""
    was, current = before.current, now.current
    if current == was:
        return [_stays(current)] if current else []
    if current is None:
        return ["No streak runs without it."] if was else []
    before_it = f"; it was {count(was.wins, 'day')}" if was else ""
    return [
        f"Your streak is now {count(current.wins, 'day')}, since {short_day(current.first, now.as_of)}{before_it}."
    ]


def _stays(current: Streak) -> str:
    return f"Your streak stays at {count(current.wins, 'day')}."
