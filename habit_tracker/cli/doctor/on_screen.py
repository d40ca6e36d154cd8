"""Can a question be shown and answered on this screen?"""

import shutil
import sys

from habit_tracker.cli.doctor.finding import Finding, ok, problem, warning
from habit_tracker.cli.doctor.install import install
from habit_tracker.cli.doctor.probe import Probe
from habit_tracker.desktop.display import has_screen, screen_environment
from habit_tracker.desktop.notifications.gesture import gesture
from habit_tracker.desktop.notifications.known_servers import known
from habit_tracker.desktop.notifications.quiet_signs import DO_NOT_DISTURB
from habit_tracker.desktop.window.choice import LIMITS, SIMPLE
from habit_tracker.domain.nudges.delivery import AUTO

SERVERS = ("dunst", "mako", "swaync")


def server(probe: Probe) -> Finding:
    """The notification server by name, and how a question is answered on it."""
    if not sys.platform.startswith("linux"):
        return ok("this system's own; it cannot tell whether you saw them")
    if isinstance(probe.server, str):
        here = "" if has_screen(screen_environment()) else ". Run habit doctor in a terminal of your desktop"
        return problem(probe.server + here, _for_no_server(probe.server))
    found, how = probe.server, gesture(probe.server).words
    if "actions" not in found.abilities:
        return warning(f"{found.channel} shows them, but they cannot be clicked. {how}")
    return ok(f"{found.channel} by {found.vendor}. {how}")


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
    if probe.quiet.on is None:
        return warning(f"unknown: {probe.server.name} does not tell, and may hide a question while it is on")
    if probe.quiet.on:
        loud = known(probe.server).loud if probe.quiet.reason == DO_NOT_DISTURB else None
        return problem(f"{probe.quiet.reason}: questions wait until it is off", loud)
    return ok("off")


def busy(probe: Probe) -> Finding | None:
    """What a question that is due waits for, as far as this desktop tells: never for long enough to be lost."""
    if probe.view is None or not sys.platform.startswith("linux"):
        return None
    if not probe.view.rules.busy:
        return ok("a question comes however busy you are, as you have set it")
    for found, engaged in probe.signs.values():
        if found.on:
            return ok(f"{found.reason}: a question waits for its end" + (", two hours at most" if engaged else ""))
    said = {
        "no sign of": [name for name, sign in probe.signs.items() if sign.found.on is False],
        "unknown here": [name for name, sign in probe.signs.items() if sign.found.on is None],
    }
    return ok("; ".join(f"{words}: {', '.join(names)}" for words, names in said.items() if names))


def shown(probe: Probe) -> Finding | None:
    """A notification, shown by the process that shows questions: the running reminder, if there is one."""
    if (isinstance(probe.server, str) and sys.platform.startswith("linux")) or probe.quiet.on:
        return None
    with probe.test_notification() as report:
        if report.report not in {"shown", "sent"}:
            return problem(f"nothing was shown: {report.reason}")
        if probe.saw and not probe.saw():
            return problem(f"{report.channel} took it, and you did not see it: look at its settings")
    if report.report == "sent":
        return ok(f"taken by {report.channel}, which cannot tell whether it was shown")
    return ok(f"shown by {report.channel}" + (", and you saw it" if probe.saw else ""))


def window(probe: Probe) -> Finding:
    """The window in which a question is answered: which toolkit opens it, and what that cannot do."""
    usable = [name for name, trouble in probe.toolkits.items() if trouble is None]
    reasons = list(dict.fromkeys(trouble for trouble in probe.toolkits.values() if trouble))
    mend = install("python3-tk") if any("Python has no tkinter" in reason for reason in reasons) else None
    if not usable:
        return warning(f"none can open: {'; '.join(reasons)}. You can answer in the terminal: habit ask", mend)
    name, limit = usable[0], LIMITS.get(usable[0])
    first, trouble = next(iter(probe.toolkits.items()))
    opens = f"{name} opens it" + (f"; {limit}" if limit else "")
    if trouble and probe.window != AUTO:
        return warning(f"you chose {first}, which cannot open: {trouble}. So {opens}")
    if trouble and name in SIMPLE:
        return warning(f"{opens}. A better one cannot open: {trouble}", mend)
    return ok(opens)
