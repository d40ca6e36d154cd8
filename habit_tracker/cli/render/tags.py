"""How tags are listed."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from habit_tracker.cli.render.lines import wrapped
from habit_tracker.domain.progress.tags import Tag
from habit_tracker.domain.words import short_day


def tag_lines(tags: list[Tag], today: date, width: int) -> Iterator[str]:
    """A table: in how many wins each tag stands, the last day of these, its name."""
    if not tags:
        yield from wrapped("No tags here. A tag is a #word in the text of a win:", "", "", width)
        yield '  habit log "Gave the talk #speaking"'
        return
    days = [short_day(tag.last_day, today) for tag in tags]
    longest = max(map(len, days))
    yield click.style(f"{'wins':>7}  {'last':<{longest}}  tag", dim=True)
    for tag, day in zip(tags, days, strict=True):
        head = f"{tag.wins:>7,}  {day:<{longest}}  "
        yield from wrapped(f"#{tag.name}", head, " " * len(head), width)


def tags_object(tags: list[Tag]) -> list[dict[str, Any]]:
    """The same in the stable form for programs."""
    return [{"tag": tag.name, "count": tag.wins, "last_day": tag.last_day} for tag in tags]
