"""Is the reminder there, now and after the next login?"""

from pathlib import Path

from habit_tracker.cli.doctor.finding import START, Finding, ok, problem, warning
from habit_tracker.cli.doctor.probe import Probe
from habit_tracker.reminder.lock import left_behind


def reminder(probe: Probe) -> Finding:
    """It runs, or how it ended."""
    zone = probe.app.moment.zone
    if probe.running:
        since = probe.running.since.astimezone(zone)
        return ok(f"running since {since:%Y-%m-%d %H:%M} (process {probe.running.pid})")
    if left := left_behind(probe.app.home):
        since = left.since.astimezone(zone)
        return problem(
            f"not running: process {left.pid}, of {since:%Y-%m-%d %H:%M}, was killed, or the computer went off",
            START,
        )
    return problem("not running", START)


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
