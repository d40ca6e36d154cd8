"""At 01:30, with a day that begins at 04:00: every view speaks of the same day, and names it."""

from datetime import date
from pathlib import Path

import pytest
from support.moments import moment
from support.views import Person

from habit_tracker.cli.app import App
from habit_tracker.cli.doctor import on_screen
from habit_tracker.cli.doctor.probe import Probe
from habit_tracker.desktop.notifications.messages import Report, Request
from habit_tracker.desktop.notifications.quiet_signs import Quiet
from habit_tracker.desktop.notifications.server import Server

VIEWS = [(), ("streak",), ("week",), ("status",)]


@pytest.fixture
def night(tmp_path: Path) -> Person:
    """It is Tuesday by the calendar and still Monday for the person, who had a win on Sunday."""
    before = Person(tmp_path, at="2026-11-22T12:00")
    before.says("config", "day-start", "04:00")
    before.says("log", "On Sunday")
    return before._replace(at="2026-11-24T01:30")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("done", [False, True])
def test_every_view_names_the_persons_day(night: Person, view: tuple[str, ...], done: bool) -> None:
    if done:
        assert night.says("log", "Late").startswith("Logged for today, Monday 23 November")
    said = night.says(*view)
    assert "Monday 23 November" in said
    assert "today, Tuesday" not in said
    assert "04:00 on Tuesday" in said or done


@pytest.mark.parametrize("view", VIEWS)
def test_in_the_morning_it_is_the_next_day(night: Person, view: tuple[str, ...]) -> None:
    said = night._replace(at="2026-11-24T04:00").says(*view)
    assert "Tuesday 24 November" in said
    assert "04:00 on Wednesday" in said or view == ("streak",)  # no streak runs: nothing ends at 04:00


def test_the_open_day_is_that_of_the_person(night: Person) -> None:
    assert "○ Mon 23  open until 04:00 on Tuesday" in night.says("week")
    assert "○ Today, Monday 23 November, is open: a win before 04:00 on Tuesday keeps" in night.says("streak")
    assert night.json("streak")["as_of"] == night.json("status")["today"] == "2026-11-23"


def test_the_next_question_is_tomorrow_although_the_clock_shows_its_date(night: Person) -> None:
    night.says("log", "Late")
    assert "Asks       tomorrow, Tuesday 24 November at 17:00" in night.says("status")
    assert "Asks       today, Tuesday 24 November at 17:00" in night._replace(at="2026-11-24T04:00").says("status")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-24T20:00", "today, Tuesday 24 November at 00:30, after midnight"),
        ("2026-11-25T00:10", "today, Tuesday 24 November at 00:30, after midnight"),
        ("2026-11-24T01:30", "tomorrow, Tuesday 24 November at 00:30, after midnight"),
    ],
)
def test_a_question_after_midnight_belongs_to_the_day_before(night: Person, at: str, said: str) -> None:
    night.says("log", "Late")
    night.says("plan", "--at", "00:30")
    assert said in " ".join(night._replace(at=at).says("status").split())


def test_the_sample_of_the_doctor_asks_about_the_persons_day(
    night: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever answers it would otherwise answer for a day that has yet to come."""
    asked: list[Request] = []

    class Sample:
        report = Report("shown", "tests")

        def __init__(self, request: Request) -> None:
            asked.append(request)

        def __enter__(self) -> "Sample":
            return self

        def __exit__(self, *_: object) -> None: ...

    monkeypatch.setattr("habit_tracker.desktop.notifications.test_notification.SampleNotification", Sample)
    monkeypatch.setenv("HABIT_TRACKER_HOME", str(night.folder))
    probe = Probe(App(moment(night.at)))
    probe.server, probe.quiet = Server("tests", "tests", "1", frozenset()), Quiet(False)
    on_screen.shown(probe)
    assert [request.key.day for request in asked] == [date(2026, 11, 23)]


def test_with_a_day_that_ends_at_midnight_the_date_is_not_repeated(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.wins("2026-11-22")
    assert "Today is open" in person.says("streak")
    assert "until midnight" not in person.says() + person.says("status")
