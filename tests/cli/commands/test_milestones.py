"""What the reply to a win says of how far one has come."""

from pathlib import Path

from support.views import Person


def log(folder: Path, *days: int, words: tuple[str, ...] = ()) -> list[str]:
    """What is said to a win on each of these days of November."""
    at = [Person(folder, at=f"2026-11-{day:02}T12:00") for day in days]
    return [" ".join(person.says("log", f"win of the {person.at[8:10]}th", *words).split()) for person in at]


FIRST = "Your first was 'win of the 01th'."


def test_days_are_said_once(tmp_path: Path) -> None:
    """Not when the win is deleted and logged again, nor for a second win of the day."""
    said = log(tmp_path, 1, 2, 3, 3, 4)
    assert [FIRST in one for one in said] == [False, False, True, False, False]
    assert f"You have 3 days with a win now. {FIRST}" in said[2]
    person = Person(tmp_path, at="2026-11-04T12:00")
    for number in ("3", "4", "5"):
        person.says("delete", number, "--yes")
    assert "You have" not in log(tmp_path, 4)[0]


def test_wins_after_days(tmp_path: Path) -> None:
    """The tenth win, all of one day."""
    said = log(tmp_path, *[1] * 10)
    assert f"You have 10 wins now. {FIRST}" in said[9]
    assert "You have" not in " ".join(said[:9])


def test_coming_back_and_the_longest_streak(tmp_path: Path) -> None:
    """At most one sentence a reply."""
    said = log(tmp_path, 1, 2, 3, 6, 7, 8, 9)
    assert "You are back after 2 days. Your last was 'win of the 03th'." in said[3]
    assert "You have" not in said[3]
    assert "Your longest streak until now was 3 days. That was 1 to 3 November." in said[6]
    assert "You have" not in said[6]


def test_filling_in_and_importing_say_nothing(tmp_path: Path) -> None:
    """What they pass counts as said."""
    log(tmp_path, 1)
    assert "You have" not in "".join(log(tmp_path, 3, 4, words=("--on", "2026-11-02")))
    (tmp_path / "wins.txt").write_text("\n".join(f"2026-10-{day:02} imported {day}" for day in range(1, 6)) + "\n")
    person = Person(tmp_path, at="2026-11-03T12:00")
    assert "You have" not in person.says("import", str(tmp_path / "wins.txt"))
    person.says("delete", "4", "--yes")
    assert "You have 7 days" not in log(tmp_path, 3)[0]
