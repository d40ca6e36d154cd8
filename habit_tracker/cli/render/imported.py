"""What an import brought in, or would."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habit_tracker.cli.render.lines import printable
from habit_tracker.domain.words import count

if TYPE_CHECKING:
    from habit_tracker.transfer.entry import BadLine, Entry
    from habit_tracker.transfer.importing import Content, Incoming

SHOWN = 20
"""Bad lines that are named one by one."""


def planned(kind: str, found: Content, incoming: Incoming) -> str:
    """What would happen, and how to let it happen."""
    if not (incoming.wins or incoming.rows):
        return done(kind, found, incoming)
    return f"{_summary('Would import', kind, found, incoming)}\nNothing was stored. To store it, add --yes."


def done(kind: str, found: Content, incoming: Incoming) -> str:
    """What happened."""
    if not (incoming.wins or incoming.rows):
        return f"There is nothing new in this file: {kind}{_aside(found, incoming, ', with ')}."
    return _summary("Imported", kind, found, incoming)


def _summary(verb: str, kind: str, found: Content, incoming: Incoming) -> str:
    deleted = sum(entry.deleted_at is not None for entry in incoming.new)
    new = count(len(incoming.new) - deleted, "new win")
    return f"{verb} {new}{_span(incoming.new)} from {kind}{_aside(found, incoming, '; ', deleted)}."


def _span(entries: list[Entry]) -> str:
    """` of 2026-11-20`, ` of 2026-11-20 to 2026-11-22`."""
    days = sorted(entry.day for entry in entries if entry.deleted_at is None)
    if not days:
        return ""
    return f" of {days[0]}" if days[0] == days[-1] else f" of {days[0]} to {days[-1]}"


def _aside(found: Content, incoming: Incoming, before: str, deleted: int = 0) -> str:
    """Everything that is not a new win, where there is any."""
    reasons = Counter(one.reason for one in found.left_out)
    parts = [
        incoming.changed and count(len(incoming.changed), "win") + " changed",
        deleted and count(deleted, "deleted win") + " marked as such",
        incoming.known and count(incoming.known, "win") + " here already",
        incoming.rows and count(len(incoming.rows), "row") + " of plans, settings and nudges",
        found.bad and count(len(found.bad), "bad line") + " skipped",
        *(f"{count(times, 'entry', 'entries')} left out ({reason})" for reason, times in reasons.items()),
    ]
    said = [str(part) for part in parts if part]
    return before + ", ".join(said) if said else ""


def refusal(name: str, bad: list[BadLine]) -> str:
    """Why nothing is imported."""
    more = f" {count(len(bad) - 1, 'more line')} cannot be imported either." if bad[1:] else ""
    return (
        f"{name}, {bad[0].where}: {bad[0].reason.rstrip('.')}.{more} Nothing was imported; "
        "--skip-bad leaves out such lines."
    )


def bad_lines(bad: list[BadLine]) -> Iterator[str]:
    """What was skipped, line by line."""
    for line in bad[:SHOWN]:
        yield printable(f"Skipped {line.where}: {line.reason}")
    if bad[SHOWN:]:
        yield f"Skipped {len(bad) - SHOWN:,} more."
