"""A setting is what the person could have set, or the default holds."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert

from habit_tracker.domain.nudges.quiet import Quiet
from habit_tracker.domain.nudges.view import Rules
from habit_tracker.storage import settings, tables, upgrade
from habit_tracker.storage.rules import follow_up_text, quiet_text, rules

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("key", "stored", "value"),
    [
        ("follow-up", "off", None),
        ("follow-up", "720", timedelta(hours=12)),
        ("quiet", "21:00-08:00", Quiet(time(21), time(8))),
        ("week-start", "6", 6),
        ("integrate", "on", True),
        ("integrate", "off", None),
        ("question", "off", None),
        ("holidays", "DE-BY,BR-São Paulo Capital", "DE-BY,BR-São Paulo Capital"),
        ("question", "What went well?", "What went well?"),
        ("window", "zenity", "zenity"),
        ("reminding-since", "2026-11-20", date(2026, 11, 20)),
    ],
)
def test_what_is_stored_stands_for_a_value(key: str, stored: str, value: Any) -> None:
    """In the form in which it was always stored."""
    assert settings.parse(key, stored) == value


BAD: list[tuple[str, Any]] = [
    *(("follow-up", text) for text in ("-5", "0", "721", "9" * 400, "1.5", "x", "", " 5", b"5", "５")),
    *(("quiet", text) for text in ("x", "21:00", "25:00-08:00", "21:00-08:60", "21:00-08:00-", "9-8")),
    *(("window", text) for text in ("", "motif", "auto ", "tkinter")),
    *(("week-start", text) for text in ("7", "-1", "abc", "")),
    *(("integrate", text) for text in ("ON", "1", "true", "")),
    *(("holidays", text) for text in ("", "de", "DE-", "DE,", "DE-BY, AT", "DE-\x1b[m", "DEU")),
    *(("question", text) for text in ("", "?", "a\nb", "a\u202eb", "a" * 121)),
    *(("reminding-since", text) for text in ("2026-13-01", "20261120", "1899-12-31", "9999-12-31", "off")),
]


@pytest.mark.parametrize(("key", "stored"), BAD)
def test_what_nobody_could_have_set_is_passed_over(key: str, stored: Any) -> None:
    """It is named for the doctor, and the default holds."""
    with upgrade.empty() as connection:
        connection.execute(insert(tables.settings).values(key=key, value=stored, updated_at=NOW))
        assert settings.value(connection, key, "the default") == "the default"
        assert list(settings.unusable(connection)) == [key]
        settings.drop(connection, settings.unusable(connection), NOW)
        assert settings.get(connection, key) is None


minutes = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(
    st.none() | st.integers(1, 720).map(lambda number: timedelta(minutes=number)),
    st.none() | st.builds(Quiet, minutes, minutes),
)
def test_rules_come_back_as_they_were_set(follow_up: timedelta | None, quiet: Quiet | None) -> None:
    """All that the command line takes."""
    with upgrade.empty() as connection:
        settings.put(connection, settings.FOLLOW_UP, follow_up_text(follow_up), NOW)
        settings.put(connection, settings.QUIET, quiet_text(quiet), NOW)
        assert rules(connection) == Rules(follow_up, quiet)
        assert settings.unusable(connection) == {}
