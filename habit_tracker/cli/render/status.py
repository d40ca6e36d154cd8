"""How the reminder's state is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from habit_tracker.cli.render.lines import wrapped
from habit_tracker.domain.nudges.coming import Coming
from habit_tracker.domain.words import near_day

if TYPE_CHECKING:
    from pathlib import Path

    from habit_tracker.clock import Moment
    from habit_tracker.reminder.lock import Running
    from habit_tracker.reminder.service import Registration
    from habit_tracker.storage.home import Home

IN_THE_TERMINAL = "You can be asked in the terminal: habit ask"


class Status(NamedTuple):
    """All that `habit status` says."""

    found: Running | None
    registration: Registration
    coming: Coming | None
    moment: Moment
    unavailable_reason: str | None
    home: Home


class Started(NamedTuple):
    """What `habit start` did; *replaced* is the reminder of another installation that made room."""

    already: bool
    replaced: Running | None
    registered: str | None
    coming: Coming | None
    moment: Moment
    unavailable_reason: str | None


def started_lines(did: Started, width: int) -> Iterator[str]:
    """What `habit start` did, and what it promises."""
    from_there = did.replaced and (did.replaced.python or f"version {did.replaced.version}")
    sentences = [
        f"The reminder of {from_there} has made room." if from_there else None,
        "The reminder is already running." if did.already else "The reminder has started.",
        did.registered,
        next_line(did.coming, did.moment),
    ]
    if did.unavailable_reason:
        sentences.append(f"Nothing can be shown here at the moment: {did.unavailable_reason}.")
        sentences += ["It is tried again until the day is over.", IN_THE_TERMINAL]
    for sentence in filter(None, sentences):
        yield from wrapped(sentence, "", "", width)


def uninstalled_lines(ran: bool, was_registered: bool, left: Path | None) -> Iterator[str]:
    """What `habit uninstall` took away, and what it left."""
    yield "The reminder has stopped." if ran else "The reminder was not running."
    yield "It no longer starts when you log in." if was_registered else "Nothing starts it when you log in."
    if left:
        yield f"What you wrote stays in {left}"


def status_lines(status: Status, width: int) -> Iterator[str]:
    """The page of `habit status`."""
    moment, home = status.moment, status.home
    trouble = f" ({moment.trouble})" if moment.trouble else ""
    for name, words in {
        "Reminder": _reminder_words(status),
        "At login": _login_words(status.registration),
        "Asks": next_words(status.coming, moment),
        "Screen": status.unavailable_reason or "notifications can be shown",
        "Time zone": moment.zone_name + trouble,
    }.items():
        for line in wrapped(words, f"{name:<11}", " " * 11, width):
            yield _coloured(line) if name == "Reminder" else line
    yield f"Data       {home.database}"  # in one piece, to be copied
    yield f"Log        {home.log}"


def _coloured(line: str) -> str:
    words, colour = ("not running", "yellow") if "not running" in line else ("running", "green")
    return line.replace(words, click.style(words, fg=colour), 1)


def _reminder_words(status: Status) -> str:
    if status.found is None:
        return "not running. Start it with: habit start"
    since = status.found.since.astimezone(status.moment.zone)
    owner = f", kept alive by the {status.registration.way}" if status.registration.owns else ""
    return f"running since {since:%Y-%m-%d %H:%M} (process {status.found.pid}){owner}"


def _login_words(registration: Registration) -> str:
    if registration.command is None:
        return "nothing starts it. Change that with: habit start"
    if registration.trouble:
        return f"{registration.way}: {registration.trouble}. Mend that with: habit start"
    return f"started by the {registration.way}" + (f", but {registration.doubt}" if registration.doubt else "")


def next_line(coming: Coming | None, moment: Moment) -> str:
    """When the next nudge comes, as a sentence."""
    return f"You are asked next: {next_words(coming, moment)}."


def next_words(coming: Coming | None, moment: Moment) -> str:
    """`tomorrow, Tuesday 24 November at 17:00 (Europe/Berlin)`."""
    if coming is None:
        return "never, for no day of the plan counts"
    if coming.at <= moment.now:
        return "now" + (f" ({coming.late})" if coming.late else "")
    local = coming.at.astimezone(moment.zone)
    today = moment.now.astimezone(moment.zone).date()
    passed = coming.passed_over
    without = f"; not {near_day(passed.day, today)}: {passed.why}" if passed else ""
    return f"{near_day(local.date(), today)} at {local:%H:%M} ({moment.zone_name}){without}"


def status_object(status: Status) -> dict[str, Any]:
    """The state in the stable form for programs."""
    found, coming, moment = status.found, status.coming, status.moment
    return {
        "running": found is not None,
        "pid": found and found.pid,
        "since": found and found.since,
        "version": found and found.version,
        "kept_alive": status.registration.owns,
        "starts_at_login": status.registration.command is not None,
        "trouble_at_login": status.registration.trouble or status.registration.doubt,
        "started_by": status.registration.way if status.registration.command else None,
        "next": coming and _coming_object(coming, moment),
        "zone": moment.zone_name,
        "nothing_can_be_shown": status.unavailable_reason,
        "data": str(status.home.database),
        "log": str(status.home.log),
    }


def _coming_object(coming: Coming, moment: Moment) -> dict[str, Any]:
    passed = coming.passed_over
    return {
        "day": coming.day,
        "at": coming.at,
        "local": coming.at.astimezone(moment.zone),
        "passed_over": passed and passed._asdict(),
    }
