"""Help: every command has it, with an example."""

from inspect import cleandoc

import click
import pytest

from habit_tracker.cli import SECTIONS, main

COMMANDS = {name: short for commands in SECTIONS.values() for name, short in commands.items()}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    """Its first line is what the list of commands says."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.name == name
    text = cleandoc(command.help or "")
    assert text.splitlines()[0] == COMMANDS[name]
    assert "Examples:\n" in text
    assert f"\n  habit {name}" in text


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_help(name: str) -> None:
    """An option that nobody explains is not used."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    for option in command.params:
        if isinstance(option, click.Option) and not option.hidden:
            assert option.help, f"{name} {option.opts}"


def test_the_list_of_commands_fits_80_columns() -> None:
    """One line a command."""
    for name, short in COMMANDS.items():
        assert len(name) + len(short) < 70
