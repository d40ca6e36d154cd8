"""The words around a question; those of the question itself stand in the table of prompts."""

from datetime import date

from habit_tracker.domain.nudges.nudge import Nudge
from habit_tracker.domain.nudges.prompt import WEEKLY
from habit_tracker.domain.progress.streaks import Standing
from habit_tracker.domain.words import count, day_words, near_day


def body(nudge: Nudge, now: Standing, week: str = "") -> str:
    """Which day is asked about, and the streak; for the weekly check *week*, the week in one line."""
    if nudge.prompt == WEEKLY:
        return f"{week} See it with: habit week"
    day = _capital(near_day(nudge.day, now.as_of)) if nudge.day != now.as_of else day_words(nudge.day)
    streak = f" Your streak: {count(now.current.wins, 'day')}." if now.current else ""
    return f"{day}.{streak}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def confirmation(day: date, now: Standing) -> tuple[str, str]:
    """Title and body of the thanks after an answer: `Day 13`."""
    if now.current and now.current.first <= day <= now.current.last:
        return f"Day {now.current.wins}", f"Logged for {day_words(day, now.as_of)}."
    return "Logged", f"For {day_words(day, now.as_of)}."
