"""How the reminder's state is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from habit_tracker.cli.render.lines import wrapped
from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.nudges.coming import Coming
from habit_tracker.domain.words import day_words, end_words, near_day

if TYPE_CHECKING:
    from pathlib import Path

    from habit_tracker.clock import Moment
    from habit_tracker.reminder.lock import Running
    from habit_tracker.reminder.service import Registration
    from habit_tracker.storage.home import Home


class Status(NamedTuple):
    """All that `habit status` says. *today* is the person's day, *ends* its end in local time."""

    found: Running | None
    registration: Registration
    coming: Coming | None
    today: date
    ends: datetime
    moment: Moment
    unavailable_reason: str | None
    home: Home


def uninstalled_lines(ran: bool, was_registered: bool, withdrawn: list[str], left: Path | None) -> Iterator[str]:
    """What `habit uninstall` took away, and what it left."""
    yield "The reminder has stopped." if ran else "The reminder was not running."
    yield "It no longer starts when you log in." if was_registered else "Nothing starts it when you log in."
    yield from withdrawn
    if left:
        yield f"What you wrote stays in {left}"


def status_lines(status: Status, width: int) -> Iterator[str]:
    """The page of `habit status`."""
    moment, home = status.moment, status.home
    trouble = f" ({moment.trouble})" if moment.trouble else ""
    for name, words in {
        "Reminder": _reminder_words(status),
        "At login": _login_words(status.registration),
        "Today": today_words(status.today, status.ends),
        "Asks": next_words(status.coming, status.today, moment),
        "Screen": status.unavailable_reason or "notifications can be shown",
        "Time zone": moment.zone_name + trouble,
    }.items():
        for line in wrapped(words, f"{name:<11}", " " * 11, width):
            yield _coloured(line) if name == "Reminder" else line
    yield f"Data       {home.database}"  # in one piece, to be copied
    yield f"Log        {home.log}"
    yield f"Prompts    {home.status}"


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


def today_words(today: date, ends: datetime) -> str:
    """`Monday 23 November`, with its end where that is not midnight: the clock may show another date."""
    end = end_words(ends)
    return day_words(today) + ("" if end == "midnight" else f", until {end}")


def next_words(coming: Coming | None, today: date, moment: Moment) -> str:
    """`tomorrow, Tuesday 24 November at 17:00 (Europe/Berlin)`, for a person whose day is *today*."""
    if coming is None:
        return "never, for no day of the plan counts"
    if coming.at <= moment.now:
        return "now" + (f" ({coming.late})" if coming.late else "")
    local = coming.at.astimezone(moment.zone)
    over_midnight = local.date() == coming.day + ONE_DAY
    day = near_day(coming.day if over_midnight else local.date(), today)
    passed = coming.passed_over
    without = f"; not {near_day(passed.day, today)}: {passed.why}" if passed else ""
    return f"{day} at {local:%H:%M}{', after midnight' if over_midnight else ''} ({moment.zone_name}){without}"


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
        "today": status.today,
        "next": coming and _coming_object(coming, moment),
        "zone": moment.zone_name,
        "nothing_can_be_shown": status.unavailable_reason,
        "data": str(status.home.database),
        "log": str(status.home.log),
        "status_file": str(status.home.status),
    }


def _coming_object(coming: Coming, moment: Moment) -> dict[str, Any]:
    passed = coming.passed_over
    return {
        "day": coming.day,
        "at": coming.at,
        "local": coming.at.astimezone(moment.zone),
        "waits_for": coming.late,
        "passed_over": passed and passed._asdict(),
    }
