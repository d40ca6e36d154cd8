"""What each setting is now, how it is said, and what a change of it does and says."""

from __future__ import annotations

import os
from datetime import time, timedelta
from typing import TYPE_CHECKING

from habit_tracker.cli.app import App
from habit_tracker.domain.days.local_time import MIDNIGHT
from habit_tracker.domain.nudges.quiet import Quiet
from habit_tracker.domain.words import WEEKDAY_NAMES, clock, near_day

if TYPE_CHECKING:
    from habit_tracker.storage.session import Session


def read_day_start(session: Session) -> time:
    """When the days begin now."""
    starts = session.calendar.day_starts
    return starts[-1].at if starts else MIDNIGHT


def change_day_start(app: App, at: time) -> str:
    """Let them begin *at* that time from the next boundary on."""
    from habit_tracker.actions.plans import day_start

    start, today = app.act(day_start, at)
    return f"From {near_day(start.since, today)} on, your day begins at {clock(at)}."


def keep(app: App, name: str, value: str, said: str) -> None:
    """Store the *value* of the setting *name*, in the history *said* so."""
    from habit_tracker.actions.plans import setting

    app.act(setting, name, value, said)


def read_week_start(session: Session) -> int:
    """The weekday that weeks begin with: as set, else as is usual where the locale is at home."""
    from habit_tracker.domain.days.regions import first_weekday
    from habit_tracker.storage import settings

    return settings.value(session.connection, settings.WEEK_START, first_weekday(locale()))


def locale() -> str:
    """The name of the locale of dates; the first variable that is set decides, as in the C library."""
    return next((found for name in ("LC_ALL", "LC_TIME", "LANG") if (found := os.environ.get(name))), "")


def change_week_start(app: App, weekday: int) -> str:
    """Let weeks begin on that *weekday*."""
    keep(app, "week-start", str(weekday), weekday_name(weekday))
    return f"Weeks begin on {weekday_name(weekday)}."


def weekday_name(weekday: int) -> str:
    """`Monday`."""
    return WEEKDAY_NAMES[weekday]


def read_follow_up(session: Session) -> timedelta | None:
    """How long after the question a follow-up comes, None for none."""
    from habit_tracker.storage.rules import rules

    return rules(session.connection).follow_up


def change_follow_up(app: App, wait: timedelta | None) -> str:
    """Let it come after that *wait*."""
    from habit_tracker.storage.rules import follow_up_text

    keep(app, "follow-up", follow_up_text(wait), say_interval(wait))
    return f"A follow-up comes {say_interval(wait)} after the question." if wait else "No follow-up comes."


def say_interval(wait: timedelta | None) -> str:
    """`1h30m`, or off."""
    if wait is None:
        return "off"
    hours, minutes = divmod(wait // timedelta(minutes=1), 60)
    return (f"{hours}h" if hours else "") + (f"{minutes}m" if minutes else "")


def read_quiet(session: Session) -> Quiet | None:
    """The hours in which late questions wait."""
    from habit_tracker.storage.rules import rules

    return rules(session.connection).quiet


def change_quiet(app: App, quiet: Quiet | None) -> str:
    """Let these be the quiet hours."""
    from habit_tracker.storage.rules import quiet_text

    keep(app, "quiet", quiet_text(quiet), say_quiet(quiet))
    if quiet is None:
        return "There are no quiet hours."
    if quiet.start == quiet.end:
        return "It is quiet all day: only a question that comes at its own time is shown, and no follow-up."
    return f"From {clock(quiet.start)} to {clock(quiet.end)} late questions and follow-ups wait."


def say_quiet(quiet: Quiet | None) -> str:
    """`21:00-08:00`, or off."""
    return f"{clock(quiet.start)}-{clock(quiet.end)}" if quiet else "off"


def read_integrate(session: Session) -> bool:
    """Whether this desktop knows the program."""
    from habit_tracker.storage.settings import integrates

    return integrates(session.connection)


def change_integrate(app: App, wanted: bool) -> str:
    """Let it know the program from now on, or no more."""
    from habit_tracker.cli import integration

    keep(app, "integrate", say_switch(wanted), say_switch(wanted))
    said = integration.install_now(app.home) if wanted else integration.withdraw_now(app.home)
    return "\n".join(said) or ("Nothing was missing." if wanted else "Nothing was there.")


def read_busy(session: Session) -> bool:
    """Whether a question waits for a person who is busy."""
    from habit_tracker.storage.rules import rules

    return rules(session.connection).busy


def change_busy(app: App, waits: bool) -> str:
    """Let it wait, or not."""
    keep(app, "busy", say_switch(waits), say_switch(waits))
    return "A question waits while you are busy." if waits else "A question comes however busy you are."


def read_remember(session: Session) -> bool:
    """Whether a win from before is shown unasked."""
    from habit_tracker.storage.memories import is_wanted

    return is_wanted(session.connection)


def change_remember(app: App, wanted: bool) -> str:
    """Let it be shown, or not."""
    keep(app, "remember", say_switch(wanted), say_switch(wanted))
    return "A win from before is shown, one a day." if wanted else "No win from before is shown unasked."


def say_switch(on: bool) -> str:
    """`on` or `off`."""
    return "on" if on else "off"


def read_window(session: Session) -> str:
    """What the answer window is made with."""
    from habit_tracker.domain.nudges.delivery import AUTO
    from habit_tracker.storage import settings

    return settings.value(session.connection, settings.WINDOW, AUTO)


def change_window(app: App, name: str) -> str:
    """Let it be made with the toolkit of that *name*."""
    from habit_tracker.domain.nudges.delivery import AUTO

    keep(app, "window", name, name)
    if name == AUTO:
        return "The window in which you answer is the one that suits your desktop."
    return f"You answer in a {name} window; where it cannot open, in another. habit doctor says whether it can."
