"""The clock and the zone of the person."""

import pytest

from habit_tracker.clock import read_clock


def test_the_zone_is_read_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """A laptop that lands in Auckland is on Auckland time at the next look."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    assert read_clock().zone_name == "Europe/Berlin"
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    landed = read_clock()
    assert (landed.zone_name, landed.trouble) == ("Pacific/Auckland", None)


def test_now_is_a_true_instant() -> None:
    """In UTC, whatever the zone."""
    offset = read_clock().now.utcoffset()
    assert offset is not None
    assert not offset


@pytest.mark.parametrize("zone", ["JST-9", "Nowhere/At_All", "/no/such/file"])
def test_a_zone_that_cannot_be_named_is_an_offset(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    """And the moment says why."""
    monkeypatch.setenv("TZ", zone)
    moment = read_clock()
    assert moment.zone_name.startswith("UTC")
    assert moment.trouble
