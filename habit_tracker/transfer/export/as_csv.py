"""The wins as CSV that a spreadsheet opens rightly and `habit import` reads back byte for byte.

The file begins with the mark by which spreadsheets know UTF-8. A cell that a spreadsheet would take for a formula
gets an apostrophe before it; the import takes exactly that one off again. `chosen` marks the win of a week; it is
there to be read, and an import passes over it.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from habit_tracker.storage.rows import wins_of_days
from habit_tracker.transfer.export import Days
from habit_tracker.transfer.values import written

COLUMNS = ("day", "text", "confidence", "logged_at", "zone", "source", "chosen", "uid", "updated_at")
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
# The last four are the wide forms, which count as the plain ones in East Asian spreadsheets. An apostrophe that
# stands before such a character already is one of the person's own: it is kept apart by one more.
_FORMULA = re.compile(
    "'*[=+\\-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
    "\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}]"
)


def guarded(cell: str) -> str:
    """*cell* in the form in which no spreadsheet runs it."""
    return "'" + cell if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell that `guarded` made this of."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def chunks(connection: Connection, days: Days) -> Iterator[str]:
    """The CSV, line by line; deleted wins are left out."""
    yield _MARK + _line(dict(zip(COLUMNS, COLUMNS, strict=True)))
    for win in wins_of_days(connection, *days):
        yield _line({**win, "chosen": "yes" if win["chosen"] else None})


def _line(win: Mapping[str, Any]) -> str:
    values = (written(win[name]) for name in COLUMNS)
    line = io.StringIO()
    csv.writer(line).writerow([guarded("" if value is None else str(value)) for value in values])
    return line.getvalue()
