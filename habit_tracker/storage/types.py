"""Column types that keep what a plain column would lose."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, String, TypeDecorator

from habit_tracker.domain.nudges.nudge import Outcome
from habit_tracker.domain.nudges.prompt import Prompt, prompt_named


class Instant(TypeDecorator[datetime]):
    """A true UTC instant. A naive datetime is refused, for nobody could say when it was."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The instant as naive UTC, which every database keeps as it is."""
        if value is not None and value.tzinfo is None:
            raise ValueError(f"an instant needs a time zone: {value!r}")
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """The instant with its zone, UTC."""
        return value and value.replace(tzinfo=UTC)


class Weekdays(TypeDecorator[frozenset[int]]):
    """A set of weekdays (Monday is 0), stored as seven characters: 1111100 is Monday to Friday."""

    impl = String(7)
    cache_ok = True

    def process_bind_param(self, value: frozenset[int] | None, dialect: Dialect) -> str | None:
        """One character for each weekday, Monday first."""
        return None if value is None else "".join("01"[day in value] for day in range(7))

    def process_result_value(self, value: Any | None, dialect: Dialect) -> frozenset[int] | None:
        """The weekdays whose character is 1."""
        return None if value is None else frozenset(day for day, flag in enumerate(value[:7]) if flag == "1")


class OutcomeName(TypeDecorator[Outcome]):
    """What became of a nudge, stored in the words people read."""

    impl = String(20)
    cache_ok = True

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Outcome | None:
        """The outcome of that name."""
        return None if value is None else Outcome(value)


class PromptName(TypeDecorator[Prompt]):
    """A prompt, stored by its name."""

    impl = String(20)
    cache_ok = True

    def process_bind_param(self, value: Prompt | None, dialect: Dialect) -> str | None:
        """Its name."""
        return value and value.name

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Prompt | None:
        """The prompt of that name."""
        return None if value is None else prompt_named(value)
