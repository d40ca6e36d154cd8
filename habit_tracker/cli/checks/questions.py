"""When is the next question, and what became of the last ones?"""

from contextlib import suppress

from habit_tracker.cli.checks.finding import Finding, ok, problem, warning
from habit_tracker.cli.checks.seen import Seen
from habit_tracker.cli.render.status import next_words
from habit_tracker.domain.coming import Coming
from habit_tracker.domain.nudge import Nudge, Outcome
from habit_tracker.domain.words import count
from habit_tracker.storage.errors import StorageError


def time_zone(seen: Seen) -> Finding:
    """The zone by its name: an offset alone knows nothing of daylight saving."""
    moment = seen.app.moment
    if moment.trouble:
        return warning(
            f"{moment.zone_name}, without a name: {moment.trouble}", "sudo timedatectl set-timezone ZONE"
        )
    return ok(moment.zone_name)


def next_question(seen: Seen) -> Finding | None:
    """The next nudge with its exact local time."""
    with suppress(StorageError):  # which is for the check of the database to say
        return _next(seen, seen.app.coming())
    return None


def _next(seen: Seen, coming: Coming | None) -> Finding:
    words = next_words(coming, seen.app.moment)
    if coming is None:
        return problem(words, "habit plan --days daily")
    return warning(words) if coming.late else ok(words)


def last_questions(seen: Seen) -> Finding | None:
    """The last rows of the ledger."""
    with suppress(StorageError):
        return _last(seen.last_nudges)
    return None


def _last(rows: list[Nudge]) -> Finding:
    missed = [nudge for nudge in rows if nudge.outcome is Outcome.MISSED]
    if missed:
        return warning(f"{len(missed)} of {len(rows)} never came. All of them: habit nudges")
    return ok(f"{count(len(rows), 'question')}, none missed" if rows else "none yet")
