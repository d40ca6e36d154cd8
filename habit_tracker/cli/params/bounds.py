"""The first and the last day of a list, as options of the commands that list wins."""

from datetime import date

import click

from habit_tracker.cli.params.days import Day, DayAsked

first_option = click.option("--from", "first", type=Day(), help="The first day to list.")
last_option = click.option("--to", "last", type=Day(), help="The last day to list.")


def bounds(
    first: DayAsked | None, last: DayAsked | None, today: date, otherwise: tuple[date, date] = (date.min, date.max)
) -> tuple[date, date]:
    """The days that are meant when today is *today*; an end that is not named is that of *otherwise*.

    Raises UsageError where the last comes before the first.
    """
    start = first.on(today) if first else otherwise[0]
    end = last.on(today) if last else otherwise[1]
    if start > end:
        raise click.UsageError(f"--from {start} comes after --to {end}; exchange the two.")
    return start, end
