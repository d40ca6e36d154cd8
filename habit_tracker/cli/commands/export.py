"""habit export."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.params.days import Day, DayAsked
from habit_tracker.cli.render.lines import printable
from habit_tracker.transfer.export import FORMATS, Days, chunks


@click.command()
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="json", help="What to write; json is complete."
)
@click.option("--from", "first", type=Day(), help="The first day to export.")
@click.option("--to", "last", type=Day(), help="The last day to export.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write, readable by you alone.")
@click.option("--force", is_flag=True, help="Replace the file if it is there already.")
@pass_app
def export(
    app: App, form: str, first: DayAsked | None, last: DayAsked | None, output: Path | None, force: bool
) -> None:
    """Write all that is yours to a file or to the screen.

    JSON holds everything, so that `habit import` on another computer brings it all back. CSV opens in a
    spreadsheet, Markdown is for reading; both hold the wins. With --from or --to, only wins of those days go out.

    \b
    Examples:
      habit export -o wins.json
      habit export --format csv --from 2026-01-01 -o wins.csv
      habit export --format markdown --from monday
    """
    from habit_tracker.transfer.export import file

    target = None if output is None or str(output) == "-" else file.check(output, force=force)
    with app.reading() as session:
        days = _days(first, last, session.today)
        # Collected first: whoever reads slowly, in a pager say, must not keep others from writing.
        pieces = list(chunks(form, session.connection, days))
    if target is None:
        _show(pieces)
    else:
        risk = file.write(target, pieces)
        click.echo(f"Wrote {printable(str(output))}.", err=True)
        if risk:
            click.echo(printable(risk), err=True)


def _days(first: DayAsked | None, last: DayAsked | None, today: date) -> Days:
    days = Days(first.on(today) if first else date.min, last.on(today) if last else date.max)
    if days.first > days.last:
        raise click.UsageError(f"--from {days.first} comes after --to {days.last}. Exchange the two.")
    return days


def _show(pieces: Iterable[str]) -> None:
    """Write to standard output: as it is to a pipe, always UTF-8; without what could steer it to a terminal."""
    if sys.stdout.isatty():
        click.echo(printable("".join(pieces)), nl=False)
    else:
        sys.stdout.buffer.writelines(piece.encode() for piece in pieces)
