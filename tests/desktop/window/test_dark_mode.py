"""The window is dark where the desktop is, and as large as the desktop wants it."""

import json
import re
from pathlib import Path

import pytest
from support.delivery import TOOLKIT, nudge, window
from support.desktop import Desktop
from support.fake_server import fake_server
from support.processes import need

from habit_tracker.desktop.notifications.dbus import Bus
from habit_tracker.desktop.window.dark_mode import PORTAL, finish_asking, named_theme, portal_theme, start_asking


@pytest.mark.parametrize(
    ("env", "dark"),
    [
        ({}, None),
        ({"HABIT_TRACKER_THEME": "dark"}, True),
        ({"HABIT_TRACKER_THEME": "light", "GTK_THEME": "Adwaita:dark"}, False),
        ({"GTK_THEME": "Adwaita:dark"}, True),
        ({"GTK_THEME": "Adwaita"}, None),
        ({"HABIT_TRACKER_THEME": "purple"}, None),
    ],
)
def test_the_environment_may_name_the_theme(
    monkeypatch: pytest.MonkeyPatch, env: dict[str, str], *, dark: bool | None
) -> None:
    """Ours first, then GTK's."""
    for name in ("HABIT_TRACKER_THEME", "GTK_THEME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert named_theme() is dark


@pytest.mark.parametrize(("code", "dark"), [(0, None), (1, True), (2, False)])
def test_the_portal_knows_the_theme(
    bus: dict[str, str], monkeypatch: pytest.MonkeyPatch, code: int, *, dark: bool | None
) -> None:
    """One is dark, two is light; its answer is a variant within a variant."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus["DBUS_SESSION_BUS_ADDRESS"])
    connection = Bus()
    assert portal_theme(connection) is None
    with fake_server(bus, owns=PORTAL, answers={"Read": ("v", (("v", ("u", code)),))}):
        assert portal_theme(connection) is dark
    connection.close()


@pytest.mark.parametrize(("scheme", "dark"), [("'prefer-dark'", True), ("'default'", False), ("", False)])
def test_the_settings_know_the_theme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scheme: str, *, dark: bool
) -> None:
    """Asked while the window is being built; without an answer it is light."""
    program = tmp_path / "gsettings"
    program.write_text(f'#!/bin/sh\necho "{scheme}"\n')
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert finish_asking(start_asking()) is dark
    monkeypatch.setenv("PATH", "/nowhere")
    assert finish_asking(start_asking()) is False


def width(screen: Desktop, inbox: Path) -> int:
    """How wide the window is, in pixels."""
    with window(nudge(inbox, dark=False), screen.env) as child:
        assert json.loads(child.line()) == {"ready": True}
        found = re.search(r"accomplished\?.*?(\d+)x\d+\+", screen.windows())
    assert found
    return int(found[1])


@pytest.mark.parametrize("toolkit", [pytest.param("gtk", marks=pytest.mark.slow), "tkinter"])
def test_the_window_is_as_large_as_the_desktop_wants(screen: Desktop, inbox: Path, toolkit: str) -> None:
    """Desktops say their scale in the X resource Xft.dpi; nonsense in it does no harm."""
    need("xprop")

    def wanted(resources: str) -> int:
        screen.run("xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", resources)
        return width(named, inbox)

    named = Desktop(screen.env | {TOOLKIT: toolkit})
    try:
        usual = wanted("Xft.dpi:\t96\n")
        assert abs(wanted("Xft.dpi:\t192\n") - 2 * usual) <= 4
        assert wanted("Xft.dpi:\tlots\n") == usual
    finally:
        screen.run("xprop", "-root", "-remove", "RESOURCE_MANAGER")
