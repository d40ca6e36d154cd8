"""When is the next question, and what became of the last ones?"""

from habit_tracker.cli.checks.finding import Finding, ok, problem, warning
from habit_tracker.cli.checks.seen import Seen
from habit_tracker.cli.render.status import next_words
from habit_tracker.domain.coming import coming
from habit_tracker.domain.nudge import Outcome
from habit_tracker.domain.words import count


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
    if seen.view is None:  # which is for the check of the database to say
        return None
    found = coming(seen.view)
    words = next_words(found, seen.app.moment)
    if found is None:
        return problem(words, "habit plan --days daily")
    return warning(words) if found.late else ok(words)


def last_questions(seen: Seen) -> Finding | None:
    """The last rows of the ledger."""
    if seen.view is None:
        return None
    rows = seen.last_nudges
    missed = [nudge for nudge in rows if nudge.outcome is Outcome.MISSED]
    if missed:
        return warning(f"{len(missed)} of {len(rows)} never came. All of them: habit nudges")
    return ok(f"{count(len(rows), 'question')}, none missed" if rows else "none yet")
