"""The pages, from what the commands say of themselves."""

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

import habit_tracker
from habit_tracker.cli.group import CommandGroup
from habit_tracker.cli.manual import roff, words

NAME = "habit"
PREFORMATTED = "\b\n"
EXAMPLES = "Examples:\n"


def pages(group: CommandGroup) -> dict[str, str]:
    """Every page by the name of its file."""
    root = click.Context(group, info_name=NAME, **group.context_settings)
    made = {f"{NAME}.1": _overview(root, group)}
    for about in group.sections.values():
        for name in about:
            command = group.get_command(root, name)
            if command and not command.hidden:
                context = click.Context(command, parent=root, info_name=name)
                made[f"{NAME}-{name}.1"] = _of_command(context, [other for other in about if other != name])
    return made


def _overview(root: click.Context, group: CommandGroup) -> str:
    lines = [
        *_head(NAME, group.get_short_help_str(limit=200)),
        *_synopsis(root),
        roff.heading("DESCRIPTION"),
        *_paragraphs(words.DESCRIPTION),
        roff.heading("COMMANDS"),
        *_commands(group),
        *_options(root),
        roff.heading("EXAMPLES"),
        *roff.preformatted(words.EXAMPLES),
        *_foot(words.ENVIRONMENT, words.FILES),
        *_see_also(group.list_commands(root), overview=False),
    ]
    return "\n".join([*lines, ""])


def _commands(group: CommandGroup) -> Iterator[str]:
    for title, commands in group.sections.items():
        yield roff.heading(title, "SS")
        for name, about in commands.items():
            yield from roff.tagged(roff.bold(f"{NAME} {name}"), about)


def _of_command(context: click.Context, others: list[str]) -> str:
    command = context.command
    description, examples = _described(command)
    lines = [
        *_head(f"{NAME}-{context.info_name}", command.get_short_help_str(limit=200)),
        *_synopsis(context),
        roff.heading("DESCRIPTION"),
        *description,
        *_options(context),
        *([roff.heading("EXAMPLES"), *examples] if examples else []),
        *_foot(words.HOME, words.DATA),
        *_see_also(others, overview=True),
    ]
    return "\n".join([*lines, ""])


def _head(name: str, short: str) -> Iterator[str]:
    """The title line and the name, in the form that apropos reads."""
    version = f"habit-tracker {habit_tracker.__version__}"
    yield f'.TH "{roff.escaped(name.upper())}" 1 {_installed_on()} "{roff.escaped(version)}" "User Commands"'
    yield from [".nh", ".ad l"]  # in a narrow terminal a word is easier to read whole, and gaps make rivers
    short = short.removesuffix(".").replace("`", "")
    yield from [roff.heading("NAME"), rf"{roff.escaped(name)} \- {roff.escaped(short[:1].lower() + short[1:])}"]


def _installed_on() -> str:
    """The date of the page, which stays as long as the program does."""
    written = Path(habit_tracker.__file__).stat().st_mtime
    return f"{datetime.fromtimestamp(written, UTC):%Y-%m-%d}"


def _synopsis(context: click.Context) -> list[str]:
    usage = " ".join(filter(None, context.command.collect_usage_pieces(context)))
    return [roff.heading("SYNOPSIS"), f"{roff.bold(context.command_path)} {_spelled(usage)}"]


def _described(command: click.Command) -> tuple[list[str], list[str]]:
    """The description and the examples, apart."""
    description: list[str] = []
    examples: list[str] = []
    for paragraph in inspect.cleandoc(command.help or "").partition("\f")[0].split("\n\n"):
        text = paragraph.removeprefix(PREFORMATTED)
        if text.startswith(EXAMPLES):
            examples += roff.preformatted(map(str.strip, text.removeprefix(EXAMPLES).splitlines()))
        else:
            shown = roff.preformatted(text.splitlines()) if text != paragraph else roff.prose(text)
            description += [".PP"] * bool(description) + [*shown]
    return description, examples


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        yield from [".PP"] * bool(number)
        yield from roff.prose(text)


def _options(context: click.Context) -> Iterator[str]:
    options = [param for param in context.command.get_params(context) if isinstance(param, click.Option)]
    yield roff.heading("OPTIONS")
    for names, about in filter(None, (option.get_help_record(context) for option in options)):
        yield from roff.tagged(_spelled(names), about)


def _spelled(usage: str) -> str:
    """Options as they are to be typed, and the names of what else is to be typed."""
    parts = re.findall(r"(--?[^\W\d][\w-]*)|([\w-]+)|([^\w-]+)", usage)
    return "".join(
        roff.bold(option) or roff.italic(name) or roff.escaped(between) for option, name, between in parts
    )


def _foot(environment: Mapping[str, str], files: Mapping[str, str]) -> Iterator[str]:
    for title, entries in {
        "EXIT STATUS": words.EXIT_STATUS,
        "ENVIRONMENT": environment,
        "FILES": files,
    }.items():
        yield roff.heading(title)
        for name, about in entries.items():
            yield from roff.tagged(roff.bold(name), about)


def _see_also(commands: Iterable[str], *, overview: bool) -> Iterator[str]:
    named = [*([NAME] if overview else []), *(f"{NAME}-{command}" for command in commands)]
    yield roff.heading("SEE ALSO")
    for number, name in enumerate(named, start=1):
        yield f".BR {roff.escaped(name)} (1){',' * (number < len(named))}"
