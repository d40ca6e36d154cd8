"""A session bus that knows nobody: it starts no program by itself."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.processes import first_line, need, running

CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@contextmanager
def session_bus(folder: Path) -> Iterator[dict[str, str]]:
    """An environment in which this bus is the session's; *folder* is the home and the runtime folder."""
    need("dbus-daemon")
    config = folder / "bus.conf"
    config.write_text(CONFIG.format(folder=folder))
    words = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"]
    with running(words, bare_environment(folder)) as daemon:
        yield bare_environment(folder) | {"DBUS_SESSION_BUS_ADDRESS": first_line(daemon)}


def bare_environment(folder: Path) -> dict[str, str]:
    """An environment without bus and screen, and without anything of the person who runs the tests."""
    folder.chmod(0o700)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder / "no-bus"),
        "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder / 'no-system'}",
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "LANG": "C.UTF-8",
    }
