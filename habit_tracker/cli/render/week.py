"""The week, as a page for people and as an object for programs."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from habit_tracker.cli.output import width, wrapped
from habit_tracker.cli.render.streak import current_line
from habit_tracker.domain.streaks import Standing
from habit_tracker.domain.week import DayState, Week
from habit_tracker.domain.win import Win
from habit_tracker.domain.words import WEEKDAY_NAMES, count, short_day

MARKS = {
    DayState.WON: ("✓", "green"),
    DayState.MISSED: ("✗", "red"),
    DayState.OPEN: ("○", "yellow"),
    DayState.OFF: ("-", None),
    DayState.NOT_PLANNED: ("-", None),
    DayState.BEFORE: (" ", None),
}
WORDS = {
    DayState.MISSED: "no win",
    DayState.OFF: "time off",
    DayState.NOT_PLANNED: "not planned",
}


def week_lines(this: Week, last: Week, wins: list[Win], now: Standing) -> Iterator[str]:
    """The page of `habit week`."""
    title = f"{short_day(this.first, now.as_of)} to {short_day(this.last, now.as_of)}"
    yield click.style(title, bold=True)
    yield ""
    for day, state in this.days.items():
        yield from _day_lines(day, state, [win for win in wins if win.day == day][::-1], now.as_of)
    yield ""
    yield _summary(this, last, wins)
    yield current_line(now)


def _day_lines(day: date, state: DayState, wins: list[Win], today: date) -> Iterator[str]:
    mark, colour = MARKS[state]
    label = f"{WEEKDAY_NAMES[day.weekday()][:3]} {day.day:>2}"
    margin = f"{click.style(mark, fg=colour)} {click.style(label, bold=day == today)}  "
    texts = [win.text for win in wins] or [_state_words(day, state, today)]
    for number, text in enumerate(texts):
        blank = " " * len(click.unstyle(margin))
        for line in wrapped(text, blank if number else margin, blank, width()):
            yield line if wins else line.rstrip()


def _state_words(day: date, state: DayState, today: date) -> str:
    if day == today and state is DayState.OPEN:
        return "today, still open"
    return "" if day > today else WORDS.get(state, "")


def _summary(this: Week, last: Week, wins: list[Win]) -> str:
    days = f"{count(this.won, 'day')} with a win"
    ratings = [win.confidence for win in wins if win.confidence]
    average = f", confidence {sum(ratings) / len(ratings):.1f} of 5" if ratings else ""
    return f"{days}, {count(len(wins), 'win')}{average}. The week before: {count(last.won, 'day')}."


def week_object(this: Week, last: Week, wins: list[Win], now: Standing) -> dict[str, Any]:
    """The week in the stable form for programs."""
    days = [
        {"day": day, "state": state, "wins": [win for win in wins if win.day == day][::-1]}
        for day, state in this.days.items()
    ]
    return {
        "first": this.first,
        "last": this.last,
        "days": days,
        "won": this.won,
        "wins": len(wins),
        "won_the_week_before": last.won,
        "streak": now.current and now.current.wins,
    }
