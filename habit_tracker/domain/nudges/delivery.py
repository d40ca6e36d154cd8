"""How a nudge reaches the person, and what the ledger notes about a try to deliver it."""

from datetime import datetime, timedelta

from habit_tracker.domain.nudges.nudge import Nudge, Outcome

LONGEST_WAIT = timedelta(minutes=5)
"""The longest wait between two tries."""
LONGEST_FOLLOW_UP = timedelta(hours=12)
"""How long after its question a follow-up may come at the latest."""

AUTO = "auto"
WINDOWS = (AUTO, "gtk", "tk", "zenity", "yad", "kdialog")
"""What the answer window may be made with; AUTO is what suits the desktop."""


def delivered(nudge: Nudge, now: datetime, channel: str, proven: bool) -> Nudge:
    """The nudge as shown (a server confirmed it) or as sent (the back end cannot tell)."""
    return came_to_screen(nudge, now, channel)._replace(
        outcome=Outcome.SHOWN if proven else Outcome.SENT, not_before=None, reason=None
    )


def came_to_screen(nudge: Nudge, now: datetime, channel: str) -> Nudge:
    """The nudge once it was given to the screen, whatever became of it meanwhile."""
    return nudge._replace(delivered_at=now, channel=channel, showings=nudge.showings + 1)


def failed(nudge: Nudge, now: datetime, reason: str) -> Nudge:
    """The nudge after a try that reached nobody: tried again after a minute a try, at most 5."""
    wait = min(LONGEST_WAIT, timedelta(minutes=nudge.tries))
    return nudge._replace(reason=reason, not_before=now + wait)
