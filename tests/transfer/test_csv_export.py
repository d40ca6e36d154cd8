"""The CSV opens in a spreadsheet without running anything, and comes back byte for byte."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.nasty import FORMULAS, NASTY
from support.stored import ANYONE, Values, bring_in, exported, filled, found_in, states, texts, win, win_rows

from habit_tracker.domain.progress.text import clean_text
from habit_tracker.storage.journal import between
from habit_tracker.transfer.export.as_csv import COLUMNS, guarded, unguarded

RUN = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def cells(text: str) -> list[list[str]]:
    """What a spreadsheet sees."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@settings(max_examples=15, deadline=None)
@given(win_rows(st.uuids().map(str)))
def test_wins_come_back_as_they_were(stored: list[Values]) -> None:
    """All but the deleted ones, to the byte."""
    with filled({"wins": stored}) as here, filled({}) as there:
        bring_in(there, exported(here, "csv"))
        kept = {uid: state for uid, state in states(here).items() if not state["deleted_at"]}
        assert _without_stamps(states(there)) == _without_stamps(kept)


def _without_stamps(found: dict[str, Values]) -> dict[str, Values]:
    """A table has no room for when each single field was changed."""
    return {
        uid: {name: state[name] for name in state if not name.endswith("_updated_at")}
        for uid, state in found.items()
    }


@given(texts | st.text("'=+-@ab\t\r", max_size=6))
def test_guarding_is_undone_exactly(text: str) -> None:
    """Also for a text that begins with an apostrophe of its own."""
    assert unguarded(guarded(text)) == text


@given(texts | st.text("'=+-@ab\t\r", max_size=6))
def test_no_cell_is_a_formula(text: str) -> None:
    """However it begins."""
    assert not guarded(text).startswith(RUN)


def test_every_nasty_text_survives_the_round_trip() -> None:
    """And none of them is a formula, nor tears its row apart."""
    stored = [win(number, text=clean_text(text)) for number, text in enumerate(filter(str.strip, NASTY), 1)]
    with filled({"wins": stored}) as here, filled({}) as there:
        written = exported(here, "csv")
        bring_in(there, written)
        assert exported(there, "csv") == written
        assert sorted(found.text for found in between(there, date.min, date.max)) == sorted(
            row["text"] for row in stored
        )
    assert {len(row) for row in cells(written)} == {len(COLUMNS)}
    assert not [cell for row in cells(written) for cell in row if cell.startswith(RUN)]


def test_a_spreadsheet_knows_the_encoding_and_the_columns() -> None:
    """By the mark at the beginning and the names in the first line."""
    with filled({"wins": [win(1, text="ü", confidence=4)]}) as here:
        written = exported(here, "csv")
    assert written.encode().startswith(
        b"\xef\xbb\xbfday,text,confidence,logged_at,zone,source,chosen,uid,updated_at\r\n"
    )
    assert cells(written)[1][:3] == ["2026-11-20", "ü", "4"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_stays_readable_is_untouched(text: str) -> None:
    """At most one apostrophe is added."""
    assert guarded(text) in {text, "'" + text}


def test_a_table_of_a_persons_own_will_do() -> None:
    """A day and a text are enough, also with semicolons; the same file twice adds nothing."""
    text = "Day;Text;Mood\r\n2026-11-20;fertig;x\r\n2026-11-20;fertig;y\r\n"
    with filled({}) as here:
        assert len(bring_in(here, text).new) == 2
        assert bring_in(here, text).new == []


def test_a_line_of_another_shape_is_named() -> None:
    """By the line on which it begins, also below a text of several lines."""
    found = found_in('day,text\n2026-11-20,"a\nb"\n\n20.11.2026,x\n2026-11-20\n2026-11-20,y\n', person=ANYONE)
    assert [(bad.where, bad.reason.partition(" ")[0]) for bad in found.bad] == [
        ("line 5", "'20.11.2026'"),
        ("line 6", "it"),
    ]
    assert [entry.text for entry in found.entries.values()] == ["a\nb", "y"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("2026-11-20,,3,", "line 2, text: There is no text"),
        ("2026-11-20,x,6,", "line 2, confidence: '6' is not a number from 1 to 5"),
        ("2026-11-20,x,good,", "line 2, confidence: 'good' is not a number from 1 to 5"),
        ("2026-11-20,x,3,yesterday", "line 2: 'yesterday' is not an instant"),
    ],
)
def test_a_cell_that_cannot_be_stored_is_named(line: str, reason: str) -> None:
    """With what is wrong with it."""
    (bad,) = found_in(f"day,text,confidence,logged_at\n{line}\n").bad
    assert f"{bad.where}: {bad.reason}".startswith(reason)
