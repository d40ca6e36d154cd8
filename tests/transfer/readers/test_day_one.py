"""JSON of Day One."""

import time

import pytest
from support.foreign import day_one, entries, left_out, lines, zipped
from support.stored import bring_in, filled, found_in, states

UID = "0123456789ABCDEF0123456789ABCDEF"


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Berlin", "2026-11-21"),
        ("America/Los_Angeles", "2026-11-20"),
        ("GMT+0200", "2026-11-21"),
        ("GMT-0200", "2026-11-20"),
        (None, "2026-11-21"),
    ],
)
def test_the_day_is_that_of_the_entrys_own_zone(zone: str | None, day: str) -> None:
    """It was half past eleven in London; without a zone the person's own counts."""
    assert lines(day_one({"text": "x", "timeZone": zone})) == [(day, "x")]


def test_the_words_are_those_the_person_sees() -> None:
    """Without the backslashes before signs, and without the pictures that are not in the file."""
    text = "Done\\. 1\\/2 a\\\\b\n\n![](dayone-moment://0123456789)"
    assert lines(day_one({"text": text})) == [("2026-11-21", "Done. 1/2 a\\b")]


@pytest.mark.parametrize("piece", ["![", "![](dayone-moment:", "\\", "![]("])
def test_a_long_text_takes_no_long_time(piece: str) -> None:
    """Whatever it begins and never ends."""
    begin = time.process_time()
    found_in(day_one({"text": piece * (100_000 // len(piece))}))
    assert time.process_time() - begin < 1


def test_an_entry_without_text_holds_no_win() -> None:
    """A picture alone, or nothing at all; they are counted."""
    assert left_out(day_one({}, {"text": "![](dayone-moment://0123)"}, {"text": "x"})) == ["without text"] * 2


def test_an_entry_keeps_its_unique_id() -> None:
    """So a change in Day One comes in later, and an older one does not."""

    def version(text: str, minute: int) -> str:
        return day_one({"uuid": UID, "text": text, "modifiedDate": f"2026-11-21T10:{minute:02}:00Z"})

    with filled({}) as here:
        assert len(bring_in(here, version("b first", 1)).new) == 1
        assert len(bring_in(here, version("a later", 3)).changed) == 1
        assert len(bring_in(here, version("c between", 2)).changed) == 0
        assert {uid: row["text"] for uid, row in states(here).items()} == {
            "01234567-89ab-cdef-0123-456789abcdef": "a later"
        }


def test_a_zip_may_hold_several_journals() -> None:
    """With photos and what macOS adds beside them."""
    files: dict[str, str | bytes] = {
        "Journal.json": day_one({"text": "one"}),
        "Work.json": day_one({"text": "two"}),
        "photos/a.jpeg": b"\xff\xd8",
        "__MACOSX/._Journal.json": b"\0\5\x16",
    }
    assert [entry.text for entry in entries(zipped(files))] == ["one", "two"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"timeZone": "../../etc/passwd"}, "not a time zone"),
        ({"timeZone": "Mars/Base"}, "not a time zone"),
        ({"creationDate": "20.11.2026"}, "not an instant"),
        ({"creationDate": None}, "'creationDate' is missing"),
        ({"text": ["x"]}, "not a text"),
        ({"text": "x" * 10_001}, "10,001 characters"),
    ],
)
def test_an_entry_of_another_kind_is_named(change: dict[str, object], reason: str) -> None:
    """By its place in the journal."""
    (bad,) = found_in(zipped({"Journal.json": day_one({"text": "x"} | change)})).bad
    assert bad.where == "entry 1 of 'Journal.json'"
    assert reason in bad.reason
