"""Quiet hours: when a late nudge waits."""

from datetime import time
from typing import NamedTuple


class Quiet(NamedTuple):
    """From local time *start* until *end*, over midnight where the end comes first; equal means all day."""

    start: time
    end: time

    def holds(self, clock: time) -> bool:
        """Whether it is quiet when clocks show *clock*."""
        if self.start < self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end
