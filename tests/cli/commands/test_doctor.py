"""The checks that need no desktop, and how a check-up is said."""

import json
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from conftest import NOW, Habit
from support.moments import moment

from habit_tracker.cli.app import App
from habit_tracker.cli.doctor import CHECKS, data, examine, fix, on_screen, questions
from habit_tracker.cli.doctor.finding import Finding, State
from habit_tracker.cli.doctor.probe import Probe
from habit_tracker.desktop.notifications.quiet_signs import Quiet
from habit_tracker.desktop.notifications.server import Server
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey, Outcome
from habit_tracker.domain.nudges.prompt import DAILY
from habit_tracker.private_files import exposed, make_private
from habit_tracker.storage import ledger
from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home


@pytest.fixture
def seen() -> Probe:
    """A computer without a desktop, on a Monday in Berlin."""
    return Probe(App(moment(NOW)))


def test_the_next_question_has_its_exact_time(seen: Probe) -> None:
    """With day, date and zone."""
    assert questions.next_question(seen) == Finding(State.OK, "today, Monday 23 November at 17:00 (Europe/Berlin)")


def test_a_zone_without_a_name(seen: Probe) -> None:
    """A warning, for it knows nothing of daylight saving."""
    nameless = moment(NOW)._replace(zone_name="UTC+01:00", trouble="nobody named it")
    found = questions.time_zone(Probe(App(nameless)))
    assert (found.state, "nobody named it" in found.words) == (State.WARNING, True)
    assert questions.time_zone(seen).state is State.OK


def test_missed_questions_are_a_warning(seen: Probe, database: Database) -> None:
    """They are lost already; seven rows at most are looked at."""
    today = moment(NOW).now
    with database.noting() as connection:
        for back in range(9):
            due = today - timedelta(days=back)
            outcome = Outcome.MISSED if back in {1, 8} else Outcome.SHOWN
            ledger.write(connection, [Nudge(NudgeKey(due.date(), DAILY), due, outcome)])
    found = questions.last_questions(seen)
    assert found == Finding(State.WARNING, "1 of 7 never came. All of them: habit nudges")


def test_files_that_others_can_read(seen: Probe, home: Home, habit: Habit) -> None:
    """They are named, and made private; what is not the program's is left alone."""
    habit("log", "mine")
    assert data.files(seen).state is State.OK
    home.database.chmod(0o644)
    found = data.files(seen)
    assert (found.state, str(home.database) in found.words) == (State.WARNING, True)
    (home.folder / "diary.txt").write_text("theirs")
    for path in (home.folder, home.folder / "diary.txt"):
        path.chmod(0o755)
    assert make_private(home.files()) == [home.database]
    assert (exposed(home.files()), home.folder.stat().st_mode & 0o777) == ([], 0o755)


def test_looking_makes_nothing(habit: Habit, home: Home) -> None:
    """Before the first win there is no database, and the doctor makes none."""
    found = habit("doctor")
    assert (found.exit_code, home.folder.exists()) == (1, False)
    assert "your first win makes it" in found.stdout


def test_what_follows_from_a_cause_is_left_out(seen: Probe) -> None:
    """Without a server nothing can be said of do not disturb, and no test is made."""
    seen.server = "no notification server answers on the session bus"
    names = [checkup.name for checkup in examine(seen)]
    not_wanted = {"Holidays", "Second set"}
    assert set(CHECKS) - set(names) == {"Do not disturb", "Test"} | not_wanted


def test_a_server_without_buttons(seen: Probe) -> None:
    """A warning: the question comes, and is answered elsewhere."""
    seen.server = Server("plain", "tests", "1", frozenset({"body"}))
    found = on_screen.server(seen)
    assert (found.state, "cannot be clicked" in found.words) == (State.WARNING, True)


SOMEBODY = Server("notify-osd", "tests", "1", frozenset({"body", "actions"}))


@pytest.mark.parametrize(("quiet", "state", "words"), [
    (Quiet(None), State.WARNING, "unknown: notify-osd does not tell"),
    (Quiet(False), State.OK, "off"),
    (Quiet(True), State.PROBLEM, "do not disturb is on: questions wait"),
    (Quiet(True, "Xfce has muted it"), State.PROBLEM, "Xfce has muted it: questions wait"),
])  # fmt: skip
def test_do_not_disturb_is_off_only_where_somebody_says_so(
    seen: Probe, quiet: Quiet, state: State, words: str
) -> None:
    """What nobody tells is unknown."""
    seen.server, seen.quiet = SOMEBODY, quiet
    found = on_screen.quiet(seen)
    assert found is not None
    assert (found.state, found.words.startswith(words)) == (state, True)


def test_the_way_to_answer_is_named(seen: Probe) -> None:
    """By the server that there is."""
    seen.server = SOMEBODY._replace(name="Xfce Notify Daemon")
    assert on_screen.server(seen).words.endswith("Press Answer: a click beside it only closes this")


def test_a_check_that_fails_is_a_problem_of_its_own(seen: Probe, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are made all the same."""

    def broken(_: Probe) -> Finding:
        raise ZeroDivisionError

    monkeypatch.setitem(CHECKS, "Time zone", broken)
    found = {checkup.name: checkup for checkup in examine(seen)}
    assert found["Time zone"].words == "could not be checked (ZeroDivisionError)"
    assert found["Next question"].state is State.OK


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_page_fits_the_terminal(habit: Habit, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it has to say."""
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = habit("doctor").stdout.splitlines()
    paths = [line for line in lines if "/" in line]
    assert max(len(line) for line in lines if line not in paths) <= columns


def test_a_file_that_is_no_database(habit: Habit, home: Home) -> None:
    """One cause, and all the other checks."""
    home.folder.mkdir(mode=0o700)
    home.database.write_text("a shopping list, " * 100)
    found = habit("doctor")
    assert (found.exit_code, "not a database of this program" in " ".join(found.stdout.split())) == (1, True)
    assert "Next question" not in found.stdout
    assert habit("doctor", "--json").exit_code == 1


SPOILED = {"quiet": "x", "week-start": "abc", "follow-up": "-5"}
SPOILED_ROWS = [
    "INSERT INTO plans VALUES ('2026-11-01', '0000000', :at, NULL)",
    "INSERT INTO plans VALUES ('2026-11-02', 'abc', :at, NULL)",
    "INSERT INTO plan_prompts VALUES ('2026-11-03', 'daily', 1, '1111111', '99:99', :at, NULL)",
    "INSERT INTO time_off VALUES ('soon', NULL, :at, NULL)",
    "INSERT INTO day_starts VALUES ('2026-11-01', 'x', :at, NULL)",
    "INSERT INTO nudges VALUES ('2026-11-20', 'hourly', 1, :at, 'eaten', 0, 0, NULL, NULL, NULL, NULL, NULL, 0)",
]


@pytest.fixture
def spoiled(habit: Habit, home: Home) -> None:
    """Somebody has written into the file what no command would have taken."""
    for setting in ("quiet 21:00-08:00", "week-start sunday", "follow-up 2h"):
        habit("config", *setting.split())
    with closing(sqlite3.connect(home.database)) as other, other:
        for key, value in SPOILED.items():
            other.execute("UPDATE settings SET value = ? WHERE key = ?", (value, key))
        for row in SPOILED_ROWS:
            other.execute(row, {"at": "2026-11-01 00:00:00.000000"})


@pytest.mark.usefixtures("spoiled")
@pytest.mark.parametrize(
    "line", ["", "week", "stats", "calendar", "status", "nudges", "plan", "time-off", "export", "log x"]
)
def test_settings_that_cannot_be_used_stand_in_no_way(habit: Habit, line: str) -> None:
    """The defaults hold."""
    found = habit(*line.split())
    assert (found.exit_code, found.stderr) == (0, "")
    shown = json.loads(habit("config", "--json").stdout)
    assert (shown["quiet"], shown["week-start"], shown["follow-up"]) == ("off", "Monday", "1h30m")


@pytest.mark.usefixtures("spoiled")
def test_settings_that_cannot_be_used_are_named_and_mended(
    seen: Probe, habit: Habit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And undo brings back all that can be read."""
    mending = [entry for entry in fix.REMEDIES if data.settings in entry[0]]
    monkeypatch.setattr(fix, "REMEDIES", mending)
    found = data.settings(seen)
    assert found is not None
    assert (found.state, found.mend) == (State.WARNING, "habit doctor --fix")
    assert all(f"{value!r} is not a value of {key}" in found.words for key, value in SPOILED.items())
    mended = habit("doctor", "--fix")
    assert "reset" in mended.stdout.casefold(), mended.stderr
    assert data.settings(seen) == Finding(State.OK, "all can be used")
    habit("undo")
    again = data.settings(seen)
    assert again is not None
    assert found.words.startswith(again.words)
