"""Are there wins of days that cannot be? A clock that was wrong leaves some."""

from datetime import UTC, date, datetime

from habit_tracker.cli.doctor.finding import Finding, ok, warning
from habit_tracker.cli.doctor.probe import Probe
from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.words import count
from habit_tracker.storage.errors import StorageError

EARLIEST = date(2000, 1, 1)
"""A day before it is one of a clock that began anew, as those do whose battery is empty."""
WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
"""Before that there was no program in which to log a win; older ones were imported."""


def wins(probe: Probe) -> Finding | None:
    """None is of a day long ago or to come; None where the database cannot be read."""
    from habit_tracker.storage import journal

    today = probe.app.today_at_any_rate()
    tomorrow = today + ONE_DAY  # after a flight over the date line a win may be of it
    try:
        with probe.app.database.reading() as connection:
            odd = journal.misdated(connection, EARLIEST, tomorrow, WRITTEN)
            if not odd:
                return ok("each win is of a day that can be")
            real = journal.day_logged_after(connection, odd[0].id, WRITTEN.date(), today) or today
    except StorageError:
        return None
    return warning(_words(odd[0].id, odd[0].day, len(odd) - 1), f"habit edit {odd[0].id} --on {real}")


def _words(number: int, day: date, more: int) -> str:
    others = f" and {count(more, 'other')}" if more else ""
    return f"win {number} of {day}{others} cannot be: a clock was wrong, or a day was mistyped"
