"""Looking what is due, and putting a question off or leaving it out."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import NamedTuple

from habit_tracker.actions.act import acting, told
from habit_tracker.clock import Moment
from habit_tracker.domain.nudges import decide as rules
from habit_tracker.domain.nudges import snooze as wishes
from habit_tracker.domain.nudges.decide import Decision
from habit_tracker.domain.nudges.judge import goes_on_from
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey
from habit_tracker.domain.nudges.view import Memory, View
from habit_tracker.domain.words import clock, day_words
from habit_tracker.storage import ledger
from habit_tracker.storage.database import Database
from habit_tracker.storage.session import Session
from habit_tracker.storage.view import begin, view

Note = Callable[[Nudge], Nudge]
"""What a report makes of a row."""
Hold = Callable[[View, Nudge], str | None]
"""Why that nudge, which is ready, is not to be shown just now."""
Until = Callable[[Session, datetime], datetime]
"""The UTC instant that the person wants, told the session and when the question would come or be put off from."""


class Look(NamedTuple):
    """What was seen, and what is to be done about it."""

    view: View
    decision: Decision


def look(
    database: Database,
    moment: Moment,
    hold: Hold = lambda _view, _nudge: None,
    notes: Iterable[tuple[NudgeKey, Note]] = (),
    memory: Memory | None = None,
) -> Look:
    """Note what came due and what became of the rest, claim what is to be sent, and say which that is.

    *hold* is asked only when something would be sent; *notes* tell what became of what was sent, *memory* what the
    process that shows it knows.
    """
    with database.reading() as connection:
        seen = view(connection, moment.now, moment.zone)._replace(memory=memory)
    decision = rules.decide(seen)
    held = hold(seen, decision.send) if decision.send else None
    decision = rules.decide(seen._replace(held=held)) if held else decision
    notes = list(notes)
    # A first day that has yet to come, or that lies years back, was noted by a clock that was wrong.
    begun = seen.since is not None and seen.since <= seen.today and goes_on_from(seen) is not None
    if begun and not notes and not decision.changes:
        return Look(seen, decision)
    with database.noting() as connection:
        if not begun:
            begin(connection, seen.today, moment.now)
        for key, note in notes:
            if nudge := ledger.find(connection, key):
                ledger.write(connection, [note(nudge)])
        seen = view(connection, moment.now, moment.zone)._replace(memory=memory, held=held)
        decision = rules.decide(seen)
        ledger.write(connection, decision.changes)
    return Look(seen, decision)


def catch_up(database: Database, moment: Moment) -> None:
    """Note what came due, with nobody looking at the screen: the next look begins at the newest row."""
    with database.noting() as connection:
        ledger.write(connection, rules.noted(view(connection, moment.now, moment.zone)))


def snooze(database: Database, moment: Moment, until: Until) -> Nudge:
    """Put today's question off; the row as it is then. Raises HabitError when there is none to put off."""
    catch_up(database, moment)
    with acting(database, moment) as act:
        seen = view(act.connection, moment.now, moment.zone)
        rows = wishes.put_off(seen, until(act, wishes.comes_next(seen)))
        snooze_in(act, rows)
        return rows[-1]


def snooze_in(act: Session, rows: list[Nudge]) -> None:
    """Store *rows*, of which the last was put off, within an act that is under way."""
    ledger.write(act.connection, rows, by_person=True)
    local = rows[-1].comes_at.astimezone(act.zone)
    told(act, f"put the question of {day_words(rows[-1].day, act.today)} off until {clock(local.time())}")


def skip(database: Database, moment: Moment) -> None:
    """Ask nothing more today. Raises HabitError when nothing would have been asked."""
    catch_up(database, moment)
    with acting(database, moment) as act:
        skip_in(act, act.today, wishes.skip(view(act.connection, moment.now, moment.zone)))


def skip_in(act: Session, day: date, rows: list[Nudge]) -> None:
    """Store *rows*, the questions of *day* that were left out, within an act that is under way."""
    ledger.write(act.connection, rows, by_person=True)
    told(act, f"left the question of {day_words(day, act.today)} out")
