"""habit import."""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.params.file import File
from habit_tracker.domain.errors import HabitError

if TYPE_CHECKING:
    from habit_tracker.cli.progress import Progress
    from habit_tracker.transfer.importing import Content, Incoming

STDIN = Path("-")
FEW = 20
"""Wins that come in without being shown first."""
STOPPED = "Nothing was imported: it was stopped before the end."


@click.command("import")
@click.argument("file", type=File(allow_dash=True))
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
@click.option("--yes", is_flag=True, help=f"Store it at once, also more than {FEW} wins.")
@click.option("--habit", metavar="NAME", help="The habit to take from a Loop Habit Tracker export.")
@click.option("--skip-bad", is_flag=True, help="Leave out lines that cannot be imported.")
@click.option("--restore-deleted", is_flag=True, help="Bring back wins of the file that you deleted here.")
@pass_app
def import_(
    app: App, file: Path, dry_run: bool, yes: bool, habit: str | None, skip_bad: bool, restore_deleted: bool
) -> None:
    """Bring in wins from a file; - is standard input.

    It may be JSON or CSV that `habit export` wrote, JSON of jrnl, JSON of Day One (also zipped), the CSV zip of
    Loop Habit Tracker, CSV of Daylio, or plain text in which a date begins each win. All of it comes in or
    nothing. The same file twice adds nothing, and what you deleted stays away.

    \b
    Examples:
      habit import wins.json
      habit import journal.json --dry-run
      habit import "Loop Habits CSV 2026-11-23.zip" --habit Meditate --yes
    """
    from habit_tracker.cli.progress import Progress
    from habit_tracker.cli.render.imported import done, planned
    from habit_tracker.cli.stopping import stoppable

    if dry_run and yes:
        raise click.UsageError("--dry-run and --yes exclude each other; leave one out.")
    progress = Progress()
    with stoppable(STOPPED) as too_late, _uncollected():
        try:
            kind, found = _content(app, file, habit, progress, skip_bad=skip_bad)
            at_once = yes and (found.entries or found.rows)
            incoming = None if at_once else _compared(app, found, restore_deleted=restore_deleted)
            shown_only = incoming is not None and (dry_run or incoming.wins > FEW)
            if not shown_only and (incoming is None or incoming.wins or incoming.rows):
                incoming = _store(app, found, progress, too_late, restore_deleted=restore_deleted)
        finally:
            progress.end()
    assert incoming is not None  # noqa: S101  it was compared or stored
    click.echo((planned if shown_only else done)(kind, found, incoming))


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for circles of objects: an import makes none, and has a million objects to search."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _content(
    app: App, file: Path, habit: str | None, progress: Progress, *, skip_bad: bool
) -> tuple[str, Content]:
    """The format's name, and what the file holds. Raises HabitError for a bad line, unless *skip_bad*."""
    from habit_tracker.cli.render.imported import bad_lines, refusal
    from habit_tracker.transfer.entry import Person
    from habit_tracker.transfer.importing import content
    from habit_tracker.transfer.readers import read, reader_for
    from habit_tracker.transfer.source import Source

    moment = app.moment
    person = Person(moment.zone, moment.zone_name, app.today_at_any_rate(), moment.now, habit)
    with _opened(file) as stream:
        source = Source("standard input" if file == STDIN else str(file), stream)
        reader = reader_for(source)
        found = content(progress.counted(read(reader, source, person), "Reading"))
    if found.bad and not skip_bad:
        raise HabitError(refusal(source.name, found.bad))
    for line in bad_lines(found.bad):
        click.echo(line, err=True)
    return reader.NAME, found


@contextmanager
def _opened(file: Path) -> Iterator[IO[bytes]]:
    """The file, or standard input; of what cannot be read twice, as much as an import may hold."""
    from habit_tracker.transfer.source import LARGEST

    try:
        with nullcontext(sys.stdin.buffer) if file == STDIN else file.open("rb") as stream:
            twice = file != STDIN and stream.seekable()
            yield stream if twice else io.BytesIO(stream.read(LARGEST + 1))
    except OSError as error:
        raise HabitError(f"{file} cannot be read: {error.strerror}.") from error


def _compared(app: App, found: Content, *, restore_deleted: bool) -> Incoming:
    """What importing it would change."""
    from habit_tracker.transfer.importing import compare

    with app.reading() as session:
        return compare(session.connection, found, app.moment.now, restore_deleted=restore_deleted)


def _store(
    app: App, found: Content, progress: Progress, too_late: Callable[[], None], *, restore_deleted: bool
) -> Incoming:
    """Work out the changes now that nobody else can write, and store them."""
    from habit_tracker.actions.data import bring_in

    def step(number: int) -> None:
        progress.step(number, len(found.entries), "Storing")

    return app.act(bring_in, found, step, too_late, restore_deleted=restore_deleted)
