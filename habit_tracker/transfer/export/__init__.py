"""What goes out: one module for each format, named by what it writes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlalchemy import Connection

FORMATS = ("json", "csv", "markdown")
ENDINGS = {".json": "json", ".csv": "csv", ".md": "markdown", ".markdown": "markdown"}
"""Which format the ending of a file's name stands for."""


class Days(NamedTuple):
    """The days to export, *first* to *last*, both included."""

    first: date = date.min
    last: date = date.max

    @property
    def all(self) -> bool:
        """Whether no day is left out."""
        return self == Days()


def chunks(form: str, connection: Connection, days: Days) -> Iterator[str]:
    """The export in the format *form*, piece by piece."""
    written: Iterator[str] = import_module(f"{__name__}.as_{form}").chunks(connection, days)
    return written
