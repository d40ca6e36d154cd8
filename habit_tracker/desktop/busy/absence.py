"""Signs that nobody is there to see a question."""

import time

from habit_tracker.desktop.busy.desk import Desk, Service
from habit_tracker.desktop.notifications.quiet_signs import UNSAID, Quiet

IDLE = 600.0
"""Seconds after which nobody is there any more."""
LOCKED = "the screen is locked"
ELSEWHERE = "another session is on the screen"
UNTOUCHED = "nobody has touched the computer for 10 minutes"
A_MOMENT = 0.05
MILLISECONDS = 10
"""A counter of seconds runs on by one at most in a moment, one of milliseconds by more than this."""

FREEDESKTOP = Service("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver")
SCREEN_SAVERS = [FREEDESKTOP] + [
    Service(f"org.{name}.ScreenSaver", f"/org/{name}/ScreenSaver", f"org.{name}.ScreenSaver")
    for name in ("gnome", "cinnamon", "mate", "xfce")
]
MONITOR = "org.gnome.Mutter.IdleMonitor"
MUTTER = Service(MONITOR, "/org/gnome/Mutter/IdleMonitor/Core", MONITOR)


def locked(desk: Desk) -> Quiet:
    """Whether the screen is locked. The hint of a session is off also where its locker gives none."""
    if desk.login("LockedHint") is True:
        return Quiet(True, LOCKED)
    said = [desk.call(desk.session, one, "GetActive") for one in SCREEN_SAVERS]
    return Quiet(True in said, LOCKED) if any(isinstance(one, bool) for one in said) else UNSAID


def elsewhere(desk: Desk) -> Quiet:
    """Whether somebody else has taken the screen; a session that is being closed never had it back."""
    active = desk.login("Active")
    if not isinstance(active, bool):
        return UNSAID
    if active:
        return Quiet(False)
    closing = desk.login("State") == "closing"
    return UNSAID if closing or _is_text(desk) else Quiet(True, ELSEWHERE)


def idle(desk: Desk) -> Quiet:
    """Whether nobody has touched the computer for ten minutes: who counts that is believed before any hint."""
    counted = [seconds for count in (_of_x, _of_mutter, _of_screen_saver) if (seconds := count(desk)) is not None]
    if counted:
        return Quiet(min(counted) >= IDLE, UNTOUCHED)
    if desk.login("IdleHint") is not True or _is_text(desk):
        return UNSAID
    since = desk.login("IdleSinceHint")
    for_long = not isinstance(since, int) or time.time() - since / 1e6 >= IDLE
    return Quiet(for_long, UNTOUCHED)


def _is_text(desk: Desk) -> bool:
    """Whether the session is a terminal's, which says nothing of a screen."""
    return desk.login("Type") in {"tty", "unspecified"}


def _of_x(desk: Desk) -> float | None:
    return None if desk.x is None or desk.wayland else desk.x.idle()


def _of_mutter(desk: Desk) -> float | None:
    found = desk.call(desk.session, MUTTER, "GetIdletime")
    return found / 1000 if isinstance(found, int) else None


def _of_screen_saver(desk: Desk) -> float | None:
    """The specification has it count seconds, Plasma counts milliseconds: how fast it runs tells which."""
    first = desk.call(desk.session, FREEDESKTOP, "GetSessionIdleTime")
    if not isinstance(first, int) or first < IDLE:
        return None if not isinstance(first, int) else float(first)
    time.sleep(A_MOMENT)
    second = desk.call(desk.session, FREEDESKTOP, "GetSessionIdleTime")
    if not isinstance(second, int) or second < first:
        return 0.0
    return second / 1000 if second - first > MILLISECONDS else float(second)
