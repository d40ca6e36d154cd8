"""CSV as programs and spreadsheets write it: rows with the line they begin on."""

import csv
import io
from collections.abc import Callable, Iterator
from typing import NamedTuple

from habit_tracker.transfer.entry import BadLine, Found, tried

_DELIMITERS = ",;\t"
_LONGEST_CELL = 2**20

Cells = dict[str, str]


class Line(NamedTuple):
    """A row of cells, and the number of the line on which it begins."""

    number: int
    cells: list[str]


def header(text: str) -> list[str]:
    """The names in the first line, in small letters; none where the text is no table."""
    first = text[:2000].partition("\n")[0].rstrip("\r")
    try:
        row = next(csv.reader([first], delimiter=delimiter(text)), [])
    except csv.Error:
        return []
    return [name.strip().lower() for name in row]


def delimiter(text: str) -> str:
    """What parts the cells: a comma, or what a spreadsheet of another country puts there."""
    first = text[:2000].partition("\n")[0]
    return max(_DELIMITERS, key=first.count)


def lines(text: str) -> Iterator[Line | BadLine]:
    """Every line of the table, empty ones left out. What breaks the table is the last, as a bad line."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))
    begin = 1
    try:
        for cells in reader:
            if cells:
                yield Line(begin, cells)
            begin = reader.line_num + 1
    except csv.Error as error:
        yield BadLine(f"line {begin}", f"it is not CSV: {error}")


def entries(text: str, read: Callable[[str, Cells], Found]) -> Iterator[Found]:
    """What *read* finds in each line below the header, given the cells by their names."""
    names = header(text)
    for number, line in enumerate(lines(text)):
        if isinstance(line, BadLine):
            yield line
        elif number:
            yield tried(f"line {line.number}", _named, names, line.cells, read)


def _named(where: str, names: list[str], cells: list[str], read: Callable[[str, Cells], Found]) -> Found:
    if len(cells) != len(names):
        raise ValueError(f"it has {len(cells)} cells where the first line has {len(names)}")
    return read(where, dict(zip(names, cells, strict=True)))
