"""The plans, and the calendar they make."""

from datetime import UTC, date, datetime, tzinfo
from itertools import groupby
from operator import attrgetter

from sqlalchemy import Connection, select

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.plan import DEFAULT_PLAN, Plan, PlannedPrompt
from habit_tracker.storage import journal
from habit_tracker.storage.day_starts import all_day_starts
from habit_tracker.storage.holidays import all_holidays
from habit_tracker.storage.sound import readable
from habit_tracker.storage.stamps import put
from habit_tracker.storage.tables import plan_prompts, plans
from habit_tracker.storage.time_off import all_time_off


def all_plans(connection: Connection) -> list[Plan]:
    """Every plan as it was made, oldest first; what it says nothing about is not in it."""
    prompts = _prompts(connection)
    rows = select(plans.c.since, plans.c.weekdays).where(plans.c.deleted_at.is_(None)).order_by(plans.c.since)
    sound = [row for row in readable(connection, rows) if row.weekdays]
    return [Plan(row.since, row.weekdays, prompts.get(row.since, ())) for row in sound]


def _prompts(connection: Connection) -> dict[date, tuple[PlannedPrompt, ...]]:
    columns = [plan_prompts.c[name] for name in ("since", *PlannedPrompt._fields)]
    order = (plan_prompts.c.since, plan_prompts.c.prompt, plan_prompts.c.occurrence)
    rows = readable(connection, select(*columns).where(plan_prompts.c.deleted_at.is_(None)).order_by(*order))
    return {
        since: tuple(PlannedPrompt._make(row[1:]) for row in of_plan)
        for since, of_plan in groupby((row for row in rows if row.weekdays), key=attrgetter("since"))
    }


def calendar(connection: Connection, zone: tzinfo = UTC) -> Calendar:
    """The person's calendar, read in *zone*."""
    off = all_time_off(connection) + all_holidays(connection)
    return Calendar(all_plans(connection), off, all_day_starts(connection), zone)


def save(connection: Connection, plan: Plan, today: date, now: datetime) -> None:
    """Let *plan* hold from its day on; what one of the same day says about the same things is replaced.

    The first plan of all leaves the days before it, *today* among them, to the default under which they are lived.
    """
    lived_since = min(journal.first_day(connection) or today, today)
    if not all_plans(connection) and lived_since < plan.since:
        _put(connection, DEFAULT_PLAN._replace(since=lived_since), now)
    _put(connection, plan, now)


def _put(connection: Connection, plan: Plan, now: datetime) -> None:
    put(connection, plans, {"since": plan.since, "weekdays": plan.weekdays}, now)
    for one in plan.prompts:
        put(connection, plan_prompts, {"since": plan.since, **one._asdict()}, now)
