"""How days and numbers are said, wherever the program speaks to a person."""

from collections.abc import Iterable
from datetime import date, datetime, time

from habit_tracker.domain.days.local_time import MIDNIGHT, ONE_DAY
from habit_tracker.domain.days.plan import Plan, PlannedPrompt
from habit_tracker.domain.nudges.prompt import DAILY

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_words(day: date, today: date | None = None) -> str:
    """`Monday 23 November`; with its year when that is not the year of *today*."""
    year = f" {day.year}" if today and day.year != today.year else ""
    return f"{WEEKDAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]}{year}"


def short_day(day: date, today: date) -> str:
    """`23 November`; with its year when that is not the year of *today*."""
    return day_words(day, today).partition(" ")[2]


def days_words(first: date, last: date, today: date) -> str:
    """`24 December 2026 to 2 January 2027`, `23 to 29 November`, or the one day."""
    if first == last:
        return short_day(first, today)
    if first.year != last.year:
        return f"{short_day(first, last)} to {short_day(last, first)}"
    month = "" if first.month == last.month else f" {MONTH_NAMES[first.month - 1]}"
    return f"{first.day}{month} to {short_day(last, today)}"


def named_days(days: list[date], today: date) -> str:
    """`Friday 20 and Monday 23 November`: of several days in a month the last one names it."""
    names = []
    for day, following in zip(days, [*days[1:], None], strict=True):
        alone = following is None or (day.year, day.month) != (following.year, following.month)
        names.append(day_words(day, today) if alone else f"{WEEKDAY_NAMES[day.weekday()]} {day.day}")
    return joined_words(names)


def near_day(day: date, today: date) -> str:
    """`today`, `yesterday` or `tomorrow`, followed by the day's name; else the name alone."""
    near = {today: "today, ", today - ONE_DAY: "yesterday, ", today + ONE_DAY: "tomorrow, "}
    return near.get(day, "") + day_words(day, today)


def clock(at: time) -> str:
    """`17:00`."""
    return f"{at:%H:%M}"


def end_words(ends: datetime) -> str:
    """When a day ends in local time: `midnight`, or `04:00 on Tuesday`."""
    return "midnight" if ends.time() == MIDNIGHT else f"{clock(ends.time())} on {WEEKDAY_NAMES[ends.weekday()]}"


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 day`, `2 days`, `1,000 days`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def ordinal(number: int) -> str:
    """`1st`, `12th`, `1,003rd`."""
    teens = number // 10 % 10 == 1
    return f"{number:,}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def weekdays_words(weekdays: Iterable[int]) -> str:
    """`every day`, `Monday to Friday`, `Monday, Wednesday and Friday`."""
    days = sorted(weekdays)
    if len(days) == 7:  # noqa: PLR2004  a week
        return "every day"
    names = [WEEKDAY_NAMES[day] for day in days]
    if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):  # noqa: PLR2004  three in a row
        return f"{names[0]} to {names[-1]}"
    return joined_words(names)


def plan_words(plan: Plan, day_start: time = MIDNIGHT) -> str:
    """`Monday to Friday at 16:45, weekly check Friday at 16:00`, of a plan with all that is asked under it.

    The times are in the order in which they come in a day that begins at *day_start*.
    """
    asked = [one for one in plan.prompts if one.at is not None]
    daily = {one.at for one in asked if one.prompt == DAILY and one.at} or {plan.at}
    times = joined_words([clock(at) for at in sorted(daily, key=lambda at: (at < day_start, at))])
    others = [f"{one.prompt.label} {_when(one)}" for one in asked if one.prompt != DAILY]
    return ", ".join([f"{weekdays_words(plan.weekdays)} at {times}", *others])


def _when(one: PlannedPrompt) -> str:
    return f"{weekdays_words(one.weekdays)} at {one.at:%H:%M}"


def joined_words(words: list[str]) -> str:
    """`Monday, Wednesday and Friday`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)
