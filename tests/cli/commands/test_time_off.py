"""habit time-off."""

from pathlib import Path

from support.views import Person


def ranges(person: Person) -> list[tuple[str, str, str | None]]:
    return [(off["first"], off["last"], off["reason"]) for off in person.json("time-off")]


def test_a_range_is_said_back_with_its_weekdays(tmp_path: Path) -> None:
    person = Person(tmp_path)
    said = person.says("time-off", "2026-12-24..2027-01-02", "--reason", "Christmas")
    assert "Thursday 24 December to Saturday 2 January 2027, 10 days, are time off (Christmas)" in said
    assert ranges(person) == [("2026-12-24", "2027-01-02", "Christmas")]


def test_words_are_days_ahead(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.says("time-off", "today..friday")
    person.says("time-off", "saturday..monday", "--reason", "Away")
    assert ranges(person) == [("2026-11-23", "2026-11-27", None), ("2026-11-28", "2026-11-30", "Away")]


def test_days_behind_can_be_off_too(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.wins("2026-11-19", "2026-11-23")
    assert person.json("streak")["current"]["length"] == 1
    person.says("time-off", "2026-11-20..yesterday")
    assert person.json("streak")["current"]["length"] == 2


def test_cancelling_cuts_a_range(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.says("time-off", "2026-12-24..2026-12-31")
    person.says("time-off", "--cancel", "2026-12-26..2026-12-27")
    assert [off[:2] for off in ranges(person)] == [("2026-12-24", "2026-12-25"), ("2026-12-28", "2026-12-31")]


def test_the_list_is_in_the_order_in_which_it_matters(tmp_path: Path) -> None:
    person = Person(tmp_path)
    for days in ("2026-12-24", "2026-11-20..2026-11-25", "2025-07-01", "2027-05-01", "2026-08-03"):
        person.says("time-off", days)
    said = person.says("time-off", "--list")
    assert said == person.says("time-off")
    order = [
        "Now",
        "20 to 25 November",
        "To come",
        "24 December",
        "1 May 2027",
        "Earlier",
        "3 August",
        "1 July 2025",
    ]
    assert sorted(order, key=said.index) == order


def test_time_off_is_shown_in_every_view(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.wins("2026-11-16")
    person.says("time-off", "2026-11-24", "--reason", "Dentist")
    assert "~ Tue 24  time off: Dentist" in person.says("week")
    assert "24 ~" in person.says("calendar", "--month")
    assert "~" in person.says("calendar", "2026").split("Sun")[0]
    assert "Time off" not in person.says("stats")
    person.says("time-off", "today", "--reason", "Fair")
    assert "~ Today is off (Fair)" in person.says("streak")
    assert "1 planned day in these months" in person.says("stats")


def test_no_time_off_says_how_to_add_some(tmp_path: Path) -> None:
    assert "habit time-off 2026-12-24" in Person(tmp_path).says("time-off")
    assert Person(tmp_path).json("time-off") == []
