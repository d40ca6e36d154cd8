"""What goes to the screen: JSON for programs, pages for people; and what the screen is like."""

import sys
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import click

from habit_tracker.domain.words import day_words

NARROWEST, WIDEST = 40, 100


def print_json(value: Any) -> None:
    """Print *value* as JSON; named tuples become objects, dates and instants ISO text."""
    import json

    click.echo(json.dumps(_plain(value), indent=2))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if hasattr(value, "_asdict"):
        return _plain(value._asdict())
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


def show(as_json: bool, value: Any, lines: Iterable[str], as_of: date | None = None) -> None:
    """Print *value* for programs, or else the *lines* for people."""
    if as_json:
        print_json(value)
    else:
        print_page(lines, as_of)


def print_page(lines: Iterable[str], as_of: date | None = None) -> None:
    """Print the *lines*, below the day *as_of* where the person looks back."""
    above = [click.style(f"As of {day_words(as_of)} {as_of.year}", italic=True), ""] if as_of else []
    click.echo("\n".join([*above, *lines]))


def terminal_width(widest: int = WIDEST) -> int:
    """The columns to fill: those of the terminal, within what reads well."""
    import shutil

    return max(NARROWEST, min(widest, shutil.get_terminal_size().columns))


def ask_first(what: str, command: str, question: str, shown: str = "") -> None:
    """Go on only if the person agrees to what is *shown*; without a terminal name the *command* to write."""
    if not sys.stdin.isatty():
        raise click.UsageError(f"{what} asks first. Without a terminal, write: {command}")
    if shown:
        click.echo(shown)
    click.confirm(question, abort=True)
