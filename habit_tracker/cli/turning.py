"""What undo and redo have in common: they show what they are about to do, ask where it is much, and do it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

import click

from habit_tracker.cli.app import App
from habit_tracker.cli.output import ask_first, terminal_width

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from habit_tracker.clock import Moment
    from habit_tracker.domain.change import Change
    from habit_tracker.storage.database import Database
    from habit_tracker.storage.history.undo import Turned

OLD = timedelta(days=1)


class Direction(NamedTuple):
    """Which way history is turned: what *comes* next, what *turns* it, and the words for it."""

    command: str
    verb: str
    doing: str
    comes: Callable[[Connection, int], list[Change]]
    turns: Callable[[Database, Moment, Change], Turned]


def turn(app: App, which: Direction, steps: int, *, yes: bool) -> None:
    """Turn so many changes; more than one step, or a change older than a day, only when the person agrees."""
    from habit_tracker.cli.render.history import history_lines, turned_line

    with app.reading() as session:
        coming = which.comes(session.connection, steps)
    if not yes and (steps > 1 or app.moment.now - coming[0].at > OLD):
        shown = "\n".join(history_lines(coming, app.moment.zone, terminal_width()))
        ask_first(which.doing, f"habit {which.command} {steps} --yes", "Go on?", shown)
    for change in coming:
        done = app.act(which.turns, change)
        click.echo(turned_line(which.verb, done.change.words, done.texts, terminal_width()))
