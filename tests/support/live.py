"""The test's own process on another desktop."""

import pytest


class Live:
    """Where this process lives."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def on(self, env: dict[str, str]) -> None:
        """Live with the session bus of *env*, or without one."""
        for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "PATH", "HABIT_TRACKER_CHANNEL"):
            self._monkeypatch.delenv(name, raising=False)
        for name, value in env.items():
            self._monkeypatch.setenv(name, value)
