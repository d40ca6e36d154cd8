"""The words around a question; those of the question itself stand in the table of prompts."""

from datetime import date

from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.nudges.nudge import Nudge
from habit_tracker.domain.nudges.prompt import WEEKLY
from habit_tracker.domain.progress.kind_words import coming_back, would_add
from habit_tracker.domain.progress.streaks import Standing
from habit_tracker.domain.words import WEEKDAY_NAMES, day_words, short_day


def title(nudge: Nudge, today: date) -> str:
    """What it is about at a glance: at most 30 letters, for some desktops cut what is longer."""
    if nudge.prompt == WEEKLY:
        return nudge.prompt.title
    near = {today: "today", today - ONE_DAY: "for yesterday"}
    return f"{nudge.prompt.title} {near.get(nudge.day, f'for {WEEKDAY_NAMES[nudge.day.weekday()]}')}?"


def body(nudge: Nudge, then: Standing, today: date, week: str = "") -> str:
    """The question, and what a win would make of its day; *then* is where the person stood on that day.

    Short, for some desktops have room for three lines or four. For the weekly check *week*, the week in one line.
    """
    if nudge.prompt == WEEKLY:
        return f"{week} Look back with: habit week --review"
    if not nudge.prompt.answered_by_win:
        return f"{nudge.prompt.question} {short_day(nudge.day, today)}."
    if then.gap and then.away and not then.current:
        return f"{nudge.prompt.question} {would_add(then.total_days, then.gap.missed)}"
    number = then.current.wins + (not then.won_today) if then.current else 1
    streak = "your streak" if then.current else "a streak"
    return f"{nudge.prompt.question} Day {number} of {streak}, {short_day(nudge.day, today)}."


def confirmation(day: date, now: Standing) -> tuple[str, str]:
    """Title and body of the thanks after an answer: `Day 13`."""
    if now.away and now.current and day == now.as_of:
        return f"Day {now.current.wins}", coming_back(now.total_days)
    if now.current and now.current.first <= day <= now.current.last:
        return f"Day {now.current.wins}", f"Logged for {day_words(day, now.as_of)}."
    return "Logged", f"For {day_words(day, now.as_of)}."
