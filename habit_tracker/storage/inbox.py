"""Replies to nudges, from the files in which they travel to the rows in which they stay."""

from datetime import tzinfo
from pathlib import Path

from sqlalchemy import Connection

from habit_tracker.domain.calendar import Calendar
from habit_tracker.domain.delivery import SNOOZE, skipped, snooze_until, snoozed
from habit_tracker.domain.nudge import ON_SCREEN, Nudge, Outcome
from habit_tracker.domain.reply import Reply
from habit_tracker.domain.text import clean_text
from habit_tracker.storage import journal, ledger, plans
from habit_tracker.storage.database import Database

OPEN = ON_SCREEN | {Outcome.WAITING}


def waiting(folder: Path) -> list[Path]:
    """The files of the replies that are not stored yet."""
    return sorted(folder.glob("*.json"))


def collect(database: Database, zone: tzinfo) -> list[Reply]:
    """Store the replies that wait, all or none, then remove their files. A reply is never stored twice.

    A file that holds no reply is put aside under another name.
    """
    found = {path: reply for path in waiting(database.home.inbox) if (reply := _read(path))}
    if found:
        with database.writing() as connection:
            person = plans.calendar(connection, zone)
            for reply in found.values():
                _store(connection, reply, person)
    for path in found:
        path.unlink(missing_ok=True)
    return list(found.values())


def _read(path: Path) -> Reply | None:
    try:
        return Reply.from_json(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None  # somebody else has stored it meanwhile
    except (ValueError, KeyError, TypeError):
        path.rename(path.with_suffix(".unreadable"))
        return None


def _store(connection: Connection, reply: Reply, calendar: Calendar) -> None:
    nudge = ledger.find(connection, reply.day, reply.kind, reply.number)
    if reply.choice == "answer":
        _log(connection, reply)
    if nudge is not None and nudge.outcome in OPEN:
        ledger.write(connection, _after(reply, nudge, calendar))


def _log(connection: Connection, reply: Reply) -> None:
    if reply.text is None or journal.knows(connection, reply.uid):
        return
    text = clean_text(reply.text)
    journal.log(connection, text, reply.day, reply.at, reply.zone, reply.confidence, "nudge", reply.uid)


def _after(reply: Reply, nudge: Nudge, calendar: Calendar) -> list[Nudge]:
    """The ledger's rows once the person has replied to *nudge*."""
    if reply.choice == "answer":
        return [nudge._replace(outcome=Outcome.ANSWERED)]
    until = snooze_until(reply.at + SNOOZE, calendar.end_of(nudge.day))
    if reply.choice == "skip" or until <= reply.at:
        return [skipped(nudge)]
    return snoozed(nudge, until)
