"""Every page fits its terminal: with no win, with one, with ten years of them."""

import random
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.views import Person, store
from wcwidth import wcswidth

PAGES = [
    ("streak",),
    ("streak", "--all"),
    ("streak", "-n", "9"),
    ("week",),
    ("week", "--last"),
    ("week", "-n", "3"),
    ("calendar",),
    ("calendar", "2026"),
    ("calendar", "--month"),
    ("stats",),
    ("wins", "-n", "9"),
    ("wins", "--tags"),
    ("search", "report", "-n", "9"),
    ("search", "设计"),
    ("search", "reprot"),
    ("time-off",),
    ("plan",),
    ("config",),
    (),
]
TEXTS = (
    "Finished the quarterly report before noon and sent it to everybody who was waiting",
    "写完了设计文档大家都很满意明天继续努力写代码和测试",
    "Up early",
)


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A folder with no win, one with one, one with ten years of them and of time off."""
    folders = {name: tmp_path_factory.mktemp(name) for name in ("none", "one", "ten")}
    store(folders["one"], [date(2026, 11, 23)], TEXTS[0])
    today = date(2026, 11, 22)
    sample = random.Random(7)
    days = [today - timedelta(days=step) for step in range(3650) if sample.random() < 0.8]
    for number, text in enumerate(TEXTS):
        store(folders["ten"], days[number::3] + days[number:20:2], text, confidence=number + 3)
    Person(folders["ten"]).says("time-off", "2026-07-06..2026-07-17", "--reason", "A very long summer " * 5)
    Person(folders["ten"]).says("plan", "--days", "mon,wed,fri", "--since", "2025-03-01")
    Person(folders["ten"]).says("plan", "--days", "weekdays", "--since", "2026-12-01")
    return folders


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("wins", ["none", "one", "ten"])
def test_no_line_is_wider_than_the_terminal(homes: dict[str, Path], wins: str, columns: int) -> None:
    person = Person(homes[wins], columns=columns)
    for words in PAGES:
        lines = person.says(*words).splitlines()
        assert lines
        assert max(map(wcswidth, lines)) <= columns, (words, max(lines, key=wcswidth))
        assert not any(line != line.rstrip() for line in lines), words


def test_a_wide_terminal_gives_each_week_two_columns(homes: dict[str, Path]) -> None:
    narrow, wide = (Person(homes["ten"], columns=columns).says("calendar") for columns in (80, 120))
    row = next(line for line in narrow.splitlines() if line.startswith("Tue"))
    assert "Tue " + " ".join(row[4:]) in wide


def test_a_narrow_terminal_gets_the_newest_weeks(homes: dict[str, Path]) -> None:
    narrow, usual = (Person(homes["ten"], columns=columns).says("calendar") for columns in (40, 80))
    rows = [next(line for line in page.splitlines() if line.startswith("Mon")) for page in (narrow, usual)]
    assert rows[0][4:] == rows[1][4:][-36:]
    assert "The past 36 weeks" in narrow


def test_a_named_year_is_whole_on_a_narrow_terminal_too(homes: dict[str, Path]) -> None:
    narrow, usual = (Person(homes["ten"], columns=columns).says("calendar", "2025") for columns in (40, 80))
    rows = [[line[4:] for line in page.splitlines() if line.startswith("Wed")] for page in (narrow, usual)]
    assert "".join(rows[0]) == "".join(rows[1])


def test_no_wins_say_how_to_begin(homes: dict[str, Path]) -> None:
    for words in ("streak", "week", "stats"):
        assert "habit log" in Person(homes["none"]).says(words)
