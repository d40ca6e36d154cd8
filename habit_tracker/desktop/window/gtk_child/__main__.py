"""The answer window in GTK 4, run by the desktop's own Python (3.9 or later) with nothing of ours beside it.

What passes between it and the process that started it is written down in `gtk_messages.py`.
"""

from __future__ import annotations

from typing import Any

from pipe import Message, Pipe


def main() -> None:
    """Ask the question that comes, if there is one, until the window is closed."""
    pipe = Pipe()
    question = pipe.first()
    try:
        window = _window(question, pipe)
    except Exception as error:  # whatever is wrong with GTK here, another toolkit may do
        pipe.tell("failed", reason=str(error))
        return
    if window:
        window.run()
    else:
        pipe.tell("able")


def _window(question: Message | None, pipe: Pipe) -> Any:
    """The window, or None without a question: then it could have been opened."""
    import gi

    gi.require_version("Gdk", "4.0")
    gi.require_version("Gtk", "4.0")
    from gi.repository import GLib

    GLib.set_prgname("habit-tracker")  # before the screen hears of it: this is the name of the desktop entry
    from gi.repository import Gdk, Gtk  # noqa: F401  which looks for the screen

    if Gdk.Display.get_default() is None:
        raise OSError("GTK finds no screen")
    if question is None:
        return None
    from window import Window

    return Window(question, pipe)


if __name__ == "__main__":
    main()
