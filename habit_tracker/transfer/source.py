"""A file to import, in each of the forms in which a reader may want it."""

import io
import json
import zipfile
import zlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from functools import cached_property
from typing import IO, Any

from habit_tracker.domain.errors import HabitError

LARGEST = 100 * 2**20
"""Bytes that are read of one import, unpacked: more than a lifetime of wins, less than a machine's memory."""


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
        """The names of the files in a zip, without what macOS adds; none for any other file."""
        names = self._zip.namelist() if self._zip else []
        return [name for name in names if not name.startswith("__MACOSX/")]

    @cached_property
    def text(self) -> str:
        """The file's text; none for a zip."""
        return "" if self._zip else self._decoded(self._limited(self._stream), self.name)

    @cached_property
    def json(self) -> dict[str, Any] | None:
        """The JSON object that the file holds; None where it is no such thing."""
        if not self.text.lstrip().startswith("{"):
            return None
        try:
            found: dict[str, Any] = json.loads(self.text)
        except json.JSONDecodeError as error:
            place = f"line {error.lineno}, column {error.colno}"
            raise HabitError(f"{self.name} is damaged JSON: {error.msg} at {place}.") from None
        except (ValueError, RecursionError):
            raise HabitError(f"{self.name} is not JSON that a journal would write.") from None
        return found

    def member(self, name: str) -> "Source":
        """The file of that name in the zip."""
        if name not in self._members:
            self._members[name] = Source(name, io.BytesIO(self._unpacked(name)))
        return self._members[name]

    def documents(self) -> Iterator["Source"]:
        """The file itself, or the JSON files of a zip."""
        if not self.members:
            yield self
        for name in self.members:
            if name.lower().endswith(".json"):
                yield self.member(name)

    @cached_property
    def _zip(self) -> zipfile.ZipFile | None:
        if not self._stream.read(4).startswith(b"PK"):
            self._stream.seek(0)
            return None
        try:
            return zipfile.ZipFile(self._stream)
        except (zipfile.BadZipFile, NotImplementedError, ValueError):
            raise self._damaged() from None

    def _unpacked(self, name: str) -> bytes:
        assert self._zip is not None  # noqa: S101  who has a member's name has a zip
        try:
            with self._zip.open(name) as stream:
                return self._limited(stream)
        except (RuntimeError, NotImplementedError):
            raise HabitError(f"{self.name} is a zip with a password, or packed in an unusual way.") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, KeyError):
            raise self._damaged() from None

    def _damaged(self) -> HabitError:
        return HabitError(f"{self.name} is a damaged zip file. Export it again.")

    def _limited(self, stream: IO[bytes]) -> bytes:
        """What *stream* holds; all that is read of one source counts together."""
        data = stream.read(self._room + 1)
        self._room -= len(data)
        if self._room < 0:
            raise HabitError(f"{self.name} holds more than {LARGEST // 2**20} MB; an import may not.")
        return data

    @staticmethod
    def _decoded(data: bytes, name: str) -> str:
        try:
            return data.decode(_encoding(data))
        except UnicodeDecodeError as error:
            raise HabitError(
                f"{name} is not UTF-8 text (byte {error.start + 1}). Save it as UTF-8 and import it again."
            ) from None


def _encoding(data: bytes) -> str:
    """UTF-16 where a mark or the zero half of the first character says so, else UTF-8 with or without its mark."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    if data[:1] and 0 in data[:2]:
        return "utf-16-be" if data[0] == 0 else "utf-16-le"
    return "utf-8-sig"
