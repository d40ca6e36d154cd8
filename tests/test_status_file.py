"""The status file says of any instant what was true of it, or nothing."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habit_tracker import status_file

TODAY: dict[str, object] = {"state": "won", "streak": 6, "risk": "safe", "until": 2000}
NEXT: dict[str, object] = {"state": "open", "streak": 6, "risk": "at-risk", "until": 3000}
TEXT = status_file.text(1000, 3600, [TODAY, NEXT])


def read(path: Path, now: float, offset: int = 3600) -> dict[str, str] | None:
    """What the file says where clocks are *offset* seconds from UTC."""
    return status_file.read(str(path), now, lambda _: offset)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of two days, from 1000 to 2000 and from there to 3000."""
    found = tmp_path / "status"
    found.write_text(TEXT)
    return found


@pytest.mark.parametrize(
    ("now", "day"), [(999, None), (1000, TODAY), (1999.9, TODAY), (2000, NEXT), (2999, NEXT), (3000, None)]
)
def test_it_speaks_of_its_two_days_only(path: Path, now: float, day: dict[str, object] | None) -> None:
    """Also where the clock was set back to a day before them."""
    assert read(path, now) == (day and {name: str(value) for name, value in day.items()})


def test_it_is_silent_for_a_person_with_other_clocks(path: Path) -> None:
    """Their day is another."""
    assert read(path, 1500, 7200) is None


@given(st.binary(max_size=2000))
def test_no_content_breaks_a_reader(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Whatever is in its place says nothing."""
    path = tmp_path_factory.mktemp("any") / "status"
    path.write_bytes(content)
    assert read(path, 1500) is None


@given(st.integers(0, len(TEXT) - 1), st.text("azA9=-_$`;\n \0é", max_size=3))
def test_what_was_meddled_with_says_known_words_or_nothing(
    tmp_path_factory: pytest.TempPathFactory, place: int, put: str
) -> None:
    """No text of anybody reaches a prompt."""
    path = tmp_path_factory.mktemp("any") / "status"
    path.write_text(TEXT[:place] + put + TEXT[place + 1 :], encoding="utf-8")
    said = read(path, 1500)
    if said:
        assert said["state"] in {"won", "open", "off"}
        assert said["risk"] in {"at-risk", "safe"}
        assert said["streak"].isdecimal()


def test_a_huge_one_is_not_read_to_its_end(path: Path) -> None:
    """Even if it begins well."""
    path.write_text(TEXT + "habit_more=" + "1" * 1_000_000)
    assert read(path, 1500) is None


def test_what_is_no_file_keeps_nobody_waiting(tmp_path: Path) -> None:
    """A folder, a pipe that nobody writes to, nothing."""
    os.mkfifo(tmp_path / "pipe")
    assert [read(tmp_path / name, 1500) for name in (".", "pipe", "nothing")] == [None] * 3
