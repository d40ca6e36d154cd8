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
    lines = [_summary("Would import", kind, incoming), *_left_out(found, incoming)]
    return "\n".join([*lines, "Nothing was stored. To store it, add --yes."])


def done(kind: str, found: Content, incoming: Incoming) -> str:
    """What happened, and in a sentence each what was left out."""
    said = _summary("Imported", kind, incoming)
    if not (incoming.wins or incoming.rows):
        known = f", with {count(len(incoming.known), 'win')} here already" if incoming.known else ""
        said = f"There is nothing new in this file: {kind}{known}."
    return "\n".join([said, *_left_out(found, incoming)])


def _summary(verb: str, kind: str, incoming: Incoming) -> str:
    deleted = sum(entry.deleted_at is not None for entry in incoming.new)
    new = count(len(incoming.new) - deleted, "new win")
    parts = [
        incoming.changed and count(len(incoming.changed), "win") + " changed",
        incoming.restored and count(len(incoming.restored), "deleted win") + " restored",
        deleted and count(deleted, "deleted win") + " marked as such",
        incoming.known and count(len(incoming.known), "win") + " here already",
        incoming.rows and count(len(incoming.rows), "row") + " of plans, settings and nudges",
    ]
    beside = ", ".join(str(part) for part in parts if part)
    return f"{verb} {new}{_span(incoming.new)} from {kind}{'; ' if beside else ''}{beside}."


def _span(entries: list[Entry]) -> str:
    """` of 2026-11-20`, ` of 2026-11-20 to 2026-11-22`."""
    days = sorted(entry.day for entry in entries if entry.deleted_at is None)
    if not days:
        return ""
    return f" of {days[0]}" if days[0] == days[-1] else f" of {days[0]} to {days[-1]}"


def _left_out(found: Content, incoming: Incoming) -> Iterator[str]:
    """A sentence for each kind of what does not come in."""
    for reason, times in Counter(one.reason for one in found.left_out).items():
        yield f"{count(times, 'entry was', 'entries were')} left out: {reason}."
    if incoming.differing:
        what, stays = _plural(incoming.differing, "reads otherwise", "read otherwise")
        yield f"{what} here than in the file, and {stays} as here."
    if incoming.deleted:
        what, stays = _plural(incoming.deleted, "that you deleted or took back", "that you deleted or took back")
        yield f"{what} {stays} away; --restore-deleted brings {'it' if stays == 'stays' else 'them'} back."
    if found.bad:
        yield f"{count(len(found.bad), 'bad line was', 'bad lines were')} skipped."


def _plural(entries: list[Entry], one: str, many: str) -> tuple[str, str]:
    number = len(entries)
    return f"{count(number, 'win')} {one if number == 1 else many}", "stays" if number == 1 else "stay"


def refusal(name: str, bad: list[BadLine]) -> str:
    """Why nothing is imported."""
    first, *more = bad
    if first.to_the_end:
        way_out = "--skip-bad leaves out all from there on"
    else:
        way_out = f"and {len(more):,} more; --skip-bad leaves them out" if more else "--skip-bad leaves it out"
    return f"{name}, {first.where}: {first.reason} ({way_out})."


def bad_lines(bad: list[BadLine]) -> Iterator[str]:
    """What was skipped, line by line."""
    for line in bad[:SHOWN]:
        rest = " and all that follows" if line.to_the_end else ""
        yield printable(f"Skipped {line.where}{rest}: {line.reason}")
    if bad[SHOWN:]:
        yield f"Skipped {len(bad) - SHOWN:,} more."
