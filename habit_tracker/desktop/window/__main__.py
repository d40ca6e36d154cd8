"""The window's own process: reads a `Request`, asks, keeps the reply, writes how it ended."""

import sys
from contextlib import suppress
from importlib import import_module

from habit_tracker.desktop.inbox import Keeper
from habit_tracker.desktop.notifications.messages import Request
from habit_tracker.desktop.window.choice import order_here
from habit_tracker.desktop.window.opener import Opener
from habit_tracker.desktop.window.result import WindowResult

READY = WindowResult(ready=True).to_json()


def main() -> None:
    """Ask with the first toolkit that can."""
    request, opener = Request.from_json(sys.stdin.readline()), Opener()
    opener.ended(_outcome(request, opener))


def _outcome(request: Request, opener: Opener) -> WindowResult:
    reasons = []
    for name, module in order_here():
        keeper = Keeper(request)
        try:
            toolkit = import_module(module)
            outcome: WindowResult = toolkit.ask(request, keeper, opener)
        except Exception as error:  # whatever is wrong with one toolkit, the next may do
            reasons.append(f"{name}: {error or type(error).__name__}")
            if draft := keeper.draft():
                request = request._replace(draft=draft.text, draft_confidence=draft.confidence)
        else:
            return outcome
    return WindowResult(failed="; ".join(reasons))


if __name__ == "__main__":
    main()
    with suppress(BrokenPipeError):
        sys.stdout.close()
