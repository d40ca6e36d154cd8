"""The daily question in the person's own words."""

from typing import Any

import click

from habit_tracker.cli.params.text import plain
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.nudges.question import own_question


class Question(click.ParamType["str | None"]):
    """A question, or off for the usual one; no words are off too."""

    name = "question"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str | None:
        """The question; None for the usual one."""
        if plain(value) in {"", "off"}:
            return None
        try:
            return own_question(value)
        except HabitError as error:
            self.fail(str(error), param, ctx)
