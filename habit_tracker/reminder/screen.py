"""The seam between the reminder and what people look at."""

from collections.abc import Callable, Container, Iterable
from pathlib import Path
from typing import Protocol

from habit_tracker.desktop.busy import Busy, busy
from habit_tracker.desktop.notifications.do_not_disturb import do_not_disturb
from habit_tracker.desktop.notifications.left import left_in
from habit_tracker.desktop.notifications.messages import PROCESS_GONE, Confirmation, Report, Request
from habit_tracker.desktop.notifications.server import can_notify
from habit_tracker.domain.nudges.nudge import NudgeKey
from habit_tracker.reminder.delivery import Adopted, Delivery


class Screen(Protocol):
    """Where nudges are shown. What becomes of them is reported later."""

    def unavailable_reason(self) -> str | None:
        """Why nothing can be shown just now, None when it can."""

    def busy(self, *, engaged: bool) -> Busy | None:
        """Why the person is not to be disturbed: nobody is there or, where that matters, they are *engaged*."""

    def adopt(self) -> Iterable[NudgeKey]:
        """Those that an earlier process has left on the screen and that were not taken over before."""

    def show(self, request: Request) -> None:
        """Begin to show it."""

    def confirm(self, key: NudgeKey, thanks: Confirmation) -> None:
        """Let *thanks* take the place of that nudge, if it is on the screen."""

    def keep_only(self, keys: Container[NudgeKey]) -> None:
        """Take everything else off the screen."""


class Desktop:
    """The person's real desktop. Each report is given to *hear*, on a thread of its own."""

    def __init__(self, hear: Callable[[NudgeKey, Report], None], inbox: Path) -> None:
        self._hear = hear
        self._inbox = inbox
        self._deliveries: dict[NudgeKey, Delivery | Adopted] = {}

    def unavailable_reason(self) -> str | None:
        """Why nothing can be shown just now: no server, or do not disturb."""
        return can_notify() or do_not_disturb()

    def busy(self, *, engaged: bool) -> Busy | None:
        """Why the person is not to be disturbed: nobody is there or, where that matters, they are *engaged*."""
        return busy(engaged=engaged)

    def adopt(self) -> list[NudgeKey]:
        """Those that an earlier process has left on the screen and that were not taken over before.

        What nobody attends to any more is taken off, and reported as gone.
        """
        adopted = []
        for left in left_in(self._inbox):
            known = self._deliveries.get(left.key)
            if not left.attended:
                left.take_off()
                if known is None or known.process == left.process:
                    self._hear(left.key, Report("closed", reason=PROCESS_GONE))
            elif known is None:
                self._deliveries[left.key] = Adopted(left)
                adopted.append(left.key)
        return adopted

    def show(self, request: Request) -> None:
        """Begin to show it; a question that is still there makes room."""
        for key, delivery in self._deliveries.items():
            if key.prompt == request.key.prompt or (
                key.prompt.answered_by_win and request.key.prompt.answered_by_win
            ):
                delivery.close()
        self._deliveries[request.key] = Delivery(request, lambda report: self._hear(request.key, report))

    def confirm(self, key: NudgeKey, thanks: Confirmation) -> None:
        """Let *thanks* take the place of that nudge, if it is on the screen."""
        if delivery := self._deliveries.get(key):
            delivery.confirm(thanks)

    def keep_only(self, keys: Container[NudgeKey]) -> None:
        """Take everything else off the screen."""
        self._deliveries = {key: one for key, one in self._deliveries.items() if not one.ended}
        for key, delivery in self._deliveries.items():
            if key not in keys and not delivery.answered:
                delivery.close()

    def clear(self) -> None:
        """Take everything off the screen, and wait for the end of what showed it."""
        for delivery in self._deliveries.values():
            delivery.close()
        for delivery in self._deliveries.values():
            delivery.wait()
