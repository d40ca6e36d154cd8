"""The group of all commands: in sections on the way in, one clear sentence for every error on the way out."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from habit_tracker.cli.plain_signs import ERRORS
from habit_tracker.domain.errors import HabitError

STORED = "habit_tracker.stored"
"""In a context's meta once what the person asked for is done."""


class CommandGroup(click.Group):
    """The group of all commands, each loaded only when it is used."""

    def __init__(self, *args: Any, sections: dict[str, dict[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections = sections

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order in which a person needs them."""
        return [name for commands in self.sections.values() for name in commands]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, loaded from the module of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        attribute = cmd_name.replace("-", "_") + "_" * iskeyword(cmd_name)  # `import` is no name in Python
        module = import_module(f"habit_tracker.cli.commands.{attribute}")
        command: click.Command = getattr(module, attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands by section."""
        for title, commands in self.sections.items():
            with formatter.section(title):
                formatter.write_dl(list(commands.items()))

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """The context of this run."""
        with _one_sentence():
            context = super().make_context(*args, **kwargs)
        if os.environ.get("NO_COLOR"):
            context.color = False
        return context

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what it raises becomes one sentence on stderr, and exit status 1."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors=ERRORS)  # a terminal that cannot show a character shows a plainer one
        with _one_sentence(), _what_is_stored_is_no_failure(ctx):
            return super().invoke(ctx)


@contextmanager
def _what_is_stored_is_no_failure(ctx: click.Context) -> Iterator[None]:
    """Where only the printing fails, a script that tries again would do it twice."""
    try:
        yield
    except OSError as error:
        if error.filename is not None or not ctx.meta.get(STORED):
            raise
        with suppress(OSError):
            click.echo(f"It is done, but could not be printed here: {error.strerror}.", err=True)
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())  # Python tries once more at its end, and would fail again


@contextmanager
def _one_sentence() -> Iterator[None]:
    """Let every error leave as one sentence, without the usage lines around it."""
    try:
        yield
    except click.UsageError as error:
        error.ctx = None  # which would print them
        raise
    except HabitError as error:
        from habit_tracker.cli.render.lines import printable

        raise click.ClickException(printable(str(error))) from error
    except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise
    except OSError as error:
        raise click.ClickException(f"{error.filename or 'The system'}: {error.strerror or error}.") from error
    except Exception as error:
        if os.environ.get("HABIT_TRACKER_DEBUG") == "1":
            raise
        raise click.ClickException(
            _damage()
            or f"Something went wrong in the program itself ({type(error).__name__}). "
            "HABIT_TRACKER_DEBUG=1 shows the details."
        ) from error


def _damage() -> str | None:
    """What is wrong with the database, which may give a command what no version of this program has written."""
    with suppress(Exception):
        from habit_tracker.cli.render.lines import printable
        from habit_tracker.storage.backup.backups import damage_with_way_out
        from habit_tracker.storage.home import find_home

        found = damage_with_way_out(find_home())
        return printable(str(found)) if found else None
    return None
