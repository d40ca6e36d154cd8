"""When is the next question, and what became of the last ones?"""

from habit_tracker.cli.doctor.finding import Finding, ok, problem, warning
from habit_tracker.cli.doctor.probe import Probe
from habit_tracker.cli.render.status import next_words
from habit_tracker.domain.nudges.coming import coming
from habit_tracker.domain.nudges.nudge import Outcome
from habit_tracker.domain.words import count, day_words


def time_zone(probe: Probe) -> Finding:
    """The zone by its name: an offset alone knows nothing of daylight saving."""
    moment = probe.app.moment
    if moment.trouble:
        return warning(
            f"{moment.zone_name}, without a name: {moment.trouble}", "sudo timedatectl set-timezone ZONE"
        )
    return ok(moment.zone_name)


def next_question(probe: Probe) -> Finding | None:
    """The next nudge with its exact local time."""
    if probe.view is None:  # which is for the check of the database to say
        return None
    found = coming(probe.view)
    words = next_words(found, probe.view.today, probe.app.moment)
    if found is None:
        return problem(words, "habit plan --days daily")
    return warning(words) if found.late else ok(words)


def last_questions(probe: Probe) -> Finding | None:
    """The last rows of the ledger."""
    if probe.view is None:
        return None
    rows = probe.last_nudges
    missed = [nudge for nudge in rows if nudge.outcome is Outcome.MISSED]
    if missed:
        return warning(f"{len(missed)} of {len(rows)} never came. All of them: habit nudges")
    return ok(f"{count(len(rows), 'question')}, none missed" if rows else "none yet")


def holidays(probe: Probe) -> Finding | None:
    """How far the public holidays are known, where some are wanted."""
    from habit_tracker.storage import settings
    from habit_tracker.storage.holidays import known_until
    from habit_tracker.transfer.public_holidays import install_command, usable

    if probe.view is None:
        return None
    with probe.app.database.reading() as connection:
        regions = settings.value(connection, settings.HOLIDAYS, None)
        last = known_until(connection, regions) if regions else None
    if regions is None:
        return None
    words = f"{regions}, known until {day_words(last)} {last.year}" if last else f"{regions}, none known"
    return ok(words) if usable() else warning(f"{words}; later ones need a library", install_command())
