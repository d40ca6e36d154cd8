"""What a nudge says, made ready for the screen."""

from datetime import date, timedelta
from pathlib import Path

from habit_tracker.clock import Moment
from habit_tracker.desktop.notifications.messages import Confirmation, Request
from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.nudges import question
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey
from habit_tracker.domain.nudges.prompt import DAILY, WEEKLY
from habit_tracker.domain.nudges.view import MOST_SHOWINGS, View
from habit_tracker.domain.progress.streaks import Standing, standing
from habit_tracker.domain.progress.week import week_of
from habit_tracker.domain.words import count, day_words

LEFT_UP = timedelta(hours=12)
"""How long after the end of its day a question stays on the screen."""

SAMPLE_STAYS = timedelta(minutes=5)


def request_for(nudge: Nudge, moment: Moment, view: View, days: list[date], now: Standing, inbox: Path) -> Request:
    """*nudge* as the desktop is asked to show it, for a person with wins on *days*."""
    calendar, showings, daily = view.calendar, view.showings(nudge), view.rules.question
    return Request(
        key=nudge.key,
        title=question.title(nudge, now.as_of),
        body=question.body(
            nudge,
            standing(calendar, days, nudge.day),
            now.as_of,
            _last_week(nudge, calendar, days) if nudge.prompt == WEEKLY else "",
            daily,
        ),
        question=question.wording(nudge.prompt, daily),
        day_words=day_words(nudge.day, now.as_of),
        inbox=str(inbox),
        zone=moment.zone_name,
        buttons=nudge.prompt.buttons,
        until=calendar.end_of(nudge.day) + LEFT_UP,
        returns=max(0, MOST_SHOWINGS + nudge.snoozes - showings - 1),
        returns_until=calendar.end_of(nudge.day),
    )


def _last_week(nudge: Nudge, calendar: Calendar, days: list[date]) -> str:
    """The seven days that end with the day of *nudge*, in one line."""
    week = week_of(nudge.day - timedelta(days=6), calendar, days, nudge.day)
    planned = f" of {count(len(week.counting), 'planned day')}" if week.counting else ""
    return f"{count(week.won, 'day')} with a win{planned} in the last seven."


def asked_now(
    today: date, moment: Moment, inbox: Path, daily: str = DAILY.question, nudge: Nudge | None = None
) -> Request:
    """The question of *today* as it is asked on the person's own wish; it is *nudge*, if that is open."""
    return Request(
        key=nudge.key if nudge else NudgeKey(today, DAILY),
        question=question.wording(nudge.prompt if nudge else DAILY, daily),
        day_words=day_words(today),
        inbox=str(inbox),
        zone=moment.zone_name,
        buttons=nudge is not None,
    )


def thanks_for(day: date, now: Standing, reached: str = "") -> Confirmation:
    """The few words that take the place of the question once it is answered, with what was *reached* by it."""
    title, body = question.confirmation(day, now)
    return Confirmation(title, f"{body} {reached}".rstrip())


def trial(today: date, moment: Moment, inbox: Path, daily: str = DAILY.question) -> Request:
    """A notification that only proves that notifications arrive; who clicks on it can answer for *today*."""
    body = "Questions will arrive like this. There is nothing to do."
    return _sample("A test from habit doctor", body, asked_now(today, moment, inbox, daily), moment)


def welcome(today: date, moment: Moment, inbox: Path, daily: str = DAILY.question) -> Request:
    """The question as it will come, for a person who sees it for the first time."""
    asked = asked_now(today, moment, inbox, daily)
    body = f"{daily} You may answer now, or let it go: the first one comes by itself."
    return _sample(question.title(Nudge(asked.key, moment.now), today), body, asked, moment)


def _sample(title: str, body: str, asked: Request, moment: Moment) -> Request:
    return asked._replace(title=title, body=body, until=moment.now + SAMPLE_STAYS, sample=True)
