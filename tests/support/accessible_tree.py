"""What a screen reader finds in the answer window, as JSON: run by the desktop's own Python."""

import json
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402


def walk(node: Any) -> Iterator[dict[str, Any]]:
    """Each part of the window, with its role, name, description and states."""
    states = [state.value_nick for state in node.get_state_set().get_states()]
    yield {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "states": states,
    }
    for number in range(node.get_child_count()):
        yield from walk(node.get_child_at_index(number))


print(json.dumps(list(walk(Atspi.get_desktop(0)))))
