"""The picture beside a notification is found wherever the program is installed."""

from pathlib import Path

import pytest

from habit_tracker.desktop.notifications.icons import address, icon_of


@pytest.mark.parametrize(("path", "sent"), [
    ("/opt/habit/icon.png", "file:///opt/habit/icon.png"),
    ("/home/Ann B/icon.png", "/home/Ann B/icon.png"),
    ("/home/é/100%/icon.png", "/home/é/100%/icon.png"),
])  # fmt: skip
def test_what_needs_escapes_is_sent_as_a_path(path: str, sent: str) -> None:
    """Some servers read no escapes."""
    assert address(Path(path)) == sent


@pytest.mark.parametrize("small", [True, False])
def test_there_is_a_picture(*, small: bool) -> None:
    """In the package."""
    assert Path(icon_of(small=small).removeprefix("file://")).read_bytes().startswith(b"\x89PNG")
