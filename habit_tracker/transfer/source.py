"""A file to import, in each of the forms in which a reader may want it."""

import io
import json
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from functools import cached_property
from typing import IO, Any

from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.quoting import quoted
from habit_tracker.transfer.archive import Archive
from habit_tracker.transfer.shape import twice

LINE_END = re.compile(r"\r\n|\r|\n")
LARGEST = 100 * 2**20
"""Bytes that are read of one import, unpacked: more than a lifetime of wins, less than a machine's memory."""

MOST = 1_000
"""JSON files in a zip: a journal is one."""


class Source:
    """The file called *name*. Each form is made once, when first asked for.

    Everything raises HabitError for a file that is too large, damaged, or not text.
    """

    def __init__(self, name: str, stream: IO[bytes]) -> None:
        self.name = name
        self._stream = stream
        self._room = LARGEST
        self._members: dict[str, Source] = {}

    @cached_property
    def members(self) -> list[str]:
        """The names of the files in a zip; none for any other file."""
        return self._archive.names if self._archive else []

    @cached_property
    def text(self) -> str:
        """The file's text; none for a zip."""
        if self._archive:
            return ""
        data = self._stream.read(self._room + 1)
        self._take(len(data), self.name)
        return self._decoded(data)

    @cached_property
    def json(self) -> dict[str, Any] | None:
        """The JSON object that the file holds; None where it is no such thing."""
        if not self.text.lstrip().startswith("{"):
            return None
        try:
            found: dict[str, Any] = json.loads(self.text, object_pairs_hook=self._object)
        except json.JSONDecodeError as error:
            place = f"line {error.lineno}, column {error.colno}"
            raise HabitError(f"{self.name}, {place}: it is damaged JSON, or cut off; export it again.") from None
        except (ValueError, RecursionError):
            raise HabitError(f"{self.name} is not JSON that a journal would write; export it again.") from None
        return found

    def member(self, name: str) -> "Source":
        """The file of that name in the zip."""
        if name not in self._members:
            assert self._archive is not None  # noqa: S101  who has a member's name has a zip
            inside = f"{quoted(name)} in {self.name}"
            self._take(self._archive.size(name), inside)
            self._members[name] = Source(inside, io.BytesIO(self._archive.read(name)))
        return self._members[name]

    def documents(self) -> Iterator[tuple[str, "Source"]]:
        """The file itself, without a name, or the JSON files of a zip by their names."""
        if not self.members:
            yield "", self
        found = [name for name in self.members if name.lower().endswith(".json")]
        if len(found) > MOST:
            raise HabitError(f"{self.name} holds {len(found):,} JSON files; zip only those of your journals.")
        for name in found:
            yield name, self.member(name)

    @cached_property
    def _archive(self) -> Archive | None:
        begin = self._stream.read(4)
        self._stream.seek(0)
        return Archive(self.name, self._stream) if Archive.begins(begin) else None

    def _take(self, size: int, name: str) -> None:
        """Count what is read of one source, all of it together; *name* is what would be read next."""
        self._room -= size
        if self._room < 0:
            raise HabitError(f"{name} is too large; an import may hold {LARGEST // 2**20} MB in all.")

    def _decoded(self, data: bytes) -> str:
        try:
            return data.decode(_encoding(data))
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            if error.end == len(data) and error.reason in {"unexpected end of data", "truncated data"}:
                reason = "it is cut off within a character; export it again"
            else:
                reason = f"it is not UTF-8 text (byte {error.start + 1}); save it as UTF-8"
            raise HabitError(f"{self.name}, line {line}: {reason}.") from None

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """The JSON object of these *pairs*; one that says two things of one name is refused."""
        found = dict(pairs)
        if len(found) < len(pairs):
            doubled = quoted(twice(name for name, _ in pairs))
            raise HabitError(f"{self.name} has two values for one {doubled}; export it again.")
        return found


def lines(text: str) -> Iterator[str]:
    """The lines of *text*, one at a time, without their ends; after the last end comes an empty one."""
    done = 0
    for end in LINE_END.finditer(text):
        yield text[done : end.start()]
        done = end.end()
    yield text[done:]


def _encoding(data: bytes) -> str:
    """UTF-16 where a mark or the zero half of the first character says so, else UTF-8 with or without its mark."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    if data[:1] and 0 in data[:2]:
        return "utf-16-be" if data[0] == 0 else "utf-16-le"
    return "utf-8-sig"
