"""Wins that can still be read from a damaged database: page by page, without what has held the pages together.

A page of rows says by itself where its rows lie (SQLite's file format, sections 1.6 and 2.1), so that each is lost
only with its own bytes, whatever else is damaged.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from habit_tracker.storage.tables import wins

Row = dict[str, Any]
LEAF, MORE = 0x0D, 0x80
PAGE_SIZES = (4096, 512, 1024, 2048, 8192, 16384, 32768, 65536)
"""Usual ones first. The header may lie about it: the right one is that with which most can be read."""
COLUMNS = [column.name for column in wins.columns]
"""Those of older schemas are the first ten of these, in the same order."""
FEWEST = COLUMNS.index("deleted_at") + 1
WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
"""Bytes of a value by its serial type, up to 9."""


def readable_wins(path: Path) -> list[Row]:
    """The wins that can be read, each in its newest state; none from what is no file."""
    data = _bytes(path) if path.is_file() else b""
    found: dict[str, Row] = {}
    size = max(PAGE_SIZES, key=lambda size: sum(1 for _ in _rows(data, size, set())))
    for row in _rows(data, size, _free_pages(data, size)):
        known = found.get(row["uid"])
        if known is None or known["updated_at"] < row["updated_at"]:
            found[row["uid"]] = row
    return list(found.values())


def _bytes(path: Path) -> bytes:
    """What the disk still gives of the file, with zeros for the rest."""
    pieces = []
    with suppress(OSError), path.open("rb") as file:
        for start in range(0, path.stat().st_size, min(PAGE_SIZES)):
            piece = b""
            with suppress(OSError):
                piece = os.pread(file.fileno(), min(PAGE_SIZES), start)
            pieces.append(piece.ljust(min(PAGE_SIZES), b"\0"))
    return b"".join(pieces)


def _rows(data: bytes, size: int, free: set[int]) -> Iterator[Row]:
    for number in range(len(data) // size + 1):
        page = data[number * size : (number + 1) * size]
        start = 100 if number == 0 else 0
        if number + 1 in free or len(page) <= start + 8 or page[start] != LEAF:
            continue
        for place in range(start + 8, start + 8 + 2 * int.from_bytes(page[start + 3 : start + 5], "big"), 2):
            with suppress(IndexError, ValueError, KeyError, OverflowError):
                yield _win(*_cell(data, page, int.from_bytes(page[place : place + 2], "big"), size))


def _free_pages(data: bytes, size: int) -> set[int]:
    """The pages that hold nothing any more, only what was in them once; none if their list is damaged, too."""
    free: set[int] = set()
    trunk = int.from_bytes(data[32:36], "big")
    while 0 < trunk <= len(data) // size and trunk not in free:
        page = data[(trunk - 1) * size : trunk * size]
        leaves = min(int.from_bytes(page[4:8], "big"), size // 4 - 2)
        free |= {trunk, *(int.from_bytes(page[8 + 4 * n : 12 + 4 * n], "big") for n in range(leaves))}
        trunk = int.from_bytes(page[:4], "big")
    return free if len(free) == int.from_bytes(data[36:40], "big") else set()


def _cell(data: bytes, page: bytes, at: int, size: int) -> tuple[int, bytes]:
    """The row's number and its record, put together again from the pages over which it flows."""
    length, at = _varint(page, at)
    number, at = _varint(page, at)
    most, least = size - 35, (size - 12) * 32 // 255 - 23
    if length <= most:
        return number, page[at : at + length]
    here = least + (length - least) % (size - 4)
    here = here if here <= most else least
    record, following = page[at : at + here], int.from_bytes(page[at + here : at + here + 4], "big")
    while len(record) < length and 0 < following <= len(data) // size:
        more = data[(following - 1) * size : following * size]
        record, following = record + more[4:], int.from_bytes(more[:4], "big")
    return number, record[:length]


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """The number that begins at *at* (section 1.6), and where it ends."""
    value = 0
    for end in range(at, at + 8):
        value = value << 7 | data[end] & MORE - 1
        if data[end] < MORE:
            return value, end + 1
    return value << 8 | data[at + 8], at + 9


def _win(number: int, record: bytes) -> Row:
    """The row. Raises ValueError for what is none of a win."""
    values = list(_values(record))
    if not FEWEST <= len(values) <= len(COLUMNS):
        raise ValueError
    row: Row = dict.fromkeys(COLUMNS) | dict(zip(COLUMNS, values, strict=False)) | {"id": number}
    row["day"] = date.fromisoformat(row["day"])
    for name in COLUMNS:
        if name.endswith("_at") and row[name] is not None:
            row[name] = datetime.fromisoformat(row[name]).replace(tzinfo=UTC)
    needed = (row["logged_at"], row["updated_at"], row["text"], row["source"], row["zone"])
    if len(row["uid"]) < 1 or None in needed or row["confidence"] not in {None, 1, 2, 3, 4, 5}:
        raise ValueError
    return row


def _values(record: bytes) -> Iterator[Any]:
    """The values of a record (section 2.1); a text of which some bytes are wrong keeps the others."""
    end, at = _varint(record, 0)
    kinds, start = [], at
    while start < end:
        kind, start = _varint(record, start)
        kinds.append(kind)
    at = end
    for kind in kinds:
        width = WIDTHS[kind] if kind < len(WIDTHS) else (kind - 12) // 2
        piece = record[at : at + width]
        if len(piece) < width or (kind >= len(WIDTHS) and kind % 2 == 0):
            raise ValueError
        at += width
        if kind >= len(WIDTHS):
            yield piece.decode(errors="replace")
        else:
            yield {0: None, 8: 0, 9: 1}.get(kind, int.from_bytes(piece, "big", signed=True))
