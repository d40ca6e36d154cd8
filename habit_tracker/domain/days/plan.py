"""Which days count, and what the person wants to be asked when."""

from collections.abc import Iterable
from datetime import date, time
from operator import attrgetter
from typing import NamedTuple, Self

from habit_tracker.domain.nudges.prompt import DAILY, Prompt

EVERY_DAY = frozenset(range(7))
WEEKDAYS = frozenset(range(5))
USUAL_TIME = time(17)
MOST_A_DAY = 6
"""So many times a day the daily question may come."""


class PlannedPrompt(NamedTuple):
    """A prompt that is asked on *weekdays* (Monday is 0) at local time *at*; None ends it.

    A prompt that is asked several times a day is planned once for each *occurrence*, counted from 1.
    """

    prompt: Prompt
    weekdays: frozenset[int]
    at: time | None
    occurrence: int = 1

    @property
    def place(self) -> tuple[str, int]:
        """What two plans mean the same thing by."""
        return self.prompt.name, self.occurrence


class Plan(NamedTuple):
    """From the day *since* on these *weekdays* count, and the *prompts* come as they say.

    What a plan says nothing about goes on as the plan before it had it (`in_force`).
    """

    since: date
    weekdays: frozenset[int]
    prompts: tuple[PlannedPrompt, ...]

    @classmethod
    def daily(cls, since: date, at: time = USUAL_TIME, weekdays: frozenset[int] = EVERY_DAY) -> Self:
        """A plan that asks the daily question on the days that count."""
        return cls(since, weekdays, (PlannedPrompt(DAILY, weekdays, at),))

    @property
    def at(self) -> time:
        """The time of the daily question."""
        return next((one.at for one in self.daily_questions if one.at), USUAL_TIME)

    @property
    def daily_questions(self) -> list[PlannedPrompt]:
        """The daily question, and those that it asks also."""
        found = [one for one in self.prompts if one.prompt == DAILY]
        return sorted(found, key=attrgetter("occurrence"))

    def saying(self, *prompts: PlannedPrompt) -> Self:
        """The same plan with these *prompts* in place of what it says about them."""
        said = {one.place: one for one in (*self.prompts, *prompts)}
        return self._replace(prompts=tuple(said.values()))


class TimeOff(NamedTuple):
    """Days from *first* to *last*, both included, that do not count; those of a public *holiday* have its name."""

    first: date
    last: date
    reason: str | None = None
    holiday: bool = False


def in_force(plans: Iterable[Plan]) -> list[Plan]:
    """The *plans* in order, each with all that is asked under it."""
    full: list[Plan] = []
    for plan in sorted(plans, key=attrgetter("since")):
        before = full[-1].prompts if full else ()
        full.append(_asked(plan._replace(prompts=before).saying(*plan.prompts)))
    return full


def _asked(plan: Plan) -> Plan:
    """*plan* with what is asked at all: the daily question on the days that count, nothing twice at one time."""
    asked: dict[tuple[str, frozenset[int], time], PlannedPrompt] = {}
    for one in sorted(plan.prompts, key=attrgetter("occurrence")):
        weekdays = plan.weekdays if one.prompt == DAILY else one.weekdays
        if one.at is not None:
            asked.setdefault((one.prompt.name, weekdays, one.at), one._replace(weekdays=weekdays))
    return plan._replace(prompts=tuple(asked.values()))


DEFAULT_PLAN = Plan.daily(date.min)
