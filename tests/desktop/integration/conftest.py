"""A person's folders, in which nothing of ours is yet."""

from pathlib import Path

import pytest


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder; it is not there yet."""
    return tmp_path / "data"
