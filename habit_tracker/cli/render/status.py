"""How the reminder's state is said."""

from collections.abc import Iterator
from typing import Any

import click

from habit_tracker.desktop.clock import Moment
from habit_tracker.domain.coming import Coming
from habit_tracker.domain.words import near_day
from habit_tracker.reminder.instance import Running
from habit_tracker.storage.home import Home

IN_THE_TERMINAL = "You can be asked in the terminal: habit ask"


def started_lines(coming: Coming | None, moment: Moment, why_not: str | None) -> Iterator[str]:
    """What `habit start` promises."""
    yield next_line(coming, moment)
    if why_not:
        yield f"Nothing can be shown here at the moment: {why_not}."
        yield "It is tried again until the day is over. " + IN_THE_TERMINAL


def status_lines(
    found: Running | None, coming: Coming | None, moment: Moment, why_not: str | None, home: Home
) -> Iterator[str]:
    """The page of `habit status`."""
    if found:
        since = found.since.astimezone(moment.zone)
        yield f"Reminder   {click.style('running', fg='green')} since {since:%Y-%m-%d %H:%M} (process {found.pid})"
    else:
        yield f"Reminder   {click.style('not running', fg='yellow')}. Start it with: habit start"
    yield f"Asks       {next_words(coming, moment)}"
    yield f"Screen     {why_not or 'notifications can be shown'}"
    yield f"Time zone  {moment.zone_name}" + (f" ({moment.trouble})" if moment.trouble else "")
    yield f"Data       {home.database}"
    yield f"Log        {home.log}"


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
    return f"{near_day(local.date(), today)} at {local:%H:%M} ({moment.zone_name})"


def status_object(
    found: Running | None, coming: Coming | None, moment: Moment, why_not: str | None, home: Home
) -> dict[str, Any]:
    """The state in the stable form for programs."""
    return {
        "running": found is not None,
        "pid": found and found.pid,
        "since": found and found.since,
        "version": found and found.version,
        "next": coming and {"day": coming.day, "at": coming.at, "local": coming.at.astimezone(moment.zone)},
        "zone": moment.zone_name,
        "nothing_can_be_shown": why_not,
        "data": str(home.database),
        "log": str(home.log),
    }
