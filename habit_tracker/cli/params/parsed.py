"""What the parameter types share: a function reads the text, a sentence says what would have been right."""

from typing import Any, ClassVar, TypeVar

import click

from habit_tracker.domain.quoting import quoted

T = TypeVar("T")
LONGEST = 1000
"""Characters: nobody writes a day or a number as long, and to guess what was meant would take minutes."""


class Unreadable(click.BadParameter):
    """A *value* that was not understood: *what* it is not, and what would have been *right*."""

    def __init__(self, value: str, what: str, right: str, param: click.Parameter | None) -> None:
        self.what = f"{quoted(value)} {what}."
        super().__init__(f"{self.what} {right}", param=param)


class Parsed(click.ParamType[T]):
    """A type whose *parse* gives the value, None for a text that has none.

    Then *what* follows the quoted text, and *right* says what would have been right.
    """

    what: ClassVar[str]
    right: ClassVar[str]

    def parse(self, text: str) -> T | None:
        """The value that *text* names."""
        raise NotImplementedError

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> T:
        """The value; what is none of text is one already."""
        if not isinstance(value, str):
            found: T = value
            return found
        if len(value) > LONGEST:
            raise Unreadable(value, self.what, self.right, param)
        parsed = self.parse(value)
        if parsed is None:
            raise Unreadable(value, self.what, self.hint(value), param)
        return parsed

    def hint(self, value: str) -> str:
        """What would have been right instead of *value*."""
        return self.right


class Phrase(click.Argument):
    """The words of a command read together as one value, None without words: `habit snooze half an hour`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"nargs": -1, **kwargs})

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """The value of all words."""
        return self.type(" ".join(value), param=self, ctx=ctx) if value else None

    def process_value(self, ctx: click.Context, value: Any) -> Any:
        """The same; no word is no value."""
        found = super().process_value(ctx, value)
        return None if found == () else found
