"""The group of all commands: in sections on the way in, one clear sentence for every error on the way out."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from habit_tracker.cli.plain_signs import ERRORS
from habit_tracker.domain.errors import HabitError


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
        context.color = _colour()
        return context

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what it raises becomes one sentence on stderr, and exit status 1."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors=ERRORS)  # a terminal that cannot show a character shows a plainer one
        with _one_sentence():
            return super().invoke(ctx)


def _colour() -> bool | None:
    """Whether there are colours and other styles whatever the output is; None where only a terminal has them."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return False if os.environ.get("TERM") == "dumb" else None


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
            f"Something went wrong in the program itself ({type(error).__name__}). "
            "HABIT_TRACKER_DEBUG=1 shows the details."
        ) from error
