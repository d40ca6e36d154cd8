"""A home of its own for each test, out of reach of the desktop of whoever runs the tests."""

from pathlib import Path

import pytest


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home; no session bus, no user manager, no screen."""
    for name in ("XDG_CONFIG_HOME", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, folder in {"HOME": "home", "XDG_RUNTIME_DIR": "run"}.items():
        (tmp_path / folder).mkdir(mode=0o700)
        monkeypatch.setenv(name, str(tmp_path / folder))
    return tmp_path / "home"
