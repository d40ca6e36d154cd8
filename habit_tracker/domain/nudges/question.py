"""The words around a question; its own are those of the person, or stand in the table of prompts."""

from datetime import date
from unicodedata import category

from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.nudges.nudge import Nudge
from habit_tracker.domain.nudges.prompt import DAILY, WEEKLY, Prompt
from habit_tracker.domain.progress.kind_words import would_add
from habit_tracker.domain.progress.streaks import Standing
from habit_tracker.domain.words import WEEKDAY_NAMES, day_words, short_day

LONGEST = 120
"""Characters of a question: some desktops have room for three lines, of which one says the day."""
_JOINERS = {"\N{ZERO WIDTH NON-JOINER}", "\N{ZERO WIDTH JOINER}"}
"""Invisible, and a part of how Persian, Hindi and emoji are written."""


def own_question(raw: str) -> str:
    """The daily question in the person's own words, on one line. Raises HabitError for one that cannot be."""
    text = " ".join(raw.split())
    if len(text) > LONGEST:
        raise HabitError(f"The question has {len(text):,} characters; it may have up to {LONGEST}.")
    if not all(char.isprintable() or char in _JOINERS for char in text):
        raise HabitError("The question holds a character that cannot be shown. Please write it as plain text.")
    if not any(category(char)[0] in "LNS" for char in text):
        raise HabitError('There are no words in the question. Write it as "What went well today?", or off.')
    return text


def wording(prompt: Prompt, daily: str) -> str:
    """What *prompt* asks, for a person whose daily question is *daily*."""
    return daily if prompt == DAILY else prompt.question


def title(nudge: Nudge, today: date) -> str:
    """What it is about at a glance: at most 30 letters, for some desktops cut what is longer."""
    if nudge.prompt == WEEKLY:
        return nudge.prompt.title
    near = {today: "today", today - ONE_DAY: "for yesterday"}
    return f"{nudge.prompt.title} {near.get(nudge.day, f'for {WEEKDAY_NAMES[nudge.day.weekday()]}')}?"


def body(nudge: Nudge, then: Standing, today: date, week: str = "", daily: str = DAILY.question) -> str:
    """The question, and what a win would make of its day; *then* is where the person stood on that day.

    Short, for some desktops have room for three lines or four. For the weekly check *week*, the week in one line;
    *daily* is the daily question in the person's words.
    """
    if nudge.prompt == WEEKLY:
        return f"{week} Look back with: habit week --review"
    asked = wording(nudge.prompt, daily)
    asked += "" if category(asked[-1])[0] == "P" else " \N{MIDDLE DOT}"
    if not nudge.prompt.answered_by_win:
        return f"{asked} {short_day(nudge.day, today)}."
    if then.gap and then.away:
        return f"{asked} {would_add(then.total_days, then.gap.missed)}"
    number = then.current.wins + (not then.won_today) if then.current else 1
    streak = "your streak" if then.current else "a streak"
    return f"{asked} Day {number} of {streak}, {short_day(nudge.day, today)}."


def confirmation(day: date, now: Standing) -> tuple[str, str]:
    """Title and body of the thanks after an answer: `Day 13`."""
    if now.current and now.current.first <= day <= now.current.last:
        return f"Day {now.current.wins}", f"Logged for {day_words(day, now.as_of)}."
    return "Logged", f"For {day_words(day, now.as_of)}."
