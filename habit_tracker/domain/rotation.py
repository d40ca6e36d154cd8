"""Which copies to keep."""

from collections.abc import Hashable, Iterable
from datetime import date, datetime, timedelta

DAILY, WEEKLY, MONTHLY = 7, 4, 12
NEWEST, YOUNG = 5, timedelta(days=30)


def kept(days: Iterable[date]) -> set[date]:
    """The newest days, and the last day of each of the newest weeks and months: of those that there are.

    A day that is dropped would have been dropped later too, so it does not matter how often this is asked.
    """
    newest_first = sorted(set(days), reverse=True)
    weeks = _last_of_each((day.isocalendar()[:2], day) for day in newest_first)
    months = _last_of_each(((day.year, day.month), day) for day in newest_first)
    return {*newest_first[:DAILY], *weeks[:WEEKLY], *months[:MONTHLY]}


def _last_of_each(newest_first: Iterable[tuple[Hashable, date]]) -> list[date]:
    last: dict[Hashable, date] = {}
    for period, day in newest_first:
        last.setdefault(period, day)
    return list(last.values())


def kept_of_a_kind(made: Iterable[datetime], now: datetime) -> set[datetime]:
    """Of copies that were made before something big: the newest ones, and all that are young."""
    newest_first = sorted(set(made), reverse=True)
    return {*newest_first[:NEWEST], *(at for at in newest_first if now - at <= YOUNG)}
