"""The weekly look back at the terminal: a few questions, each of which Return leaves as it is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from habit_tracker.cli.app import App
from habit_tracker.cli.output import print_page, terminal_width
from habit_tracker.cli.params.days import DayAsked
from habit_tracker.cli.params.numbers import WIN_NUMBER, Confidence
from habit_tracker.domain.words import count

if TYPE_CHECKING:
    from habit_tracker.domain.progress.review import Review
    from habit_tracker.domain.progress.win import Win

RATINGS = {
    "rate": "How confident did you feel at work? (1, not at all, to 5, very)",
    "gladly": "How gladly did you go? (1 to 5)",
}
CHOOSE = "Which was the win of the week? (its number)"
WHY = "Why was it your own doing?"
OBSTACLE = "What came in the way?"


def look_back(app: App, said: dict[str, Any], day: DayAsked | None, *, review: bool) -> date:
    """Store what is *said* of a week, and what the person answers if it is a *review*; the week's first day."""
    from habit_tracker.actions import weeks as actions
    from habit_tracker.cli.render.week import title
    from habit_tracker.cli.render.wins import win_lines
    from habit_tracker.cli.setting_values import read_week_start
    from habit_tracker.domain.progress.review import day_looked_back_at
    from habit_tracker.domain.progress.week import first_of_week
    from habit_tracker.storage import journal, weeks

    with app.reading() as session:
        today, week_start = session.today, read_week_start(session)
        of = day.on(today) if day else day_looked_back_at(today)
        so_far = weeks.find(session.connection, first_of_week(of, week_start))
        wins = journal.between(session.connection, so_far.first, min(so_far.last, today))[::-1]
    if not review:
        return app.act(actions.look_back, week_start, said, day.on if day else None)
    if not sys.stdin.isatty():
        raise click.UsageError("--review asks at a terminal. Without one, write: habit week --rate 4 --gladly 3")
    print_page([click.style(title(so_far, today), bold=True), "", *win_lines(wins, today, terminal_width()), ""])
    said = answers(wins, so_far) | said
    return app.act(actions.look_back, week_start, said, lambda _: so_far.first) if said else so_far.first


def answers(wins: list[Win], so_far: Review) -> dict[str, Any]:
    """What the person says of a week with these *wins*, where it is another thing than they said before.

    What was answered before Ctrl+C counts.
    """
    said: dict[str, Any] = {}
    try:
        said.update(_answers(wins, so_far))
    except click.Abort:
        if not said:
            raise
        click.echo(f"\n{count(len(said), 'answer')} kept.")
    return said


def _answers(wins: list[Win], so_far: Review) -> Iterator[tuple[str, Any]]:
    """Asks what fits the week; gives what is new, name by name."""
    if wins:
        before = next((win.id for win in wins if win.uid == so_far.chosen), None)
        yield from _new("chosen", before, chosen := _asked(CHOOSE, before, _among(wins)))
        if chosen:
            why = so_far.why if chosen == before else None
            yield from _new("why", why, _asked(WHY, why, str))
    else:
        yield from _new("obstacle", so_far.obstacle, _asked(OBSTACLE, so_far.obstacle, str))
    for name, question in RATINGS.items():
        before = getattr(so_far, name)
        yield from _new(
            name, before, _asked(question, before, lambda text: Confidence().convert(text, None, None))
        )


def _new(name: str, before: Any, now: Any) -> Iterator[tuple[str, Any]]:
    if now != before:
        yield name, now


def _asked(question: str, before: Any, read: Callable[[str], Any]) -> Any:
    """The answer to *question*; Return leaves it as it was *before*."""
    shown = "" if before is None else str(before)
    return click.prompt(
        question,
        prompt_suffix=" ",
        default=shown,
        show_default=bool(shown),
        value_proc=lambda text: read(text.strip()) if text.strip() else None,
    )


def _among(wins: list[Win]) -> Callable[[str], int]:
    """Reads the number of one of the *wins*."""

    def read(text: str) -> int:
        number = WIN_NUMBER.convert(text, None, None)
        if number not in {win.id for win in wins}:
            raise click.BadParameter(
                f"Win {number} is not one of these: {', '.join(str(win.id) for win in wins)}."
            )
        return number

    return read
