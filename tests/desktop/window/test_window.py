"""The answer window on a real (virtual) screen, by its keys."""

import json
import signal
import time
from pathlib import Path

import pytest
from support.delivery import TOOLKIT, replies
from support.desktop import Desktop
from support.processes import becomes_true
from support.windows import LEFT, opened, outcome

from habit_tracker.desktop.integration.entry import WINDOW
from habit_tracker.desktop.notifications.messages import Confirmation


@pytest.fixture(params=[pytest.param("gtk", marks=pytest.mark.slow), "tkinter"])
def screen(request: pytest.FixtureRequest, screen: Desktop) -> Desktop:
    """A desktop that has this toolkit alone."""
    return Desktop(screen.env | {TOOLKIT: request.param})


def test_return_saves_what_was_typed(screen: Desktop, inbox: Path) -> None:
    """In the inbox first, then on stdout."""
    with opened(screen, inbox) as child:
        screen.type_text("Said no, kindly")
        screen.press("Return")
        assert outcome(child) == {"choice": "answer", "text": "Said no, kindly"}
    (reply,) = replies(inbox)
    assert (reply.choice, reply.text, reply.confidence) == ("answer", "Said no, kindly", None)


def test_a_desktop_knows_the_window_by_the_menu_entry(screen: Desktop, inbox: Path) -> None:
    """It is what the entry names: so it has the name and the icon of the program."""
    with opened(screen, inbox):
        assert f'("{WINDOW}" "' in screen.windows()


def test_the_reward_is_seen_in_the_window(screen: Desktop, inbox: Path) -> None:
    """For a second, in the place of the question; keys do no harm meanwhile."""
    with opened(screen, inbox, draft="Said no") as child:
        screen.press("alt+s")
        assert json.loads(child.line()) == {"choice": "answer", "text": "Said no"}
        started = time.monotonic()
        child.write(Confirmation("Day 13", "Logged for Monday 23 November.").to_json())
        assert becomes_true(lambda: "Day 13" in screen.windows())
        assert "accomplished" not in screen.windows()
        screen.press("a", "Return", "alt+x")
        assert child.status() == 0
        assert 0.9 < time.monotonic() - started < 3


def test_control_return_starts_a_new_line(screen: Desktop, inbox: Path) -> None:
    """And Return still saves."""
    with opened(screen, inbox) as child:
        screen.press("a", "ctrl+Return", "b", "Return")
        assert outcome(child) == {"choice": "answer", "text": "a\nb"}


def test_control_a_selects_all(screen: Desktop, inbox: Path) -> None:
    """What is typed then replaces it."""
    with opened(screen, inbox, draft="wrong") as child:
        screen.press("ctrl+a", "o", "k", "Return")
        assert outcome(child)["text"] == "ok"


@pytest.mark.parametrize(
    ("keys", "confidence"),
    [
        (["alt+4"], 4),
        (["alt+4", "alt+2"], 2),
        (["alt+4", "alt+4"], None),
        (["alt+3", "alt+3", "alt+3"], 3),
        (["Tab", "space", "shift+Tab"], 1),
        (["Tab", "Right", "Right", "space"], 3),
    ],
)
def test_confidence_by_keys(screen: Desktop, inbox: Path, keys: list[str], confidence: int | None) -> None:
    """Alt and a digit, or Tab, arrows and space; the same once more takes it back."""
    with opened(screen, inbox, draft="x") as child:
        screen.press(*keys, "alt+s")
        assert outcome(child).get("confidence") == confidence
    assert replies(inbox)[0].confidence == confidence


@pytest.mark.parametrize(("key", "choice"), [("alt+l", "later"), ("alt+n", "skip")])
def test_later_and_not_today(screen: Desktop, inbox: Path, key: str, choice: str) -> None:
    """They are replies like any other."""
    with opened(screen, inbox) as child:
        screen.press(key)
        assert outcome(child) == {"choice": choice}
    assert [reply.choice for reply in replies(inbox)] == [choice]


def test_where_nothing_can_be_put_off_no_button_does(screen: Desktop, inbox: Path) -> None:
    """The same keys do nothing."""
    with opened(screen, inbox, buttons=False) as child:
        screen.press("alt+l", "alt+n", "Escape")
        assert outcome(child) == LEFT


def test_escape_leaves_an_empty_window(screen: Desktop, inbox: Path) -> None:
    """And nothing is kept."""
    with opened(screen, inbox) as child:
        screen.press("Escape")
        assert outcome(child) == LEFT
    assert not inbox.exists()


def test_escape_warns_before_a_text_is_lost(screen: Desktop, inbox: Path) -> None:
    """Where it cannot be kept: once for each text, and Return after the warning saves it."""
    inbox.write_text("in the way")
    with opened(screen, inbox) as child:
        screen.press("a", "Escape", "b", "Escape")
        inbox.unlink()
        screen.press("Return")
        assert outcome(child) == {"choice": "answer", "text": "ab"}
    inbox.rename(inbox.with_name("moved"))
    inbox.write_text("in the way")
    with opened(screen, inbox) as child:
        screen.press("a", "Escape", "Escape")
        assert outcome(child) == LEFT


def test_nothing_is_not_an_answer(screen: Desktop, inbox: Path) -> None:
    """Return in an empty window says so, and waits."""
    with opened(screen, inbox) as child:
        screen.press("Return", "space", "Return", "o", "k", "Return")
        assert outcome(child) == {"choice": "answer", "text": "ok"}


def test_a_text_that_is_too_long_stays_in_the_window(screen: Desktop, inbox: Path) -> None:
    """One letter less, and it is saved."""
    with opened(screen, inbox, draft="x" * 10_001) as child:
        screen.press("Return", "ctrl+End", "BackSpace", "Return")
        assert len(str(outcome(child)["text"])) == 10_000


def test_a_text_that_cannot_be_written_stays_in_the_window(screen: Desktop, inbox: Path) -> None:
    """Until there is room again."""
    inbox.write_text("in the way")
    with opened(screen, inbox, draft="Kept") as child:
        screen.press("Return", "Return")
        screen.run("xdotool", "key", "space")
        inbox.unlink()
        screen.press("Return")
        assert outcome(child) == {"choice": "answer", "text": "Kept"}
    assert [reply.text for reply in replies(inbox)] == ["Kept"]


def test_sigterm_closes_it_unless_something_was_written(screen: Desktop, inbox: Path) -> None:
    """Words wait for the person."""
    with opened(screen, inbox) as child:
        child.process.send_signal(signal.SIGTERM)
        assert outcome(child) == LEFT
    with opened(screen, inbox, draft="words") as child:
        child.process.send_signal(signal.SIGTERM)
        screen.press("Return")
        assert outcome(child) == {"choice": "answer", "text": "words"}


@pytest.mark.slow
def test_a_broken_pipe_loses_nothing(screen: Desktop, inbox: Path) -> None:
    """Who opened the window may be gone."""
    with opened(screen, inbox) as child:
        assert child.process.stdout is not None
        child.process.stdout.close()
        screen.press("o", "k", "Return")
        assert becomes_true(lambda: replies(inbox))
        assert child.status() == 0
    assert replies(inbox)[0].text == "ok"
