"""What a report from the screen makes of a row of the ledger."""

from datetime import datetime

from habit_tracker.desktop.notifications.messages import Report
from habit_tracker.domain.nudges.delivery import came_to_screen, delivered, failed
from habit_tracker.domain.nudges.nudge import ON_SCREEN, OPEN, Nudge, Outcome


def stands(nudge: Nudge, now: datetime) -> bool:
    """Whether it is on the screen, or on its way there; what was put off is neither."""
    return nudge.outcome in ON_SCREEN or (nudge.outcome is Outcome.WAITING and not _is_put_off(nudge, now))


def _is_put_off(nudge: Nudge, now: datetime) -> bool:
    return nudge.snoozed_until is not None and nudge.snoozed_until > now


def noted(nudge: Nudge, report: Report, now: datetime) -> Nudge:
    """The row as the report changes it. What the person did meanwhile stands."""
    standing = nudge.outcome in OPEN and not _is_put_off(nudge, now)
    if report.report in {"shown", "sent"}:
        channel = report.channel or "unknown"
        if not standing:
            return came_to_screen(nudge, now, channel)
        return delivered(nudge, now, channel, report.report == "shown")
    if report.report in {"failed", "held"} and standing:
        return failed(nudge, now, report.reason or "no reason was given")
    return nudge
