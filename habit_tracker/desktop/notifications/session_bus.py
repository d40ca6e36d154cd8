"""Finding the session bus of a person's desktop."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CONNECT_LIMIT = 1.0  # seconds


def connect(limit: float) -> Any:
    """A connection of jeepney's, on which no send waits longer than *limit* seconds. Raises ConnectionError."""
    from jeepney.bus import get_connectable_addresses
    from jeepney.io.blocking import DBusConnectionBase, prep_socket

    reasons = []
    for address in _addresses():
        try:
            for place in get_connectable_addresses(address):
                socket = prep_socket(place, timeout=CONNECT_LIMIT)
                socket.settimeout(limit)
                return DBusConnectionBase(socket)
        except (OSError, ValueError, RuntimeError, KeyError) as error:
            reasons.append(f"{address.partition(',')[0]}: {getattr(error, 'strerror', None) or error}")
    raise ConnectionError(f"there is no session bus to talk to ({'; '.join(reasons) or 'none is named'})")


def _addresses() -> Iterator[str]:
    """The bus that is named, then the one that login managers start for a user."""
    if named := os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        yield named
    folder = Path(os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}")
    if (folder / "bus").exists():
        yield f"unix:path={folder / 'bus'}"
