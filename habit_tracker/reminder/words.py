"""What a nudge says, made ready for the screen."""

from datetime import date, timedelta
from pathlib import Path

from habit_tracker.desktop.clock import Moment
from habit_tracker.desktop.wire import Confirmation, Request
from habit_tracker.domain import question
from habit_tracker.domain.calendar import Calendar
from habit_tracker.domain.nudge import DAILY, WEEKLY, Nudge
from habit_tracker.domain.streaks import Standing
from habit_tracker.domain.week import week_of
from habit_tracker.domain.words import count, day_words

LEFT_UP = timedelta(hours=12)
"""How long after the end of its day a question stays on the screen."""


def request_for(
    nudge: Nudge, moment: Moment, calendar: Calendar, days: list[date], now: Standing, inbox: Path
) -> Request:
    """*nudge* as the desktop is asked to show it, for a person with wins on *days*."""
    return Request(
        day=nudge.day,
        kind=nudge.kind,
        number=nudge.number,
        title=question.title(nudge),
        body=question.body(nudge, now, _last_week(nudge, calendar, days) if nudge.kind == WEEKLY else ""),
        question=question.title(nudge),
        day_words=day_words(nudge.day, now.as_of),
        inbox=str(inbox),
        zone=moment.zone_name,
        buttons=nudge.kind != WEEKLY,
        until=calendar.end_of(nudge.day) + LEFT_UP,
    )


def _last_week(nudge: Nudge, calendar: Calendar, days: list[date]) -> str:
    """The seven days that end with the day of *nudge*, in one line."""
    week = week_of(nudge.day - timedelta(days=6), calendar, days, nudge.day)
    planned = f" of {count(len(week.counting), 'planned day')}" if week.counting else ""
    return f"{count(week.won, 'day')} with a win{planned} in the last seven."


def asked_now(today: date, moment: Moment, inbox: Path) -> Request:
    """The question of *today* as the answer window asks it on the person's own wish."""
    return Request(
        day=today,
        kind=DAILY,
        number=1,
        question=question.QUESTION,
        day_words=day_words(today),
        inbox=str(inbox),
        zone=moment.zone_name,
        buttons=False,
    )


def thanks_for(day: date, now: Standing) -> Confirmation:
    """The few words that take the place of the question once it is answered."""
    return Confirmation(*question.confirmation(day, now))
