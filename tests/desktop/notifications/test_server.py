"""Who shows notifications here, or truly why nobody does."""

import time
from pathlib import Path

import pytest
from support.desktop import Desktop
from support.fake_server import fake_server
from support.live import Live

from habit_tracker.desktop.notifications.server import Server, can_notify, describe_server


def test_a_real_server_is_described(screen: Desktop, live: Live) -> None:
    """By name, version and what it can do."""
    live.on(screen.env)
    found = describe_server()
    assert isinstance(found, Server)
    assert found.name == "dunst"
    assert {"actions", "body-markup"} <= found.abilities
    assert can_notify() is None


def test_without_a_bus_the_bus_is_missed(nowhere: dict[str, str], live: Live) -> None:
    """Nothing is named, so nothing can be tried."""
    live.on(nowhere)
    assert can_notify() == "there is no session bus to talk to (none is named)"


@pytest.mark.parametrize(
    "address", ["unix:path=/nowhere/bus", "nonsense", "tcp:host=localhost", "unix:runtime=yes", ""]
)
def test_a_bus_that_cannot_be_reached_is_named(nowhere: dict[str, str], live: Live, address: str) -> None:
    """No address ends in a traceback."""
    live.on(nowhere | {"DBUS_SESSION_BUS_ADDRESS": address})
    assert str(describe_server()).startswith("there is no session bus to talk to")


def test_a_bus_that_nobody_named_is_found(bus: dict[str, str], live: Live) -> None:
    """Login managers start it in the runtime folder."""
    live.on({"PATH": bus["PATH"], "XDG_RUNTIME_DIR": str(Path(bus["HOME"]))})
    assert describe_server() == "no notification server answers on the session bus"


def test_a_bus_without_server_is_not_taken_for_one(bus: dict[str, str], live: Live) -> None:
    """The reason says what is missing."""
    live.on(bus)
    assert can_notify() == "no notification server answers on the session bus"


@pytest.mark.slow
def test_a_server_that_hangs_is_given_five_seconds(bus: dict[str, str], live: Live) -> None:
    """Then it is said to hang."""
    live.on(bus)
    with fake_server(bus, hangs=("GetServerInformation",)):
        started = time.monotonic()
        assert describe_server() == "the notification server does not answer"
        assert 4.5 < time.monotonic() - started < 6


def test_plyer_needs_its_program(bus: dict[str, str], live: Live, tmp_path: Path) -> None:
    """Only where plyer is forced."""
    live.on(bus | {"PATH": str(tmp_path), "HABIT_TRACKER_CHANNEL": "plyer"})
    with fake_server(bus):
        assert can_notify() == "the program notify-send is not installed"
