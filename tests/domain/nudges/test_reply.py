"""A reply travels as JSON and arrives as it was; what is none is refused with the reason."""

import json
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habit_tracker.domain.nudges.nudge import NudgeKey
from habit_tracker.domain.nudges.prompt import DAILY, PROMPTS
from habit_tracker.domain.nudges.reply import Reply, UnreadableReplyError
from habit_tracker.domain.progress.text import clean_text

AT = datetime(2026, 11, 23, 17, tzinfo=UTC)
KEY = NudgeKey(date(2026, 11, 23), DAILY)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200).filter(str.strip)


@given(texts, st.none() | st.integers(1, 5), st.sampled_from(sorted(PROMPTS)), st.integers(1, 9))
def test_a_reply_arrives_as_it_was(text: str, confidence: int | None, prompt: str, occurrence: int) -> None:
    """Whatever the text; only the white space around it goes."""
    key = NudgeKey(KEY.day, PROMPTS[prompt], occurrence)
    reply = Reply("uid", key, "answer", AT, "Europe/Berlin", text, confidence)
    assert Reply.from_json(reply.to_json()) == reply._replace(text=clean_text(text))


def test_a_reply_of_the_first_version_is_still_read() -> None:
    """It called the prompt its kind, and counted snoozes in a number."""
    said = {"uid": "a1", "day": "2026-11-23", "kind": "daily", "number": 3, "choice": "answer", "text": "done"}
    found = Reply.from_json(json.dumps({**said, "at": AT.isoformat(), "zone": "UTC", "confidence": None}))
    assert found == Reply("a1", KEY, "answer", AT, "UTC", "done")


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", "3", '"x"', "{", "[" * 100_000, '{"at": "soon"}', "{}\0"]
)
def test_what_is_no_reply_is_refused(text: str) -> None:
    """With one kind of error, whatever is wrong."""
    with pytest.raises(UnreadableReplyError):
        Reply.from_json(text)


BAD: dict[str, list[Any]] = {
    "uid": ["", "x" * 37, "../x", "a b", 7, None],
    "day": ["2026-13-01", "1899-12-31", "2200-01-01", "2026-12-24", 3, None, "tomorrow"],
    "prompt": ["surprise", "", 1, None, ["daily"]],
    "occurrence": [0, -1, 1.5, "1", None, True, 10**30],
    "choice": ["maybe", "", None, 1, ["answer"]],
    "at": ["2026-11-23T17:00:00", "soon", 5, None],
    "zone": ["", "x" * 65, "Europe Berlin", "\x1b[31m", 5, None],
    "text": ["", "   ", "x" * 10_001, "\0", "\ud800", 5, None, ["done"]],
    "confidence": [0, 6, 9, -1, 2.5, "4", True, 10**400],
}


@pytest.mark.parametrize(("field", "value"), [(field, value) for field in BAD for value in BAD[field]])
def test_each_field_is_checked(field: str, value: Any) -> None:
    """What the program would refuse from the person does not come in through a file."""
    said = json.loads(Reply("uid", KEY, "answer", AT, "UTC", "done", 4).to_json())
    with pytest.raises(UnreadableReplyError):
        Reply.from_json(json.dumps(said | {field: value}))


@given(
    st.dictionaries(st.sampled_from(sorted(BAD)), st.none() | st.integers() | st.text() | st.lists(st.integers()))
)
def test_nothing_but_that_error_comes_out(found: dict[str, Any]) -> None:
    """Or a reply."""
    said = json.loads(Reply("uid", KEY, "answer", AT, "UTC", "done", 4).to_json())
    with suppress(UnreadableReplyError):
        assert Reply.from_json(json.dumps(said | found)).at == AT or "at" in found
