"""What lies in files of others, which may have any shape."""

from collections.abc import Iterable
from typing import Any

from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.quoting import quoted


def listed(content: Any, name: str, file: str) -> list[Any]:
    """The list called *name* in the JSON object of *file*. Raises HabitError where there is none."""
    found = content.get(name)
    if not isinstance(found, list):
        raise HabitError(f"{file}: its {quoted(name)} is not a list; export it again.")
    return found


def named(found: Any, name: str, otherwise: str | None = None) -> str:
    """The text called *name*; *otherwise* where it is missing. Raises ValueError where there is none."""
    if not isinstance(found, dict):
        raise ValueError("it is not an object")
    text = found.get(name)
    if text is None and otherwise is not None:
        return otherwise
    if not isinstance(text, str):
        raise ValueError(f"its {name!r} is missing" if text is None else f"its {name!r} is not a text")
    return text


def twice(names: Iterable[str]) -> str | None:
    """A name that is among *names* more than once."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return None
