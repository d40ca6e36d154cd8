"""habit trend."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import show, terminal_width
from habit_tracker.cli.params.days import DayAsked, as_of_option
from habit_tracker.cli.params.file import File

if TYPE_CHECKING:
    from habit_tracker.domain.progress.trend import WeekRatings

QUARTER, YEAR = 13, 53


@click.command()
@click.option("--year", "weeks", flag_value=YEAR, type=int, help="The past year instead of three months.")
@click.option("--all", "weeks", flag_value=0, type=int, help="From the first rating on.")
@click.option("-o", "--output", type=File(), help="Draw it into this SVG file instead.")
@click.option("--force", is_flag=True, help="Replace the file if it is there already.")
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def trend(
    app: App, weeks: int | None, output: Path | None, force: bool, as_of: DayAsked | None, as_json: bool
) -> None:
    """Show whether your confidence grows, week by week.

    The first two lines are how you rated each week, those without a win too; the third is the confidence of your
    wins, which speaks of good moments only. The first five rated weeks are compared with the newest five.

    \b
    Examples:
      habit trend
      habit trend --year
      habit trend --all -o trend.svg
    """
    from habit_tracker.cli.render.trend import trend_lines, trend_object
    from habit_tracker.cli.setting_values import read_week_start
    from habit_tracker.domain.progress.trend import weekly_ratings
    from habit_tracker.storage import journal
    from habit_tracker.storage import weeks as stored

    with app.reading(as_of) as session:
        reviews = stored.until(session.connection, session.today)
        of_days = journal.ratings(session.connection, session.today)
        found = weekly_ratings(reviews, of_days, session.today, read_week_start(session))
    shown = found[-(QUARTER if weeks is None else weeks) :]
    if output:
        _draw(output, shown, session.today, force=force)
    else:
        lines = trend_lines(found, shown, session.today, terminal_width())
        show(as_json, trend_object(found) | {"weeks": shown}, lines, session.as_of)


def _draw(output: Path, weeks: list[WeekRatings], today: date, *, force: bool) -> None:
    from habit_tracker.cli.render.lines import printable
    from habit_tracker.transfer.export import file
    from habit_tracker.transfer.trend_svg import drawn

    risk = file.write(file.check(output, replace=lambda: force), drawn(weeks, today))
    click.echo(f"Wrote {printable(str(output))}.", err=True)
    if risk:
        click.echo(printable(risk), err=True)
