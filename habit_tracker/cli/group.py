"""The group of all commands: words lead to them on the way in, every error is one sentence on the way out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

import click

from habit_tracker.cli.plain_signs import ERRORS
from habit_tracker.domain.errors import HabitError

if TYPE_CHECKING:
    from habit_tracker.cli.help_pages import Sections

WORDS = "habit_tracker.words"
"""Where the context keeps what was typed after `habit`."""
STORED = "habit_tracker.stored"
"""In a context's meta once what the person asked for is done."""


class HelpContext(click.Context):
    """The context of a command whose help fits its terminal."""

    def make_formatter(self) -> click.HelpFormatter:
        """The formatter, loaded where there is help to show."""
        from habit_tracker.cli.help_pages import HelpFormatter

        return HelpFormatter()


class CommandGroup(click.Group):
    """The group of all commands, each loaded only when it is used."""

    context_class = HelpContext

    def __init__(self, *args: Any, sections: Sections, **kwargs: Any) -> None:
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
        command.context_class = HelpContext
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The words, those that lead to a command replaced by it; that is said."""
        ctx.meta[WORDS] = args = self._led(ctx, args)
        return super().parse_args(ctx, [*args])

    def _led(self, ctx: click.Context, args: list[str]) -> list[str]:
        commands = self.list_commands(ctx)
        if not args or args[0] in commands or args[0].startswith("-"):
            return args
        word = args[0].lower()  # telephones begin with a capital
        if word in commands:
            return [word, *args[1:]]
        from habit_tracker.cli.synonyms import RUN, target

        if word not in RUN or ctx.resilient_parsing:
            return args
        click.echo(f"`habit {word}` is `{target(word)}`.", err=True)
        return [*RUN[word].split(), *args[1:]]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What is needed first, and where the rest is."""
        from habit_tracker.cli.help_pages import write_first

        write_first(self.sections, formatter)

    def make_context(self, info_name: str | None, args: list[str], **kwargs: Any) -> click.Context:  # type: ignore[override]
        """The context of this run."""
        with self._one_sentence([*args]):
            context = super().make_context(info_name, args, **kwargs)
        context.color = _colour()
        return context

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what it raises becomes one sentence on stderr, and exit status 1."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors=ERRORS)  # a terminal that cannot show a character shows a plainer one
        with self._one_sentence(ctx.meta[WORDS]), _what_is_stored_is_no_failure(ctx):
            return super().invoke(ctx)

    @contextmanager
    def _one_sentence(self, words: list[str]) -> Iterator[None]:
        """Let every error leave as one sentence, without the usage lines around it; *words* are what was typed."""
        try:
            yield
        except click.UsageError as error:
            raise self._in_plain_words(error, words) from error
        except HabitError as error:
            raise click.ClickException(shown(str(error))) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except OSError as error:
            said = f"{error.filename or 'The system'}: {error.strerror or error}."
            raise click.ClickException(shown(said)) from error
        except Exception as error:
            if os.environ.get("HABIT_TRACKER_DEBUG") == "1":
                raise
            raise click.ClickException(
                _damage()
                or f"Something went wrong in the program itself ({type(error).__name__}). "
                "HABIT_TRACKER_DEBUG=1 shows the details."
            ) from error

    def _in_plain_words(self, error: click.UsageError, words: list[str]) -> click.UsageError:
        """The same as a sentence of ours; without its context click prints no usage lines."""
        from habit_tracker.cli.refusals import Asked, refusal

        with click.Context(self) as context:
            commands = self.list_commands(context)
            named = self.get_command(context, words[0]) if words else None
        command = error.ctx.command if error.ctx else named or self
        said = refusal(error, Asked(command, words, commands))
        return click.UsageError(shown(said).replace("\n", " "))


def all_commands() -> CommandGroup:
    """The group of all commands of the program that runs."""
    group = click.get_current_context().find_root().command
    assert isinstance(group, CommandGroup)  # noqa: S101  there is no other
    return group


def command_names() -> list[str]:
    """The names of all commands of the program that runs."""
    root = click.get_current_context().find_root()
    return root.command.list_commands(root) if isinstance(root.command, click.Group) else []


def shown(said: str) -> str:
    """An error as it may be shown, whatever somebody typed or a file is called."""
    from habit_tracker.cli.render.lines import bounded, printable

    return printable(bounded(said))


def _colour() -> bool | None:
    """Whether there are colours and other styles whatever the output is; None where only a terminal has them."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return False if os.environ.get("TERM") == "dumb" else None


@contextmanager
def _what_is_stored_is_no_failure(ctx: click.Context) -> Iterator[None]:
    """Where only the printing fails, a script that tries again would do it twice."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            _print_no_more()
        if error.filename is not None or not ctx.meta.get(STORED):
            raise
        with suppress(OSError):
            click.echo(f"It is done, but could not be printed here: {error.strerror}.", err=True)


def _print_no_more() -> None:
    """Let what is still to be printed go nowhere: Python tries once more at its end, and would fail again."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


def _damage() -> str | None:
    """What is wrong with the database, which may give a command what no version of this program has written."""
    with suppress(Exception):
        from habit_tracker.cli.render.lines import printable
        from habit_tracker.storage.backup.backups import damage_with_way_out
        from habit_tracker.storage.home import find_home

        found = damage_with_way_out(find_home())
        return printable(str(found)) if found else None
    return None
