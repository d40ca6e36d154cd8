"""A zip to import from. Whatever is wrong with it, the sentence says which file inside it is meant, and why."""

import stat
import zipfile
from functools import partial
from typing import IO

from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.quoting import quoted
from habit_tracker.transfer.shape import twice

_BEGINNINGS = (b"PK\3\4", b"PK\5\6", b"PK\7\10")
_ENCRYPTED = 0x1
_PIECE = 4096
"""Bytes that are unpacked at once: of what was packed with bzip2, a few more would be gigabytes."""
_AT_ONCE = 16 * 2**20
"""Bytes of a zip that are read at once: its list of files, all of which is made into objects."""


class Archive:
    """The zip called *name*. Everything raises HabitError for one that is damaged, or of an unusual kind."""

    def __init__(self, name: str, stream: IO[bytes]) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(_Bounded(stream))
        except Exception:  # a damaged one raises errors of a dozen kinds
            raise HabitError(f"{name} is a damaged zip file, or cut off; export it again.") from None
        names = [info.orig_filename for info in self._zip.infolist()]
        if cut := next((one for one in names if "\0" in one), None):
            raise HabitError(f"{name} holds a file with the impossible name {quoted(cut)}; export it again.")
        if doubled := twice(names):
            raise HabitError(f"{name} holds two files called {quoted(doubled)}; export it again.")

    @staticmethod
    def begins(data: bytes) -> bool:
        """Whether *data* is how a zip begins."""
        return data.startswith(_BEGINNINGS)

    @property
    def names(self) -> list[str]:
        """The files inside, without what macOS adds."""
        return [name for name in self._zip.namelist() if not name.startswith("__MACOSX/")]

    def size(self, member: str) -> int:
        """The bytes that *member* claims to hold; it gives no more than that."""
        return self._zip.getinfo(member).file_size

    def read(self, member: str) -> bytes:
        """What *member* holds."""
        info = self._zip.getinfo(member)
        if info.flag_bits & _ENCRYPTED:
            raise self._refusal(member, "has a password; export it without one")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise self._refusal(member, "is a link to another file; zip that file itself")
        try:
            with self._zip.open(member) as packed:
                return b"".join(
                    iter(partial(packed.read, _PIECE), b"")
                )  # at once it may unpack far more than it gives
        except NotImplementedError:
            raise self._refusal(member, "is packed in an unusual way; zip it again") from None
        except Exception:  # as many kinds of errors as there are ways to pack
            raise self._refusal(member, "is damaged; export it again") from None

    def _refusal(self, member: str, reason: str) -> HabitError:
        return HabitError(f"{quoted(member)} in {self.name} {reason}.")


class _Bounded:
    """A file of which nobody reads very much at once, whatever is written in it about itself."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.seek, self.tell, self.seekable = stream.seek, stream.tell, stream.seekable

    def read(self, size: int = -1) -> bytes:
        """What the file gives. Raises ValueError where it would be too much."""
        data = self._stream.read(min(size, _AT_ONCE + 1) if size >= 0 else _AT_ONCE + 1)
        if len(data) > _AT_ONCE:
            raise ValueError("too much at once")
        return data
