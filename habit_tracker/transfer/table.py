"""CSV as programs and spreadsheets write it: rows with the line they begin on."""

import csv
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from habit_tracker.domain.quoting import quoted
from habit_tracker.domain.words import count
from habit_tracker.transfer.entry import CUT, BadLine, Found, tried
from habit_tracker.transfer.source import LINE_END

_DELIMITERS = ",;\t"
_LONGEST_CELL = 2**20
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z")
# How a row that was swallowed by a quoted cell shows: a date that fills a cell of its own.
_DATE = r'"?[0-9]{4}-[0-9]{2}-[0-9]{2}"?'
_DATED = {
    sign: re.compile(rf'[\r\n](?:{_DATE}|"?[0-9]{{4}}"?){sign}|{sign}{_DATE}(?={sign}|[\r\n]|\Z)')
    for sign in _DELIMITERS
}
_BROKEN = {
    "unexpected end of data": "a quotation mark opens here and is never closed; close it",
    "field larger than field limit": f"a cell is longer than {_LONGEST_CELL:,} characters; shorten it",
    "": "a quotation mark stands inside a quoted cell; write it twice",
}
"""What breaks a table, by the beginning of what the csv module says."""

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
    """Every row of the table that is not empty; one that cannot be trusted is a bad line. A broken table ends."""
    csv.field_size_limit(_LONGEST_CELL)
    whole, sign = _Whole(text), delimiter(text)
    reader = csv.reader(whole, delimiter=sign, strict=True)
    begin, width = 1, 0
    try:
        for cells in reader:
            width = width or len(cells)
            if cells:
                fault = _swallowed(cells, sign, width) or (_cut(text, cells[-1], sign) if whole.read else "")
                yield BadLine(f"line {begin}", fault) if fault else Line(begin, cells)
            begin = reader.line_num + 1
    except csv.Error as error:
        reason = next(words for said, words in _BROKEN.items() if str(error).startswith(said))
        yield BadLine(f"line {begin}", reason, to_the_end=True)


class _Whole:
    """The lines of *text* with their ends, one at a time; *read* once the last one was given."""

    def __init__(self, text: str) -> None:
        self.read = False
        self._text = text

    def __iter__(self) -> Iterator[str]:
        done = 0
        for end in LINE_END.finditer(self._text):
            self.read = end.end() == len(self._text)
            yield self._text[done : end.end()]
            done = end.end()
        self.read = True
        if done < len(self._text):
            yield self._text[done:]


def _swallowed(cells: list[str], sign: str, width: int) -> str:
    """What is wrong where a cell holds the end of one row and the beginning of another."""
    for cell in cells:
        if cell.count(sign) >= width - 1 and len(cell.splitlines()) > 1 and _DATED[sign].search(cell):
            return "a quotation mark is missing: lines that follow look like rows of their own"
    return ""


def _cut(text: str, last: str, sign: str) -> str:
    """What is wrong where the last row may be cut off: no line end and no *last* cell says that it is whole.

    A quoted cell that ends in white space, or within a quotation, may be cut between two marks that mean one.
    """
    closed = text.endswith(f'{sign}"' + last.replace('"', '""') + '"')
    whole = closed and last == last.rstrip() and last.count('"') % 2 == 0
    return "" if text.endswith(("\n", "\r")) or whole or _INSTANT.fullmatch(last) else CUT


def entries(text: str, read: Callable[[str, Cells], Found]) -> Iterator[Found]:
    """What *read* finds in each line below the header, given the cells by their names."""
    names = header(text)
    if twice := next((name for name in names if name and names.count(name) > 1), ""):
        yield BadLine("line 1", f"two columns are called {quoted(twice)}; rename one", to_the_end=True)
        return
    for number, line in enumerate(lines(text)):
        if isinstance(line, BadLine):
            yield line
        elif number:
            yield tried(f"line {line.number}", _named, names, line.cells, read)


def _named(where: str, names: list[str], cells: list[str], read: Callable[[str, Cells], Found]) -> Found:
    check_width(cells, len(names))
    return read(where, dict(zip(names, cells, strict=True)))


def check_width(cells: list[str], width: int) -> None:
    """Raises ValueError for a row of more or fewer cells than *width*."""
    if len(cells) != width:
        raise ValueError(f"it has {count(len(cells), 'cell')} where the first line has {width}")
