"""Each sign is read where desktops show it, and what is not told is unknown."""

import json
import struct
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.desktop import screen
from support.fake_server import fake_server
from support.live import Live
from support.session_bus import session_bus

from habit_tracker.desktop.busy import ABSENCE, ENGAGEMENT, busy, signs
from habit_tracker.desktop.busy.absence import ELSEWHERE, LOCKED, UNTOUCHED
from habit_tracker.desktop.busy.engagement import AWAKE, CAMERA, MICROPHONE

LOGIN = "org.freedesktop.login1"
FREEDESKTOP = "org.freedesktop.ScreenSaver"
IDLE = "an idle computer"


def found() -> dict[str, bool | None]:
    """What there is to be seen."""
    return {name: sign.found.on for name, sign in signs().items()}


def reason(*, engaged: bool = True) -> str | None:
    """Why the person is not to be disturbed."""
    return one.reason if (one := busy(engaged=engaged)) else None


def test_where_nobody_tells_nothing_is_known(nowhere: dict[str, str], live: Live, tmp_path: Path) -> None:
    """Unknown is not "no"; and a question comes."""
    live.on(nowhere | {"PATH": str(tmp_path)})
    assert found() == dict.fromkeys([*ABSENCE, *ENGAGEMENT])
    assert reason() is None


@pytest.mark.parametrize("name", ["freedesktop", "gnome", "cinnamon", "mate", "xfce"])
def test_lockers_are_asked(bus: dict[str, str], live: Live, name: str) -> None:
    """Those of five families."""
    live.on(bus)
    for value in (True, False):
        with fake_server(bus, owns=f"org.{name}.ScreenSaver", answers={"GetActive": ("b", (value,))}):
            assert found()["a locked screen"] is value
            assert reason() == (LOCKED if value else None)


def test_a_locker_that_only_takes_wishes_says_nothing(bus: dict[str, str], live: Live) -> None:
    """GNOME's proxy of another's name: it refuses, or says odd things, or hangs for half a second."""
    live.on(bus)
    odd: list[dict[str, Any]] = [{"refuses": ("GetActive",)}, {"hangs": ("GetActive",)}]
    for how in (*odd, {"answers": {"GetActive": ("s", ("odd",))}}):
        began = time.monotonic()
        with fake_server(bus, owns=FREEDESKTOP, **how):
            assert found()["a locked screen"] is None
        assert time.monotonic() - began < 5


@pytest.fixture
def system(tmp_path: Path, bus: dict[str, str], live: Live) -> Iterator[dict[str, str]]:
    """A system bus."""
    (tmp_path / "system").mkdir()
    with session_bus(tmp_path / "system") as env:
        live.on(bus | {"DBUS_SYSTEM_BUS_ADDRESS": env["DBUS_SESSION_BUS_ADDRESS"], "PATH": ""})
        yield env


SESSIONS: list[tuple[dict[str, Any], str | None]] = [
    ({"LockedHint": True, "Active": True}, LOCKED),
    ({"LockedHint": False, "Active": True}, None),
    ({"LockedHint": False, "Active": False}, ELSEWHERE),
    ({"IdleHint": True}, UNTOUCHED),
    ({"IdleHint": False}, None),
]


@pytest.mark.parametrize(("session", "why"), SESSIONS, ids=range(len(SESSIONS)))
def test_the_login_manager_is_asked(system: dict[str, str], session: dict[str, bool], why: str | None) -> None:
    """On the bus of the system."""
    with fake_server(system, owns=LOGIN, properties=session):
        assert reason() == why


def test_a_hint_that_is_off_says_nothing(system: dict[str, str]) -> None:
    """Many lockers, and many window managers, give none."""
    with fake_server(system, owns=LOGIN, properties={"LockedHint": False, "IdleHint": False, "Active": True}):
        seen = found()
        assert (seen["a locked screen"], seen[IDLE], seen["another session"]) == (None, None, False)


@pytest.mark.parametrize(("seconds", "on"), [(600, True), (599, False), (0, False)])
def test_mutter_counts_milliseconds(bus: dict[str, str], live: Live, seconds: int, on: bool) -> None:
    """It is believed before any hint."""
    live.on(bus)
    answer = {"GetIdletime": ("t", (seconds * 1000,))}
    with fake_server(bus, owns="org.gnome.Mutter.IdleMonitor", answers=answer):
        assert found()[IDLE] is on


@pytest.mark.parametrize("session", ["x11", "wayland"])
def test_x_is_believed_where_it_has_the_screen(nowhere: dict[str, str], live: Live, session: str) -> None:
    """On Wayland it sees only what is done in its own windows."""
    with screen() as shown:
        live.on({**nowhere, **shown, "XDG_SESSION_TYPE": session})
        assert found()[IDLE] is (False if session == "x11" else None)


class Counter(dict[str, Any]):
    """Answers that run on from a start, so many a second."""

    def __init__(self, start: int, rate: int) -> None:
        super().__init__(GetSessionIdleTime=None)
        self._start, self._rate, self._began = start, rate, time.monotonic()

    def get(self, key: str, default: Any = None) -> Any:
        """The count as it is now."""
        count = self._start + int(self._rate * (time.monotonic() - self._began))
        return ("u", (count,)) if key == "GetSessionIdleTime" else default


@pytest.mark.parametrize(("start", "rate", "on"), [
    (601, 1, True), (300, 1, False), (601, 1000, False), (60_000, 1000, False), (600_001, 1000, True),
])  # fmt: skip
def test_seconds_are_told_from_milliseconds(
    bus: dict[str, str], live: Live, start: int, rate: int, on: bool
) -> None:
    """One specification, two readings of it."""
    live.on(bus)
    with fake_server(bus, owns=FREEDESKTOP) as saver:
        saver._answers = Counter(start, rate)
        assert found()[IDLE] is on


@pytest.mark.parametrize(("name", "method"), [
    ("org.gnome.SessionManager", "IsInhibited"),
    ("org.kde.Solid.PowerManagement.PolicyAgent", "HasInhibition"),
    ("org.freedesktop.PowerManagement.Inhibit", "HasInhibit"),
])  # fmt: skip
def test_a_screen_that_is_kept_awake(bus: dict[str, str], live: Live, name: str, method: str) -> None:
    """By a film or a talk: the person is there."""
    live.on(bus)
    for value in (True, False):
        with fake_server(bus, owns=name, answers={method: ("b", (value,))}):
            assert found()["a screen kept awake"] is value
            assert (reason(), reason(engaged=False)) == (AWAKE if value else None, None)


def test_music_keeps_no_screen_awake(bus: dict[str, str], live: Live) -> None:
    """Plasma tells one from the other."""
    live.on(bus)
    music = {"HasInhibit": ("b", (True,))}
    agent = {"HasInhibition": ("b", (False,))}
    with (
        fake_server(bus, owns="org.freedesktop.PowerManagement.Inhibit", answers=music),
        fake_server(bus, owns="org.kde.Solid.PowerManagement.PolicyAgent", answers=agent),
    ):
        assert reason() is None


STREAM = 'Source Output #7\n\tDriver: x\n\tSource: {}\n\tCorked: {}\n\tProperties:\n\t\tmedia.name = "call"\n'
SOURCES = "1\\tmic.input\\tx\\n2\\tspeakers.monitor\\tx\\n"


@pytest.mark.parametrize(("streams", "on"), [
    ("", False),
    (STREAM.format(1, "no"), True),
    (STREAM.format(1, "yes"), False),  # it has let go of it
    (STREAM.format(2, "no"), False),  # it listens to what is played
    (STREAM.format(2, "no") + STREAM.format(1, "no"), True),
    (STREAM.format(9, "no"), True),
    ("Source Output #7\n", True),
])  # fmt: skip
def test_pulse_tells_who_listens(
    nowhere: dict[str, str], live: Live, tmp_path: Path, streams: str, on: bool
) -> None:
    """To a microphone, that is."""
    lists = f"case $2 in source-outputs) printf '%s' '{streams}';; *) printf '{SOURCES}';; esac"
    program(tmp_path / "pactl", lists)
    live.on(nowhere | {"PATH": f"{tmp_path}:/usr/bin:/bin"})
    assert found()["the microphone"] is on
    assert reason() == (MICROPHONE if on else None)


def node(kind: str, state: str, **properties: Any) -> dict[str, Any]:
    """What PipeWire says of a stream."""
    props = {"media.class": kind, **properties}
    return {"type": "PipeWire:Interface:Node", "info": {"state": state, "props": props}}


@pytest.mark.parametrize(("nodes", "why"), [
    ([], None),
    ([node("Stream/Input/Audio", "running")], MICROPHONE),
    ([node("Stream/Input/Audio", "idle")], None),
    ([node("Stream/Input/Audio", "running", **{"stream.capture.sink": True})], None),
    ([node("Stream/Output/Audio", "running")], None),
    ([node("Stream/Input/Video", "running")], CAMERA),
    (["odd", {"type": "PipeWire:Interface:Core", "info": {}}, {"info": None}], None),
    ({"odd": 1}, None),
])  # fmt: skip
def test_pipewire_tells_who_listens_and_looks(
    nowhere: dict[str, str], live: Live, tmp_path: Path, nodes: Any, why: str | None
) -> None:
    """Where PulseAudio's own program is not there."""
    (tmp_path / "said").write_text(json.dumps(nodes))
    program(tmp_path / "pw-dump", f"/bin/cat {tmp_path / 'said'}")
    live.on(nowhere | {"PATH": str(tmp_path)})
    assert reason() == why


@pytest.mark.parametrize("script", ["exit 1", "printf 'odd'", "/bin/sleep 60"])
def test_programs_that_fail_or_hang_tell_nothing(
    nowhere: dict[str, str], live: Live, tmp_path: Path, script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are not waited for."""
    monkeypatch.setattr("habit_tracker.desktop.busy.desk.PROGRAM_LIMIT", 0.3)
    program(tmp_path / "pw-dump", script)
    live.on(nowhere | {"PATH": str(tmp_path)})
    assert found()["the microphone"] is None


def program(path: Path, script: str) -> None:
    """Make a program of that script."""
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)


def test_whatever_is_odd_the_question_comes(
    nowhere: dict[str, str], live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sign that cannot be read is unknown."""

    def odd(_desk: object) -> Any:
        raise struct.error("an X server that says what no X server says")

    monkeypatch.setitem(ABSENCE, IDLE, odd)
    live.on(nowhere)
    assert (found()[IDLE], reason()) == (None, None)
