"""Is the reminder there, now and after the next login?"""

from pathlib import Path

from habit_tracker.cli.doctor.finding import FIX, START, Finding, ok, problem, warning
from habit_tracker.cli.doctor.probe import Probe
from habit_tracker.reminder.inquiry import asked
from habit_tracker.reminder.lock import Running, left_behind
from habit_tracker.reminder.service import from_here


def reminder(probe: Probe) -> Finding:
    """It runs, or how it ended."""
    zone = probe.app.moment.zone
    if probe.running:
        return _running(probe, probe.running)
    if left := left_behind(probe.app.home):
        since = left.since.astimezone(zone)
        return problem(
            f"not running: process {left.pid}, of {since:%Y-%m-%d %H:%M}, was killed, or the computer went off",
            START,
        )
    return problem("not running", START)


def _running(probe: Probe, found: Running) -> Finding:
    """By its own words: this copy of the program may see what that process cannot."""
    since = found.since.astimezone(probe.app.moment.zone)
    words = f"running since {since:%Y-%m-%d %H:%M} (process {found.pid})"
    if found.python and not Path(found.python).exists():
        return problem(f"{words}, but {found.python}, which it runs from, is not there any more", START)
    if not from_here(found):
        return warning(f"{words}, from another installation, {found.python or f'version {found.version}'}", START)
    if not probe.answers:  # which is for the check of the database to say
        return ok(words)
    with asked(probe.app.home, test_for=None) as said:
        if said is None:
            return problem(f"{words}, but it does not answer", FIX)
        if said.lacking:
            return problem(f"{words}, but it lacks {', '.join(said.lacking)}", FIX)
    return ok(words)


def at_login(probe: Probe) -> Finding:
    """Something starts it, this installation of it, and this desktop heeds that."""
    found = probe.registration
    if found.command is None:
        return problem("nothing starts the reminder when you log in", START)
    if found.trouble:
        gone = not Path(found.command[0]).exists()
        return (problem if gone else warning)(f"{found.way}: {found.trouble}", START)
    if found.doubt:
        return warning(f"{found.doubt}. Let it run at its own start:", START)
    return ok(f"started by the {found.way}")
