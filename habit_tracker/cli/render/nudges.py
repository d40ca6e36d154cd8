"""How the ledger of nudges is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import click

from habit_tracker.cli.render.lines import wrapped
from habit_tracker.cli.render.wins import capitalised
from habit_tracker.domain.nudges.nudge import ON_SCREEN, Nudge, Outcome
from habit_tracker.domain.nudges.view import View, due_on
from habit_tracker.domain.words import clock, count, near_day

if TYPE_CHECKING:
    from habit_tracker.clock import Moment

SKIPPED = 'Nothing more is asked today. A win still counts: habit log "What you did"'
COLOURS = {Outcome.MISSED: "red", Outcome.WAITING: "yellow", Outcome.ANSWERED: "green"}


def nudge_lines(first: date, view: View, width: int) -> Iterator[str]:
    """The days from *first* to today, the newest first, each with its nudges or why it has none."""
    for number in range((view.today - first).days + 1):
        day = view.today - timedelta(days=number)
        yield click.style(capitalised(near_day(day, view.today)), bold=True)
        of_day = [nudge for nudge in view.ledger if nudge.day == day]
        for nudge in of_day:
            yield from _nudge_lines(nudge, view, width)
        if of_day and day == view.today:
            yield from _ahead_lines(view, width)
        if not of_day:
            yield from wrapped(why_none(day, view), "  ", "  ", width)


def _ahead_lines(view: View, width: int) -> Iterator[str]:
    """What else is asked today, unless a win settles it before."""
    known = {nudge.key for nudge in view.ledger}
    for key, due in sorted(due_on(view.today, view.calendar), key=itemgetter(1)):
        silent = key.prompt.answered_by_win and view.today in view.logged
        if due > view.now and key not in known and not silent:
            local = due.astimezone(view.calendar.zone)
            yield from wrapped(f"{key.prompt.label}: to come", f"  {local:%H:%M}  ", " " * 9, width)


def _nudge_lines(nudge: Nudge, view: View, width: int) -> Iterator[str]:
    due = nudge.due_at.astimezone(view.calendar.zone)
    colour = COLOURS.get(nudge.outcome)
    text = f"{nudge.prompt.label}: {what_became(nudge, view)}"
    margin = f"  {due:%H:%M}  "
    for line in wrapped(text, margin, " " * len(margin), width):
        yield line.replace(nudge.outcome, click.style(nudge.outcome, fg=colour), 1) if colour else line


def what_became(nudge: Nudge, view: View) -> str:
    """`shown 17:00 by dunst 1.9, answered`; `missed (do not disturb is on), 3 tries`."""
    said = [nudge.outcome + (f" ({nudge.reason})" if nudge.reason else "")]
    if nudge.delivered_at:
        shown = _shown_words(nudge, nudge.delivered_at.astimezone(view.calendar.zone))
        waits = [f"waits to come back ({nudge.reason})"] if nudge.reason and nudge.day == view.today else []
        said = [shown, *(waits if nudge.outcome in ON_SCREEN else said)]
    if nudge.snoozed_until:
        said.insert(0, f"put off until {nudge.snoozed_until.astimezone(view.calendar.zone):%H:%M}")
    if nudge.tries > max(1, nudge.showings):
        said.append(count(nudge.tries, "try", "tries"))
    return ", ".join(said)


def _shown_words(nudge: Nudge, at: datetime) -> str:
    """`shown 17:00 by dunst 1.9`; `shown 2 times, last 18:10 by dunst 1.9`."""
    verb = Outcome.SENT if nudge.channel == "plyer" else Outcome.SHOWN
    times = f" {count(nudge.showings, 'time')}, last" if nudge.showings > 1 else ""
    return f"{verb}{times} {at:%H:%M} by {nudge.channel}"


def why_none(day: date, view: View) -> str:
    """Why a day has no nudge."""
    calendar = view.calendar
    if off := calendar.off_on(day):
        return f"not asked: time off{f' ({off.reason})' if off.reason else ''}"
    if not calendar.counts(day):
        return "not asked: not a day of the plan"
    if view.since is None or day < view.since:
        return "not asked: the reminder was not used yet"
    due = min((at for key, at in due_on(day, calendar) if key.prompt.answered_by_win), default=view.now)
    if day in view.logged and due > view.now:
        return "not to be asked: a win is logged"
    if due > view.now:
        return f"to come at {due.astimezone(calendar.zone):%H:%M}"
    return "not noted: the reminder has not run since"


def snoozed_words(nudge: Nudge, moment: Moment, asked: str = "asked") -> str:
    """When the question comes, or is *asked again*."""
    return f"You are {asked} at {clock(nudge.comes_at.astimezone(moment.zone).time())} ({moment.zone_name})."


def nudge_object(nudge: Nudge) -> dict[str, Any]:
    """The nudge in the stable form for programs; *number* counts how often it was to come: once more a snooze."""
    found = nudge._asdict()
    del found["key"], found["not_before"]
    key = {"day": nudge.day, "kind": nudge.prompt.name, "number": nudge.snoozes + 1}
    return key | {"occurrence": nudge.key.occurrence} | found
