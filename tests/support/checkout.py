"""A person in a checkout, right after the README's first command: the shell does not find `habit`."""

import os
import sys
from pathlib import Path

import pytest

SCRIPT = "#!/usr/bin/python3\nfrom habit_tracker.cli import main\n"
"""What an installation puts into its folder of scripts."""


def executable(path: Path, text: str = "#!/bin/sh\n") -> Path:
    """A program that can be started."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


def enter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let *folder* be a checkout with its environment, in which `habit start` runs; its script."""
    script = executable(folder / ".venv/bin/habit", SCRIPT)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "argv", [str(script), "start"])
    on_path(monkeypatch, folder.parent / "usr-bin")
    monkeypatch.setenv("SHELL", "/bin/bash")
    return script


def on_path(monkeypatch: pytest.MonkeyPatch, *folders: Path) -> None:
    """Let the shell look into these *folders* alone."""
    monkeypatch.setenv("PATH", os.pathsep.join(map(str, folders)))
