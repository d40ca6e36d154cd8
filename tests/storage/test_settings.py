"""A setting is what the person could have set, or the default holds."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from habit_tracker.domain.nudges.quiet import Quiet
from habit_tracker.storage import settings


@pytest.mark.parametrize(
    ("key", "stored", "value"),
    [
        ("follow-up", "off", None),
        ("follow-up", "720", timedelta(hours=12)),
        ("quiet", "21:00-08:00", Quiet(time(21), time(8))),
        ("week-start", "6", 6),
        ("reminding-since", "2026-11-20", date(2026, 11, 20)),
    ],
)
def test_what_is_stored_stands_for_a_value(key: str, stored: str, value: Any) -> None:
    """In the form in which it was always stored."""
    assert settings.parse(key, stored) == value


BAD: list[tuple[str, Any]] = [
    *(("follow-up", text) for text in ("-5", "0", "721", "9" * 400, "1.5", "x", "", " 5", b"5", "５")),
    *(("quiet", text) for text in ("x", "21:00", "25:00-08:00", "21:00-08:60", "21:00-08:00-", "9-8")),
    *(("week-start", text) for text in ("7", "-1", "abc", "")),
    *(("reminding-since", text) for text in ("2026-13-01", "20261120", "1899-12-31", "9999-12-31", "off")),
]


@pytest.mark.parametrize(("key", "stored"), BAD)
def test_what_nobody_could_have_set_stands_for_none(key: str, stored: Any) -> None:
    """The sentence says what would have been right."""
    with pytest.raises(ValueError, match=f"is not a value of {key}, as .* is"):
        settings.parse(key, stored)
