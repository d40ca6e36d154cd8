"""The settings: one entry in SETTINGS for each. `habit config` does the rest."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import time, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from habit_tracker.cli import backup_folder
from habit_tracker.cli.app import App
from habit_tracker.cli.holidays import change_holidays, read_holidays
from habit_tracker.cli.params.folder import Folder
from habit_tracker.cli.params.intervals import FollowUp
from habit_tracker.cli.params.question import Question
from habit_tracker.cli.params.regions import Regions
from habit_tracker.cli.params.switches import Switch
from habit_tracker.cli.params.times import Clock, QuietHours
from habit_tracker.cli.params.toolkits import Toolkit
from habit_tracker.cli.params.weekdays import Weekday
from habit_tracker.cli.question import change_question, read_question
from habit_tracker.domain.days.local_time import MIDNIGHT
from habit_tracker.domain.nudges.quiet import Quiet
from habit_tracker.domain.words import WEEKDAY_NAMES, clock, near_day

if TYPE_CHECKING:
    from habit_tracker.storage.session import Session


class Setting(NamedTuple):
    """One setting, from the text that the person types to the place where it stays.

    *kind* turns text into the value or says in one sentence what would have been right; *say* is its opposite.
    *read* gives the value in force, the default where none was set. *change* stores one, and says what that means.
    """

    name: str
    about: str
    example: str
    kind: click.ParamType[Any]
    say: Callable[[Any], str]
    read: Callable[[Session], Any]
    change: Callable[[App, Any], str]


def _read_day_start(session: Session) -> time:
    starts = session.calendar.day_starts
    return starts[-1].at if starts else MIDNIGHT


def _change_day_start(app: App, at: time) -> str:
    from habit_tracker.actions.plans import day_start

    start, today = app.act(day_start, at)
    return f"From {near_day(start.since, today)} on, your day begins at {clock(at)}."


def _keep(app: App, name: str, value: str, said: str) -> None:
    from habit_tracker.actions.plans import setting

    app.act(setting, name, value, said)


def read_week_start(session: Session) -> int:
    """The weekday that weeks begin with: as set, else as is usual where the locale is at home."""
    from habit_tracker.domain.days.regions import first_weekday
    from habit_tracker.storage import settings

    return settings.value(session.connection, settings.WEEK_START, first_weekday(_locale()))


def _locale() -> str:
    """The name of the locale of dates; the first variable that is set decides, as in the C library."""
    return next((found for name in ("LC_ALL", "LC_TIME", "LANG") if (found := os.environ.get(name))), "")


def _change_week_start(app: App, weekday: int) -> str:
    _keep(app, "week-start", str(weekday), _weekday_name(weekday))
    return f"Weeks begin on {_weekday_name(weekday)}."


def _weekday_name(weekday: int) -> str:
    return WEEKDAY_NAMES[weekday]


def _read_follow_up(session: Session) -> timedelta | None:
    from habit_tracker.storage.rules import rules

    return rules(session.connection).follow_up


def _change_follow_up(app: App, wait: timedelta | None) -> str:
    from habit_tracker.storage.rules import follow_up_text

    _keep(app, "follow-up", follow_up_text(wait), _say_interval(wait))
    return f"A follow-up comes {_say_interval(wait)} after the question." if wait else "No follow-up comes."


def _say_interval(wait: timedelta | None) -> str:
    if wait is None:
        return "off"
    hours, minutes = divmod(wait // timedelta(minutes=1), 60)
    return (f"{hours}h" if hours else "") + (f"{minutes}m" if minutes else "")


def _read_quiet(session: Session) -> Quiet | None:
    from habit_tracker.storage.rules import rules

    return rules(session.connection).quiet


def _change_quiet(app: App, quiet: Quiet | None) -> str:
    from habit_tracker.storage.rules import quiet_text

    _keep(app, "quiet", quiet_text(quiet), _say_quiet(quiet))
    if quiet is None:
        return "There are no quiet hours."
    if quiet.start == quiet.end:
        return "It is quiet all day: only a question that comes at its own time is shown, and no follow-up."
    return f"From {clock(quiet.start)} to {clock(quiet.end)} late questions and follow-ups wait."


def _say_quiet(quiet: Quiet | None) -> str:
    return f"{clock(quiet.start)}-{clock(quiet.end)}" if quiet else "off"


def _read_integrate(session: Session) -> bool:
    from habit_tracker.storage.settings import integrates

    return integrates(session.connection)


def _change_integrate(app: App, wanted: bool) -> str:
    from habit_tracker.cli import integration

    _keep(app, "integrate", _say_switch(wanted), _say_switch(wanted))
    said = integration.install_now(app.home) if wanted else integration.withdraw_now(app.home)
    return "\n".join(said) or ("Nothing was missing." if wanted else "Nothing was there.")


def _read_busy(session: Session) -> bool:
    from habit_tracker.storage.rules import rules

    return rules(session.connection).busy


def _change_busy(app: App, waits: bool) -> str:
    _keep(app, "busy", _say_switch(waits), _say_switch(waits))
    return "A question waits while you are busy." if waits else "A question comes however busy you are."


def _read_remember(session: Session) -> bool:
    from habit_tracker.storage.memories import is_wanted

    return is_wanted(session.connection)


def _change_remember(app: App, wanted: bool) -> str:
    _keep(app, "remember", _say_switch(wanted), _say_switch(wanted))
    return "A win from before is shown, one a day." if wanted else "No win from before is shown unasked."


def _say_switch(on: bool) -> str:
    return "on" if on else "off"


def _read_window(session: Session) -> str:
    from habit_tracker.domain.nudges.delivery import AUTO
    from habit_tracker.storage import settings

    return settings.value(session.connection, settings.WINDOW, AUTO)


def _change_window(app: App, name: str) -> str:
    from habit_tracker.domain.nudges.delivery import AUTO

    _keep(app, "window", name, name)
    if name == AUTO:
        return "The window in which you answer is the one that suits your desktop."
    return f"You answer in a {name} window; where it cannot open, in another. habit doctor says whether it can."


SETTINGS = (
    Setting(
        name="follow-up",
        about="How long after the question a smaller one comes, where there is no answer.",
        example="follow-up 2h",
        kind=FollowUp(),
        say=_say_interval,
        read=_read_follow_up,
        change=_change_follow_up,
    ),
    Setting(
        name="question",
        about="What you are asked once a day, in your own words; off brings the usual question back.",
        example='question "What went well today?"',
        kind=Question(),
        say=str,
        read=read_question,
        change=change_question,
    ),
    Setting(
        name="quiet",
        about="Hours in which late questions and follow-ups wait.",
        example="quiet 21:00-08:00",
        kind=QuietHours(),
        say=_say_quiet,
        read=_read_quiet,
        change=_change_quiet,
    ),
    Setting(
        name="busy",
        about="Whether a question waits while the screen is locked, nobody is there, or you are in a meeting.",
        example="busy off",
        kind=Switch(),
        say=_say_switch,
        read=_read_busy,
        change=_change_busy,
    ),
    Setting(
        name="day-start",
        about="When your day begins: a win before it belongs to the day before.",
        example="day-start 04:00",
        kind=Clock(),
        say=clock,
        read=_read_day_start,
        change=_change_day_start,
    ),
    Setting(
        name="holidays",
        about="Whose public holidays are time off, from the day on which you set it: DE-BY, or DE-BY,AT; off.",
        example="holidays DE-BY",
        kind=Regions(),
        say=str,
        read=read_holidays,
        change=change_holidays,
    ),
    Setting(
        name="week-start",
        about="The first day of a week in `habit week` and `habit calendar`.",
        example="week-start monday",
        kind=Weekday(),
        say=_weekday_name,
        read=read_week_start,
        change=_change_week_start,
    ),
    Setting(
        name="integrate",
        about="Whether this desktop has a menu entry, an icon and manual pages for it.",
        example="integrate off",
        kind=Switch(),
        say=_say_switch,
        read=_read_integrate,
        change=_change_integrate,
    ),
    Setting(
        name="remember",
        about="Whether `habit` and the answer window show a win from before.",
        example="remember off",
        kind=Switch(),
        say=_say_switch,
        read=_read_remember,
        change=_change_remember,
    ),
    Setting(
        name="window",
        about="What the window in which you answer is made with, on this computer.",
        example="window zenity",
        kind=Toolkit(),
        say=str,
        read=_read_window,
        change=_change_window,
    ),
    Setting(
        name="backup-folder",
        about="A folder on another disk, or a synchronised one, for a second set of the daily copies.",
        example="backup-folder /media/disk/habit",
        kind=Folder(),
        say=backup_folder.say,
        read=backup_folder.read,
        change=backup_folder.change,
    ),
)
