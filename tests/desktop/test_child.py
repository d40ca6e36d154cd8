"""The desktop's own processes import what is ours and Python's, and nothing that lies about."""

from pathlib import Path

import pytest
from support.delivery import nudge

from habit_tracker.desktop.child import start


@pytest.mark.parametrize("path", ["", ":", "."])
@pytest.mark.parametrize("module", ["notifications.worker", "notifications.plyer_backend", "window"])
def test_nothing_in_the_current_folder_is_imported(
    tmp_path: Path, inbox: Path, nowhere: dict[str, str], monkeypatch: pytest.MonkeyPatch, module: str, path: str
) -> None:
    """Not even where PYTHONPATH names it."""
    folder, marker = tmp_path / "home of the person", tmp_path / "imported"
    folder.mkdir()
    for name in ("random", "json", "calendar", "signal", "tkinter", "jeepney", "habit_tracker"):
        (folder / f"{name}.py").write_text(f"open({str(marker)!r}, 'w')\n")
    monkeypatch.chdir(folder)
    env = nowhere | {"PYTHONPATH": path}
    with start(f"habit_tracker.desktop.{module}", nudge(inbox).to_json(), env) as child:
        assert child.stdin is not None
        child.stdin.close()
        assert child.stdout is not None
        assert b'"' in child.stdout.read(), "it did not get as far as to speak"
    assert not marker.exists()
