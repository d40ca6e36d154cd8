"""A reply travels as JSON and arrives as it was."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habit_tracker.domain.nudges.reply import Reply


@given(st.text(), st.none() | st.integers(1, 5), st.datetimes(timezones=st.just(UTC)), st.dates())
def test_a_reply_arrives_as_it_was(text: str, confidence: int | None, at: datetime, day: date) -> None:
    """Whatever the text."""
    reply = Reply("uid", day, "daily", 1, "answer", at, "Europe/Berlin", text, confidence)
    assert Reply.from_json(reply.to_json()) == reply


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"day": 3}', '{"day": "2026-11-23", "at": "soon"}'])
def test_what_is_no_reply_is_refused(text: str) -> None:
    """With an error that the reader of the inbox expects."""
    with pytest.raises((ValueError, KeyError, TypeError)):
        Reply.from_json(text)
