"""habit config holidays, with the real library."""

import sys
from pathlib import Path

import pytest
from support.views import Person

MONDAY = "2026-11-23T12:00"
CHRISTMAS = "2026-12-25T12:00"


@pytest.fixture
def person(tmp_path: Path) -> Person:
    """Somebody in Bavaria."""
    found = Person(tmp_path / "home", at=MONDAY)
    found.says("config", "holidays", "DE-BY")
    return found


@pytest.fixture
def no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library is not there, or not any more."""
    monkeypatch.setitem(sys.modules, "holidays", None)


def days(person: Person) -> list[str]:
    return [off["first"] for off in person.json("time-off") if off["holiday"]]


def streak(person: Person) -> int:
    current = person.json("streak")["current"]
    return current["length"] if current else 0


def test_they_are_off_until_the_end_of_next_year(person: Person) -> None:
    found = days(person)
    assert found[:3] == ["2026-12-25", "2026-12-26", "2027-01-01"]
    assert "2027-12-25" in found
    assert max(found) < "2028"
    assert person.says("config", "holidays").strip() == "DE-BY"


def test_every_view_names_them(person: Person) -> None:
    there = person._replace(at=CHRISTMAS)
    person.wins("2026-12-23", "2026-12-24")
    assert "~ Today is off (Christmas Day)" in there.says("streak")
    assert "~ Fri 25  time off: Christmas Day" in there.says("week")
    assert "25 ~" in there.says("calendar", "--month")
    assert "not asked: time off (Christmas Day)" in there.says("nudges")
    assert "Christmas Day" in there.says("time-off")
    assert {day["day"]: day["state"] for day in there.json("week")["days"]}["2026-12-25"] == "off"


def test_a_win_on_one_counts_and_none_is_needed(person: Person) -> None:
    person.wins("2026-12-23", "2026-12-24", "2026-12-27")
    assert streak(person._replace(at="2026-12-27T12:00")) == 3
    person.wins("2026-12-25")
    assert streak(person._replace(at="2026-12-27T12:00")) == 4


def test_what_was_lived_before_stays_as_it_was(tmp_path: Path) -> None:
    later = Person(tmp_path, at="2026-12-27T12:00")
    later.wins("2026-12-24", "2026-12-27")
    later.says("config", "holidays", "DE-BY")
    assert (streak(later), days(later)[0]) == (1, "2027-01-01")


def test_another_region_changes_only_what_is_ahead(person: Person) -> None:
    person.wins("2026-12-24", "2026-12-27")
    new_year = person._replace(at="2026-12-27T12:00")
    new_year.says("config", "holidays", "US")
    found = days(new_year)
    assert found[:3] == ["2026-12-25", "2026-12-26", "2027-01-01"]
    assert "2027-01-06" not in found
    assert "2027-11-25" in found
    assert streak(new_year) == 2
    new_year.says("config", "holidays", "off")
    assert days(new_year) == ["2026-12-25", "2026-12-26"]


def test_one_that_is_taken_out_stays_out(person: Person) -> None:
    assert "is no longer time off" in person.says("time-off", "--remove", "2027-01-06")
    assert "2027-01-06" not in days(person)
    later = person._replace(at="2027-01-02T12:00")
    later.says("log", "The year is extended")
    later.says("config", "holidays", "DE-BY,AT")
    found = days(later)
    assert ("2027-01-06" in found, "2028-01-06" in found) == (False, True)
    assert "There is no time off" in person.run("time-off", "--cancel", "2027-01-06").stderr


def test_taking_one_out_can_be_taken_back(person: Person) -> None:
    before = days(person)
    person.says("time-off", "--cancel", "2026-12-25..2026-12-26")
    assert days(person) == before[2:]
    person.says("undo")
    assert days(person) == before
    person.says("redo")
    assert days(person) == before[2:]


def test_ones_own_time_off_is_another_matter(person: Person) -> None:
    before = days(person)
    person.says("time-off", "2026-12-24..2027-01-02", "--reason", "Away")
    assert "Away" in person.says("time-off")
    person.says("config", "holidays", "off")
    assert [off["reason"] for off in person.json("time-off")] == ["Away"]
    person.says("config", "holidays", "DE-BY")
    assert days(person) == before
    person.says("time-off", "--cancel", "2026-12-27..2027-01-02")
    assert "2027-01-01" not in days(person)


def test_the_setting_can_be_taken_back_and_brought_back(person: Person) -> None:
    before = days(person)
    person.says("config", "holidays", "AT")
    assert "set holidays to AT" in person.says("undo")
    assert days(person) == before
    person.says("redo")
    assert "2026-12-08" in days(person)
    person.says("undo")
    person.says("undo")
    assert days(person) == []


def test_they_travel(person: Person, tmp_path: Path, no_library: None) -> None:
    person.says("time-off", "--cancel", "2026-12-26")
    person.says("export", str(tmp_path / "all.json"))
    other = person._replace(folder=tmp_path / "other")
    other.says("import", str(tmp_path / "all.json"))
    assert days(other) == days(person)
    assert other.says("config", "holidays") == person.says("config", "holidays")


def test_a_file_of_another_region_takes_the_place_of_ours(person: Person, tmp_path: Path) -> None:
    other = person._replace(folder=tmp_path / "other", at="2026-11-23T13:00")
    other.says("config", "holidays", "US")
    other.says("export", str(tmp_path / "us.json"))
    person._replace(at="2026-11-23T14:00").says("import", str(tmp_path / "us.json"))
    assert days(person) == days(other)
    person._replace(at="2026-11-23T14:01").says("undo")
    assert days(person)[:2] == ["2026-12-25", "2026-12-26"]


def test_an_import_of_what_does_not_hold_here_can_be_taken_back(person: Person, tmp_path: Path) -> None:
    other = person._replace(folder=tmp_path / "other", at="2026-11-20T12:00")
    other.says("config", "holidays", "US")
    other.wins("2026-11-20")
    other.says("export", str(tmp_path / "us.json"))
    before = days(person)
    person.says("import", str(tmp_path / "us.json"))
    assert days(person) == before
    person.says("undo")
    assert days(person) == before
    assert person.json("wins") == []


def test_an_old_export_on_a_new_computer_can_be_taken_back(person: Person, tmp_path: Path) -> None:
    person.says("export", str(tmp_path / "all.json"))
    new = person._replace(folder=tmp_path / "new", at="2027-02-01T12:00")
    new.says("import", str(tmp_path / "all.json"))
    assert max(days(new)) > "2028"
    new.says("undo")
    assert [day for day in days(new) if day > "2027-02-01"] == []
    new.says("redo")
    assert max(days(new)) > "2028"


def test_a_copy_brings_them_back(person: Person, tmp_path: Path) -> None:
    before = days(person)
    person.says("backup", str(tmp_path / "copy.db"))
    person.says("config", "holidays", "off")
    person.says("restore", str(tmp_path / "copy.db"), "--yes")
    assert days(person) == before


@pytest.mark.parametrize(
    ("typed", "code"), [("de-by", "DE-BY"), ("DE_BY", "DE-BY"), ("Germany", "DE"), ("DE-Bayern, at", "DE-BY,AT")]
)
def test_a_region_may_be_typed_in_several_ways(tmp_path: Path, typed: str, code: str) -> None:
    person = Person(tmp_path)
    person.says("config", "holidays", typed)
    assert person.says("config", "holidays").strip() == code


@pytest.mark.slow
def test_a_country_names_its_regions(tmp_path: Path) -> None:
    said = " ".join(Person(tmp_path).says("config", "holidays", "DE").split())
    assert "Regions may have more: DE-BB, DE-BE," in said
    assert "Regions" not in Person(tmp_path).says("config", "holidays", "JP")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Germny", "Did you mean DE?"),
        ("US-CAL", "Did you mean US-CA?"),
        ("DE-XX", "There are DE-BB, DE-BE"),
        ("XX", "Write its two letters"),
        ("JP-13", "Write JP"),
        ("DE-BY,XX", "'XX' is no country"),
        ("\x1b[31m", "is no country"),
    ],
)
def test_what_is_no_region_changes_nothing(person: Person, typed: str, said: str) -> None:
    refused = person.run("config", "holidays", typed)
    assert (refused.exit_code, said in refused.stderr, refused.stderr.count("\n")) == (2, True, 1)
    assert person.says("config", "holidays").strip() == "DE-BY"


def test_without_the_library_it_is_said_how_to_get_it(tmp_path: Path, no_library: None) -> None:
    person = Person(tmp_path)
    refused = person.run("config", "holidays", "DE-BY")
    assert (refused.exit_code, "install holidays" in refused.stderr) == (1, True)
    assert person.says("config", "holidays", "off")


def test_a_library_that_went_takes_nothing_away(person: Person, no_library: None) -> None:
    before = days(person)
    later = person._replace(at="2027-06-01T12:00")
    later.says("log", "Without it")
    assert days(later) == before
    said = " ".join(later.run("doctor").stdout.split())
    assert "DE-BY, known until Sunday 26 December 2027; later ones need a library" in said
    later.says("config", "holidays", "off")
    assert "2027-12-25" not in days(later)


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_pages_fit(person: Person, columns: int) -> None:
    there = person._replace(at=CHRISTMAS, columns=columns)
    person.wins("2026-12-23", "2026-12-24")
    for words in (["week"], ["calendar"], ["calendar", "--month"], ["time-off"], ["streak"], ["config"]):
        assert max(map(len, there.says(*words).splitlines())) <= columns
