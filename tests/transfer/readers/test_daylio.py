"""CSV of Daylio."""

from datetime import UTC, datetime

import pytest
from support.foreign import daylio, entries, left_out, lines
from support.stored import bring_in, filled, found_in

from habit_tracker.storage.rows import every
from habit_tracker.storage.tables import wins

OLD = "year,date,weekday,time,mood,activities,note\n"


def row(time: str = "22:00", mood: str = "good", activities: str = "", title: str = "", note: str = "") -> str:
    """One entry of 20 November."""
    return f'2026-11-20,20 November,Friday,{time},{mood},"{activities}","{title}","{note}"'


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ({"note": "Spoke up"}, "Spoke up"),
        ({"title": "Work", "note": "Spoke up", "activities": "work"}, "Work\nSpoke up"),
        ({"title": "Work"}, "Work"),
        ({"activities": "work | movies / tv | run "}, "work, movies / tv, run"),
        (
            {"note": "<p>Spoke up<br>and was heard</p><ul><li>a &amp; b</li></ul>"},
            "Spoke up\nand was heard\na & b",
        ),
    ],
)
def test_the_text_is_what_was_written_or_else_what_was_done(words: dict[str, str], text: str) -> None:
    """Title and note first."""
    assert lines(daylio(row(**words))) == [("2026-11-20", text)]


@pytest.mark.parametrize(
    ("mood", "confidence"),
    [("rad", 5), ("good ", 4), ("Meh", 3), ("bad", 2), ("awful", 1), ("ok but sleepy", None), ("", None)],
)
def test_the_five_moods_are_confidence(mood: str, confidence: int | None) -> None:
    """A mood that the person made up is none."""
    assert entries(daylio(row(mood=mood, note="x")))[0].confidence == confidence


@pytest.mark.parametrize("clock", ["10:05 pm", "22:05", "10:05\u202fPM", "10:05 p.m."])
def test_both_clocks_are_read(clock: str) -> None:
    """Of twelve hours and of twenty-four, in the person's zone."""
    assert entries(daylio(row(clock, note="x")))[0].logged_at == datetime(2026, 11, 20, 21, 5, tzinfo=UTC)


def test_a_mood_alone_is_no_win() -> None:
    """It is counted."""
    assert left_out(daylio(row())) == ["only a mood"]


def test_several_a_day_are_several_wins() -> None:
    """Also with the same words."""
    assert len(entries(daylio(row("22:00", note="x"), row("21:00", note="x"), row("21:00", note="x")))) == 3


def test_numbers_rise_with_time() -> None:
    """Though the newest stands first in the file."""
    with filled({}) as here:
        bring_in(here, daylio(row("22:00", note="evening"), row("8:00", note="morning")))
        assert [win["text"] for win in every(here, wins)] == ["morning", "evening"]


@pytest.mark.parametrize("day", ["18 May", "May 18", "18 may"])
def test_the_seven_columns_of_2018(day: str) -> None:
    """A year, and a day without one."""
    assert lines(f'{OLD}2018,{day},Friday,11:54 pm,happy,"a | b","Done"\n') == [("2018-05-18", "Done")]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (daylio(row("noon", note="x")), "not a time"),
        (daylio("2026-11-31,x,x,22:00,good,,,x"), "not a date"),
        (daylio("2026-11-20,x,x,22:00,good"), "5 cells"),
        (f'{OLD}2018,18 Floréal,Friday,11:54 pm,happy,"a","Done"\n', "not a date"),
        (f'{OLD}2018,31 June,Friday,11:54 pm,happy,"a","Done"\n', "not a date"),
    ],
)
def test_a_row_of_another_shape_is_named(data: str, reason: str) -> None:
    """By its line."""
    (bad,) = found_in(data).bad
    assert bad.where == "line 2"
    assert reason in bad.reason
