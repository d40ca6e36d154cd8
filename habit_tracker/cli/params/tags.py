"""Tags on the command line, which the shell can complete."""

from contextlib import suppress

import click
from click.shell_completion import CompletionItem

from habit_tracker.cli.params.free_text import Words
from habit_tracker.cli.params.parsed import Parsed


class TagName(Parsed[str]):
    """A tag, with its sign or without."""

    name = "tag"
    what = "is no tag"
    right = "A tag is one word, as in: habit wins --tag budget"

    def parse(self, text: str) -> str | None:
        """The name that *text* is, without the sign."""
        from habit_tracker.domain.progress.tags import SIGNS, tags

        name = text.strip().lstrip(SIGNS)
        return name if tags(f"#{name}") == [name] else None

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The tags that begin so."""
        sign = incomplete[: len(incomplete) - len(incomplete.lstrip("#"))]
        return [CompletionItem(sign + name) for name in known_tags(incomplete)]


class QueryWords(Words):
    """A word of a search."""

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The tags that begin so, once their sign is typed."""
        start, sign, name = incomplete.rpartition("#")
        return [CompletionItem(f"{start}#{one}") for one in known_tags(name)] if sign else []


def known_tags(beginning: str) -> list[str]:
    """The tags of the person that begin so, the most frequent first; none where they cannot be read."""
    with suppress(Exception):  # whatever it is, it does not belong between a person and their command line
        from habit_tracker.domain.progress.tags import key
        from habit_tracker.storage.database import Database
        from habit_tracker.storage.home import find_home
        from habit_tracker.storage.journal import tag_counts

        with Database(find_home()).reading() as connection:
            return [tag.name for tag in tag_counts(connection) if key(tag.name).startswith(key(beginning))]
    return []
