"""A mouse and a keyboard for a Wayland screen: a client of two of wlroots' protocols, in their own words."""

import os
import socket
import struct
import time
from collections.abc import Iterator
from pathlib import Path

DISPLAY, REGISTRY, DONE, SEAT, POINTERS, KEYBOARDS, POINTER, KEYBOARD = range(1, 9)
"""What the client calls its objects, in the order in which they are made; the first is given."""
BUTTONS = {"left": 0x110, "right": 0x111, "middle": 0x112}
KEYS = {"Escape": 1, "Tab": 15, "Return": 28, " ": 57, "Right": 106, "Down": 108}
HELD = {"": 0, "ctrl": 4, "alt": 8}
"""What is held down, by its bit in the layout."""
for first, row in ((16, "qwertyuiop"), (30, "asdfghjkl"), (44, "zxcvbnm")):
    KEYS |= {letter: first + number for number, letter in enumerate(row)}
LAYOUT = """xkb_keymap {
    xkb_keycodes { include "evdev+aliases(qwerty)" };
    xkb_types { include "complete" };
    xkb_compat { include "complete" };
    xkb_symbols { include "pc+us+inet(evdev)" };
};\0"""


class Hands:
    """The mouse and the keyboard of a screen of that *size*, on the display at *path*."""

    def __init__(self, path: Path, size: tuple[int, int]) -> None:
        self._size = size
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(10)
        self._socket.connect(str(path))
        self._send(DISPLAY, 1, REGISTRY)  # get_registry
        self._send(DISPLAY, 0, DONE)  # sync
        found = dict(self._globals())
        self._bind(found, "wl_seat", SEAT)
        self._bind(found, "zwlr_virtual_pointer_manager_v1", POINTERS)
        self._bind(found, "zwp_virtual_keyboard_manager_v1", KEYBOARDS)
        self._send(POINTERS, 0, SEAT, POINTER)  # create_virtual_pointer
        self._send(KEYBOARDS, 0, SEAT, KEYBOARD)  # create_virtual_keyboard
        layout = os.memfd_create("layout")
        os.write(layout, LAYOUT.encode())
        self._send(KEYBOARD, 0, 1, len(LAYOUT), file=layout)  # keymap, in the format of xkb
        os.close(layout)

    def move(self, x: int, y: int) -> None:
        """Point there."""
        self._send(POINTER, 1, 0, x, y, *self._size)  # motion_absolute
        self._send(POINTER, 4)  # frame

    def click(self, button: str) -> None:
        """Press that button of the mouse and let it go."""
        for state in (1, 0):
            self._send(POINTER, 2, 0, BUTTONS[button], state)
            self._send(POINTER, 4)

    def press(self, *keys: str) -> None:
        """Press these keys, one after the other, no faster than a person; alt+s is one of them."""
        for key in keys:
            held, _, last = key.rpartition("+")
            self._send(KEYBOARD, 2, HELD[held], 0, 0, 0)  # modifiers
            for state in (1, 0):
                self._send(KEYBOARD, 1, int(time.monotonic() * 1000) & 0xFFFFFFFF, KEYS[last], state)
                time.sleep(0.02)
            self._send(KEYBOARD, 2, 0, 0, 0, 0)

    def close(self) -> None:
        """Take them away."""
        self._socket.close()

    def _bind(self, found: dict[str, int], interface: str, thing: int) -> None:
        name = interface.encode() + b"\0"
        text = struct.pack("<I", len(name)) + name + b"\0" * (-len(name) % 4)
        self._send(REGISTRY, 0, found[interface], text, 1, thing)

    def _send(self, thing: int, request: int, *arguments: int | bytes, file: int | None = None) -> None:
        body = b"".join(word if isinstance(word, bytes) else struct.pack("<I", word) for word in arguments)
        data = struct.pack("<II", thing, (8 + len(body)) << 16 | request) + body
        socket.send_fds(self._socket, [data], [] if file is None else [file])

    def _globals(self) -> Iterator[tuple[str, int]]:
        """What the display has, and the numbers under which it has it."""
        data = b""
        while True:
            data += self._socket.recv(65536)
            while len(data) >= 8 and len(data) >= (size := struct.unpack_from("<I", data, 4)[0] >> 16):
                thing, body, data = struct.unpack_from("<I", data)[0], data[8:size], data[size:]
                if thing == REGISTRY:
                    number, length = struct.unpack_from("<II", body)
                    yield body[8 : 7 + length].decode(), number
                if thing == DONE:
                    return
