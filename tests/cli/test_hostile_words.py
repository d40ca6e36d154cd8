"""Whatever stands in an argument, an option, a path or the environment: a few clean lines, nothing raised."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from conftest import Habit
from support.program import habit as program

from habit_tracker.cli import SECTIONS, main
from habit_tracker.cli.settings import SETTINGS

pytestmark = pytest.mark.slow

STEERING, DIGITS, LONG = "~\x1b[31m\u202e\u2066\x9b2Jcaf\udce9\x07", "1234567890123456789012", "x" * 1_000_000
HOSTILE = [
    STEERING, DIGITS, LONG, "", " ", "~nobody-of-that-name/x", "~\0", "a\nb\rc", "x y " * 250_000, "/" * 5000,
    f"-{DIGITS}", "9" * 5000, f"/nowhere/{STEERING}", f"{STEERING}.json", "\u2028\u2029\u200f\ufeff", "caf\udce9",
]  # fmt: skip
UNFIT = re.compile(r"[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|Traceback|went wrong")
FOR_REAL = {"daemon", "start", "stop", "uninstall", "ask", "doctor"}
"""What reaches out of the program: it is run only with words that it refuses."""
COMMANDS = [name for commands in SECTIONS.values() for name in commands]


def fit(code: int, stdout: str, stderr: str) -> None:
    """It ended as a program ends, and what it shows can be shown."""
    assert code in {0, 1, 2}
    assert not UNFIT.search(stdout), ascii(UNFIT.search(stdout))
    assert not UNFIT.search(stderr), ascii(stderr[:300])
    assert stderr.count("\n") <= 4
    assert len(stderr) <= 1200


def lines(name: str, value: str) -> Iterator[list[str]]:
    """The value in every place that the command has for one."""
    command = main.get_command(click.Context(main), name)
    assert command
    if name in FOR_REAL and not value.strip():  # `habit start --` starts it
        return
    yield [name, f"--{value}"]
    if name not in FOR_REAL or name == "daemon":
        yield [name, value]
        yield [name, value, value]
    for param in command.params:
        if isinstance(param, click.Option):
            yield [name, f"{param.opts[-1]}={value}"]
            if name not in FOR_REAL:
                yield [name, param.opts[-1], value]


@pytest.fixture
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own: some words are good names for a file. The editor stores nothing."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EDITOR", "false")


@pytest.mark.usefixtures("somewhere")
@pytest.mark.parametrize("name", COMMANDS)
def test_every_place_of_every_command(habit: Habit, name: str) -> None:
    """Also one that is added tomorrow."""
    habit("log", "x")
    for value in (STEERING, LONG, DIGITS):
        for words in lines(name, value):
            found = habit(*words)
            fit(found.exit_code, found.stdout, found.stderr)


@pytest.mark.slow
@pytest.mark.usefixtures("somewhere")
@pytest.mark.parametrize("name", COMMANDS)
def test_every_place_of_every_command_at_length(habit: Habit, name: str) -> None:
    """With all that has broken programs."""
    habit("log", "x")
    for value in HOSTILE:
        for words in lines(name, value):
            found = habit(*words)
            fit(found.exit_code, found.stdout, found.stderr)


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_every_setting_and_what_is_no_command(habit: Habit, value: str) -> None:
    for words in [[value], [value, value], *(["config", one.name, value] for one in SETTINGS)]:
        found = habit(*words)
        fit(found.exit_code, found.stdout, found.stderr)


@pytest.mark.parametrize("value", [STEERING.replace("\0", ""), DIGITS, LONG[:100_000], "~nobody/x", " ", "a\nb"])
@pytest.mark.parametrize(
    "name",
    ["HABIT_TRACKER_HOME", "EDITOR", "VISUAL", "TZ", "NO_COLOR", "COLUMNS", "LANG", "TERM", "HOME",
     "HABIT_TRACKER_THEME", "HABIT_TRACKER_CHANNEL", "XDG_DATA_HOME"],
)  # fmt: skip
def test_every_variable(
    habit: Habit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str
) -> None:
    """Read by commands that look, write and open the editor."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EDITOR", "false")
    monkeypatch.setenv(name, value)
    for words in (["log", "x"], ["wins"], ["status"], ["log", "--edit"], ["backup", "--list"]):
        found = habit(*words)
        fit(found.exit_code, found.stdout, found.stderr)


@pytest.mark.parametrize("name", ["TZ", "HABIT_TRACKER_HOME", "LANG"])
def test_the_real_program_reads_it(name: str, tmp_path: Path) -> None:
    """From its own environment, with the clock that it has."""
    env = {"HABIT_TRACKER_HOME": str(tmp_path / "home")} | {name: f"{tmp_path}/{STEERING}"}
    found = program("log", "x", env=env)
    fit(found.returncode, found.stdout, found.stderr)


def test_names_of_files_are_shown_without_what_steers(habit: Habit, tmp_path: Path) -> None:
    """Of copies, exports and imports, also on standard output."""
    habit("log", "x")
    folder = tmp_path / STEERING.replace("/", "")
    folder.mkdir()
    copy, export = folder / f"{STEERING[:9]}.db", folder / "\x1b[31mcaf\udce9.json"
    for words in [
        ["backup", str(copy)],
        ["restore", str(copy), "--yes"],
        ["history"],
        ["export", str(export)],
        ["import", str(export), "--yes"],
        ["import", str(export), "--dry-run"],
        ["history"],
        ["undo", "2", "--yes"],
        ["export", str(export)],
        ["backup", str(export)],
    ]:
        found = habit(*words)
        fit(found.exit_code, found.stdout, found.stderr)
