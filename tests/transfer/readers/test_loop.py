"""The CSV zip of Loop Habit Tracker."""

import pytest
from support.foreign import left_out, lines, loop
from support.stored import ANYONE, bring_in, filled, found_in

from habit_tracker.domain.errors import HabitError

NOW = (
    "Date,Value,Notes\n2026-11-20,YES_MANUAL,\n"
    '2026-11-19,YES_MANUAL,"Early, and glad"\n2026-11-18,YES_AUTO,Forgot\n'
    "2026-11-17,NO,Sick\n2026-11-16,SKIP,\n2026-11-15,UNKNOWN,\n"
)
BEFORE = "2026-11-20,2\n2026-11-19,2\n2026-11-18,1\n2026-11-17,0\n2026-11-16,3\n2026-11-15,-1\n"


def test_a_ticked_day_is_a_win() -> None:
    """Its note is the text, or else the habit's name. What Loop filled in by itself was not done."""
    data = loop({"001 Get up": NOW})
    assert lines(data) == [("2026-11-20", "Get up"), ("2026-11-19", "Early, and glad")]
    assert left_out(data) == ["filled in by Loop, not ticked"] + ["not done"] * 3


def test_the_form_before_2025_is_the_same() -> None:
    """Numbers for words, without a first line and without notes."""
    assert lines(loop({"001 Get up": BEFORE})) == [("2026-11-20", "Get up"), ("2026-11-19", "Get up")]
    assert len(left_out(loop({"001 Get up": BEFORE}))) == 4


def test_a_note_that_is_added_later_is_no_second_win() -> None:
    """A day of a habit is known by the two."""
    with filled({}) as here:
        bring_in(here, loop({"001 Get up": "2026-11-19,2\n"}))
        assert [entry.text for entry in bring_in(here, loop({"001 Get up": NOW})).new] == ["Get up"]


def test_of_several_habits_one_is_chosen() -> None:
    """By its name, in whatever case; without it all are named."""
    data = loop({"001 Get up": NOW, "002 Read": "Date,Value,Notes\n2026-11-01,YES_MANUAL,\n"})
    assert lines(data, ANYONE._replace(habit="read")) == [("2026-11-01", "Read")]
    with pytest.raises(HabitError, match=r"2 habits; name one with --habit: 'Get up', 'Read'"):
        found_in(data)
    with pytest.raises(HabitError, match="no habit 'Swim', but 'Get up', 'Read'"):
        found_in(data, person=ANYONE._replace(habit="Swim"))


def test_a_position_is_no_beginning_of_another() -> None:
    """The first habit is not the tenth."""
    data = loop({"001 One": "2026-11-01,2\n", "010 Ten": "2026-11-10,2\n"})
    assert lines(data, ANYONE._replace(habit="One")) == [("2026-11-01", "One")]


def test_a_name_with_a_comma_is_found_by_its_position() -> None:
    """Its folder has another name than the habit, and the table of all habits is torn by it."""
    data = loop({"012 Run swim": NOW}, habits='012,"Run, swim",YES_NO,,,1,1,#FF8F00,,,,false\n')
    assert lines(data)[0] == ("2026-11-20", "Run, swim")


def test_a_folder_around_it_all_does_no_harm() -> None:
    """As when it was zipped again by hand."""
    assert len(lines(loop({"001 Get up": NOW}, root="export/"))) == 2


@pytest.mark.parametrize(
    ("kind", "target", "wins"),
    [("AT_LEAST", "2.5", ["Run: 2.5 km", "Run: 4 km"]), ("AT_MOST", "2.5", ["Run: 2.5 km", "Run: 1 km"])],
)
def test_a_measured_habit_counts_when_its_target_is_reached(kind: str, target: str, wins: list[str]) -> None:
    """Values are thousandths, and 2 is no tick here."""
    habits = f"001,Run,NUMERICAL,,,1,1,#FF8F00,km,{kind},{target},false\n"
    marks = "Date,Value,Notes\n2026-11-20,2500,\n2026-11-19,4000,\n2026-11-18,1000,\n2026-11-17,UNKNOWN,\n"
    assert [text for _, text in lines(loop({"001 Run": marks}, habits))] == wins


@pytest.mark.parametrize("line", ["2026-11-20,MAYBE,", "20 November,YES_MANUAL,", "2026-11-20", "x"])
def test_a_mark_of_another_kind_is_named(line: str) -> None:
    """With its file and line."""
    (bad,) = found_in(loop({"001 Get up": f"Date,Value,Notes\n2026-11-21,NO,\n{line}\n"})).bad
    assert bad.where == "line 3 of '001 Get up/Checkmarks.csv'"


@pytest.mark.parametrize("habits", ["x,Read,YES_NO\n", "one,Read,YES_NO,,,1,1,#FF8F00,,,,false\n"])
def test_a_list_of_habits_of_another_shape_is_refused(habits: str) -> None:
    """In one sentence."""
    with pytest.raises(HabitError, match="line 2"):
        found_in(loop({"001 Read": NOW}, habits))
