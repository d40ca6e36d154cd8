"""Killed at any moment: what was confirmed is there, once, and nothing else is broken."""

import random
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import func, select
from support.children import child, lines
from support.wins import log, texts

from habit_tracker.storage.backup import backups, copies
from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home
from habit_tracker.storage.tables import changes

SHORT = 8


def kill_at_random(process: subprocess.Popen[str], dice: random.Random) -> list[str]:
    """Kill it at some moment after its first line; all that it said before."""
    assert process.stdout
    first = process.stdout.readline()
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(dice.uniform(0, 0.04))
    process.kill()
    said = [first.rstrip("\n"), *lines(process)]
    assert process.returncode == -signal.SIGKILL
    return said


def names(database: Database) -> list[str]:
    """The first word of each win."""
    return [text.split()[0] for text in texts(database)]


def rounds_of_killing(database: Database, rounds: int) -> int:
    """Kill as many writers, looking at what is there after each; how many of them were killed inside a change."""
    dice, inside = random.Random(rounds), 0
    confirmed: list[str] = []
    found: list[str] = []
    for number in range(rounds):
        said = kill_at_random(child("writer", database.home.folder, number, 3000, 0), dice)
        confirmed += [line.split()[1] for line in said]
        inside += Path(f"{database.home.database}-journal").exists()
        found = names(database)
        assert len(found) == len(set(found))
        assert set(confirmed) <= set(found)
        assert len(found) <= len(confirmed) + number + 1, "at most the last one of each was not confirmed yet"
        assert copies.look_into(database.home.database).wins == len(found)
    with database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(changes)) == len(found)
    assert log(database) == len(found) + 1
    return inside


def test_killed_while_writing(database: Database) -> None:
    """Whatever was confirmed is there."""
    rounds_of_killing(database, SHORT)


@pytest.mark.slow
def test_killed_two_hundred_times_while_writing(database: Database) -> None:
    """And some of the blows fall inside a change, else nothing is shown."""
    assert rounds_of_killing(database, 200) > 10


def killing_the_first_start(home: Home, rounds: int) -> None:
    """Kill as many writers, each at some moment around the making of its database; the next one just goes on."""
    dice = random.Random(rounds)
    for number in range(rounds):
        folder = home.folder / str(number)
        process = child("writer", folder, "first", 10, 0)
        with suppress(subprocess.TimeoutExpired):
            process.wait(dice.uniform(0.1, 0.8))
        process.kill()
        confirmed = [line.split()[1] for line in lines(process)]
        database = Database(Home(folder, folder))
        assert len(names(database)) - len(confirmed) in {0, 1}
        log(database, "next")
        assert set(confirmed) | {"next"} <= set(names(database))


@pytest.mark.slow
def test_killed_while_the_database_is_made(home: Home) -> None:
    """It is made by whoever comes next."""
    killing_the_first_start(home, 3)


@pytest.mark.slow
def test_killed_fifty_times_while_the_database_is_made(home: Home) -> None:
    """It is made by whoever comes next, wherever the blow fell."""
    killing_the_first_start(home, 50)


def restoring_and_killing(database: Database, rounds: int) -> None:
    """Kill as many processes that restore one copy and then the other; all of one or all of the other is there."""
    one, other = (database.home.folder / name for name in ("one.db", "other.db"))
    states = []
    for copy in (one, other):
        for _ in range(30):
            log(database, f"{copy.name} {'x' * 3000}")
        backups.make(database.home, copy)
        states.append(names(database))
    dice = random.Random(rounds)
    for _ in range(rounds):
        kill_at_random(child("restorer", database.home.folder, one, other), dice)
        assert names(database) in states
        copies.look_into(database.home.database)


@pytest.mark.slow
def test_killed_while_restoring(database: Database) -> None:
    """All or nothing."""
    restoring_and_killing(database, 2)


@pytest.mark.slow
def test_killed_fifty_times_while_restoring(database: Database) -> None:
    """All or nothing, wherever the blow falls."""
    restoring_and_killing(database, 50)
