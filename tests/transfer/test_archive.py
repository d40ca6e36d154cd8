"""A zip is refused in a sentence that says which file inside it is meant, and why."""

import io
import zipfile
from collections.abc import Mapping

import pytest
from support.foreign import day_one, loop, zipped
from support.stored import found_in

from habit_tracker.domain.errors import HabitError

JOURNAL = day_one({"text": "x"})


def refusal(data: bytes) -> str:
    """Why *data* is not read."""
    with pytest.raises(HabitError) as raised:
        found_in(data, "x.zip")
    said = str(raised.value)
    assert len(said) < 160
    assert said.isprintable()
    return said


def packed(files: Mapping[str | zipfile.ZipInfo, str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def link() -> zipfile.ZipInfo:
    """A link, as a zip has it."""
    info = zipfile.ZipInfo("Journal.json")
    info.external_attr = 0o120777 << 16
    return info


def claiming(data: bytes, size: int) -> bytes:
    """The same zip, whose one file claims to hold so many bytes."""
    changed = bytearray(data)
    for sign, place in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        begin = changed.find(sign) + place
        changed[begin : begin + 4] = size.to_bytes(4, "little")
    return bytes(changed)


def flipped(data: bytes, method: int) -> bytes:
    """The same zip with damage in the middle of its first file."""
    changed = bytearray(packed({"Journal.json": data.decode() * 20}, method))
    for place in range(60, 75):
        changed[place] ^= 0x55
    return bytes(changed)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_file_is_named(method: int) -> None:
    """Whatever it was packed with; and where it is not damaged it is read."""
    assert refusal(flipped(JOURNAL.encode(), method)) == "'Journal.json' in x.zip is damaged; export it again."
    assert len(found_in(packed({"Journal.json": JOURNAL}, method)).entries) == 1


@pytest.mark.parametrize("size", [0, 2, 2**31])
def test_a_file_that_claims_another_size(size: int) -> None:
    """No more is read of it than it claims, and no more than an import may hold."""
    reason = "is too large; an import may hold 100 MB in all" if size > 2**20 else "is damaged; export it again"
    assert refusal(claiming(packed({"Journal.json": JOURNAL}), size)) == f"'Journal.json' in x.zip {reason}."


def test_a_directory_that_is_cut_off() -> None:
    """Or the whole of the rest."""
    data = packed({"Journal.json": JOURNAL})
    for end in range(4, len(data), 9):
        assert refusal(data[:end]) == "x.zip is a damaged zip file, or cut off; export it again."


def test_a_link_is_not_followed() -> None:
    """It is no file."""
    assert "'Journal.json' in x.zip is a link" in refusal(packed({link(): "/etc/passwd"}))


def test_names_that_cannot_be() -> None:
    """Two of a name, one with a NUL, one that is no text."""
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = packed({zipfile.ZipInfo("Journal.json"): JOURNAL, "Journal.json": JOURNAL})
    assert "two files called 'Journal.json'" in refusal(twice)
    named = packed({"Journ\u00e4l.json": JOURNAL})
    assert "impossible name 'Journ\N{REPLACEMENT CHARACTER}" in refusal(named.replace("\u00e4".encode(), b"\0\0"))
    assert "damaged zip" in refusal(named.replace("\u00e4".encode(), b"\xff\xfe"))


def test_a_zip_of_too_many_files() -> None:
    """Reading them would take long, and no journal is like that."""
    assert "1,001 JSON files" in refusal(zipped({f"{number}.json": "{}" for number in range(1001)}))


def test_loop_without_the_marks_of_the_habit() -> None:
    """It is not taken for a habit that was never done."""
    data = loop({"002 Read": "Date,Value,Notes\n"}, "001,Run,YES_NO,,,1,1,#FF8F00,,,,false\n")
    assert refusal(data) == "x.zip holds 0 tables of 'Run'; export it again."
