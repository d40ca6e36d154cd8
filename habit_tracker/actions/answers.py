"""Replies to nudges, from the files in which they travel to the rows in which they stay."""

from datetime import tzinfo
from pathlib import Path

from sqlalchemy import Connection

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.nudges.delivery import SNOOZE, skipped, snooze_until, snoozed
from habit_tracker.domain.nudges.nudge import ON_SCREEN, Nudge, Outcome
from habit_tracker.domain.nudges.reply import Reply
from habit_tracker.domain.progress.text import clean_text
from habit_tracker.storage import journal, ledger, plans
from habit_tracker.storage.database import Database
from habit_tracker.storage.history import history
from habit_tracker.storage.travel import keep_lost_day, zone_named

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
            logged = [number for reply in found.values() if (number := _store(connection, reply, person))]
            if logged:
                history.record(connection, _words(logged), max(reply.at for reply in found.values()))
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


def _store(connection: Connection, reply: Reply, calendar: Calendar) -> int | None:
    """Store the reply; the number of its win, None where it holds none that is new."""
    nudge = ledger.find(connection, reply.day, reply.kind, reply.number)
    if nudge is not None and nudge.outcome in OPEN:
        ledger.write(connection, _after(reply, nudge, calendar))
    return _log(connection, reply) if reply.choice == "answer" else None


def _log(connection: Connection, reply: Reply) -> int | None:
    if reply.text is None or journal.knows(connection, reply.uid):
        return None
    text = clean_text(reply.text)
    keep_lost_day(connection, reply.day, zone_named(reply.zone))
    return journal.log(connection, text, reply.day, reply.at, reply.zone, reply.confidence, "nudge", reply.uid).id


def _words(numbers: list[int]) -> str:
    """`answered with win 12`."""
    return "answered with " + " and ".join(f"win {number}" for number in numbers)


def _after(reply: Reply, nudge: Nudge, calendar: Calendar) -> list[Nudge]:
    """The ledger's rows once the person has replied to *nudge*."""
    if reply.choice == "answer":
        return [nudge._replace(outcome=Outcome.ANSWERED)]
    until = snooze_until(reply.at + SNOOZE, calendar.end_of(nudge.day))
    if reply.choice == "skip" or until <= reply.at:
        return [skipped(nudge)]
    return snoozed(nudge, until)
