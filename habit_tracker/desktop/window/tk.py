"""The answer window in tkinter."""

import os
import signal
import sys
import tkinter

from habit_tracker.desktop.display_server import x_trouble
from habit_tracker.desktop.inbox import Keeper
from habit_tracker.desktop.notifications.messages import Request
from habit_tracker.desktop.window.dark_mode import finish_asking, named_theme, start_asking
from habit_tracker.desktop.window.form import Form
from habit_tracker.desktop.window.opener import Opener
from habit_tracker.desktop.window.result import Unavailable, WindowResult
from habit_tracker.desktop.window.style import WindowStyle
from habit_tracker.desktop.window.words import THANKS_STAY


def ask(request: Request, keeper: Keeper, opener: Opener) -> WindowResult:
    """Show the window until the person is done. Raises Unavailable where tkinter finds no screen."""
    if sys.platform.startswith("linux") and (trouble := x_trouble(os.environ)):
        raise Unavailable(trouble)
    named = named_theme() if request.dark is None else request.dark
    question = start_asking() if named is None else None
    try:
        root = tkinter.Tk(className="Habit-tracker")
    except tkinter.TclError as error:
        finish_asking(question)
        raise Unavailable(str(error)) from error
    root.withdraw()
    form = Form(root, WindowStyle(root, finish_asking(question) if named is None else named), request, keeper)
    _listen_to_signals(root, form)
    _show(root, form, opener)
    if not form.done:
        root.mainloop()
    if form.outcome.choice == "answer" and (words := opener.kept(form.outcome)):
        form.thank(words)
        root.after(THANKS_STAY, root.quit)
        root.mainloop()
    root.destroy()
    return form.outcome


def _show(root: tkinter.Tk, form: Form, opener: Opener) -> None:
    """Bring it to the front and give it the keyboard; it was asked for with a click."""

    def take_keyboard(_event: object) -> None:
        form.writing.text.focus_force()

    def has_keyboard(_event: object) -> None:
        form.writing.text.unbind("<FocusIn>", told)
        root.after_idle(opener.ready)

    told = form.writing.text.bind("<FocusIn>", has_keyboard, add="+")
    root.bind("<Visibility>", take_keyboard)
    if root.tk.call("tk", "windowingsystem") == "x11":
        root.attributes("-type", "dialog")
    root.deiconify()
    root.lift()
    root.wait_visibility()
    root.unbind("<Visibility>")
    take_keyboard(None)


def _listen_to_signals(root: tkinter.Tk, form: Form) -> None:
    """SIGTERM closes a window in which nothing was written, a text waits; SIGUSR1 brings it to the front."""
    if not hasattr(root, "createfilehandler"):
        return
    woken, wakes = os.pipe()
    os.set_blocking(wakes, False)
    signal.set_wakeup_fd(wakes, warn_on_full_buffer=False)
    for number in (signal.SIGTERM, signal.SIGUSR1):
        signal.signal(number, lambda _number, _frame: None)  # Tk does not return to Python to hear of it

    def react(_file: object, _mask: int) -> None:
        for number in os.read(woken, 16):
            if number == signal.SIGUSR1:
                _come(root, form)
            else:
                form.leave_if_empty()

    root.createfilehandler(woken, tkinter.READABLE, react)


def _come(root: tkinter.Tk, form: Form) -> None:
    """To the front, from wherever it lies, also where a window manager lets none in front of another."""
    root.deiconify()
    root.attributes("-topmost", True)
    root.lift()
    root.attributes("-topmost", False)
    form.writing.text.focus_force()
