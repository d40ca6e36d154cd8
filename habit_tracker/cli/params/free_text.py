"""The free text of a win on the command line, where words may look like options."""

import re
from typing import Any

import click


class Words(click.ParamType[str]):
    """A word of a win's text. What begins with a dash and is no option arrives marked; the mark goes here."""

    name = "text"
    MARK = "\0"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word as the person wrote it."""
        return str(value).removeprefix(self.MARK)


class TextCommand(click.Command):
    """A command that takes a text: "-5 kg" in quotes is text and not an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Mark the words that only look like options."""
        return super().parse_args(ctx, [Words.MARK + arg if _is_text(arg) else arg for arg in args])


def _is_text(arg: str) -> bool:
    return bool(re.match(r"-[0-9]", arg)) or (
        arg.startswith("-") and re.search(r"\s", arg.partition("=")[0]) is not None
    )
