"""The program's door: commands in sections on the way in, one clear sentence for every error on the way out."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import click

from habit_tracker.cli.plain_signs import ERRORS
from habit_tracker.domain.errors import HabitError


class Habit(click.Group):
    """The group of all commands."""

    def __init__(self, *args: Any, sections: Mapping[str, Sequence[click.Command]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections = sections
        for command in (command for commands in sections.values() for command in commands):
            self.add_command(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands by section, in the order in which a person needs them."""
        for title, commands in self.sections.items():
            shown = [command for command in commands if not command.hidden]
            with formatter.section(title):
                formatter.write_dl([(command.name or "", command.get_short_help_str(80)) for command in shown])

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
        with _one_sentence():
            return super().invoke(ctx)


@contextmanager
def _one_sentence() -> Iterator[None]:
    """Let every error leave as one sentence, without the usage lines around it."""
    try:
        yield
    except click.UsageError as error:
        error.ctx = None  # which would print them
        raise
    except HabitError as error:
        raise click.ClickException(str(error)) from error
    except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise
    except Exception as error:
        if os.environ.get("HABIT_TRACKER_DEBUG") == "1":
            raise
        raise click.ClickException(
            f"Something went wrong in the program itself ({type(error).__name__}). "
            "HABIT_TRACKER_DEBUG=1 shows the details."
        ) from error
