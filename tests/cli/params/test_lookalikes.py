"""What a win's words have as text although it may have been meant otherwise, and the command that mends it."""

import json
import shlex
from datetime import date

import pytest
from conftest import Habit
from hypothesis import given
from hypothesis import strategies as st

from habit_tracker.cli.params.lookalikes import lookalikes
from habit_tracker.cli.render.lookalikes import lookalike_words

TODAY = date(2026, 11, 23)
COMMANDS = ("log", "undo", "delete", "streak", "start", "snooze", "edit", "plan", "help")

SAID = {
    "yesterday finished it": "habit edit 12 --on yesterday",
    "finished it yesterday": "habit edit 12 --on yesterday",
    "finished it yesterday.": "habit edit 12 --on yesterday",
    "Yesterday: finished it": "habit edit 12 --on yesterday",
    "gave the talk on friday": "habit edit 12 --on friday",
    "last friday I gave the talk": "habit edit 12 --on 'last friday'",
    "3 days ago I wrote it": "habit edit 12 --on '3 days ago'",
    "wrote it the day before yesterday": "habit edit 12 --on 'the day before yesterday'",
    "20.11. wrote it": "habit edit 12 --on 20.11.",
    "nov 20 wrote it": "habit edit 12 --on 'nov 20'",
    "2026-11-20 wrote it": "habit edit 12 --on 2026-11-20",
    "yesterday": "habit undo, and then habit log --on yesterday",
    "—on yesterday x": "habit edit 12 --on yesterday x",
    "–on yesterday x y": "habit edit 12 --on yesterday 'x y'",
    "x —on yesterday": "habit edit 12 --on yesterday x",
    "—on 3 days ago x": "habit edit 12 --on '3 days ago' x",
    "—on=yesterday x": "habit edit 12 --on yesterday x",
    "–c 4 x": "habit edit 12 -c 4 x",
    "−c 4 x": "habit edit 12 -c 4 x",
    "–c4 x": "habit edit 12 -c 4 x",
    "x —confidence 4": "habit edit 12 -c 4 x",
    "—confidence=4 x": "habit edit 12 -c 4 x",
    "—on yesterday —c 4 it's done": """habit edit 12 --on yesterday -c 4 'it'"'"'s done'""",
    "--on yesterday x": "habit edit 12 --on yesterday x",
    "—on yesterday -x": "habit edit 12 --on yesterday -- -x",
    "5/5 talk": "habit edit 12 -c 5 talk",
    "talk 4/5": "habit edit 12 -c 4 talk",
    "—on yestreday x": "habit edit 12",
    "Worked —on the roadmap": "habit edit 12",
    "—edit x": "habit edit 12",
    "—c 4": "habit undo",
    "undo": "habit undo, and then habit undo",
    "Undo": "habit undo, and then habit undo",
    "delete 12": "habit undo, and then habit delete 12",
    "snooze 30m": "habit undo, and then habit snooze 30m",
    f"—on yesterday {'x ' * 99}": "habit edit 12 --on yesterday",
}
"""Each with the command that mends it, when the win is number 12."""
SILENT = [
    "", "x", "finished it", "-x", "-5 kg", "finished it today", "today finished it", "monday meeting",
    "done on 23 nov", "prepared for tomorrow", "prepared for next week", "sat down with my boss",
    "the sun came out", "24/7 support", "3/4 done", "9/11", "2.1 released", "released 2.10", "my 5th talk",
    "5th talk", "start the meeting well", "plan for the team", "undo the damage", "finished it — on time",
    "finished it - on time", "--on the roadmap", "-c is an option", "may day", "6/5 of it", "a week", "on",
    "in the end", "x" * 10_000, "🎉", "\0", "\ud800",
]  # fmt: skip


def said(text: str, day: date = TODAY) -> str | None:
    """What is said of win 12 with these words."""
    return lookalike_words(lookalikes(text.split(), COMMANDS), 12, day, TODAY)


@pytest.mark.parametrize(("text", "command"), SAID.items())
def test_it_is_said_with_the_command_that_mends_it(text: str, command: str) -> None:
    """In one sentence that quotes what was taken as text."""
    sentence = said(text)
    assert sentence
    assert sentence.rpartition(": ")[2] == command
    assert len(sentence) <= 160
    assert sentence.isprintable()
    assert sentence.split("'")[1].split("…")[0] in " ".join(text.split())


@pytest.mark.parametrize("text", SILENT)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert said(text) is None


def test_a_day_is_only_said_where_it_is_another_than_the_wins() -> None:
    assert said("yesterday finished it", date(2026, 11, 22)) is None
    assert said("finished it today", date(2026, 11, 22))


@pytest.mark.parametrize("text", [text for text, command in SAID.items() if command.startswith("habit edit 12 -")])
def test_the_command_does_mend_it(habit: Habit, text: str) -> None:
    """It moves the win or gives it its confidence, and it leaves the right words."""
    for _ in range(12):
        habit("log", "--", "x")
    habit("edit", "12", "--", text)
    findings = lookalikes(text, COMMANDS)
    sentence = lookalike_words(findings, 12, TODAY, TODAY)
    assert sentence
    mended = habit(*shlex.split(sentence.rpartition(": habit ")[2]))
    assert mended.exit_code == 0, mended.stderr
    win = next(win for win in json.loads(habit("wins", "--json").stdout) if win["id"] == 12)
    assert (win["day"] != str(TODAY)) == any("--on" in finding.args for finding in findings)
    assert (win["confidence"] is not None) == any("-c" in finding.args for finding in findings)
    assert win["text"] in {findings[-1].rest, " ".join(text.split())}


@given(
    st.one_of(st.text(), st.lists(st.sampled_from([*" ".join(SAID).split(), "\n", "'"]), max_size=8).map(" ".join))
)
def test_any_words_give_a_sentence_or_none(text: str) -> None:
    sentence = said(text)
    assert sentence is None or (len(sentence) <= 160 and sentence.isprintable() and "habit" in sentence)
