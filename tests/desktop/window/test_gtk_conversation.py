"""What passes between the GTK window and the process that keeps what is written in it."""

import ast
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.delivery import nudge, replies

from habit_tracker.desktop.inbox import Keeper
from habit_tracker.desktop.notifications.messages import Confirmation
from habit_tracker.desktop.window.gtk import Conversation
from habit_tracker.desktop.window.gtk_messages import News, question
from habit_tracker.desktop.window.gtk_process import CHILD, GtkProcess
from habit_tracker.desktop.window.opener import Opener
from habit_tracker.desktop.window.result import Unavailable, WindowResult

OLDEST_PYTHON = (3, 9)
"""Of the systems that have GTK 4."""


class Asker(Opener):
    """Who opened the window, and has thanks to say, or not."""

    def __init__(self, thanks: Confirmation | None = None) -> None:
        self._thanks = thanks

    def ready(self) -> None:
        """Nothing needs to be known of it."""

    def kept(self, result: WindowResult) -> Confirmation | None:
        """The thanks there are."""
        return self._thanks


@contextmanager
def window(folder: Path, *news: Mapping[str, object], then: str = "") -> Iterator[GtkProcess]:
    """A window that says this without being asked, writes down its orders, and does something *then*."""
    lines = "".join(json.dumps(one) + "\n" for one in news)
    program = folder / "window.py"
    program.write_text(f"import sys, time\nsys.stdout.write({lines!r})\nsys.stdout.flush()\n{then}\n")
    with GtkProcess(Path(sys.executable), {}, program) as process:
        yield process


WRITE_ORDERS = "open({!r}, 'w').write(sys.stdin.readline())"


def draft(keeper: Keeper) -> tuple[str, int | None]:
    """What another window would begin with."""
    found = keeper.draft()
    assert found
    return found.text, found.confidence


def test_what_is_typed_is_kept_when_the_window_dies(tmp_path: Path, inbox: Path) -> None:
    """Another toolkit may go on with it."""
    keeper = Keeper(nudge(inbox))
    typed = {"news": "typed", "text": "Half a sen", "confidence": 4}
    with window(tmp_path, typed, then="raise SystemExit(1)") as process, pytest.raises(Unavailable, match="ended"):
        Conversation(process, keeper, Asker()).result()
    assert draft(keeper) == ("Half a sen", 4)
    assert replies(inbox) == []


@pytest.mark.parametrize("choice", ["later", "skip"])
def test_a_question_that_is_put_off_keeps_the_draft(tmp_path: Path, inbox: Path, choice: str) -> None:
    """The reply has no text, and the text is not lost."""
    keeper = Keeper(nudge(inbox))
    with window(tmp_path, {"news": "chosen", "choice": choice, "text": "Not yet", "confidence": None}) as process:
        assert Conversation(process, keeper, Asker()).result() == WindowResult(choice)  # type: ignore[arg-type]
    assert draft(keeper) == ("Not yet", None)
    assert [(reply.choice, reply.text) for reply in replies(inbox)] == [(choice, None)]


def test_a_window_that_is_left_keeps_the_draft(tmp_path: Path, inbox: Path) -> None:
    """Esc loses nothing, and so needs no second one."""
    keeper, orders = Keeper(nudge(inbox)), tmp_path / "orders"
    left = {"news": "leave", "text": "Not yet", "confidence": 1}
    with window(tmp_path, left, {"news": "closed"}, then=WRITE_ORDERS.format(str(orders))) as process:
        assert Conversation(process, keeper, Asker()).result() == WindowResult()
    assert draft(keeper) == ("Not yet", 1)
    assert json.loads(orders.read_text()) == {"order": "close"}


class Forgetful(Keeper):
    """One that has no room for a draft."""

    def keep_draft(self, text: str, confidence: int | None) -> None:
        """Say so."""
        raise OSError(28, "No space left on device")


def test_a_draft_that_cannot_be_kept_is_not_lost_without_a_word(tmp_path: Path, inbox: Path) -> None:
    """The second Esc closes all the same."""
    orders = tmp_path / "orders"
    left = {"news": "leave", "text": "Not yet", "confidence": None}
    write_both = f"open({str(orders)!r}, 'w').write(sys.stdin.readline() + sys.stdin.readline())"
    with window(tmp_path, left, left, {"news": "closed"}, then=write_both) as process:
        assert Conversation(process, Forgetful(nudge(inbox)), Asker()).result() == WindowResult()
    warned, closed = map(json.loads, orders.read_text().splitlines())
    assert warned["words"].startswith("Your text could not be kept: No space left on device.")
    assert closed == {"order": "close"}


def test_the_thanks_are_sent_to_the_window(tmp_path: Path, inbox: Path) -> None:
    """With how long they stay."""
    orders = tmp_path / "orders"
    answer = {"news": "chosen", "choice": "answer", "text": " Said no ", "confidence": 5}
    with window(tmp_path, answer, then=WRITE_ORDERS.format(str(orders))) as process:
        asker = Asker(Confirmation("Day 13", "Logged for Monday."))
        assert Conversation(process, Keeper(nudge(inbox)), asker).result() == WindowResult("answer", "Said no", 5)
    assert json.loads(orders.read_text()) == {
        "order": "thank",
        "stay": 1000,
        "title": "Day 13",
        "body": "Logged for Monday.",
    }


def test_a_window_that_says_nothing_is_given_up(tmp_path: Path) -> None:
    """And is ended, so that it cannot come when another toolkit asks."""
    with window(tmp_path, then="time.sleep(60)") as process:
        assert process.news(0.05) == News("failed", "GTK opened no window within 0.05 seconds")
        assert process.news(2) == News("failed", "the GTK window ended unexpectedly")


def test_letters_that_gtk_cannot_show_are_replaced(inbox: Path) -> None:
    """Halves of characters, and the NUL that would end the text."""
    shown = question(nudge(inbox, draft="a\0b\udce4c", hint="\ud83d"))
    assert shown["draft"] == "a?b?c"
    assert json.dumps(shown, ensure_ascii=False).encode()


def test_orders_to_a_window_that_is_gone_do_no_harm(tmp_path: Path) -> None:
    """A signal may come at any time."""
    with window(tmp_path) as process:
        assert process.news().news == "failed"
        process.tell({"order": "leave"})
    process.tell({"order": "leave"})


@pytest.mark.parametrize("path", sorted(CHILD.glob("*.py")), ids=lambda path: path.name)
def test_the_desktops_python_can_read_the_window(path: Path) -> None:
    """It may be older than ours, and finds nothing of ours."""
    tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=OLDEST_PYTHON)
    imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    beside = {other.stem for other in CHILD.glob("*.py")}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names | beside | {"gi"}
    assert not beside & sys.stdlib_module_names, "it would hide a module of Python"
