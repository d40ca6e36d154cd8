"""The test's own process on the desktops of the tests."""

import pytest
from support.live import Live


@pytest.fixture
def live(monkeypatch: pytest.MonkeyPatch) -> Live:
    """This process, moved to another desktop."""
    return Live(monkeypatch)
