"""habit week."""

from pathlib import Path

from support.views import Person


def weekdays(folder: Path) -> Person:
    person = Person(folder, at="2026-11-26T12:00")
    person.wins("2026-11-16")
    person.says("plan", "--days", "weekdays", "--since", "2026-11-01")
    return person


def test_each_day_has_its_sign_and_its_words(tmp_path: Path) -> None:
    person = weekdays(tmp_path)
    person.wins("2026-11-23", text="Shared my idea", confidence=4)
    person.wins("2026-11-23", text="And again", confidence=5)
    person.says("time-off", "2026-11-25", "--reason", "Dentist")
    assert person.says("week").splitlines() == [
        "This week, 23 to 29 November",
        "",
        "✓ Mon 23  Shared my idea  4/5",
        "          And again  5/5",
        "· Tue 24  no win",
        "~ Wed 25  time off: Dentist",
        "○ Thu 26  open until midnight",
        "  Fri 27",
        "  Sat 28",
        "  Sun 29",
        "",
        "Days        1 of 4 planned, 2 still open",
        "Wins        2",
        "Confidence  4.5 of 5",
        "Week before 1 of 5 planned; 1 win",
        "Streak      a win today begins a new one",
        "",
        "A win you forgot to write down can be added. With one for Tuesday 24 November,",
        "your streak would be 2 days:",
        '  habit log --on 2026-11-24 "..."',
    ]


def test_last_and_of_show_an_earlier_week(tmp_path: Path) -> None:
    person = weekdays(tmp_path)
    assert person.says("week", "--last").startswith("Last week, 16 to 22 November")
    assert person.says("week", "--of", "2026-10-31").startswith("26 October to 1 November")
    assert person.says("week", "--of", "2026-11-19") == person.says("week", "--last")


def test_the_streak_is_that_of_the_week_shown(tmp_path: Path) -> None:
    """As of its last day, which is said; the present one has that of today."""
    person = Person(tmp_path, at="2026-11-26T12:00")
    person.wins(*(f"2026-11-{day}" for day in (12, 13, 16, 17, 20, 21, 22, 23, 25, 26)))
    for words, said in {
        ("--last",): "Streak      as of 22 November: 3 days in a row, since 20 November",
        ("--of", "2026-11-15"): "Streak      as of 15 November: none",
        ("--of", "2026-11-02"): "Streak      as of 8 November: none",
        ("-n", "2"): "Streak      2 days in a row, since 25 November",
        (): "Streak      2 days in a row, since 25 November",
        ("--of", "2026-12-24"): "Streak      2 days in a row, since 25 November",
    }.items():
        assert said in person.says("week", *words), words
    assert "would be" not in person.says("week", "--last")
    assert [week["streak"] for week in person.json("week", "-n", "3")] == [None, 3, 2]
    assert person.json("week", "--last")["streak"] == 3


def test_a_streak_that_went_on_after_the_week_is_cut_at_its_end(tmp_path: Path) -> None:
    person = Person(tmp_path, at="2026-11-26T12:00")
    person.says("plan", "--days", "weekdays", "--since", "2026-11-01")
    person.wins(*(f"2026-11-{day}" for day in (18, 19, 20, 23, 24, 25, 26)))
    assert "as of 22 November: 3 days in a row, since 18 November" in person.says("week", "--last")


def test_without_any_win_no_week_speaks_of_a_streak(tmp_path: Path) -> None:
    assert Person(tmp_path).says("week", "--last").endswith('\nNo wins yet: habit log "What you did"\n')


def test_several_weeks_end_with_this_one(tmp_path: Path) -> None:
    person = weekdays(tmp_path)
    assert [week["first"] for week in person.json("week", "-n", "3")] == ["2026-11-09", "2026-11-16", "2026-11-23"]
    assert person.json("week", "-n", "1") == [person.json("week")]


def test_wins_on_days_off_are_told_apart(tmp_path: Path) -> None:
    person = weekdays(tmp_path)
    person.wins("2026-11-17", "2026-11-21", "2026-11-22")
    said = person.says("week", "--last")
    assert "Days        2 of 5 planned, and 2 on days off" in said
    assert "✓ Sun 22" in said


def test_an_unfinished_week_is_never_behind(tmp_path: Path) -> None:
    person = weekdays(tmp_path)
    person.wins("2026-11-17", "2026-11-18")
    assert "fewer" not in person.says("week")
    assert "more" not in person.says("week")
    person.wins("2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26")
    assert "(1 day fewer)" in person.says("week")


def test_a_long_win_is_set_in_below_itself(tmp_path: Path) -> None:
    person = Person(tmp_path, columns=40)
    person.wins("2026-11-23", text="Finished the quarterly report before noon")
    lines = person.says("week").splitlines()
    assert lines[2:4] == ["✓ Mon 23  Finished the quarterly", "            report before noon"]


def test_what_a_win_holds_cannot_steer_the_terminal(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.wins("2026-11-23", text="red \x1b[31m alert")
    assert "\x1b" not in person.says("week")
