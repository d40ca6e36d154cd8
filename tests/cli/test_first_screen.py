"""`habit --help` is one screen, whatever comes; the rest is where it says."""

import subprocess
import sys

import pytest
from click.testing import CliRunner
from conftest import Habit
from wcwidth import wcswidth

from habit_tracker.cli import SECTIONS
from habit_tracker.cli.group import CommandGroup
from habit_tracker.cli.help_pages import topic

COMMANDS = [name for commands in SECTIONS.values() for name in commands]


def lines(*words: str, columns: int = 80, sections: dict[str, dict[str, str]] = SECTIONS) -> list[str]:
    """What a group with these sections prints."""
    from habit_tracker.cli import main

    group = CommandGroup(
        "habit", sections=sections, **{"help": main.help, "context_settings": main.context_settings}
    )
    found = CliRunner().invoke(group, words, env={"COLUMNS": str(columns)}, prog_name="habit")
    return found.stdout.splitlines()


def test_it_fits_one_screen() -> None:
    """Of 24 lines, with one for the prompt, and 80 columns."""
    assert len(lines("--help")) <= 23
    assert max(map(wcswidth, lines("--help"))) <= 80


def test_it_still_fits_when_more_commands_have_come() -> None:
    """In any section, in a new one too."""
    more = {f"command-{number}": "Does this and that, and then something else." for number in range(12)}
    for heading in [*SECTIONS, "When in doubt"]:
        grown = {**SECTIONS, heading: {**SECTIONS.get(heading, {}), **more}}
        assert len(lines("--help", sections=grown)) <= 24, heading


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize(
    "words", [["--help"], ["help", "--all"], ["help", "reminder"], ["log", "--help"], ["help", "week"]]
)
def test_no_prose_is_wider_than_the_terminal(habit: Habit, words: list[str], columns: int) -> None:
    """Examples stay in one piece, so that they can be copied."""
    found = habit(*words, env={"COLUMNS": str(columns)}).stdout.splitlines()
    assert (
        max(wcswidth(line) for line in found if not line.startswith("    habit") and "| habit" not in line)
        <= columns
    )


def test_it_names_the_three_moments_and_the_topics(habit: Habit) -> None:
    """Being asked, logging, looking back."""
    page = habit("--help").stdout
    assert [line for line in page.splitlines() if line.endswith(":")] == [
        "Being asked:",
        "Logging:",
        "Looking back:",
    ]
    for name in ("start", "snooze", "log", "undo", "streak", "week"):
        assert f"\n  {name} " in page
    assert all(topic(heading) in page for heading in SECTIONS)
    assert "habit help --all" in page


def test_every_command_is_under_a_topic_and_in_the_list_of_all(habit: Habit) -> None:
    every = habit("help", "--all").stdout
    for heading, commands in SECTIONS.items():
        page = habit("help", topic(heading)).stdout
        assert page == habit("help", heading).stdout
        for name, about in commands.items():
            assert f"\n  {name} " in page
            assert about in page
            assert about in every


def test_topics_are_words_of_their_own() -> None:
    """Each leads to one page, and none hides the help on a command."""
    topics = [topic(heading) for heading in SECTIONS]
    assert len(set(topics)) == len(topics)
    assert not set(topics) & set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_on_a_command_is_what_it_says_itself(habit: Habit, name: str) -> None:
    usual = habit(name, "--help").stdout
    assert habit("help", name).stdout == habit(name, "-h").stdout == usual
    assert usual.startswith(f"Usage: habit {name}")


def test_help_knows_the_other_words_too(habit: Habit) -> None:
    """And words apart, and capitals."""
    assert habit("help", "ls").stdout == habit("help", "wins").stdout
    assert habit("help", "time", "off").stdout == habit("help", "time-off").stdout
    assert habit("help", "Log").stdout == habit("help", "log").stdout
    assert habit("help").stdout == habit("--help").stdout == habit("-h").stdout


@pytest.mark.parametrize(
    "words", [["--help"], ["-h"], ["help"], ["help", "--all"], ["help", "data"], ["help", "qwertz"]]
)
def test_it_loads_no_command(words: list[str]) -> None:
    """What it lists stands in one table."""
    script = (
        "import sys\nfrom habit_tracker.cli import main\n"
        f"try: main({words!r}, prog_name='habit')\n"
        "finally: print('LOADED', *sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    loaded = run.stdout.rpartition("LOADED")[2].split()
    commands = {name for name in loaded if name.startswith("habit_tracker.cli.commands.")}
    assert "click" in loaded
    assert commands <= ({"habit_tracker.cli.commands.help"} if words[0] == "help" else set())
