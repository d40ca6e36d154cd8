"""What the parser refuses: one plain sentence that says what would have been right, and exit status 2."""

import json
import re

import click
import pytest
from conftest import Habit

from habit_tracker.cli import SECTIONS, main
from habit_tracker.cli.synonyms import RUN, SAY

COMMANDS = [name for commands in SECTIONS.values() for name in commands]
CLICKS_WORDS = re.compile(
    r"Usage:|Try '|Invalid value|Missing (argument|option|param)|unexpected extra|<=x|RANGE|INTEGER"
)
LONG, STEERING = "x" * 200, "\x1b[31m\u202e\0\x9b🎉"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["strek"], "No such command 'strek'. Did you mean habit streak?"),
        (["stat"], "No such command 'stat'. Did you mean habit stats or habit status?"),
        (["lits"], "No such command 'lits'. Did you mean habit wins?"),
        (["win", "x"], "No such command 'win'. Did you mean habit log or habit wins?"),
        (["done", "my thing"], "No such command 'done'. Did you mean habit log?"),
        (["reminder"], "No such command 'reminder'. Did you mean habit status, habit plan or habit start?"),
        (["qwertz"], "No such command 'qwertz'. `habit help --all` lists those there are."),
        (["Finished the report"], "To log a win: habit log 'Finished the report'"),
        (["Finished", "the", "report"], "To log a win: habit log Finished the report"),
        (["--log", "x"], "No such option '--log'. Did you mean habit log?"),
        (["-v"], "No such option '-v'. Did you mean --version?"),
        (["--help=x"], "--help takes no value: write --help alone."),
        (["streak", "--al"], "No such option '--al'. Did you mean --all?"),
        (["streak", "-a"], "No such option '-a'. Did you mean --all or --as-of?"),
        (["streak", "--jsno"], "No such option '--jsno'. Did you mean --json?"),
        (["streak", "--xyz"], "No such option '--xyz'. `habit streak --help` lists those there are."),
        (["streak", "--json=1"], "--json takes no value: write --json alone."),
        (["streak", "all"], "'all' is too much for `habit streak`. Did you mean --all?"),
        (["streak", "x", "y"], "'x y' is too much for `habit streak`. `habit streak --help` shows what it takes."),
        (
            ["log", "x", "--on"],
            '--on needs a value after it, as in: habit log --on yesterday "Called the client back"',
        ),
        (["log", "-c"], "-c needs a value after it, as in: habit log -c 4 Finished the report"),
        (["log", "-x", "foo"], "A text that begins with a dash goes after --: habit log -- -x foo"),
        (["log", "-on", "yesterday", "x"], "No such option '-o'. Did you mean --on?"),
        (["log", "--on", "-1", "x"], "'-1' is not a day. Write today"),
        (["log", "--on", "tommorow", "x"], "'tommorow' is not a day. Did you mean tomorrow?"),
        (["log", "--on", "3", "days", "ago", "x"], "Put a day of several words in quotes: --on '3 days ago'"),
        (["log", "--on", "last", "friday"], "Put a day of several words in quotes: --on 'last friday'"),
        (["wins", "--from", "nov", "20"], "Put a day of several words in quotes: --from 'nov 20'"),
        (
            ["log", "Worked", "--on", "the", "roadmap"],
            "put the win in quotes: habit log 'Worked --on the roadmap'",
        ),
        (
            ["edit", "7", "Worked", "--on", "the", "road"],
            "put the win in quotes: habit edit 7 'Worked --on the road'",
        ),
        (["edit", "7", "--on", "the", "road"], "'the' is not a day. Write today"),
        (["log", "Fixed", "-c", "bug", "today"], "put the win in quotes: habit log 'Fixed -c bug today'"),
        (["edit"], '`habit edit` needs ID, as in: habit edit 12 "Shared my idea, and they took it up"'),
        (["delete"], "`habit delete` needs ID, as in: habit delete 12"),
        (["delete", "-1"], "No such option '-1'."),
        (["import"], "`habit import` needs FILE, as in: habit import wins.json"),
        (["restore"], "`habit restore` needs FILE|latest, as in: habit restore latest"),
        (["completion"], "`habit completion` needs SHELL, as in: habit completion bash >> ~/.bashrc"),
        (["completion", "fsh"], "SHELL is bash, zsh or fish, not 'fsh'. Did you mean fish?"),
        (["export", "--format", "xml"], "--format is json, csv or markdown, not 'xml'."),
        (["week", "-n", "0"], "-n takes a whole number from 1 to 530, not '0'."),
        (["week", "-n", "many"], "-n takes a whole number from 1 to 530, not 'many'."),
        (["history", "-n", "-3"], "-n takes a whole number from 1 on, not '-3'."),
        (["help", "strek"], "No help on 'strek'. Did you mean habit help streak?"),
        (["help", "vacation"], "No help on 'vacation'. Did you mean habit help time-off?"),
        (["help", "qwertz"], "Topics are asked, logging, back, reminder, days, data, shell; every command"),
    ],
)
def test_it_says_what_would_have_been_right(habit: Habit, words: list[str], said: str) -> None:
    found = habit(*words)
    assert said in found.stderr
    refused(found.exit_code, found.stdout, found.stderr)


def refused(code: int, stdout: str, stderr: str) -> None:
    """One sentence that can be read, nothing that steers the terminal, none of the parser's own words."""
    assert (code, stdout) == (2, "")
    assert stderr.startswith("Error: ")
    assert stderr.endswith("\n")
    assert stderr.rstrip("\n").isprintable()
    assert len(stderr) <= 160
    assert not CLICKS_WORDS.search(stderr)


@pytest.mark.parametrize("odd", [LONG, STEERING, f"{STEERING} {LONG}", "--", "-", "'", "\ud800"])
@pytest.mark.parametrize(
    "words",
    [
        ["{}", "x"],
        ["help", "{}"],
        ["--{}"],
        ["-{}"],
        ["streak", "--{}"],
        ["streak", "{}", "{}"],
        ["log", "--on", "{}", "x"],
        ["log", "a", "--on", "{}", "b"],
        ["log", "-c", "{}", "x"],
        ["log", "x", "--{}"],
        ["edit", "{}", "x"],
        ["delete", "{}"],
        ["week", "-n", "{}"],
        ["export", "--format", "{}"],
        ["completion", "{}"],
        ["config", "day-start", "{}"],
    ],
)
def test_no_word_gets_through_as_it_is(habit: Habit, words: list[str], odd: str) -> None:
    """What was typed is quoted to its first characters; whatever it is, there is no traceback."""
    found = habit(*(word.format(odd) for word in words))
    assert "Something went wrong" not in found.stderr
    if found.exit_code == 2:
        refused(found.exit_code, found.stdout, found.stderr)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_refuses_plainly(habit: Habit, name: str) -> None:
    """An option that it does not have, one without its value, one with a value too many."""
    command = main.get_command(click.Context(main), name)
    assert command
    options = [param for param in command.params if isinstance(param, click.Option) and not param.hidden]
    for option in options:
        long = option.opts[-1]
        found = habit(name, f"{long}=x") if option.is_flag else habit(name, long)
        refused(found.exit_code, found.stdout, found.stderr)
        assert long in found.stderr
    found = habit(name, "--no-such-option")
    refused(found.exit_code, found.stdout, found.stderr)


def test_nothing_is_logged_where_a_flag_is_refused(habit: Habit) -> None:
    """The shell still has the words."""
    for words in (["Worked", "--on", "the", "roadmap"], ["x", "--confidance", "4"], ["-x"]):
        assert habit("log", *words).exit_code == 2
    assert json.loads(habit("wins", "--json").stdout) == []


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["add", "Shared my idea"], "`habit add` is `habit log`."),
        (["ls"], "`habit ls` is `habit wins`."),
        (["list", "--json"], "`habit list` is `habit wins`."),
        (["show"], "`habit show` is `habit wins`."),
        (["today"], "`habit today` is `habit`."),
        (["version"], "`habit version` is `habit --version`."),
        (["settings"], "`habit settings` is `habit config`."),
        (["cal", "nov", "2025"], "`habit cal` is `habit calendar`."),
    ],
)
def test_a_word_that_leads_to_a_command_says_so_and_does_it(habit: Habit, words: list[str], line: str) -> None:
    """What it prints is what the command prints; the line is not in it."""
    found, usual = habit(*words), habit(*RUN[words[0]].split(), *words[1:])
    assert (found.exit_code, found.stderr) == (0, line + "\n")
    assert found.stdout.partition("(win")[0] == usual.stdout.partition("(win")[0]


def test_rm_deletes_as_delete_does(habit: Habit) -> None:
    """It asks."""
    habit("log", "x")
    assert "Deleting asks first" in habit("rm", "1").stderr
    assert habit("rm", "1", "--yes").stdout.startswith("Deleted win 1, today, Monday 23 November: x\n")


def test_a_telephone_begins_with_a_capital(habit: Habit) -> None:
    """That is no other command."""
    assert habit("Log", "x").stderr == ""
    assert "Streak" not in habit("STREAK").stderr


def test_every_word_leads_to_a_command() -> None:
    """And none hides one."""
    assert {word for target in RUN.values() for word in target.split()[:1]} <= {*COMMANDS, "--version"}
    assert {name for names in SAY.values() for name in names} <= set(COMMANDS)
    assert not {*RUN, *SAY} & set(COMMANDS)
    assert not RUN.keys() & SAY.keys()
