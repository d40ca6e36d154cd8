"""What `habit delete`, `habit edit` and `habit log` say they did to the streak."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from support.views import Person
from wcwidth import wcswidth


def person_with(folder: Path, *days: int) -> Person:
    """Somebody with a win on each of these days of November 2026; the wins are numbered in that order."""
    person = Person(folder)
    person.wins(*(date(2026, 11, day) for day in days))
    return person


def after(person: Person, *words: str) -> str:
    """What a command says below the win."""
    return " ".join(person.says(*words).partition("\n")[2].split())


@pytest.mark.parametrize(
    ("days", "number", "said"),
    [
        ((21, 22, 22, 23), 2, "Your streak stays at 3 days."),
        ((21, 22, 23), 3, "Your streak is now 2 days, since 21 November; it was 3 days. Today is open again."),
        ((21, 22, 23), 1, "Your streak is now 2 days, since 22 November; it was 3 days."),
        ((23,), 1, "The next win begins your first streak."),
        ((1, 2, 23), 3, "No streak runs now; it was 1 day. Today is open again."),
        ((1, 2, 3, 22, 23), 2, "Your streak stays at 2 days. Your longest streak is now 2 days; it was 3 days."),
        ((1, 2, 3), 2, "Your longest streak is now 1 day; it was 3 days."),
    ],
)
def test_a_deleted_win(tmp_path: Path, days: tuple[int, ...], number: int, said: str) -> None:
    person = person_with(tmp_path, *days)
    assert after(person, "delete", str(number), "--yes").partition(" With a win")[0].startswith(said)


@pytest.mark.parametrize(
    ("days", "number", "said"),
    [
        (
            (20, 21, 22, 23),
            3,
            "Your streak is now 1 day, since 23 November; it was 4 days. With a win for yesterday, Sunday 22 "
            'November, your streak would be 4 days: habit log --on yesterday "..."',
        ),
        (
            (20, 21, 22),
            3,
            "No streak runs now; it was 3 days. With a win for yesterday, Sunday 22 November, your streak would "
            'be 3 days: habit log --on yesterday "..."',
        ),
        (
            (17, 18, 19, 20, 21, 22, 23),
            3,
            "Your streak is now 4 days, since 20 November; it was 7 days. With a win for Thursday 19 November, "
            'your streak would be 7 days: habit log --on 2026-11-19 "..."',
        ),
    ],
)
def test_a_gap_that_a_delete_makes_can_be_filled_again(
    tmp_path: Path, days: tuple[int, ...], number: int, said: str
) -> None:
    assert after(person_with(tmp_path, *days), "delete", str(number), "--yes") == said


@pytest.mark.parametrize(
    ("days", "number", "day", "said"),
    [
        (
            (1, 21, 23),
            1,
            22,
            "Your streak is now 3 days, since 21 November; it was 1 day. It is your longest yet.",
        ),
        ((1, 20, 21), 1, 22, "Your streak is now 3 days, since 20 November. It is your longest yet."),
        ((21, 22, 22, 23), 3, 20, "Your streak is now 4 days, since 20 November; it was 3 days. It is your"),
        ((21, 22, 22, 23), 3, 21, "Your streak stays at 3 days."),
        ((20, 21, 22, 23), 4, 19, "Your streak stays at 4 days, since 19 November. Today is open again."),
        ((21, 22, 23), 3, 1, "Your streak is now 2 days, since 21 November; it was 3 days. Today is open again."),
        (
            (23,),
            1,
            20,
            "No streak runs now; it was 1 day. Today is open again. With a win for each of Saturday 21",
        ),
    ],
)
def test_a_win_moved_to_another_day(
    tmp_path: Path, days: tuple[int, ...], number: int, day: int, said: str
) -> None:
    person = person_with(tmp_path, *days)
    assert after(person, "edit", str(number), "--on", f"2026-11-{day:02}").startswith(said)


def test_other_changes_leave_it_as_it_is(tmp_path: Path) -> None:
    person = person_with(tmp_path, 22, 23)
    for words in (("Better words",), ("-c", "4"), ("--no-confidence",)):
        assert after(person, "edit", "1", *words) == "Your streak stays at 2 days."


def test_filling_in_the_past_may_make_the_longest_longer(tmp_path: Path) -> None:
    person = person_with(tmp_path, 1, 2, 4, 5, 23)
    said = after(person, "log", "--on", "2026-11-03", "x")
    assert said == (
        "It fills in a day of the past: 6 days with a win so far. "
        "Your longest streak is now 5 days; it was 2 days."
    )


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_replies_fit_the_terminal(tmp_path: Path, columns: int) -> None:
    person = Person(tmp_path, columns=columns)
    person.wins(*(date(2026, 9, 1) + timedelta(days=step) for step in range(80)))
    text = "Finished the quarterly report before noon 写完了设计文档大家都很满意明天继续努力写代码和测试"
    for words in (
        ("log", "--on", "2026-11-21", text),
        ("log", "--on", "2025-09-24", text),
        ("edit", "81", "--on", "2025-09-23"),
        ("log", text),
        ("delete", "80", "--yes"),
    ):
        lines = person.says(*words).splitlines()
        assert max(map(wcswidth, lines)) <= columns, max(lines, key=wcswidth)
