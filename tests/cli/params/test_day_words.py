"""What people write for a day, as a table; today is Monday 23 November 2026."""

from datetime import date

import click
import pytest

from habit_tracker.cli.params.days import parse_day

TODAY = date(2026, 11, 23)

FIXED = {
    "today": "2026-11-23",
    "Today": "2026-11-23",
    "  today ": "2026-11-23",
    "tonight": "2026-11-23",
    "yesterday": "2026-11-22",
    "last night": "2026-11-22",
    "tomorrow": "2026-11-24",
    "the day before yesterday": "2026-11-21",
    "day before yesterday": "2026-11-21",
    "the day after tomorrow": "2026-11-25",
    "last friday": "2026-11-20",
    "last monday": "2026-11-16",
    "this monday": "2026-11-23",
    "this friday": "2026-11-27",
    "next monday": "2026-11-30",
    "next friday": "2026-12-04",
    "friday next week": "2026-12-04",
    "monday of last week": "2026-11-16",
    "last week tuesday": "2026-11-17",
    "3 days ago": "2026-11-20",
    "three days ago": "2026-11-20",
    "a day ago": "2026-11-22",
    "a week ago": "2026-11-16",
    "two weeks ago": "2026-11-09",
    "a fortnight ago": "2026-11-09",
    "100 days ago": "2026-08-15",
    "a month ago": "2026-10-23",
    "99 years ago": "1927-11-23",
    "in 3 days": "2026-11-26",
    "in a week": "2026-11-30",
    "two days from now": "2026-11-25",
    "2026-11-20": "2026-11-20",
    "2026/11/20": "2026-11-20",
    "2026.11.20": "2026-11-20",
    "2026-1-5": "2026-01-05",
    "20.11.2026": "2026-11-20",
    "20.11.26": "2026-11-20",
    "3.4.2026": "2026-04-03",
    "20/11/2026": "2026-11-20",
    "11/20/2026": "2026-11-20",
    "4/4/2026": "2026-04-04",
    "20-11-2026": "2026-11-20",
    "20 November 2026": "2026-11-20",
    "20th of November 2026": "2026-11-20",
    "Nov. 20, 2026": "2026-11-20",
    "20-nov-2026": "2026-11-20",
    "20. November 2026": "2026-11-20",
    "2026 nov 20": "2026-11-20",
    "Fri, 20 Nov 2026": "2026-11-20",
    "friday 2026-11-20": "2026-11-20",
    "1900-01-01": "1900-01-01",
    "2199-12-31": "2199-12-31",
}

RECURRING = {
    "monday": ("2026-11-23", "2026-11-23"),
    "mon": ("2026-11-23", "2026-11-23"),
    "Mon.": ("2026-11-23", "2026-11-23"),
    "on tuesday": ("2026-11-17", "2026-11-24"),
    "tues": ("2026-11-17", "2026-11-24"),
    "weds": ("2026-11-18", "2026-11-25"),
    "thurs": ("2026-11-19", "2026-11-26"),
    "sunday": ("2026-11-22", "2026-11-29"),
    "nov 20": ("2026-11-20", "2027-11-20"),
    "20 nov": ("2026-11-20", "2027-11-20"),
    "20nov": ("2026-11-20", "2027-11-20"),
    "November 20th": ("2026-11-20", "2027-11-20"),
    "the 20th of November": ("2026-11-20", "2027-11-20"),
    "nov 23": ("2026-11-23", "2026-11-23"),
    "24 dec": ("2025-12-24", "2026-12-24"),
    "20.11.": ("2026-11-20", "2027-11-20"),
    "20.11": ("2026-11-20", "2027-11-20"),
    "3.4.": ("2026-04-03", "2027-04-03"),
    "20/11": ("2026-11-20", "2027-11-20"),
    "11/20": ("2026-11-20", "2027-11-20"),
    "4/4": ("2026-04-04", "2027-04-04"),
    "29 feb": ("2024-02-29", "2028-02-29"),
    "the 20th": ("2026-11-20", "2026-12-20"),
    "31st": ("2026-10-31", "2026-12-31"),
    "Friday 20 November": ("2026-11-20", "2026-11-20"),
    "friday the 20th": ("2026-11-20", "2026-11-20"),
}
"""The latest, for what lies behind, and the next, for what may lie ahead."""

NONE = [
    "", " ", "x", "the", "day", "ago", "may", "week", "3 days", "days ago", "someday", "2026-02-30", "31.02.",
    "30 feb", "0/5", "13/13", "32 nov", "0th", "2026-13-01", "2026-W12-1", "20261231", "26", "1" * 40,
    "9999999 days ago", "２０２６-12-24", "٢٠-11-2026", "🎉", "\0", "today\0", "\u202etoday", "2026-11-20x",
    "nov 20 26", "a nov", "yesterday today", "--on", "-1", "2026-11-20T17:00", "next week", "last", "noon",
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), FIXED.items())
def test_one_date(text: str, day: str) -> None:
    """Whether it lies behind or ahead."""
    asked = parse_day(text)
    assert asked
    assert asked.on(TODAY) == asked.coming(TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(("text", "days"), RECURRING.items())
def test_the_latest_and_the_next(text: str, days: tuple[str, str]) -> None:
    """A day that comes again and again."""
    asked = parse_day(text.split())
    assert asked
    assert (str(asked.on(TODAY)), str(asked.coming(TODAY))) == days


@pytest.mark.parametrize("text", NONE)
def test_no_day(text: str) -> None:
    """It is left to others to say so."""
    assert parse_day(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("03/04", "03/04 may be 3 April or 4 March: write 2026-04-03 or 2026-03-04."),
        ("3/4/2025", "3/4/2025 may be 3 April 2025 or 4 March 2025: write 2025-04-03 or 2025-03-04."),
        ("03-04-2026", "03-04-2026 may be 3 April or 4 March: write 2026-04-03 or 2026-03-04."),
        ("20/11/26", "20/11/26 may be 20 November or 26 November 2020: write 2026-11-20 or 2020-11-26."),
        (
            "sat 20 nov",
            "'sat 20 nov' does not fit: 20 November 2026 is a Friday. Write the date alone: 2026-11-20.",
        ),
        ("300 years ago", "'300 years ago' is too far away. Days lie in the years 1900 to 2199."),
        ("99999 years ago", "'99999 years ago' is too far away. Days lie in the years 1900 to 2199."),
    ],
)
def test_what_only_the_person_can_decide_is_asked(text: str, said: str) -> None:
    """With the choices."""
    asked = parse_day(text)
    assert asked
    with pytest.raises(click.UsageError, match=r".") as refused:
        asked.on(TODAY)
    assert refused.value.message == said


def test_the_choices_lie_where_the_day_is_looked_for() -> None:
    """Ahead they are those to come; a weekday beside the date may leave one."""
    asked, decided = parse_day("03/04"), parse_day("friday 03/04")
    assert asked
    assert decided
    with pytest.raises(click.UsageError, match="write 2027-04-03 or 2027-03-04"):
        asked.coming(TODAY)
    assert decided.on(TODAY) == date(2026, 4, 3)


@pytest.mark.parametrize("text", ["0000-01-01", "0001-01-01", "1899-12-31", "2200-01-01", "20.11.9999"])
def test_a_year_too_far_away(text: str) -> None:
    """It is said at once."""
    with pytest.raises(click.UsageError, match="1900 to 2199"):
        parse_day(text)


def test_the_same_day_a_month_ago_is_the_last_of_a_shorter_month() -> None:
    """The 31st of March and the 28th of February."""
    asked = parse_day("a month ago")
    assert asked
    assert asked.on(date(2026, 3, 31)) == date(2026, 2, 28)
    assert asked.on(date(2024, 3, 31)) == date(2024, 2, 29)
    assert asked.on(date(2026, 1, 31)) == date(2025, 12, 31)


def test_this_friday_on_a_saturday() -> None:
    """Looking back it is yesterday, looking ahead it is the next."""
    asked, saturday = parse_day("this friday"), date(2026, 11, 28)
    assert asked
    assert (asked.on(saturday), asked.coming(saturday)) == (date(2026, 11, 27), date(2026, 12, 4))
