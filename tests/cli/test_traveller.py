"""A person who changes the plan, takes time off, flies far and works past midnight."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from support.views import Person

from habit_tracker.domain.nudges.nudge import NudgeKey
from habit_tracker.domain.nudges.prompt import DAILY
from habit_tracker.domain.nudges.reply import Reply


def test_the_streak_is_the_one_counted_by_hand(tmp_path: Path) -> None:
    berlin = Person(tmp_path, at="2026-09-07T12:00")
    berlin.says("config", "day-start", "04:00")
    for step in range(14):  # daily, from Monday 7 to Sunday 20 September: 14 days
        berlin._replace(at=f"{date(2026, 9, 7) + timedelta(days=step)}T18:00").says("log", "Daily")
    berlin = berlin._replace(at="2026-09-21T09:00")
    berlin.says("plan", "--days", "weekdays", "--at", "16:45")
    for step in range(5):  # Monday to Friday, past midnight each night: 5 days
        night = date(2026, 9, 22) + timedelta(days=step)
        berlin._replace(at=f"{night}T02:15").says("log", "Late")
    berlin._replace(at="2026-09-26T10:00").says("time-off", "2026-09-28..2026-10-09", "--reason", "Two weeks")
    auckland = berlin._replace(zone="Pacific/Auckland")
    for step in range(5):  # back on Monday 12 October, at the other end of the world: 5 days
        auckland._replace(at=f"{date(2026, 10, 12) + timedelta(days=step)}T21:00").says("log", "There")
    now = auckland._replace(at="2026-10-18T12:00").json("streak")
    assert now["current"] == {"length": 24, "first": "2026-09-07", "last": "2026-10-16"}
    assert not now["at_risk"]
    home = berlin._replace(at="2026-10-20T03:00")  # still Monday 19 October, which is open
    assert (home.json("streak")["current"]["length"], home.json("streak")["at_risk"]) == (24, True)
    assert home._replace(at="2026-10-20T04:00").json("streak")["current"] is None


def test_a_win_from_east_of_the_date_line_waits_for_its_day(tmp_path: Path) -> None:
    auckland = Person(tmp_path, at="2026-11-24T08:00", zone="Pacific/Auckland")
    auckland.wins("2026-11-22", "2026-11-23")
    auckland.says("log", "Before the flight")
    honolulu = auckland._replace(at="2026-11-23T12:00", zone="Pacific/Honolulu")
    assert honolulu.json("streak")["current"]["length"] == 2
    assert honolulu._replace(at="2026-11-24T00:01").json("streak")["current"]["length"] == 3


def test_a_date_that_is_not_asked_any_more_is_named(tmp_path: Path) -> None:
    """The win from the other side of the date line answers its question before it is asked."""
    Person(tmp_path, at="2026-11-24T08:00", zone="Pacific/Auckland").says("log", "Before the flight")
    honolulu = Person(tmp_path, at="2026-11-23T20:00", zone="Pacific/Honolulu")
    honolulu.says("log", "After it")
    assert (
        "Asks Wednesday 25 November at 17:00 (Pacific/Honolulu); "
        "not tomorrow, Tuesday 24 November: a win is logged for it Screen"
    ) in " ".join(honolulu.says("status").split())
    assert honolulu.json("status")["next"]["passed_over"] == {
        "day": "2026-11-24",
        "why": "a win is logged for it",
    }


def test_the_date_lost_on_the_way_west_over_the_date_line_breaks_nothing(tmp_path: Path) -> None:
    honolulu = Person(tmp_path, at="2026-11-22T18:00", zone="Pacific/Honolulu")
    honolulu.says("log", "The day before")
    honolulu._replace(at="2026-11-23T18:00").says("log", "At the airport")
    auckland = honolulu._replace(at="2026-11-25T09:00", zone="Pacific/Auckland")
    assert auckland.json("streak")["current"]["length"] == 2
    assert "Day 3 of your streak" in auckland.says("log", "Landed")
    assert "~ Tue 24  time off: Crossed the date line" in auckland.says("week")
    home = auckland._replace(at="2026-11-25T23:00", zone="Europe/Berlin")
    assert home.json("streak")["current"] == {"length": 3, "first": "2026-11-22", "last": "2026-11-25"}


def test_a_day_missed_without_such_a_flight_is_missed(tmp_path: Path) -> None:
    berlin = Person(tmp_path, at="2026-11-23T18:00")
    berlin.says("log", "At home")
    for zone in ("Europe/Berlin", "Pacific/Auckland", "America/New_York"):
        assert berlin._replace(at="2026-11-25T09:00", zone=zone).json("streak")["current"] is None


def test_an_answer_to_a_nudge_keeps_the_lost_date_too(tmp_path: Path) -> None:
    Person(tmp_path, at="2026-11-23T18:00", zone="Pacific/Honolulu").says("log", "At the airport")
    at = datetime(2026, 11, 24, 21, tzinfo=UTC)
    reply = Reply("a1", NudgeKey(date(2026, 11, 25), DAILY), "answer", at, "Pacific/Auckland", "Landed")
    tmp_path.joinpath("inbox").mkdir()
    tmp_path.joinpath("inbox", "a1.json").write_text(reply.to_json(), encoding="utf-8")
    auckland = Person(tmp_path, at="2026-11-26T10:00", zone="Pacific/Auckland")
    assert auckland.json("streak")["current"]["length"] == 2
