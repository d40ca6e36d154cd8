"""habit calendar and habit stats."""

from datetime import date, timedelta
from pathlib import Path

from support.views import Person

from habit_tracker.cli.render.stats import sparkline


def test_the_month_shows_every_state(tmp_path: Path) -> None:
    person = Person(tmp_path, at="2026-11-26T12:00")
    person.says("plan", "--days", "weekdays", "--since", "2026-11-01")
    person.wins("2026-11-19", "2026-11-23", "2026-11-23", "2026-11-25")
    person.says("time-off", "2026-11-20", "--reason", "Dentist")
    said = person.says("calendar", "--month")
    assert said.startswith("November 2026\n\nMon     Tue     Wed     Thu     Fri     Sat     Sun\n")
    assert "16      17      18      19 ✓    20 ~    21 -    22 -\n" in said
    assert "23 ✓2   24 ·    25 ✓    26 ○    27      28      29\n" in said
    assert "3 of 4 days, 75%" in said
    assert said == person.says("calendar", "2026-11")


def test_the_year_has_weeks_as_columns(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.wins("2026-11-17", "2026-11-18", "2026-11-18", "2026-11-23")
    rows = {line[:3]: line[4:] for line in person.says("calendar").splitlines() if len(line) > 50}
    assert [rows[day][51] for day in ("Tue", "Wed", "Thu", "Fri", "Sat", "Sun")] == ["▪", "■", "·", "·", "·", "·"]
    assert rows["Mon"][52] == "▪"
    assert not rows["Mon"][:52].strip()


def test_months_stand_above_the_week_of_their_first_day(tmp_path: Path) -> None:
    header, monday = Person(tmp_path).says("calendar", "2026").splitlines()[2:4]
    weeks = (date(2026, 11, 1) - date(2025, 12, 29)).days // 7
    assert header.index("Nov") == len("Mon ") + weeks
    assert header.split() == ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    assert monday.startswith("Mon")


def test_weeks_may_begin_on_saturday(tmp_path: Path) -> None:
    person = Person(tmp_path, locale="ar_EG.UTF-8")
    person.wins("2026-11-21")
    assert [line[:3] for line in person.says("calendar").splitlines()[3:10]] == [
        "Sat",
        "Sun",
        "Mon",
        "Tue",
        "Wed",
        "Thu",
        "Fri",
    ]
    assert person.says("week").startswith("This week, 21 to 27 November\n\n✓ Sat 21")


def test_days_and_wins_for_programs(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.wins("2026-11-20", "2026-11-20", "2026-11-23")
    found = person.json("calendar", "2026-11")
    assert (found["first"], found["last"], found["won"], found["wins"]) == ("2026-11-01", "2026-11-30", 2, 3)
    assert (found["counting"], found["won_as_planned"]) == (4, 2)
    assert found["days"][19] == {"day": "2026-11-20", "state": "won", "wins": 2}
    assert person.json("calendar", "2028-02")["last"] == "2028-02-29"
    assert person.json("calendar", "2026")["last"] == "2026-12-31"


def test_strength_grows_with_days_in_a_row(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.wins(*(date(2026, 11, 23) - timedelta(days=step) for step in range(13)))
    assert " 50%" in person.says("stats").splitlines()[0]
    found = person.json("stats")
    assert round(found["strength"], 9) == 0.5
    assert found["weekdays"][0] == {"weekday": "Monday", "won": 2, "counting": 2, "share": 1.0}
    assert found["months"] == [{"month": "2026-11", "won": 13, "counting": 13, "share": 1.0}]
    assert (found["best_month"], found["weeks"][-1]) == ("2026-11", {"first": "2026-11-23", "wins": 1})


def test_a_sparkline_is_full_at_the_most_and_low_at_none() -> None:
    assert sparkline([0, 1, 7, 14]) == "▁▂▅█"
    assert sparkline([0, 0]) == "▁▁"
