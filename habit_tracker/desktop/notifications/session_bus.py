"""Finding the session bus of a person's desktop, and the system's."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

CONNECT_LIMIT = 1.0  # seconds


def connect(limit: float, addresses: Iterable[str] | None = None) -> Any:
    """A connection of jeepney's to the first bus of *addresses* that is there, the session's without any.

    No send waits longer than *limit* seconds. Raises ConnectionError.
    """
    from jeepney.bus import get_connectable_addresses
    from jeepney.io.blocking import DBusConnectionBase, prep_socket

    reasons = []
    for address in _addresses() if addresses is None else addresses:
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


def system_addresses() -> list[str]:
    """The system's bus."""
    return [os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or "unix:path=/run/dbus/system_bus_socket"]
