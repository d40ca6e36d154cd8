"""However the window is left, what was typed is there when it opens next; and there is one window at a time."""

import json
import signal
from datetime import date
from pathlib import Path

import pytest
from support.delivery import Child, nudge, window
from support.desktop import Desktop
from support.processes import becomes_true

from habit_tracker.desktop import drafts
from habit_tracker.domain.nudges.nudge import NudgeKey
from habit_tracker.domain.nudges.prompt import DAILY


def written(inbox: Path) -> list[tuple[str, int | None]]:
    """The texts that are kept, each with its confidence."""
    return [(draft.text, draft.confidence) for draft in drafts.waiting(inbox).values()]


def is_ready(child: Child) -> None:
    """Wait until it has the keyboard."""
    assert json.loads(child.line()) == {"ready": True}


@pytest.mark.parametrize("keys", [["Escape"], ["alt+l"], ["alt+n"]])
def test_a_draft_stays_until_it_is_answered(screen: Desktop, inbox: Path, keys: list[str]) -> None:
    """With its confidence, by whatever way the window was left."""
    with window(nudge(inbox, window="tk"), screen.env) as child:
        is_ready(child)
        screen.press("a", "b", "alt+4", *keys)
        assert json.loads(child.line())["choice"] in {None, "later", "skip"}
    assert written(inbox) == [("ab", 4)]
    with window(nudge(inbox, window="tk"), screen.env) as child:
        is_ready(child)
        screen.press("c", "Return")
        assert json.loads(child.line()) == {"choice": "answer", "text": "abc", "confidence": 4}
    assert written(inbox) == []


def test_a_crash_takes_nothing(screen: Desktop, inbox: Path) -> None:
    """What was typed a moment before is kept."""
    with window(nudge(inbox, window="tk"), screen.env) as child:
        is_ready(child)
        screen.press("a", "b")
        assert becomes_true(lambda: written(inbox) == [("ab", None)])
        child.process.kill()


def test_a_field_that_was_cleared_leaves_nothing(screen: Desktop, inbox: Path) -> None:
    """The person has thrown it away."""
    with window(nudge(inbox, window="tk"), screen.env) as child:
        is_ready(child)
        screen.press("a", "b")
        assert becomes_true(lambda: written(inbox) == [("ab", None)])
        screen.press("BackSpace", "BackSpace", "Escape")
        assert json.loads(child.line()) == {"choice": None}
    assert written(inbox) == []


def test_an_answer_is_no_draft_a_moment_later(screen: Desktop, inbox: Path) -> None:
    """Nor is it one where it was typed quickly."""
    with window(nudge(inbox, window="tk"), screen.env) as child:
        is_ready(child)
        screen.press("a", "b", "Return")
        assert json.loads(child.line())["text"] == "ab"
        assert child.process.stdin is not None
        child.process.stdin.close()
        assert child.status() == 0
    assert written(inbox) == []


def test_a_second_window_calls_the_first(screen: Desktop, inbox: Path) -> None:
    """Also about another day: the first one has the keyboard again."""
    tuesday = NudgeKey(date(2026, 11, 24), DAILY)
    with window(nudge(inbox, window="tk"), screen.env) as first:
        is_ready(first)
        screen.run("xdotool", "mousemove", "1270", "790")
        with window(nudge(inbox, window="tk", key=tuesday), screen.env) as second:
            assert json.loads(second.line()) == {"choice": None, "elsewhere": True}
            assert second.status() == 0
        screen.press("o", "k", "Return")
        assert json.loads(first.line())["text"] == "ok"


def test_the_lock_ends_with_its_process(screen: Desktop, inbox: Path) -> None:
    """What a window that was killed left behind stands before no other, and calls nobody."""
    with window(nudge(inbox, window="tk"), screen.env) as child:
        is_ready(child)
        child.process.send_signal(signal.SIGKILL)
        child.process.wait()
    assert inbox.with_name("window.lock").exists()
    with window(nudge(inbox, window="tk"), screen.env) as child:
        is_ready(child)
