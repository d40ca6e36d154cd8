"""The few questions that we have for an X server, in its own protocol: no library of X is needed for them."""

import os
import re
import socket
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

LIMIT = 0.5
"""Seconds that the server may take for an answer."""
COOKIE = b"MIT-MAGIC-COOKIE-1"
FIRST_PORT = 6000
REPLY, ERROR = 1, 0
INTERN_ATOM, GET_PROPERTY, QUERY_EXTENSION, QUERY_SAVER = 16, 20, 98, 1
MOST = 1024
"""Units of four bytes of a property that are read."""


class XScreen:
    """A connection to the X server of an environment. Raises OSError or ValueError where there is none."""

    def __init__(self, env: Mapping[str, str]) -> None:
        found = re.fullmatch(r"(?:unix|(?:.*/)?([^:/]*)):(\d+)(?:\.\d+)?", env.get("DISPLAY", ""))
        if not found:
            raise ValueError("no X server is named")
        host, number = found[1] or "", int(found[2])
        for cookie in (*_cookies(env, found[2]), b""):
            self._socket = _connected(host, number)
            try:
                self._root = self._introduced(cookie)
            except (OSError, struct.error, IndexError):
                self._socket.close()
                continue
            return
        raise OSError("the X server lets nobody in")

    def idle(self) -> float | None:
        """For how many seconds nobody has touched keyboard or mouse; None where the server does not count that."""
        extension = self._extension(b"MIT-SCREEN-SAVER")
        saver = self._ask(extension, QUERY_SAVER, struct.pack("<I", self._root)) if extension else None
        return None if saver is None else float(struct.unpack_from("<I", saver, 16)[0]) / 1000

    def full_screen(self) -> bool | None:
        """Whether the active window fills the screen; None where no window manager tells."""
        active = self._property(self._root, b"_NET_ACTIVE_WINDOW")
        if not active:
            return None
        states = self._property(active[0], b"_NET_WM_STATE") if active[0] else ()
        return self._atom(b"_NET_WM_STATE_FULLSCREEN") in (states or ())

    def has(self, extension: bytes) -> bool:
        """Whether it knows the extension of that name."""
        return bool(self._extension(extension))

    def close(self) -> None:
        """Leave the server."""
        self._socket.close()

    def _introduced(self, cookie: bytes) -> int:
        """The root window, once the server has let us in."""
        name = COOKIE if cookie else b""
        said = struct.pack("<BxHHHHxx", ord("l"), 11, 0, len(name), len(cookie)) + _padded(name) + _padded(cookie)
        self._socket.sendall(said)
        accepted, length = struct.unpack("<B5xH", self._read(8))
        rest = self._read(4 * length)
        if accepted != 1:
            raise PermissionError("the X server does not know that cookie")
        vendor, formats = struct.unpack_from("<H", rest, 16)[0], rest[21]
        return int(struct.unpack_from("<I", rest, 32 + vendor + -vendor % 4 + 8 * formats)[0])

    def _extension(self, name: bytes) -> int:
        """What requests of the extension begin with; 0 without it."""
        found = self._ask(QUERY_EXTENSION, 0, _text(name))
        return found[9] if found and found[8] else 0

    def _property(self, window: int, name: bytes) -> tuple[int, ...] | None:
        """The numbers that it holds; None where the window has none of that name."""
        found = self._ask(GET_PROPERTY, 0, struct.pack("<IIIII", window, self._atom(name), 0, 0, MOST))
        if found is None or found[1] != 32:  # noqa: PLR2004  bits of each number
            return None
        return struct.unpack_from(f"<{struct.unpack_from('<I', found, 16)[0]}I", found, 32)

    def _atom(self, name: bytes) -> int:
        found = self._ask(INTERN_ATOM, 1, _text(name))
        return 0 if found is None else int(struct.unpack_from("<I", found, 8)[0])

    def _ask(self, code: int, detail: int, body: bytes) -> bytes | None:
        """The reply; None where there is none."""
        try:
            self._socket.sendall(struct.pack("<BBH", code, detail, 1 + len(body) // 4) + body)
            while True:
                head = self._read(32)
                if head[0] == ERROR:
                    return None
                if head[0] == REPLY:
                    return head + self._read(4 * struct.unpack_from("<I", head, 4)[0])
        except (OSError, struct.error):
            return None

    def _read(self, length: int) -> bytes:
        data = b""
        while len(data) < length:
            more = self._socket.recv(length - len(data))
            if not more:
                raise ConnectionError("the X server went away")
            data += more
        return data


def _connected(host: str, number: int) -> socket.socket:
    if host:
        return socket.create_connection((host, FIRST_PORT + number), LIMIT)
    found = socket.socket(socket.AF_UNIX)
    found.settimeout(LIMIT)
    try:
        found.connect(f"/tmp/.X11-unix/X{number}")  # noqa: S108  where X has it
    except OSError:
        found.close()
        raise
    return found


def _cookies(env: Mapping[str, str], number: str) -> Iterator[bytes]:
    """What may open the server of that *number*, from the person's file of such."""
    path = Path(env.get("XAUTHORITY") or Path(env.get("HOME") or os.sep) / ".Xauthority")
    try:
        rest = path.read_bytes()
    except OSError:
        return
    while len(rest) > 2:  # noqa: PLR2004  the family of the address
        fields, rest = [], rest[2:]
        for _ in range(4):
            length = int.from_bytes(rest[:2], "big")
            fields.append(rest[2 : 2 + length])
            rest = rest[2 + length :]
        _, display, name, cookie = fields
        if name == COOKIE and display in {b"", number.encode()}:
            yield cookie


def _text(name: bytes) -> bytes:
    return struct.pack("<Hxx", len(name)) + _padded(name)


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)
