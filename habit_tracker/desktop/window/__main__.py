"""The window's own process: reads a `Request`, asks, keeps the reply, writes how it ended."""

import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from habit_tracker.desktop.inbox import Keeper
from habit_tracker.desktop.notifications.messages import Request
from habit_tracker.desktop.window.choice import order_here
from habit_tracker.desktop.window.only_one import only_one
from habit_tracker.desktop.window.opener import Opener
from habit_tracker.desktop.window.result import WindowResult

READY = WindowResult(ready=True).to_json()


def main() -> None:
    """Ask with the first toolkit that can, unless a window is open already."""
    request, opener = Request.from_json(sys.stdin.readline()), Opener()
    with only_one(Path(request.inbox).with_name("window.lock")) as alone:
        opener.ended(_outcome(request, opener) if alone else WindowResult(elsewhere=True))


def _outcome(request: Request, opener: Opener) -> WindowResult:
    reasons, keeper = [], Keeper(request)
    for name, module in order_here(request.window):
        try:
            toolkit = import_module(module)
            outcome: WindowResult = toolkit.ask(_with_draft(request, keeper), keeper, opener)
        except Exception as error:  # whatever is wrong with one toolkit, the next may do
            reasons.append(f"{name}: {error or type(error).__name__}")
            if keeper.kept:  # what was written in it, rather than what it began with
                request = request._replace(draft="", draft_confidence=None)
        else:
            return outcome
    return WindowResult(failed="; ".join(reasons))


def _with_draft(request: Request, keeper: Keeper) -> Request:
    """The request with what was written before, unless it brings a text itself; the other waits then."""
    draft = None if request.draft else keeper.draft()
    if draft is None:
        return request
    words = draft.words(request.key.day, request.zone)
    return request._replace(draft=draft.text, draft_confidence=draft.confidence, notice=words)


if __name__ == "__main__":
    main()
    with suppress(BrokenPipeError):
        sys.stdout.close()
