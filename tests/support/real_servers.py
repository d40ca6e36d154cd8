"""The notification servers of Debian, each on a screen that nobody sees."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple, Protocol

from support.desktop import screen
from support.processes import becomes_true, need, running
from support.session_bus import session_bus
from support.sway import sway

BLACK = "000000"
PROGRAMS_OF_X = ["openbox", "xdotool", "import"]


def in_lib(name: str) -> str:
    """A program in the folder of the machine's kind of processor."""
    return str(next(Path("/usr/lib").glob(f"*-linux-*/{name}"), name))


class Kind(NamedTuple):
    """A server of that *command*; it *needs* other programs beside it.

    At *spot* of what it shows, in parts of its width and in pixels from its top or, negative, its bottom, the
    mouse *button* answers, and at *closes*, if it is there, a left click closes without an answer. *quiet*
    switches do not disturb on, and *loud* off where the program names no command for it.
    """

    command: str
    spot: tuple[float, int] | None = (0.5, 30)
    button: str = "left"
    closes: tuple[float, int] | None = None
    quiet: str = ""
    loud: str = ""
    needs: tuple[str, ...] = ()
    wayland: bool = False


XFCONFD = in_lib("xfce4/xfconf/xfconfd")
GSETTINGS = "gsettings set org.mate.NotificationDaemon do-not-disturb"
XFCONF = "xfconf-query -c xfce4-notifyd -p /do-not-disturb -n -t bool -s"
WRITE = "cd $XDG_CONFIG_HOME && mkdir -p {0} && printf '{2}' > {0}/{1}"
AWAY = WRITE.format("mako", "config", r"[mode=away]\ninvisible=1\n")
LXQT = WRITE.format("lxqt", "notifications.conf", r"[General]\ndoNotDisturb={}\n")
KINDS = {
    "dunst": Kind(
        "dunst",
        spot=(0.5, 10),
        button="middle",
        closes=(0.5, 10),
        quiet="dunstctl set-paused true",
    ),
    "xfce4-notifyd": Kind(
        in_lib("xfce4/notifyd/xfce4-notifyd"),
        spot=(0.17, -30),
        closes=(0.6, 15),
        quiet=f"{XFCONF} true",
        needs=(XFCONFD,),
    ),
    "mate-notification-daemon": Kind(
        "/usr/lib/mate-notification-daemon/mate-notification-daemon",
        quiet=f"{GSETTINGS} true",
    ),
    "notification-daemon": Kind("/usr/lib/notification-daemon/notification-daemon"),
    "lxqt-notificationd": Kind("lxqt-notificationd", quiet=LXQT.format("true"), loud=LXQT.format("false")),
    "notify-osd": Kind(in_lib("notify-osd"), spot=None, needs=("xcompmgr",)),
    "mako": Kind(
        "mako",
        quiet=f"{AWAY} && makoctl reload && makoctl mode -s away",
        wayland=True,
    ),
    "swaync": Kind("swaync", quiet="swaync-client --dnd-on", wayland=True),
}


class Screen(Protocol):
    """What a person has of a screen."""

    env: dict[str, str]

    def picture(self, path: Path) -> None:
        """What is on it."""

    def move(self, x: int, y: int) -> None:
        """Move the mouse there."""

    def click(self, x: int, y: int, button: str) -> None:
        """Click there."""

    def answer(self, text: str) -> None:
        """Wait for the answer window, type a text into it, and Return."""


class X11:
    """A screen of X."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.env = dict(env)

    def picture(self, path: Path) -> None:
        """A picture of the screen."""
        self._run("import", "-window", "root", str(path))

    def move(self, x: int, y: int) -> None:
        """Move the mouse."""
        self._run("xdotool", "mousemove", str(x), str(y))

    def click(self, x: int, y: int, button: str) -> None:
        """Click there."""
        number = {"left": "1", "middle": "2", "right": "3"}[button]
        self._run("xdotool", "mousemove", str(x), str(y), "click", number)

    def answer(self, text: str) -> None:
        """Wait for the answer window, type a text into it, and Return."""
        self._run("xdotool", "search", "--sync", "--onlyvisible", "--name", "accomplished", "windowfocus")
        self._run("xdotool", "type", "--delay", "60", text)
        self._run("xdotool", "key", "Return")

    def _run(self, *words: str) -> None:
        subprocess.run(words, env=self.env, check=True, capture_output=True, timeout=20)


class RealServer:
    """A running server, and the screen on which it shows."""

    def __init__(self, kind: Kind, screen: Screen, folder: Path) -> None:
        self.kind = kind
        self.env = screen.env
        self.screen = screen
        self._folder = folder
        self._stack = ExitStack()
        screen.move(5, 300)
        screen.picture(folder / "empty.png")
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self._stack.enter_context(running([self.kind.command], self.env))
        self.run("gdbus wait --session --timeout 15 org.freedesktop.Notifications")

    def stop(self) -> None:
        """End it."""
        self._stack.close()

    def run(self, command: str) -> None:
        """Run a line of the shell beside it."""
        done = subprocess.run(
            ["sh", "-c", command], env=self.env, capture_output=True, text=True, timeout=20, check=False
        )
        assert done.returncode == 0, done.stderr

    def area(self) -> tuple[int, int, int, int] | None:
        """Where something is on the screen: its left, top, width and height; None on an empty one."""
        self.picture("now")
        words = ["convert", "empty.png", "now.png", "-compose", "difference", "-composite", "-threshold", "4%"]
        words += ["-trim", "-format", "%w %h %O", "info:"]
        said = subprocess.run(words, cwd=self._folder, capture_output=True, text=True, check=False).stdout
        numbers = [int(number) for number in re.findall(r"-?\d+", said)]
        width, height, left, top = numbers if len(numbers) == 4 else (1, 1, -1, -1)
        return None if left < 0 or width < 40 else (left, top, width, height)

    def picture(self, name: str) -> Path:
        """A picture of the screen, once it has come to rest."""
        path = self._folder / f"{name}.png"

        def taken() -> bytes:
            self.screen.picture(path)
            return path.read_bytes()

        assert becomes_true(lambda: taken() == taken(), 10)
        return path

    def shows(self) -> bool:
        """Whether something appears on the screen."""
        return becomes_true(lambda: self.area() is not None, 8)

    def is_empty(self) -> bool:
        """Whether everything leaves it."""
        self.screen.move(5, 300)
        return becomes_true(lambda: self.area() is None, 12)

    def click(self, spot: tuple[float, int], button: str) -> None:
        """Click on what is shown."""
        area = self.area()
        assert area is not None
        left, top, width, height = area
        part, down = spot
        self.screen.click(left + int(width * part), top + down + (height if down < 0 else 0), button)


def colour(screen: Screen, folder: Path) -> str:
    """The colour of the screen in its corner."""
    screen.picture(folder / "corner.png")
    words = ["convert", str(folder / "corner.png"), "-format", "%[hex:p{1,1}]", "info:"]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


@contextmanager
def real_server(name: str, folder: Path) -> Iterator[RealServer]:
    """That server, on a screen and a session of its own; *folder* is the home of the person."""
    kind = KINDS[name]
    need(
        kind.command, *kind.needs, "gdbus", "convert", *([] if kind.wayland else ["openbox", "xdotool", "import"])
    )
    with ExitStack() as stack:
        bus = stack.enter_context(session_bus(folder))
        (folder / "settings").mkdir()
        settings = {"XDG_CONFIG_HOME": str(folder / "settings"), "GSETTINGS_BACKEND": "keyfile"}
        shown: Screen
        if kind.wayland:
            shown = stack.enter_context(sway({**bus, **settings}))
        else:
            shown = X11({**bus, **settings, **stack.enter_context(screen("800x600"))})
            stack.enter_context(running(["openbox"], shown.env))
        for program in kind.needs:
            stack.enter_context(running([program], shown.env))
        if "xcompmgr" in kind.needs:  # which paints the black screen grey
            assert becomes_true(lambda: colour(shown, folder) != BLACK)
        found = RealServer(kind, shown, folder)
        stack.callback(found.stop)
        yield found
