"""A file is read whatever its encoding; one that cannot be is refused in one sentence."""

from itertools import count

import pytest
from support.foreign import lines, loop, zipped
from support.stored import found_in

from habit_tracker.domain.errors import HabitError
from habit_tracker.transfer import source

TEXT = "2026-11-20 fertig ü🎉\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_recognised(encoding: str) -> None:
    """With its mark or without."""
    assert lines(TEXT.encode(encoding)) == [("2026-11-20", "fertig ü🎉")]


DAMAGED_ZIP = zipped({"Habits.csv": "x" * 1000})[:-30]
BROKEN_ZIP = bytearray(loop({"001 x": "2026-11-20,2\n" * 100}))
BROKEN_ZIP[45:60] = b"\0" * 15


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "none of the files"),
        (b"hello", "none of the files"),
        (b"[1]", "none of the files"),
        (b'{"a": 1}', "none of the files"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not UTF-8 text"),
        (b"\0\1\2\3", "none of the files"),
        ("2026-11-20 müde".encode("latin-1"), "byte 13"),
        ("2026-11-20 x".encode("utf-32"), "none of the files"),
        (b'{"format": 1,\n "wins": [}', "line 2, column 11"),
        (b'{"a": ' * 100_000, "not JSON that a journal would write"),
        (b'{"a": ' + b"9" * 5000 + b"}", "not JSON that a journal would write"),
        (b"PK\3\4 and then nothing", "damaged zip"),
        (DAMAGED_ZIP, "damaged zip"),
        (bytes(BROKEN_ZIP), "'Habits.csv' in file is damaged"),
        (zipped({}), "none of the files"),
        (zipped({"a.txt": "2026-11-20 x"}), "none of the files"),
    ],
    ids=count(),  # the bytes of a zip hold the time of day
)
def test_what_cannot_be_read_is_refused(data: bytes, reason: str) -> None:
    """With a sentence that says what it is."""
    with pytest.raises(HabitError, match=reason):
        found_in(data)


def test_a_zip_with_a_password_is_refused() -> None:
    """No word is asked for."""
    locked = bytearray(zipped({"Journal.json": "{}"}))
    for sign in (b"PK\3\4", b"PK\1\2"):
        locked[locked.find(sign) + (6 if sign == b"PK\3\4" else 8)] |= 1
    with pytest.raises(HabitError, match="password"):
        found_in(bytes(locked))


def test_more_than_an_import_may_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packed or not, all files of a zip together; it is never unpacked further."""
    monkeypatch.setattr(source, "LARGEST", 2**20)
    bomb = zipped({"Journal.json": b'{"metadata": {}, "entries": []}' + b" " * 2**21})
    two = zipped(dict.fromkeys(("a.json", "b.json"), b'{"metadata": {}, "entries": []}' + b" " * 2**19))
    assert len(bomb) < 2**14
    for data in (bomb, two, b"2026-11-20 " + b"x" * 2**20):
        with pytest.raises(HabitError, match="is too large; an import may hold 1 MB"):
            found_in(data)


def test_a_large_photo_in_a_zip_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what is needed counts."""
    monkeypatch.setattr(source, "LARGEST", 2**10)
    files: dict[str, str | bytes] = {"Journal.json": '{"metadata": {}, "entries": []}', "x.jpeg": b"\0" * 2**20}
    assert found_in(zipped(files)).bad == []
