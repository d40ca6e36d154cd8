"""Replies to nudges, from the files in which they travel to the rows in which they stay."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from habit_tracker.actions.act import acting, told
from habit_tracker.actions.nudges import skip_in, snooze_in
from habit_tracker.clock import Moment
from habit_tracker.domain.nudges import snooze
from habit_tracker.domain.nudges.nudge import OPEN, Nudge, Outcome
from habit_tracker.domain.nudges.reply import Reply, UnreadableReplyError
from habit_tracker.private_files import write_private_file
from habit_tracker.storage import journal, ledger
from habit_tracker.storage.database import Database
from habit_tracker.storage.errors import StorageError
from habit_tracker.storage.session import Session
from habit_tracker.storage.travel import keep_lost_day, zone_named
from habit_tracker.storage.view import view

ASIDE = ".unreadable"
TOLD = "Said to the person."


class PutAside(NamedTuple):
    """A file of the inbox that could not be taken, under its new name, and why."""

    path: Path
    reason: str


class Taken(NamedTuple):
    """The replies that are stored now, the oldest first."""

    replies: list[Reply]
    put_aside: list[PutAside]


def waiting(folder: Path) -> list[Path]:
    """The files of the replies that are not stored yet."""
    return sorted(folder.glob("*.json"))


def collect(database: Database, moment: Moment) -> Taken:
    """Store the replies that wait, each by itself, and remove their files. A reply is never stored twice.

    A file that cannot be taken is put aside with its reason beside it, and stands before no other. Raises
    StorageError, with the rest left waiting, when the database cannot be used.
    """
    taken = Taken([], [])
    for path, reply in sorted(_read(database.home.inbox, taken), key=lambda found: found[1].at):
        try:
            _store(database, moment, reply)
        except StorageError:
            raise
        except Exception as error:  # whatever is wrong with one, the next must not suffer for it
            taken.put_aside.append(_put_aside(path, f"it could not be stored ({type(error).__name__})."))
        else:
            path.unlink(missing_ok=True)
            taken.replies.append(reply)
    return taken


def put_aside(folder: Path) -> Iterator[PutAside]:
    """The files that could not be taken and are still there."""
    for path in sorted(folder.glob(f"*{ASIDE}")):
        with suppress(OSError):
            yield PutAside(path, _reason_file(path).read_text(encoding="utf-8").partition("\n")[0])


def not_yet_told(folder: Path) -> Iterator[PutAside]:
    """Those of them that no person was told of; from now on they count as told."""
    for one in put_aside(folder):
        note = _reason_file(one.path)
        with suppress(OSError):
            if TOLD not in note.read_text(encoding="utf-8"):
                write_private_file(note, [f"{one.reason}\n{TOLD}\n".encode()])
                yield one


def _read(folder: Path, taken: Taken) -> Iterator[tuple[Path, Reply]]:
    for path in waiting(folder):
        try:
            yield path, Reply.from_json(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            continue  # somebody else has stored it meanwhile
        except UnicodeDecodeError:
            taken.put_aside.append(_put_aside(path, "it is not UTF-8 text."))
        except UnreadableReplyError as error:
            taken.put_aside.append(_put_aside(path, str(error)))
        except OSError as error:
            taken.put_aside.append(PutAside(path, f"it cannot be read ({error.strerror})."))


def _put_aside(path: Path, reason: str) -> PutAside:
    """Give the file a name under which nobody stumbles over it again; one of an earlier file is never taken."""
    aside, number = path.with_suffix(ASIDE), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.stem}-{number}{ASIDE}")
    write_private_file(_reason_file(aside), [f"{reason}\n".encode()])
    with suppress(FileNotFoundError):
        path.rename(aside)
    return PutAside(aside, reason)


def _reason_file(aside: Path) -> Path:
    return aside.with_name(f"{aside.name}.txt")


def _store(database: Database, moment: Moment, reply: Reply) -> None:
    with acting(database, moment) as act:
        nudge = ledger.find(act.connection, reply.key)
        if reply.choice == "answer":
            _answer(act, reply, nudge)
        elif nudge is not None and nudge.outcome in OPEN:
            _put_off(act, reply, nudge)


def _answer(act: Session, reply: Reply, nudge: Nudge | None) -> None:
    """Log the win for the nudge's day, unless that was done before."""
    if nudge is not None and nudge.outcome in OPEN:
        ledger.write(act.connection, [nudge._replace(outcome=Outcome.ANSWERED, not_before=None, reason=None)])
    if reply.text is None or journal.knows(act.connection, reply.uid):
        return
    keep_lost_day(act.connection, reply.key.day, zone_named(reply.zone), reply.at)
    said = (reply.text, reply.key.day, reply.at, reply.zone, reply.confidence, "nudge", reply.uid)
    told(act, f"answered with win {journal.log(act.connection, *said).id}")


def _put_off(act: Session, reply: Reply, nudge: Nudge) -> None:
    """Ask again in half an hour, or no more about that day where it was skipped or is over by then."""
    until = snooze.snooze_until(reply.at + snooze.SNOOZE, act.calendar.end_of(nudge.day))
    if reply.choice == "later" and until > reply.at:
        snooze_in(act, [snooze.snoozed(nudge, until)])
        return
    seen = view(act.connection, reply.at, act.zone)
    known = seen._replace(ledger=[row for row in seen.ledger if row.key != nudge.key] + [nudge])
    skip_in(act, nudge.day, snooze.skip_day(known, nudge.day))
