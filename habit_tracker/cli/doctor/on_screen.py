"""Can a question be shown and answered on this screen?"""

import shutil
import sys

from habit_tracker.cli.doctor.finding import Finding, ok, problem, warning
from habit_tracker.cli.doctor.install import install
from habit_tracker.cli.doctor.probe import Probe
from habit_tracker.desktop.display import has_screen, screen_environment

SERVERS = ("dunst", "mako", "swaync")
ABILITIES = {"actions": "buttons", "inline-reply": "replies typed into the notification"}
"""Of all that a server can do, what matters here."""
LOUD_AGAIN = {
    "dunst": "dunstctl set-paused false",
    "gnome-shell": "gsettings set org.gnome.desktop.notifications show-banners true",
}
"""What switches do not disturb off, by the name of the notification server."""


def server(probe: Probe) -> Finding:
    """The notification server by name, and what it can do."""
    if not sys.platform.startswith("linux"):
        return ok("this system's own; it cannot tell whether you saw them")
    if isinstance(probe.server, str):
        here = "" if has_screen(screen_environment()) else ". Run habit doctor in a terminal of your desktop"
        return problem(probe.server + here, _for_no_server(probe.server))
    found = probe.server
    if "actions" not in found.abilities:
        return warning(f"{found.channel} shows them, but they cannot be clicked: answer with habit ask")
    can = [words for ability, words in ABILITIES.items() if ability in found.abilities]
    return ok(f"{found.channel} by {found.vendor}, with {' and '.join(can)}")


def _for_no_server(reason: str) -> str | None:
    if "jeepney" in reason:
        return f"{sys.executable} -m pip install jeepney"
    if not reason.startswith("no notification server"):
        return None
    there = next(filter(shutil.which, SERVERS), None)
    return f"{there} &" if there else install("dunst")


def quiet(probe: Probe) -> Finding | None:
    """Do not disturb, which holds every question back for as long as it is on."""
    if isinstance(probe.server, str):
        return None
    if probe.quiet:
        return problem(f"{probe.quiet}: questions wait until it is off", LOUD_AGAIN.get(probe.server.name))
    return ok("off, as far as this desktop tells")


def shown(probe: Probe) -> Finding | None:
    """A notification, shown by the same process that shows a question."""
    from habit_tracker.desktop.notifications.test_notification import SampleNotification
    from habit_tracker.reminder.requests import trial

    if (isinstance(probe.server, str) and sys.platform.startswith("linux")) or probe.quiet:
        return None
    app = probe.app
    with SampleNotification(trial(app.today_at_any_rate(), app.moment, app.home.inbox)) as sample:
        report = sample.report
        if report.report not in {"shown", "sent"}:
            return problem(f"nothing was shown: {report.reason}")
        if probe.saw and not probe.saw():
            return problem(f"{report.channel} took it, and you did not see it: look at its settings")
    if report.report == "sent":
        return ok(f"taken by {report.channel}, which cannot tell whether it was shown")
    return ok(f"shown by {report.channel}" + (", and you saw it" if probe.saw else ""))


def window(probe: Probe) -> Finding:
    """The window in which a question is answered."""
    usable = [name for name, unavailable_reason in probe.toolkits.items() if unavailable_reason is None]
    reasons = list(
        dict.fromkeys(unavailable_reason for unavailable_reason in probe.toolkits.values() if unavailable_reason)
    )
    missing = "Python has no tkinter" in (probe.toolkits.get("tkinter") or "")
    mend = install("python3-tk") if missing else None
    if not usable:
        return warning(f"none can open: {'; '.join(reasons)}. You can answer in the terminal: habit ask", mend)
    if reasons and usable[0] != next(iter(probe.toolkits)):
        return warning(f"{usable[0]} opens a simple one: {reasons[0]}", mend)
    return ok(f"{usable[0]} opens it")
