"""The reminder's log: one file of limited size, with no word of a win."""

import logging
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path

from habit_tracker.private_files import make_private_file

LARGEST = 200_000


class ShortFile(RotatingFileHandler):
    """Readable by its owner only; when it has grown to LARGEST bytes, the older half of its lines goes."""

    def _open(self):  # type: ignore[no-untyped-def]
        make_private_file(Path(self.baseFilename))
        return super()._open()

    def doRollover(self) -> None:  # noqa: N802  the name is logging's
        """Keep the newer half."""
        self.close()
        path = Path(self.baseFilename)
        path.write_bytes(path.read_bytes()[-LARGEST // 2 :].partition(b"\n")[2])


def open_log(path: Path, *, echo: bool) -> logging.Logger:
    """The log at *path*, in UTC; *echo* shows its lines on stderr as well."""
    log = logging.getLogger("habit_tracker.reminder")
    log.setLevel(logging.INFO)
    log.propagate = False
    handlers: list[logging.Handler] = [ShortFile(path, maxBytes=LARGEST, encoding="utf-8")]
    if echo:
        handlers.append(logging.StreamHandler())
    line = logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
    line.converter = time.gmtime
    for handler in handlers:
        handler.setFormatter(line)
        log.addHandler(handler)
    return log
