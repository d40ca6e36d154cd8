"""The setting of public holidays: how it is read and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habit_tracker.cli.app import App
from habit_tracker.domain.words import near_day

if TYPE_CHECKING:
    from habit_tracker.storage.session import Session


def read_holidays(session: Session) -> str:
    """The regions in force, or off."""
    from habit_tracker.storage import settings

    return settings.value(session.connection, settings.HOLIDAYS, None) or settings.OFF


def change_holidays(app: App, regions: str | None) -> str:
    """Let the holidays of these *regions* be time off, and say which comes next."""
    from habit_tracker.actions.holidays import choose
    from habit_tracker.transfer.public_holidays import regions_words

    coming = app.act(choose, regions)
    if regions is None:
        return "From today on no public holiday is time off; those behind you stay."
    said, today = f"From today on the public holidays of {regions} are time off.", app.today()
    following = f" The next is {coming.reason}, {near_day(max(coming.first, today), today)}." if coming else ""
    narrower = regions_words(regions) if len(regions) == len("DE") else ""
    return said + following + (f" Regions may have more: {narrower}." if narrower else "")
