"""Files that only their owner can read, also on disks that can do little, and after a crash."""

import errno
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from habit_tracker.private_files import ABANDONED, sweep, write_private_file


def refusing(number: int) -> Callable[..., None]:
    """What such a disk says."""

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def test_a_disk_without_permissions_and_promises_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """FAT knows no modes, some network disks no fsync, and some give no file the name of another."""
    target = tmp_path / "copy.db"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fchmod", refusing(errno.EPERM))
    monkeypatch.setattr(os, "fsync", refusing(errno.EINVAL))
    monkeypatch.setattr(Path, "replace", refusing(errno.EEXIST))
    write_private_file(target, [b"new"])
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["copy.db"]


def test_a_disk_that_fails_keeps_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That it could not be made safe is no small thing."""
    target = tmp_path / "copy.db"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", refusing(errno.EIO))
    with pytest.raises(OSError, match="Input/output error"):
        write_private_file(target, [b"new"])
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["copy.db"]


def test_the_next_write_removes_what_a_crash_left_of_the_last(tmp_path: Path) -> None:
    """Of the same file alone, and only what nobody works on any more."""
    parts = [tmp_path / f".{name}.{'0123456789abcdef'}.part" for name in ("wins[1].json", "other.json")]
    young = tmp_path / f".wins[1].json.{'f' * 16}.part"
    alike = tmp_path / ".wins[1].json.mine.part"
    for part in (*parts, young, alike):
        part.write_text("half")
        long_ago = time.time() - ABANDONED - 1
        if part != young:
            os.utime(part, (long_ago, long_ago))
    write_private_file(tmp_path / "wins[1].json", [b"whole"])
    assert [path.exists() for path in (*parts, young, alike)] == [False, True, True, True]
    sweep(tmp_path)
    assert [path.exists() for path in (*parts, young, alike)] == [False, False, True, True]
