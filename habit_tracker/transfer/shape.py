"""What lies in JSON of others, which may have any shape."""

from typing import Any

from habit_tracker.domain.errors import HabitError


def listed(content: Any, name: str) -> list[Any]:
    """The list called *name*. Raises HabitError where there is none."""
    found = content.get(name)
    if not isinstance(found, list):
        raise HabitError(f"Its {name[:40]!r} is not a list. Export it again.")
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
