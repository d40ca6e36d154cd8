"""The help of `habit` itself: one screen, a page for each topic, and all of it."""

from collections.abc import Iterable
from shutil import get_terminal_size

import click

from habit_tracker.cli.params.text import either

Sections = dict[str, dict[str, str]]
"""For each heading its commands, each with what it does."""
SHOWN = (4, 3, 3)
"""So many commands of each of the first headings stand on the first screen, however many there will be."""
WIDEST, NARROWEST = 80, 40
FIRST_COLUMN = 14
"""Columns for the names of options and commands where the terminal is narrow."""


class HelpFormatter(click.HelpFormatter):
    """Click's own, for narrow terminals too."""

    def __init__(self) -> None:
        super().__init__(width=min(max(get_terminal_size().columns, NARROWEST), WIDEST) - 2)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Two columns; in a narrow terminal the first is narrow."""
        super().write_dl(rows, col_max if self.width > WIDEST * 3 // 4 else FIRST_COLUMN, col_spacing)


def topic(heading: str) -> str:
    """The word for `habit help`: the last of the heading."""
    return heading.rsplit(maxsplit=1)[-1].lower()


def find_topic(word: str, sections: Sections) -> str | None:
    """The heading that is meant by its topic or in full."""
    return next((heading for heading in sections if word.lower() in {topic(heading), heading.lower()}), None)


def write_first(sections: Sections, formatter: click.HelpFormatter) -> None:
    """What is needed first, and where the rest is."""
    shown = {
        heading: list(sections[heading].items())[:most] for heading, most in zip(sections, SHOWN, strict=False)
    }
    width = max(len(name) for rows in shown.values() for name, _ in rows)
    for heading, rows in shown.items():
        with formatter.section(heading):
            formatter.write_dl([(f"{name:<{width}}", about) for name, about in rows])
    formatter.write_paragraph()
    formatter.write_text("One command: habit log -h. Every command: habit help --all.")
    formatter.write_text(f"By topic: habit help {either([topic(heading) for heading in sections])}.")


def write_all(sections: Sections, formatter: click.HelpFormatter) -> None:
    """The commands of each heading."""
    for heading, commands in sections.items():
        with formatter.section(heading):
            formatter.write_dl(list(commands.items()))
