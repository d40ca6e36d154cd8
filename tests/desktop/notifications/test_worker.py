"""A nudge on a real desktop: shown, clicked, answered; every reply lies in the inbox."""

import signal
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from support.delivery import Delivery, delivery, nudge, replies
from support.desktop import Desktop
from support.menu import in_the_menu
from support.processes import becomes_true

from habit_tracker.desktop.notifications.messages import Report
from habit_tracker.domain.nudges.nudge import NudgeKey
from habit_tracker.domain.nudges.prompt import DAILY

NASTY = [
    "-5 degrees",
    "<b>R&D</b> \\n 100%",
    "שלום عالم",
    "👩\u200d🚀🎉",
    "half \ud800 and NUL \0 and \x1b[1m",
    "x" * 10_000,
]


def shown(child: Delivery) -> None:
    """The nudge is on the screen."""
    report = child.report()
    assert report.report == "shown"
    assert str(report.channel).startswith("dunst 1.")


def test_a_nudge_is_shown_with_its_words(screen: Desktop, inbox: Path) -> None:
    """The server says so, and its history has it."""
    with delivery(nudge(inbox, title="Your win for Monday?", body="Day 12"), screen.env) as child:
        shown(child)
        assert screen.count() == 1
        screen.run("dunstctl", "close-all")
        assert child.report() == Report("closed", reason="dismissed")
        assert child.status() == 0
    (seen,) = screen.history()
    assert (seen["summary"], seen["body"].partition("\n")[0]) == ("Your win for Monday?", "Day 12")


def test_it_is_known_by_its_menu_entry(screen: Desktop, inbox: Path, tmp_path: Path) -> None:
    """The server has its name, its picture, and the entry in the person's menu."""
    in_the_menu(tmp_path / "data")
    with delivery(nudge(inbox), screen.env | {"XDG_DATA_HOME": str(tmp_path / "data")}) as child:
        shown(child)
        screen.run("dunstctl", "close-all")
        assert child.report() == Report("closed", reason="dismissed")
    (seen,) = screen.history()
    assert (seen["appname"], seen["category"]) == ("Habit tracker", "known by its menu entry")
    assert seen["icon_path"].endswith("icon.png")


@pytest.mark.slow
def test_a_click_a_sentence_and_return_make_an_answer(screen: Desktop, inbox: Path) -> None:
    """It belongs to the nudge's day, has every letter, and is confirmed on the screen."""
    with delivery(nudge(inbox), screen.env) as child:
        shown(child)
        screen.click()
        assert child.report() == Report("opened")
        screen.type_text("done 🎉")
        screen.press("alt+4", "Return")
        assert child.report() == Report("replied", choice="answer")
        child.confirm("Day 13", "Well done")
        assert becomes_true(lambda: screen.count() == 1)
        assert becomes_true(lambda: "Day 13" in screen.windows()), "the window does not say it"
        screen.run("dunstctl", "close-all")
        assert child.status() == 0
    (reply,) = replies(inbox)
    assert reply.key == NudgeKey(date(2026, 11, 23), DAILY)
    assert (reply.choice, reply.text, reply.confidence, reply.zone) == (
        "answer",
        "done 🎉",
        4,
        "Europe/Vienna",
    )
    assert screen.history()[0]["summary"] == "Day 13"


def test_the_window_has_the_keyboard_soon_after_the_click(screen: Desktop, inbox: Path) -> None:
    """The goal is 300 ms; a busy machine that runs tests gets some more. Best of three."""
    times = []
    for _ in range(3):
        screen.close_all()
        with delivery(nudge(inbox), screen.env) as child:
            shown(child)
            started = time.monotonic()
            screen.click()
            assert child.report() == Report("opened")
            times.append(time.monotonic() - started)
            screen.press("Escape")
            assert child.report() == Report("closed", reason="dismissed")
    print(f"click to keyboard: {min(times) * 1000:.0f} ms, with the mouse moving there")
    assert min(times) < 0.6


def test_sigterm_takes_the_nudge_off_the_screen_at_once(screen: Desktop, inbox: Path) -> None:
    """It ends with status 0 within half a second."""
    with delivery(nudge(inbox), screen.env) as child:
        shown(child)
        started = time.monotonic()
        child.process.send_signal(signal.SIGTERM)
        assert child.status() == 0
        assert time.monotonic() - started < 0.5
    assert screen.count() == 0


def test_sigterm_closes_an_empty_window_too(screen: Desktop, inbox: Path) -> None:
    """Nothing is left on the screen."""
    with delivery(nudge(inbox), screen.env) as child:
        shown(child)
        screen.click()
        assert child.report() == Report("opened")
        child.process.send_signal(signal.SIGTERM)
        assert child.status() == 0
    assert becomes_true(lambda: "accomplished" not in screen.windows())


def test_a_window_that_was_written_in_outlives_everybody(screen: Desktop, inbox: Path) -> None:
    """SIGTERM to the delivery does not take the person's words away."""
    with delivery(nudge(inbox), screen.env) as child:
        shown(child)
        screen.click()
        assert child.report() == Report("opened")
        screen.type_text("half a sen")
        child.process.send_signal(signal.SIGTERM)
        assert child.status() == 0
    screen.type_text("tence")
    screen.press("Return")
    assert becomes_true(lambda: replies(inbox))
    assert replies(inbox)[0].text == "half a sentence"


def test_the_death_of_the_parent_loses_no_answer(screen: Desktop, inbox: Path) -> None:
    """The nudge stays, can be clicked, and the reply waits in the inbox."""
    with delivery(nudge(inbox, draft="I stayed"), screen.env) as child:
        shown(child)
        child.forget()
        screen.click()
        screen.run("xdotool", "search", "--sync", "--onlyvisible", "--name", "accomplished")

        def returned() -> bool:
            screen.press("Return")  # again, until the window listens: nobody is told when it does
            return bool(replies(inbox))

        assert becomes_true(returned)
        assert child.process.wait(5) == 0
    assert replies(inbox)[0].text == "I stayed"


def test_a_nudge_leaves_when_its_time_is_over(screen: Desktop, inbox: Path) -> None:
    """At `until` it closes itself, and says so."""
    with delivery(nudge(inbox, until=datetime.now(UTC) + timedelta(seconds=0.5)), screen.env) as child:
        shown(child)
        assert child.report() == Report("closed", reason="by us")
        assert child.status() == 0
    assert screen.count() == 0


def test_nothing_is_sent_while_the_person_wants_quiet(screen: Desktop, inbox: Path) -> None:
    """A paused dunst holds the nudge back, and nothing comes later by itself."""
    screen.run("dunstctl", "set-paused", "true")
    with delivery(nudge(inbox), screen.env) as child:
        assert child.report() == Report("held", reason="do not disturb is on")
        assert child.status() == 0
    assert screen.run("dunstctl", "count", "waiting").strip() == "0"


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_any_text_is_shown(screen: Desktop, inbox: Path, text: str) -> None:
    """As title and as body, whatever is in it."""
    with delivery(nudge(inbox, title=text, body=text), screen.env) as child:
        shown(child)


@pytest.mark.parametrize("text", NASTY[:4] + NASTY[5:], ids=range(len(NASTY) - 1))
def test_any_text_is_answered_byte_for_byte(screen: Desktop, inbox: Path, text: str) -> None:
    """Through the window, the pipe and the file."""
    with delivery(nudge(inbox, draft=text), screen.env) as child:
        shown(child)
        screen.click()
        assert child.report() == Report("opened")
        screen.press("Return")
        assert child.report() == Report("replied", choice="answer")
    assert replies(inbox)[0].text == text
