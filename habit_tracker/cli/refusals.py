"""What the parser refuses, in one plain sentence that says what would have been right."""

import re
from inspect import cleandoc
from typing import NamedTuple

import click

from habit_tracker.cli.bad_values import bad_value
from habit_tracker.cli.params.free_text import TextCommand
from habit_tracker.cli.params.text import either
from habit_tracker.cli.spelling import closest
from habit_tracker.cli.synonyms import RUN, SAY
from habit_tracker.domain.quoting import quoted

LONG = 80
"""Characters from which on a command line is no example any more."""
_EXTRA = "Got unexpected extra argument"
"""How click begins to say that there are words too many; it has no class for that."""


class Asked(NamedTuple):
    """What was typed: for which *command*, with which *words* after `habit`, where there are which *commands*."""

    command: click.Command
    words: list[str]
    commands: list[str]


def refusal(error: click.UsageError, asked: Asked) -> str:
    """What to say instead of *error*."""
    match error:
        case click.NoSuchCommand():
            said = _no_such_command(error.command_name, asked)
        case click.NoSuchOption():
            said = _no_such_option(error.option_name, asked)
        case click.BadOptionUsage():
            said = _bad_use(error.option_name, asked.command)
        case click.MissingParameter():
            said = _missing(error.param, asked.command)
        case click.BadParameter():
            said = bad_value(error, asked.command, asked.words)
        case click.UsageError(message=message) if message.startswith(_EXTRA):
            said = _too_many(message.partition("(")[2][:-1], asked.command)
        case _:
            said = error.message
    return said


def _no_such_command(name: str, asked: Asked) -> str:
    said = f"No such command {quoted(name)}."
    if meant := _meant(name, asked.commands):
        return f"{said} Did you mean {either(meant)}?"
    if " " in name or len(asked.words) > 1:
        return f"{said} To log a win: {_line(['log', *asked.words], otherwise='What you did')}"
    return f"{said} `habit help --all` lists those there are."


def _meant(name: str, commands: list[str]) -> list[str]:
    """The commands that a word may have meant, as one writes them."""
    word = name.lower()
    guesses = [word] if word in {*SAY, *commands} else closest(word, [*commands, *RUN, *SAY])
    found = [meant for guess in guesses for meant in SAY.get(guess, (RUN.get(guess, guess),))]
    return [f"habit {meant}".rstrip() for meant in dict.fromkeys(found)]


def _line(words: list[str], otherwise: str) -> str:
    """`habit WORDS` as a shell takes it; the first and *otherwise* where that is long or cannot be shown."""
    from shlex import join

    line = join(["habit", *words])
    return line if len(line) <= LONG and line.isprintable() else join(["habit", words[0], otherwise])


def _no_such_option(name: str, asked: Asked) -> str:
    said, bare, command = f"No such option {quoted(name)}.", name.lstrip("-"), asked.command
    meant = _mistaken(bare, command)
    if isinstance(command, click.Group) and not meant:
        meant = _meant(bare, asked.commands)
    if meant:
        return f"{said} Did you mean {either(meant)}?"
    if isinstance(command, TextCommand):
        whole = _line([asked.words[0], "--", *asked.words[1:]], otherwise="-- What you did")
        return f"{said} A text that begins with a dash goes after --: {whole}"
    return f"{said} `{_help_of(command)}` lists those there are."


def _mistaken(word: str, command: click.Command) -> list[str]:
    """The options that a word may have meant."""
    options = {option.lstrip("-"): option for option in _options(command) if option.startswith("--")}
    return [options[guess] for guess in closest(word.lower(), options)]


def _options(command: click.Command) -> list[str]:
    options = [param for param in command.params if isinstance(param, click.Option) and not param.hidden]
    return [name for option in options for name in option.opts] + ["--help"]


def _help_of(command: click.Command) -> str:
    return "habit --help" if isinstance(command, click.Group) else f"habit {command.name} --help"


def _bad_use(name: str, command: click.Command) -> str:
    """A value is missing, or one was given where none belongs."""
    takes_none = any(name in param.opts and getattr(param, "is_flag", False) for param in command.params)
    if takes_none or name in {"--help", "-h"}:
        return f"{name} takes no value: write {name} alone."
    names = next((param.opts for param in command.params if name in param.opts), [name])
    line = next((one for one in examples(command) if set(names) & set(one.split())), _help_of(command))
    return f"{name} needs a value after it, as in: {line}"


def _missing(param: click.Parameter | None, command: click.Command) -> str:
    what = getattr(param, "metavar", None) or str(param and param.name).upper()
    line = next((one for one in examples(command) if one != f"habit {command.name}"), _help_of(command))
    return f"`habit {command.name}` needs {what}, as in: {line}"


def _too_many(extra: str, command: click.Command) -> str:
    said = f"{quoted(extra)} is too much for `habit {command.name}`."
    if meant := _mistaken(extra, command):
        return f"{said} Did you mean {either(meant)}?"
    return f"{said} `{_help_of(command)}` shows what it takes."


def examples(command: click.Command) -> list[str]:
    """The examples of its help, without what stands beside them."""
    lines = cleandoc(command.help or "").splitlines()
    return [re.split(r"\s{2,}", line.strip())[0] for line in lines if line.startswith(f"  habit {command.name}")]
