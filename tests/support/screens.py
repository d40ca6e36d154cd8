"""A screen that only remembers: what the reminder shows there, and when it takes it off."""

from collections.abc import Callable, Container

from habit_tracker.desktop.busy import Busy
from habit_tracker.desktop.notifications.messages import Confirmation, Report, Request
from habit_tracker.domain.nudges.nudge import NudgeKey


class FakeScreen:
    """Shows everything at once, and says so; `trouble` is why it cannot just now."""

    def __init__(self) -> None:
        self.hear: Callable[[NudgeKey, Report], None] = lambda key, report: None
        self.trouble: str | None = None
        self.answer: Report | None = Report("shown", channel="fake 1")
        self.shown: list[Request] = []
        self.up: set[NudgeKey] = set()
        self.thanks: list[Confirmation] = []
        self.person: Busy | None = None
        self._left: set[NudgeKey] = set()

    def unavailable_reason(self) -> str | None:
        """The trouble there is."""
        return self.trouble

    def busy(self, *, engaged: bool) -> Busy | None:
        """What the person does."""
        return self.person if self.person and (engaged or not self.person.engaged) else None

    def outlive(self) -> None:
        """The reminder is killed, and what it has shown stays there."""
        self._left = set(self.up)

    def adopt(self) -> set[NudgeKey]:
        """What one that was killed has left."""
        left, self._left = self._left, set()
        return left

    def show(self, request: Request) -> None:
        """Remember it, and report what the test wants reported."""
        key = request.key
        self.shown.append(request)
        self.up.add(key)
        if self.answer:
            self.hear(key, self.answer)

    def confirm(self, key: NudgeKey, thanks: Confirmation) -> None:
        """Remember the thanks."""
        self.thanks.append(thanks)

    def keep_only(self, keys: Container[NudgeKey]) -> None:
        """Take the rest off."""
        self.up = {key for key in self.up if key in keys}
