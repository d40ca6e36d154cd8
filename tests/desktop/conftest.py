"""A desktop for the tests of a file, empty at the start of each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.desktop import Desktop, desktop
from support.session_bus import bare_environment, session_bus


@pytest.fixture(scope="module")
def whole_desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """The desktop that stays up for the tests of one file."""
    with desktop(tmp_path_factory.mktemp("desktop")) as found:
        yield found


@pytest.fixture
def screen(whole_desktop: Desktop) -> Desktop:
    """A desktop with nothing on it."""
    whole_desktop.close_all()
    return whole_desktop


@pytest.fixture(scope="session")
def whole_bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A session bus without a notification server, and no screen."""
    with session_bus(tmp_path_factory.mktemp("bus")) as env:
        yield env


@pytest.fixture
def bus(whole_bus: dict[str, str]) -> dict[str, str]:
    """The environment of that bus, to change at will."""
    return dict(whole_bus)


@pytest.fixture
def nowhere(tmp_path: Path) -> dict[str, str]:
    """An environment without bus and screen."""
    return bare_environment(tmp_path)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder for replies, which is not there yet."""
    return tmp_path / "inbox"
