"""What is said of the menu entry, the icon and the manual."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from habit_tracker.desktop.integration.files import Changes

KINDS = {".desktop": "menu entry", ".svg": "icon", ".1": "manual"}


def kinds(paths: Iterable[Path], manual: str = "manual") -> str:
    """`menu entry, icon, manual`: what the files at *paths* are."""
    there = {path.suffix for path in paths}
    names = KINDS | {".1": manual}
    return ", ".join(names[suffix] for suffix in KINDS if suffix in there) or "description"


def installed_words(changes: Changes, manual: str) -> Iterator[str]:
    """What was put there, with the place of the *manual*, and what was in the way."""
    if changes.done:
        yield f"Installed for your desktop: {kinds(changes.done, f'manual ({manual})')}."
    yield from _kept_words(changes)


def withdrawn_words(changes: Changes) -> Iterator[str]:
    """What was taken away, and what was left."""
    if changes.done:
        yield f"Removed from your desktop: {kinds(changes.done)}."
    yield from _kept_words(changes)


def _kept_words(changes: Changes) -> Iterator[str]:
    for path in changes.kept:
        yield f"Left as it is, for somebody else made it, or it was changed: {path}"
