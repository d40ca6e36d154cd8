"""A clock that the test sets: libfaketime, loaded into a process, tells it another time of the wall clock."""

from pathlib import Path

from support.need import need

PLACES = ["/usr/lib/*/faketime/libfaketimeMT.so.1", "/usr/local/lib/faketime/libfaketimeMT.so.1"]


class FakeClock:
    """What the clock says, kept in a file that processes read at every look at the clock."""

    def __init__(self, folder: Path) -> None:
        libraries = [path for place in PLACES for path in Path("/").glob(place[1:])]
        need(bool(libraries), "libfaketime")
        self._file = folder / "faketime"
        self.env = {
            "LD_PRELOAD": str(libraries[0]),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            "DONT_FAKE_MONOTONIC": "1",
        }

    def set(self, text: str) -> None:
        """From now on the clock runs on from `2026-11-23 16:00:00`, in UTC."""
        seconds = _offset(text)
        part = self._file.with_suffix(".part")
        part.write_text(f"{seconds:+.3f}\n")
        part.replace(self._file)


def _offset(text: str) -> float:
    """How far that moment is from the true one, in seconds."""
    from datetime import UTC, datetime

    return (datetime.fromisoformat(text).replace(tzinfo=UTC) - datetime.now(UTC)).total_seconds()
