"""The menu entry: the desktop's name for the program, and what a click on it starts."""

from contextlib import suppress

from habit_tracker.desktop.autostart import files, words, xdg
from habit_tracker.desktop.integration.files import data_folder
from habit_tracker.desktop.integration.mark import marked
from habit_tracker.domain.errors import HabitError

NAME = "habit-tracker"
PACKAGE = "habit_tracker"
"""What Python is told to run."""
TITLE = "Habit tracker"
ABOUT = "Write down one thing a day that made you feel accomplished"
WINDOW = NAME
"""What the answer window is called in X11, by which a desktop knows that it belongs to the entry."""


class MenuEntry:
    """applications/habit-tracker.desktop in the data folder, or one of another *name* beside it."""

    def __init__(self, name: str = NAME) -> None:
        self.name = name
        self.path = data_folder() / "applications" / f"{name}.desktop"

    def content(self, command: list[str], environment: dict[str, str], of: str = "") -> bytes:
        """What is to stand there: it starts *command*, and is that *of* a folder which others than the first name.

        Raises HabitError for a name that no entry can hold.
        """
        words.check([*command, of], environment)
        return marked(render(command, environment, f"{TITLE} ({of})" if of else TITLE), "# {}")

    def registered(self) -> list[str] | None:
        """The command that the entry there starts; None when there is none or it is switched off."""
        found = self._found()
        return xdg.parse(found) if found else None

    def environment(self) -> dict[str, str]:
        """What it adds to the environment that the command starts in."""
        found = self._found()
        return xdg.environment_of(found) if found else {}

    def is_of_this_program(self) -> bool:
        """Whether it is there and starts this program, wherever that lies."""
        return PACKAGE in (self.registered() or [])

    def _found(self) -> str | None:
        content = files.read(self.path)
        return None if content is None else content.decode(errors="replace")


def installed() -> str | None:
    """The name of our entry, where it is in the person's menu: whoever shows a notification may look for it."""
    with suppress(HabitError):
        return NAME if MenuEntry().is_of_this_program() else None
    return None


def menu_entries() -> list[MenuEntry]:
    """Those that are there: the first, and those of other data folders."""
    folder, digits = MenuEntry().path.parent, "[0-9a-f]" * 8
    return [
        MenuEntry(path.stem)
        for path in (*folder.glob(f"{NAME}.desktop"), *folder.glob(f"{NAME}-{digits}.desktop"))
    ]


def render(command: list[str], environment: dict[str, str], title: str) -> str:
    """The text of the entry (Desktop Entry Specification 1.5)."""
    starts = f"Exec={xdg.exec_line(command, environment)}"
    return "\n".join(
        [
            "[Desktop Entry]",
            "Type=Application",
            f"Name={_escaped(title)}",
            "GenericName=Journal of Wins",
            f"Comment={ABOUT}",
            f"Icon={NAME}",
            f"TryExec={_escaped(command[0])}",  # when the program is gone, the menu no longer shows it
            starts,
            "Terminal=false",
            "Categories=Utility;",
            "Keywords=habit;win;streak;journal;diary;accomplishment;confidence;reminder;log;",
            "StartupNotify=false",
            f"StartupWMClass={WINDOW}",
            "Actions=log;",
            "",
            "[Desktop Action log]",
            "Name=Log a win",
            f"Icon={NAME}",
            starts,
            "",
        ]
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\")
