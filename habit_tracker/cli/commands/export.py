"""habit export."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.params.days import Day, DayAsked
from habit_tracker.cli.params.file import File
from habit_tracker.cli.render.lines import printable
from habit_tracker.transfer.export import ENDINGS, FORMATS, Days, chunks

STDOUT = Path("-")
FILE = File()


@click.command()
@click.argument("file", type=FILE, required=False)
@click.option("--format", "form", type=click.Choice(FORMATS), help="What to write; json is complete.")
@click.option("--from", "first", type=Day(), help="The first day to export.")
@click.option("--to", "last", type=Day(), help="The last day to export.")
@click.option("-o", "--output", type=FILE, help="The same as FILE; json, unless its name says otherwise.")
@click.option("--force", is_flag=True, help="Replace the file if it is there already.")
@pass_app
def export(
    app: App,
    file: Path | None,
    form: str | None,
    first: DayAsked | None,
    last: DayAsked | None,
    output: Path | None,
    force: bool,
) -> None:
    """Write all that is yours to FILE or to the screen.

    The ending of FILE says what to write: .json, .csv or .md. JSON holds everything, so that `habit import` on
    another computer brings it all back. CSV opens in a spreadsheet, Markdown is for reading; both hold the wins.
    With --from or --to, only wins of those days go out. Only you can read the file.

    \b
    Examples:
      habit export wins.json
      habit export wins.csv --from 2026-01-01
      habit export --format markdown --from monday
    """
    from habit_tracker.transfer.export import file as files

    if file and output:
        raise click.UsageError("FILE and -o name one file twice; leave one out, as in: habit export wins.json")
    named = None if STDOUT in {file, output} else file or output
    form = form or _form(named, None if file else "json")
    target = files.check(named, replace=lambda: force or _may_replace(named)) if named else None
    with app.reading() as session:
        days = _days(first, last, session.today)
        # Collected first: whoever reads slowly, in a pager say, must not keep others from writing.
        pieces = list(chunks(form, session.connection, days))
    if target is None:
        _show(pieces)
    else:
        risk = files.write(target, pieces)
        click.echo(f"Wrote {printable(str(named))}.", err=True)
        if risk:
            click.echo(printable(risk), err=True)


def _form(named: Path | None, otherwise: str | None) -> str:
    """The format that the file's ending stands for, or else *otherwise*. Raises UsageError where that is None."""
    form = ENDINGS.get(named.suffix.lower(), otherwise) if named else "json"
    if form is None:
        raise click.UsageError(
            f"{printable(str(named))} does not say what to write; end it in .json, .csv or .md, or add --format."
        )
    return form


def _may_replace(path: Path) -> bool:
    """Ask, where there is somebody to ask."""
    return sys.stdin.isatty() and click.confirm(f"{printable(str(path))} is there already. Replace it?", err=True)


def _days(first: DayAsked | None, last: DayAsked | None, today: date) -> Days:
    days = Days(first.on(today) if first else date.min, last.on(today) if last else date.max)
    if days.first > days.last:
        raise click.UsageError(f"--from {days.first} comes after --to {days.last}; exchange the two.")
    return days


def _show(pieces: Iterable[str]) -> None:
    """Write to standard output: as it is to a pipe, always UTF-8; without what could steer it to a terminal."""
    if sys.stdout.isatty():
        click.echo(printable("".join(pieces)), nl=False)
    else:
        sys.stdout.buffer.writelines(piece.encode() for piece in pieces)
