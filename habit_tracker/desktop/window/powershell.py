"""The answer window of Windows without tkinter. Written after its documentation, and never run on Windows."""

import base64

from habit_tracker.desktop.inbox import Keeper
from habit_tracker.desktop.notifications.messages import Request
from habit_tracker.desktop.window.one_line import Answer, ask_until_kept, output_of
from habit_tracker.desktop.window.opener import Opener
from habit_tracker.desktop.window.result import Unavailable, WindowResult

SCRIPT = """
Add-Type -AssemblyName Microsoft.VisualBasic
$say = {{ param($code) [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($code)) }}
$words, $draft = (& $say '{words}'), (& $say '{draft}')
$answer = [Microsoft.VisualBasic.Interaction]::InputBox($words, 'Habit tracker', $draft)
[Console]::Out.Write([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($answer)))
"""


def ask(request: Request, keeper: Keeper, _opener: Opener) -> WindowResult:
    """Ask for one line; an empty one leaves, because the box returns the same for Cancel."""

    def once(draft: str, trouble: str | None) -> Answer:
        words = "\n".join(part for part in (trouble, request.day_words, request.question) if part)
        script = SCRIPT.format(words=_coded(words), draft=_coded(draft))
        status, answer, complaint = output_of(["powershell", "-NoProfile", "-Command", "-"], script)
        if status != 0:
            raise Unavailable(complaint.strip() or f"PowerShell ended with status {status}")
        return base64.b64decode(answer.strip()).decode("utf-8") or None

    return ask_until_kept(keeper, request.draft, request.trouble, once)


def _coded(text: str) -> str:
    """*text* in letters that no shell reads as anything else."""
    return base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
