"""The free text of a win on the command line, where words may look like options."""

import re
from collections.abc import Collection, Iterator
from typing import Any

import click


class Words(click.ParamType[str]):
    """A word of a win's text. What begins with a dash and is no option arrives marked; the mark goes here."""

    name = "text"
    MARK = "\0"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word as the person wrote it."""
        return unmarked(str(value))


def unmarked(word: str) -> str:
    """The word as the person wrote it, who cannot write the mark: no shell passes one on."""
    return word.removeprefix(Words.MARK)


class TextCommand(click.Command):
    """A command that takes a text: "-5 kg" in quotes is text and not an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Mark the words that only look like options."""
        return super().parse_args(ctx, list(self._marked(ctx, args)))

    def _marked(self, ctx: click.Context, args: list[str]) -> Iterator[str]:
        """The words; those that belong to an option before them are left to it."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        names = {name for option in options if not option.is_flag for name in option.opts}
        belongs = False
        for arg in args:
            yield Words.MARK + arg if self.is_text(arg, names) and not belongs else arg
            belongs = not belongs and arg in names

    def is_text(self, arg: str, names: Collection[str]) -> bool:
        """Whether the word only looks like an option; *names* are those of the options with a value."""
        return bool(re.match(r"-[0-9]", arg)) or (
            arg.startswith("-") and re.search(r"\s", arg.partition("=")[0]) is not None
        )


class QueryCommand(TextCommand):
    """A command that takes words to look for: `-meeting` is one to do without, and no row of short options."""

    def is_text(self, arg: str, names: Collection[str]) -> bool:
        """Whether it begins with one dash and is neither an option, nor one with its value, as -n5."""
        if super().is_text(arg, names):
            return True
        value = arg[:2] in names and re.match("[0-9]", arg[2:])
        return re.match("-[^-]", arg) is not None and not value and arg not in {*names, "-h"}
