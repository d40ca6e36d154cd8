"""habit config question."""

from pathlib import Path

import pytest
from support.terminal import typed
from support.views import Person

USUAL = "What is one thing that made you feel accomplished?"
OWN = "What went well today?"


def asked(person: Person) -> str:
    return person.says("config", "question").strip()


@pytest.mark.parametrize("words", [(OWN,), tuple(OWN.split()), (f"  {OWN}\n",)])
def test_it_is_said_back(tmp_path: Path, words: tuple[str, ...]) -> None:
    person = Person(tmp_path)
    assert OWN in person.says("config", "question", *words)
    assert asked(person) == OWN


@pytest.mark.parametrize("off", ["off", "Off", "", " "])
def test_off_or_nothing_brings_the_usual_one_back(tmp_path: Path, off: str) -> None:
    person = Person(tmp_path)
    person.says("config", "question", OWN)
    assert USUAL in " ".join(person.says("config", "question", off).split())
    assert asked(person) == USUAL


@pytest.mark.parametrize("bad", ["x" * 121, "a\N{RIGHT-TO-LEFT OVERRIDE}b", "a\x1b[31mb", "???"])
def test_what_cannot_be_a_question_changes_nothing(tmp_path: Path, bad: str) -> None:
    person = Person(tmp_path)
    person.says("config", "question", OWN)
    refused = person.run("config", "question", bad)
    assert (refused.exit_code, "question" in refused.stderr) == (2, True)
    assert asked(person) == OWN


def test_it_can_be_taken_back_and_the_history_does_not_tell_it(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.says("config", "question", OWN)
    assert "set question to words of your own" in person.says("history")
    person.says("undo")
    assert asked(person) == USUAL
    person.says("redo")
    assert asked(person) == OWN


def test_it_travels(tmp_path: Path) -> None:
    one, other = Person(tmp_path / "one"), Person(tmp_path / "other")
    one.says("config", "question", OWN)
    one.says("export", str(tmp_path / "all.json"))
    other.says("import", str(tmp_path / "all.json"))
    assert asked(other) == OWN


@pytest.mark.slow
@pytest.mark.parametrize("command", ["ask", "log"])
def test_the_terminal_asks_it(command: str) -> None:
    typed("config", "question", OWN, text="")
    _, shown = typed(command, text="Held the talk\n")
    assert OWN in shown
    assert USUAL not in shown


def test_it_fits_a_narrow_terminal(tmp_path: Path) -> None:
    person = Person(tmp_path, columns=40)
    person.says("config", "question", "word " * 20)
    assert max(map(len, person.says("config").splitlines())) <= 40
