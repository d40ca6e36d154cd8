"""The plans, and the calendar they make."""

from datetime import UTC, date, tzinfo

from sqlalchemy import Connection, delete, insert, select

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.plan import DEFAULT_PLAN, Plan
from habit_tracker.storage import journal
from habit_tracker.storage.day_starts import all_day_starts
from habit_tracker.storage.tables import plans
from habit_tracker.storage.time_off import all_time_off


def all_plans(connection: Connection) -> list[Plan]:
    """Every plan, oldest first."""
    columns = [plans.c[name] for name in Plan._fields]
    return [Plan._make(row) for row in connection.execute(select(*columns).order_by(plans.c.since))]


def calendar(connection: Connection, zone: tzinfo = UTC) -> Calendar:
    """The person's calendar, read in *zone*."""
    return Calendar(all_plans(connection), all_time_off(connection), all_day_starts(connection), zone)


def save(connection: Connection, plan: Plan, today: date) -> None:
    """Let *plan* hold from its day on; one of the same day is replaced.

    The first plan of all leaves the days before it, *today* among them, to the default under which they are lived.
    """
    lived_since = min(journal.first_day(connection) or today, today)
    if not all_plans(connection) and lived_since < plan.since:
        _insert(connection, DEFAULT_PLAN._replace(since=lived_since))
    connection.execute(delete(plans).where(plans.c.since == plan.since))
    _insert(connection, plan)


def _insert(connection: Connection, plan: Plan) -> None:
    connection.execute(insert(plans).values(plan._asdict()))
