"""The settings: one entry in SETTINGS for each. `habit config` does the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from habit_tracker.cli import backup_folder
from habit_tracker.cli import setting_values as values
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
from habit_tracker.domain.words import clock

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


SETTINGS = (
    Setting(
        name="follow-up",
        about="How long after the question a smaller one comes, where there is no answer.",
        example="follow-up 2h",
        kind=FollowUp(),
        say=values.say_interval,
        read=values.read_follow_up,
        change=values.change_follow_up,
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
        say=values.say_quiet,
        read=values.read_quiet,
        change=values.change_quiet,
    ),
    Setting(
        name="busy",
        about="Whether a question waits while the screen is locked, nobody is there, or you are in a meeting.",
        example="busy off",
        kind=Switch(),
        say=values.say_switch,
        read=values.read_busy,
        change=values.change_busy,
    ),
    Setting(
        name="day-start",
        about="When your day begins: a win before it belongs to the day before.",
        example="day-start 04:00",
        kind=Clock(),
        say=clock,
        read=values.read_day_start,
        change=values.change_day_start,
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
        say=values.weekday_name,
        read=values.read_week_start,
        change=values.change_week_start,
    ),
    Setting(
        name="integrate",
        about="Whether this desktop has a menu entry, an icon and manual pages for it.",
        example="integrate off",
        kind=Switch(),
        say=values.say_switch,
        read=values.read_integrate,
        change=values.change_integrate,
    ),
    Setting(
        name="remember",
        about="Whether `habit` and the answer window show a win from before.",
        example="remember off",
        kind=Switch(),
        say=values.say_switch,
        read=values.read_remember,
        change=values.change_remember,
    ),
    Setting(
        name="window",
        about="What the window in which you answer is made with, on this computer.",
        example="window zenity",
        kind=Toolkit(),
        say=str,
        read=values.read_window,
        change=values.change_window,
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
