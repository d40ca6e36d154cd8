"""The manual says what the commands say, in a form that every reader of manual pages takes."""

import inspect
import shutil
import subprocess
from pathlib import Path

import click
import pytest
from support.need import need

from habit_tracker.cli import SECTIONS, main
from habit_tracker.cli.manual import roff
from habit_tracker.cli.manual.pages import pages

COMMANDS = [name for commands in SECTIONS.values() for name in commands]
PAGES = pages(main)
STEERING = [
    ".TH OWNED 1", "'br", ".", "..", "'", "\\fBbold\\fR", "\\", "\\\\n", "\\&.", "a\\", "-o --option=-1",
    "it's `quoted` ^here ~/there", '"quoted" ""', "100% $HOME #x", "é ❤ 日本 e\u0301", ".\\\" no comment", "a.",
]  # fmt: skip


def shown(page: str, width: int = 80) -> str:
    """What a reader of the *page* sees, without bold and underlined letters."""
    need(shutil.which("mandoc") is not None, "mandoc")
    said = subprocess.run(
        ["mandoc", "-Tutf8", f"-Owidth={width}"], input=page.encode(), capture_output=True, check=True
    )
    overstruck = said.stdout.decode()
    while "\b" in overstruck:
        place = overstruck.index("\b")
        overstruck = overstruck[: place - 1] + overstruck[place + 1 :]
    return overstruck


def test_there_is_a_page_for_every_command() -> None:
    assert set(PAGES) == {"habit.1", *(f"habit-{name}.1" for name in COMMANDS)}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_linter_has_nothing_to_say(name: str, tmp_path: Path) -> None:
    need(shutil.which("mandoc") is not None, "mandoc")
    (tmp_path / name).write_text(PAGES[name])
    said = subprocess.run(["mandoc", "-Tlint", tmp_path / name], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout + said.stderr) == (0, "")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_page_has_what_the_help_of_its_command_has(name: str) -> None:
    """Each word of the description, each option with what it does, each example on a line of its own."""
    with click.Context(main, info_name="habit", **main.context_settings) as root:
        command = main.get_command(root, name)
        assert command is not None
        context = click.Context(command, parent=root, info_name=name)
        page = shown(PAGES[f"habit-{name}.1"])
        words = page.split()
        described, _, examples = inspect.cleandoc(command.help or "").partition("\b\nExamples:\n")
        assert " ".join(described.split()).replace("`", "") in " ".join(words)
        for example in examples.splitlines():
            assert example.strip() in map(str.strip, page.splitlines())
        for option in command.get_params(context):
            record = option.get_help_record(context) if isinstance(option, click.Option) else None
            for said in record or ():
                assert " ".join(said.split()).replace("`", "") in " ".join(words)


def test_the_overview_names_every_command() -> None:
    page = " ".join(shown(PAGES["habit.1"]).split())
    for name, about in (pair for commands in SECTIONS.values() for pair in commands.items()):
        assert f"habit {name} {about}" in page
        assert f"habit-{name}(1)" in page


def test_text_stays_text() -> None:
    """Whatever it begins with or holds, as an example, in running text and as a name."""
    examples = [".TH X 1 2026-11-25", *roff.preformatted(STEERING)]
    assert [*map(str.strip, shown("\n".join([*examples, ""]), 200).splitlines())][2:-2] == STEERING
    for text in STEERING:
        for lines in (roff.prose(text.replace("`", "")), roff.tagged(roff.bold(text), "x")):
            page = "\n".join([".TH X 1 2026-11-25", '.SH "A"', *lines, ""])
            assert text.replace("`", "") in shown(page, 200).replace("`", "")


@pytest.mark.parametrize("width", [40, 80])
def test_a_page_fits_its_terminal(width: int) -> None:
    """But for examples and paths, which stay in one piece."""
    for name, page in PAGES.items():
        text = shown(page, width)
        whole = [line for line in text.splitlines() if len(line) > width]
        assert all("habit" in line or "  |" in line for line in whole), name


def test_man_finds_the_pages_by_their_names(tmp_path: Path) -> None:
    """And apropos reads what each is for."""
    need(shutil.which("man") is not None and shutil.which("lexgrog") is not None, "man-db")
    folder = tmp_path / "man1"
    folder.mkdir()
    for name, page in PAGES.items():
        (folder / name).write_text(page)
    for name in ("habit", "habit-time-off", "habit-import"):
        found = subprocess.run(["man", "-M", tmp_path, "-w", name], capture_output=True, text=True, check=True)
        assert found.stdout.strip() == str(folder / f"{name}.1")
    said = subprocess.run(["lexgrog", folder / "habit-log.1"], capture_output=True, text=True, check=True).stdout
    assert '"habit-log - log a win: one thing that made you feel accomplished"' in said
