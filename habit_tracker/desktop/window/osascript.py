"""The answer window of macOS without tkinter. Written after its documentation, and never run on a Mac."""

from habit_tracker.desktop.inbox import Keeper
from habit_tracker.desktop.notifications.messages import Request
from habit_tracker.desktop.window.one_line import Answer, ask_until_kept, output_of
from habit_tracker.desktop.window.opener import Opener
from habit_tracker.desktop.window.result import Unavailable, WindowResult

LEFT = "-128"  # the error number of a dialog that was cancelled


def ask(request: Request, keeper: Keeper, _opener: Opener) -> WindowResult:
    """Ask for one line in a dialog; later and not today are left to the notification."""

    def once(draft: str, trouble: str | None) -> Answer:
        words = "\n".join(part for part in (trouble, request.day_words, request.question) if part)
        dialog = f'display dialog {_quoted(words)} with title "Habit tracker" default answer {_quoted(draft)}'
        script = f'return text returned of ({dialog} buttons {{"Cancel", "Save"}} default button "Save")'
        status, text, complaint = output_of(["osascript", "-"], script)
        if status == 0:
            return text.removesuffix("\n")
        if LEFT in complaint:
            return None
        raise Unavailable(complaint.strip() or f"osascript ended with status {status}")

    return ask_until_kept(keeper, request.draft, request.trouble, once)


def _quoted(text: str) -> str:
    """*text* as a string of AppleScript."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
