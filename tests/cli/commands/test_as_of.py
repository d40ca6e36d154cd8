"""--as-of answers as on that day."""

from pathlib import Path

import pytest
from support.views import Person

READING = [
    ("streak",),
    ("streak", "--all"),
    ("week",),
    ("calendar",),
    ("calendar", "--month"),
    ("stats",),
    ("wins",),
]


@pytest.mark.parametrize("words", READING)
def test_the_answer_is_the_one_that_was_given_then(tmp_path: Path, words: tuple[str, ...]) -> None:
    then = Person(tmp_path, at="2026-11-18T12:00")
    then.wins("2026-11-10", "2026-11-11", "2026-11-17", "2026-11-18")
    before = then.json(*words)
    now = Person(tmp_path, at="2026-11-23T12:00")
    now.wins("2026-11-19", "2026-11-21", "2026-11-23")
    assert now.json(*words) != before
    assert now.json(*words, "--as-of", "2026-11-18") == before
    assert now.says(*words, "--as-of", "2026-11-18").startswith("As of Wednesday 18 November 2026\n\n")


def test_a_weekday_is_the_latest_one(tmp_path: Path) -> None:
    assert Person(tmp_path).json("streak", "--as-of", "sunday")["as_of"] == "2026-11-22"
