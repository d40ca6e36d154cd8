"""The week, as a page for people and as an object for programs."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple, Self

import click

from habit_tracker.cli.render.lines import labelled, wrapped
from habit_tracker.cli.render.marks import mark
from habit_tracker.cli.render.status import today_words
from habit_tracker.cli.render.streak import below_week_lines
from habit_tracker.cli.render.wins import notes
from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.progress.review import Review
from habit_tracker.domain.progress.streaks import Standing
from habit_tracker.domain.progress.week import WEEK, DayState, Week
from habit_tracker.domain.progress.win import Win
from habit_tracker.domain.words import WEEKDAY_NAMES, count, days_words, end_words

MARGIN = " " * len("✓ Mon 23  ")


class WeekPage(NamedTuple):
    """One week with its wins by day, oldest first; the week before it, and how many wins that had.

    *now* is where the person stood at the end of the week, or stands today where it is not over. *nothing* holds
    the days that were noted as ones without a win, and what came in the way.
    """

    week: Week
    before: Week
    wins: dict[date, list[Win]]
    wins_before: int
    now: Standing
    review: Review
    nothing: dict[date, str | None]

    @classmethod
    def of(cls, week: Week, before: Week, wins: list[Win], counts: dict[date, int], *rest: Any) -> Self:
        """The page of *week* from *wins*, newest first, the *counts* of wins by day, and the *rest* of it."""
        by_day: dict[date, list[Win]] = {day: [] for day in week.days}
        for win in wins[::-1]:
            if win.day in by_day:
                by_day[win.day].append(win)
        return cls(week, before, by_day, sum(counts.get(day, 0) for day in before.days), *rest)

    @property
    def number_of_wins(self) -> int:
        """How many wins the week has."""
        return sum(map(len, self.wins.values()))

    @property
    def nothing_noted(self) -> int:
        """On how many days without a win the person showed up."""
        return sum(day in self.nothing and not self.wins[day] for day in self.week.days)

    @property
    def confidence(self) -> float | None:
        """The average of the ratings, None without any."""
        ratings = [win.confidence for wins in self.wins.values() for win in wins if win.confidence]
        return sum(ratings) / len(ratings) if ratings else None


def pages_lines(
    pages: list[WeekPage], today: date, calendar: Calendar, width: int, *, back: bool = False
) -> Iterator[str]:
    """The page of `habit week`: the weeks, and below them the streak; *back* is for an earlier day than today."""
    for number, page in enumerate(pages):
        if number:
            yield ""
        yield from _week_lines(page, today, calendar, width)
    yield from below_week_lines(pages[-1].now, today, width, back=back)


def _week_lines(page: WeekPage, today: date, calendar: Calendar, width: int) -> Iterator[str]:
    yield click.style(title(page.week, today), bold=True)
    yield ""
    for day, state in page.week.days.items():
        margin = f"{mark(state) if day <= today or state is DayState.OFF else ' '} {_label(day, today)}  "
        if page.wins[day]:
            yield from _win_lines(page.wins[day], margin, width)
        else:
            words = _nothing_words(page, day) or _state_words(day, state, today, calendar)
            yield from (line.rstrip() for line in wrapped(words, margin, MARGIN, width))
    yield ""
    ends = calendar.local_end_of(today)
    if today in page.week.days and end_words(ends) != "midnight":
        yield from labelled("Today", today_words(today, ends), width)
    yield from labelled("Days", _days_words(page.week), width)
    if page.nothing_noted:
        yield from labelled(
            "Shown up", f"{count(page.week.won + page.nothing_noted, 'day')}, with or without a win", width
        )
    none = "none" if page.week.last < today else "none yet"
    yield from labelled("Wins", f"{page.number_of_wins:,}" if page.number_of_wins else none, width)
    if page.confidence:
        yield from labelled("Confidence", f"{page.confidence:.1f} of 5", width)
    yield from _review_lines(page, width)
    if page.wins_before:
        wins = f"{_days_words(page.before)}; {count(page.wins_before, 'win')}"
        yield from labelled("Week before", wins + _against(page.week, page.before), width)


def _review_lines(page: WeekPage, width: int) -> Iterator[str]:
    """What was said of the week."""
    review = page.review
    if review.why and any(win.chosen for wins in page.wins.values() for win in wins):
        yield from labelled("★ because", review.why, width)
    felt = {"confident": review.rate, "gladly": review.gladly}
    if ratings := [f"{words} {rating} of 5" for words, rating in felt.items() if rating]:
        yield from labelled("At work", ", ".join(ratings), width)
    if review.obstacle:
        yield from labelled("In the way", review.obstacle, width)


def title(week: Week | Review, today: date) -> str:
    """`This week, 23 to 29 November`."""
    dates = days_words(week.first, week.last, today)
    for words, first in (("This week", week.first), ("Last week", week.first + WEEK)):
        if first <= today < first + WEEK:
            return f"{words}, {dates}"
    return dates


def _label(day: date, today: date) -> str:
    return click.style(f"{WEEKDAY_NAMES[day.weekday()][:3]} {day.day:>2}", bold=day == today, dim=day > today)


def _win_lines(wins: list[Win], margin: str, width: int) -> Iterator[str]:
    """The wins of one day, each with its rating; what wraps is set in, so that two wins stay two."""
    for number, win in enumerate(wins):
        behind = notes(win)
        room = width - 2 - len(click.unstyle(behind))
        lines = list(wrapped(win.text, MARGIN if number else margin, MARGIN + "  ", room))
        yield from [*lines[:-1], lines[-1] + behind]


def _state_words(day: date, state: DayState, today: date, calendar: Calendar) -> str:
    off = calendar.off_on(day)
    if state is DayState.OFF:
        return "time off" + (f": {off.reason}" if off and off.reason else "")
    if day > today or state is DayState.BEFORE:
        return ""
    if state is DayState.OPEN:
        return f"open until {end_words(calendar.local_end_of(day))}"
    return "no win" if state is DayState.MISSED else "not planned"


def _nothing_words(page: WeekPage, day: date) -> str:
    """`no win: ill all day`, where that was noted."""
    if day not in page.nothing:
        return ""
    reason = page.nothing[day]
    return f"no win: {reason}" if reason else "no win, and you showed up"


def _days_words(week: Week) -> str:
    """`4 of 5 planned, 1 still open, and 1 on a day off`."""
    if week.open and not week.won and week.open == len(week.counting):
        return f"{week.open} planned, all still open"
    parts = [f"{week.won_as_planned or 'none'} of {len(week.counting)} planned"] if week.counting else []
    if week.open:
        parts.append(f"{week.open} still open")
    if beside := week.won - week.won_as_planned:
        parts.append(f"{'and ' if parts else ''}{beside} on {'days' if beside > 1 else 'a day'} off")
    return ", ".join(parts) or "none planned"


def _against(week: Week, before: Week) -> str:
    """How many days with a win more or fewer than the week before; an unfinished week is never behind."""
    more = week.won - before.won
    if more == 0 or (more < 0 and week.open):
        return ""
    return f" ({count(abs(more), 'day')} {'fewer' if more > 0 else 'more'})"


def week_object(page: WeekPage) -> dict[str, Any]:
    """The week in the stable form for programs, the streak that of its last day or of today."""
    week = page.week
    return {
        "first": week.first,
        "last": week.last,
        "days": [{"day": day, "state": state, "wins": page.wins[day]} for day, state in week.days.items()],
        "won": week.won,
        "counting": len(week.counting),
        "wins": page.number_of_wins,
        "confidence": page.confidence,
        "won_the_week_before": page.before.won,
        "wins_the_week_before": page.wins_before,
        "streak": page.now.current and page.now.current.wins,
        "review": page.review,
        "days_shown_up": week.won + page.nothing_noted,
        "nothing": [{"day": day, "reason": page.nothing[day]} for day in week.days if day in page.nothing],
    }
