"""How plans are said."""

from collections.abc import Iterator
from datetime import date

from habit_tracker.domain.calendar import Calendar
from habit_tracker.domain.plan import Plan
from habit_tracker.domain.words import clock, day_words, weekdays_words


def plan_lines(calendar: Calendar, today: date) -> Iterator[str]:
    """The plan in force, and the others by their dates."""
    now = calendar.plan_on(today)
    yield f"You are asked {plan_words(now)}."
    for plan in calendar.plans:
        if plan != now:
            tense = "From" if plan.since > today else "Since"
            yield f"{tense} {day_words(plan.since, today)}: {plan_words(plan)}."


def plan_words(plan: Plan) -> str:
    """`Monday to Friday at 16:45`."""
    return f"{weekdays_words(plan.weekdays)} at {clock(plan.at)}"
