"""Looking back at a week."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from habit_tracker.actions.act import acting, told
from habit_tracker.actions.wins import DayOn, past
from habit_tracker.clock import Moment
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.nudges.nudge import ON_SCREEN, Outcome
from habit_tracker.domain.nudges.prompt import WEEKLY
from habit_tracker.domain.progress.review import Review, day_looked_back_at
from habit_tracker.domain.progress.text import clean_text
from habit_tracker.domain.progress.week import first_of_week
from habit_tracker.domain.progress.win import Win
from habit_tracker.domain.words import day_words, days_words
from habit_tracker.storage import journal, ledger, weeks
from habit_tracker.storage.database import Database
from habit_tracker.storage.session import Session

TEXTS = ("why", "obstacle")


def look_back(
    database: Database, moment: Moment, week_start: int, said: Mapping[str, Any], on: DayOn | None = None
) -> date:
    """Let this be *said* of a week: `chosen` (the number of a win), `why`, `rate`, `gladly`, `obstacle`.

    An empty text takes back what was there, and so does another win with the reason for the first. The week is the
    one of the day *on*, else that of the win chosen, else the one to look back at today; its first day. Raises
    HabitError for a win of another week, a week to come, or a text that cannot be.
    """
    said = {name: _text(value) if name in TEXTS else value for name, value in said.items()}
    with acting(database, moment) as act:
        chosen = journal.get(act.connection, said["chosen"]) if "chosen" in said else None
        day = past(on(act.today), act.today) if on else chosen.day if chosen else day_looked_back_at(act.today)
        before = weeks.find(act.connection, first_of_week(day, week_start))
        if chosen:
            said = _choice(chosen, before, act.today) | said | {"chosen": chosen.uid}
        review = before._replace(**said)
        if review.why and not review.chosen:
            raise HabitError("Choose the win that it is about as well: habit week --choose ID --why ...")
        weeks.save(act.connection, review, moment.now)
        _answer(act, review)
        told(act, f"looked back at the week {days_words(review.first, review.last, act.today)}")
        return review.first


def _text(raw: str) -> str | None:
    return clean_text(raw) if raw.strip() else None


def _choice(win: Win, before: Review, today: date) -> dict[str, None]:
    """What choosing *win* takes back. Raises HabitError for one of another week."""
    if not before.first <= win.day <= before.last:
        week = days_words(before.first, before.last, today)
        raise HabitError(f"Win {win.id} is of {day_words(win.day, today)}, not of the week {week}.")
    return {} if before.chosen in {None, win.uid} else {"why": None}


def _answer(act: Session, review: Review) -> None:
    """The weekly check that asks about that week has its answer."""
    rows = [nudge for nudge in ledger.since(act.connection, review.first) if nudge.prompt == WEEKLY]
    asked = [
        nudge._replace(outcome=Outcome.ANSWERED)
        for nudge in rows
        if nudge.outcome in ON_SCREEN and review.first <= day_looked_back_at(nudge.day) <= review.last
    ]
    ledger.write(act.connection, asked, by_person=bool(asked))
