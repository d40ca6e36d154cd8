"""Countries and regions with public holidays of their own."""

import re
from typing import Any

import click

from habit_tracker.cli.params.text import either, plain
from habit_tracker.cli.spelling import closest


class Regions(click.ParamType["str | None"]):
    """Codes like DE-BY or DE-BY,AT; off for none."""

    name = "regions"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str | None:
        """The codes with commas; None for off. Raises NoLibraryError."""
        if plain(value) in {"", "off", "none"}:
            return None
        parts = [part for part in re.split(r"\s*[,;]\s*|\s+and\s+", value.strip()) if part]
        return ",".join(dict.fromkeys(self._region(part, param, ctx) for part in parts))

    def _region(self, text: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from habit_tracker.transfer.public_holidays import UnknownRegionError, region

        try:
            return region(text)
        except UnknownRegionError as error:
            meant = [*dict.fromkeys(error.known[guess] for guess in closest(error.word, error.known))]
            self.fail(f"{error} " + (f"Did you mean {either(meant)}?" if meant else error.otherwise), param, ctx)
