"""Do not disturb is read where each desktop keeps it, and is "off" only where a desktop says so."""

import subprocess
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from support.fake_server import fake_server
from support.live import Live
from support.menu import in_the_menu
from support.processes import need, running
from support.real_servers import XFCONFD

from habit_tracker.desktop.notifications.do_not_disturb import do_not_disturb, quiet_here
from habit_tracker.desktop.notifications.quiet_signs import UNSAID, Quiet

ON, OFF = Quiet(True), Quiet(False)


@pytest.mark.parametrize(("name", "word"), [
    ("dunst", "paused"), ("Plasma", "Inhibited"), ("never seen", "Inhibited"), ("never seen", "paused"),
])  # fmt: skip
def test_servers_say_that_they_are_quiet(bus: dict[str, str], live: Live, name: str, word: str) -> None:
    """KDE has one word for it, dunst another; who is not known is asked for both."""
    live.on(bus)
    for value, found in ((True, ON), (False, OFF)):
        with fake_server(bus, name=name, properties={word: value}):
            assert quiet_here() == found


@pytest.mark.parametrize(("owner", "method", "name"), [
    ("org.erikreider.swaync.cc", "GetDnd", "SwayNotificationCenter"),
    ("org.budgie_desktop.Raven", "GetDoNotDisturbState", "Budgie Notification Server"),
])  # fmt: skip
def test_control_centres_are_asked(bus: dict[str, str], live: Live, owner: str, method: str, name: str) -> None:
    """They have a name of their own."""
    live.on(bus)
    for value, found in ((True, ON), (False, OFF)):
        with fake_server(bus, name=name), fake_server(bus, owns=owner, answers={method: ("b", (value,))}):
            assert quiet_here() == found


@pytest.mark.parametrize(("name", "vendor", "quiet"), [
    ("gnome-shell", "GNOME", "false"), ("cinnamon", "GNOME", "false"),
    ("Notification Daemon", "MATE", "true"), ("io.elementary.notifications", "elementaryOS", "true"),
])  # fmt: skip
def test_the_gnome_family_has_a_setting(
    bus: dict[str, str], live: Live, tmp_path: Path, name: str, vendor: str, quiet: str
) -> None:
    """Some say "show", some say "do not disturb"; without the program that reads it, nobody says."""
    program = tmp_path / "gsettings"
    live.on(bus | {"PATH": f"{tmp_path}"})
    with fake_server(bus, name=name, vendor=vendor):
        assert quiet_here() == UNSAID
        for value, found in (("true", Quiet(quiet == "true")), ("false", Quiet(quiet == "false")), ("", UNSAID)):
            program.write_text(f"#!/bin/sh\necho {value}\n")
            program.chmod(0o700)
            assert quiet_here() == found


MODES: list[tuple[list[str], str | None, Quiet]] = [
    (["default"], "[mode=do-not-disturb]\ninvisible=1\n", OFF),
    (["default", "do-not-disturb"], "[mode=do-not-disturb]\ninvisible=1\n", ON),
    (["away"], "font=x\n[mode=away]\n# busy\ninvisible=true\n", ON),
    (["away"], "[mode=away]\nfont=x\n", OFF),
    (["away"], "[mode=away urgency=low]\ninvisible=1\n", OFF),
    (["away"], '[mode=away app-name="Habit tracker"]\ninvisible=1\n', ON),
    (["away"], "[mode=away desktop-entry=habit-tracker]\ninvisible=1\n", ON),
    (["away"], "[mode=away]\ninvisible=1\n[mode=away urgency=normal]\ninvisible=0\n", OFF),
    (["away"], "[mode=away app-name=Bob's]\ninvisible=1\n", OFF),
    (["do-not-disturb"], None, ON),
    (["default"], None, OFF),
]


@pytest.mark.parametrize(("modes", "config", "found"), MODES, ids=range(len(MODES)))
def test_the_modes_of_mako_are_what_the_person_has_made_of_them(
    bus: dict[str, str], live: Live, tmp_path: Path, modes: list[str], config: str | None, found: Quiet
) -> None:
    """By the configuration; without one the usual name counts."""
    live.on(bus)
    in_the_menu(tmp_path / "data")
    if config is not None:
        (tmp_path / "config/mako").mkdir(parents=True)
        (tmp_path / "config/mako/config").write_text(config)
    with fake_server(bus, name="mako", answers={"ListModes": ("as", (modes,))}):
        assert quiet_here() == found


@pytest.mark.parametrize(("text", "found"), [
    ("[General]\ndoNotDisturb=true\n", ON), ("[General]\nwidth=300\n", OFF), (None, OFF),
])  # fmt: skip
def test_lxqt_has_a_file(bus: dict[str, str], live: Live, tmp_path: Path, text: str | None, found: Quiet) -> None:
    """Without one everything is as it comes."""
    live.on(bus)
    if text is not None:
        (tmp_path / "config/lxqt").mkdir(parents=True)
        (tmp_path / "config/lxqt/notifications.conf").write_text(text)
    with fake_server(bus, name="lxqt-notificationd"):
        assert quiet_here() == found


def test_xfce_may_have_muted_us(bus: dict[str, str], live: Live, tmp_path: Path) -> None:
    """Then nothing is shown either, and the reason is another one."""
    need(XFCONFD, "gdbus", "xfconf-query")
    env = bus | {"XDG_CONFIG_HOME": str(tmp_path)}
    live.on(env)
    with running([XFCONFD], env), fake_server(bus, name="Xfce Notify Daemon"):
        subprocess.run(["gdbus", "wait", "--session", "--timeout", "10", "org.xfce.Xfconf"], env=env, check=True)
        assert quiet_here() == OFF
        muted = "xfconf-query -c xfce4-notifyd -p /applications/muted_applications -n -a"
        values = "-t string -s Thunar -t string -s 'Habit tracker'"
        subprocess.run(["sh", "-c", f"{muted} {values}"], env=env, check=True)
        assert quiet_here() == Quiet(True, 'Xfce has muted the notifications of "Habit tracker"')


@pytest.mark.parametrize(("entry", "value", "found"), [
    (True, "false", Quiet(True, 'Plasma has muted the notifications of "Habit tracker"')),
    (True, "true", UNSAID),
    (False, "false", UNSAID),
])  # fmt: skip
def test_plasma_may_have_muted_us(
    bus: dict[str, str], live: Live, tmp_path: Path, entry: bool, value: str, found: Quiet
) -> None:
    """By its settings for the menu entry, which it heeds where there is one."""
    live.on(bus)
    if entry:
        in_the_menu(tmp_path / "data")
    (tmp_path / "config").mkdir()
    (tmp_path / "config/plasmanotifyrc").write_text(
        f"[Applications][firefox]\nShowPopups=false\n\n[Applications][habit-tracker]\nSeen=true\nShowPopups={value}\n"
    )
    with fake_server(bus, name="Plasma"):
        assert quiet_here() == found


@pytest.mark.parametrize("key", ["enable", "show-banners"])
def test_gnome_may_have_muted_us(bus: dict[str, str], live: Live, tmp_path: Path, key: str) -> None:
    """By its settings for the menu entry; all others are as they come."""
    program = tmp_path / "gsettings"
    ours = (
        "org.gnome.desktop.notifications.application:/org/gnome/desktop/notifications/application/habit-tracker/"
    )
    program.write_text(f'#!/bin/sh\n[ "$2 $3" = "{ours} {key}" ] && echo false || echo true\n')
    program.chmod(0o700)
    live.on(bus | {"PATH": f"{tmp_path}"})
    with fake_server(bus, name="gnome-shell"):
        assert quiet_here() == OFF, "without an entry GNOME knows nothing of us"
        in_the_menu(tmp_path / "data")
        assert quiet_here() == Quiet(True, 'GNOME has muted the notifications of "Habit tracker"')


@pytest.mark.parametrize(
    "name",
    [
        "never seen",
        "notify-osd",
        "Notification Daemon",
        "dunst",
        "mako",
        "Plasma",
        "SwayNotificationCenter",
        "Xfce Notify Daemon",
        "Budgie Notification Server",
    ],
)
def test_who_says_nothing_is_not_taken_to_be_off(bus: dict[str, str], live: Live, name: str) -> None:
    """It is unknown; and a nudge comes."""
    live.on(bus)
    with fake_server(bus, name=name):
        assert (quiet_here(), do_not_disturb()) == (UNSAID, None)


@pytest.mark.parametrize("settings", [
    {"name": "dunst", "hangs": ("Get",)},
    {"name": "mako", "answers": {"ListModes": ("s", ("odd",))}},
    {"name": "SwayNotificationCenter", "owns_too": {"GetDnd": ("s", ("odd",))}},
])  # fmt: skip
def test_odd_answers_are_no_answers(bus: dict[str, str], live: Live, settings: dict[str, Any]) -> None:
    """Who hangs is waited for half a second."""
    live.on(bus)
    with ExitStack() as stack:
        if odd := settings.pop("owns_too", None):
            stack.enter_context(fake_server(bus, owns="org.erikreider.swaync.cc", answers=odd))
        stack.enter_context(fake_server(bus, **settings))
        assert quiet_here().on is not True


def test_without_a_bus_nobody_asks_for_quiet(nowhere: dict[str, str], live: Live) -> None:
    """A failure to look is not a reason to hold back."""
    live.on(nowhere)
    assert (quiet_here(), do_not_disturb()) == (UNSAID, None)
