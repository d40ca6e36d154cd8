"""A file that was cut off comes in as far as it goes, or not at all; the whole of it then adds the rest."""

import io
import zipfile
from datetime import date

import pytest
from support.foreign import day_one, daylio, jrnl, loop
from support.stored import NOW, Values, exported, filled, found_in, states, win

from habit_tracker.domain.errors import HabitError
from habit_tracker.transfer.importing import Content, carry_out, compare

SAID = 'He said ""well done"" and left'
WINS = [
    win(1, text='Said "no", twice'),
    win(2, text="a\nb", confidence=3, day=date(2026, 11, 21)),
    win(3, text="fertig ü🎉", day=date(2026, 11, 22)),
]


def ours(form: str) -> str:
    """An export of this program."""
    with filled({"wins": WINS}) as here:
        return exported(here, form)


FILES: dict[str, str | bytes] = {
    "our JSON": ours("json"),
    "our CSV": ours("csv"),
    "a small CSV": f'day,text\n2026-11-20,Spoke up\n2026-11-21,"{SAID}"\n2026-11-22,"""Yes"" came first"\n',
    "Daylio": daylio(
        f'2026-11-22,x,x,18:52,OK,"work","","{SAID}"',
        '2026-11-21,x,x,10:00 pm,good,"work | run ","Title, long","a\nb"',
        '2026-11-20,x,x,10:00 pm,rad,"movies / tv","",""',
    ),
    "plain text": "2026-11-20 Spoke up ü🎉\n2026-11-21: Said no\n2026-11-22 Asked\n",
    "jrnl": jrnl({"title": "x ü", "body": "y"}, {"title": "z"}),
    "Day One": day_one({"text": "x ü"}, {"text": "y"}),
    "Loop": loop({"001 Run": "Date,Value,Notes\n2026-11-20,YES_MANUAL,Early\n2026-11-19,YES_MANUAL,\n"}),
}


def read(data: bytes) -> Content | None:
    """What is imported of *data*, if it is."""
    try:
        found = found_in(data)
    except HabitError:
        return None
    return None if found.bad else found


def after(*files: bytes) -> dict[str, Values]:
    """The wins after these imports."""
    with filled({}) as here:
        for found in filter(None, map(read, files)):
            carry_out(here, compare(here, found, NOW))
        return states(here)


@pytest.mark.parametrize("name", FILES)
def test_the_whole_file_adds_what_a_cut_one_lacked(name: str) -> None:
    """Wherever it was cut, within a character too; no half of a win has come in before."""
    given = FILES[name]
    data = given if isinstance(given, bytes) else given.encode()
    whole = after(data)
    assert whole
    accepted = {at for at in range(len(data)) if read(data[:at])}
    assert all(after(data[:at], data) == whole for at in accepted)
    assert len(accepted) <= data.count(b"\n") * 2 + 2


def test_the_line_is_named() -> None:
    """Also where the cut is within a character."""
    text = "day,text\n2026-11-20,a\n2026-11-21,müde"
    (bad,) = found_in(text).bad
    assert (bad.where, bad.reason.partition(",")[0]) == ("line 3", "no line end follows")
    with pytest.raises(HabitError, match="line 3: it is cut off within a character"):
        found_in(text.encode()[:-3])
    with pytest.raises(HabitError, match=r"line 3, column \d+: it is damaged JSON, or cut off"):
        found_in('{"format": 1,\n"wins": [\n{"id": 1, "uid": "')


@pytest.mark.parametrize("text", ["2026-11-20 a\n2026-11-21 b", "day,text\n2026-11-20,a\n2026-11-21,b"])
def test_what_may_be_cut_off_can_be_left_out(text: str) -> None:
    """All before it is whole; and a line end says that it is whole, too."""
    assert [entry.text for entry in found_in(text).entries.values()] == ["a"]
    assert [entry.text for entry in found_in(f"{text}\n").entries.values()] == ["a", "b"]


def test_a_closed_quotation_mark_or_an_instant_says_that_a_row_is_whole() -> None:
    """Some programs write no line end at the end of a table."""
    assert not found_in('day,text\n2026-11-20,"a"').bad
    assert not found_in(ours("csv").rstrip()).bad


@pytest.mark.parametrize("cut", ['"He said "', '"He said ""well done"', '"""Yes"'])
def test_a_mark_that_only_seems_to_close_says_nothing(cut: str) -> None:
    """It is the first of two that mean one."""
    assert [bad.where for bad in found_in(f"day,text\n2026-11-20,{cut}").bad] == ["line 2"]


@pytest.mark.slow
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_flipped_bit_in_a_zip_changes_no_word(method: int) -> None:
    """It is found, or does no harm."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        archive.writestr("Journal.json", day_one({"text": "x ü" * 40}, {"text": "y"}))
    data = packed.getvalue()
    whole = after(data)
    for place in range(len(data) * 8):
        damaged = bytearray(data)
        damaged[place // 8] ^= 1 << place % 8
        if read(bytes(damaged)):
            assert after(bytes(damaged)) == whole
