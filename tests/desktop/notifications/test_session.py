"""What a server may do with a nudge, well and badly, played by a server that is told to."""

import signal
import time
from pathlib import Path

import pytest
from support.delivery import delivery, nudge, replies
from support.desktop import Desktop
from support.fake_server import fake_server
from support.menu import in_the_menu

from habit_tracker.desktop.notifications.messages import Report

INLINE = ("actions", "inline-reply")
ENDS = [(1, "expired"), (2, "dismissed"), (3, "by us"), (4, "dismissed")]
SHOWN = Report("shown", channel="fake 1.0")
PERHAPS = "\nClick to answer, or: habit ask."
"""What the body says where nothing is known of the server."""


def test_the_nudge_stays_and_can_be_clicked(bus: dict[str, str], inbox: Path) -> None:
    """Never expires, normal urgency, an icon, one "Answer"; no markup where none is understood."""
    with fake_server(bus) as server, delivery(nudge(inbox, body="R&D <b>"), bus) as child:
        assert child.report() == SHOWN
        seen = server.shown.get(timeout=5)
        assert (seen.app_name, seen.title, seen.body, seen.expire) == (
            "Habit tracker",
            "Your win?",
            f"R&D <b>{PERHAPS}",
            0,
        )
        assert seen.actions == ["default", "Answer", "later", "Later", "skip", "Not today"]
        assert Path(seen.icon.removeprefix("file://")).read_bytes().startswith(b"\x89PNG")
        assert seen.hints["urgency"] == ("y", 1)
        assert seen.hints["resident"] == ("b", True)


def test_it_names_the_menu_entry_where_there_is_one(bus: dict[str, str], inbox: Path, tmp_path: Path) -> None:
    """By which a desktop knows whose it is; a name that leads nowhere would make some show nothing of us."""
    env = bus | {"XDG_DATA_HOME": str(tmp_path / "data")}
    with fake_server(bus) as server:
        for there in (False, True):
            if there:
                in_the_menu(tmp_path / "data")
            with delivery(nudge(inbox), env) as child:
                assert child.report() == SHOWN
                hints = server.shown.get(timeout=5).hints
                assert hints.get("desktop-entry") == (("s", "habit-tracker") if there else None)


def test_markup_is_escaped_where_it_is_understood(bus: dict[str, str], inbox: Path) -> None:
    """The body, never the title."""
    request = nudge(inbox, title="R&D", body="R&D <b>", buttons=False)
    with fake_server(bus, abilities=("actions", "body-markup")) as server, delivery(request, bus) as child:
        assert child.report() == SHOWN
        seen = server.shown.get(timeout=5)
        assert (seen.title, seen.body) == ("R&D", f"R&amp;D &lt;b&gt;{PERHAPS}")
        assert seen.actions == ["default", "Answer"]


def test_a_server_without_buttons_gets_none(bus: dict[str, str], inbox: Path) -> None:
    """It shows the nudge all the same, with what to do instead, and SIGTERM takes it away."""
    with fake_server(bus, abilities=("body",)) as server, delivery(nudge(inbox), bus) as child:
        assert child.report() == SHOWN
        seen = server.shown.get(timeout=5)
        assert seen.actions == []
        assert seen.body.endswith("\nAnswer with: habit ask. Later: habit snooze.")
        child.process.send_signal(signal.SIGTERM)
        assert child.status() == 0
        assert server.closed.get(timeout=5) == 1


@pytest.mark.parametrize("choice", ["later", "skip"])
def test_a_button_is_a_reply(bus: dict[str, str], inbox: Path, choice: str) -> None:
    """It lies in the inbox before it is reported, and is confirmed in the nudge's place for a short while."""
    with fake_server(bus) as server, delivery(nudge(inbox), bus) as child:
        assert child.report() == SHOWN
        server.click(server.shown.get(timeout=5).number, choice)
        report = child.report()
        (reply,) = replies(inbox)
        assert (report.report, report.choice, reply.choice) == ("replied", choice, choice)
        child.confirm("Until later", "at 18:30")
        seen = server.shown.get(timeout=5)
        assert (seen.replaces, seen.title, seen.actions, seen.expire) == (1, "Until later", [], 5000)
        assert seen.hints["urgency"] == ("y", 1), "GNOME shows nothing of a lower one"
        server.dismiss(seen.number)
        assert child.status() == 0


def test_a_reply_that_nobody_confirms_leaves_the_screen(bus: dict[str, str], inbox: Path) -> None:
    """At the end of stdin, not only after ten seconds."""
    with fake_server(bus) as server, delivery(nudge(inbox), bus) as child:
        assert child.report() == SHOWN
        server.click(server.shown.get(timeout=5).number, "skip")
        assert child.report() == Report("replied", choice="skip")
        assert child.process.stdin is not None
        child.process.stdin.close()
        assert server.closed.get(timeout=5) == 1
        assert child.status() == 0


def test_a_text_typed_into_the_notification_is_an_answer(bus: dict[str, str], inbox: Path) -> None:
    """Where the server has a field for it, and without a screen for a window."""
    with (
        fake_server(bus, abilities=INLINE) as server,
        delivery(nudge(inbox), bus) as child,
    ):
        assert child.report() == SHOWN
        seen = server.shown.get(timeout=5)
        assert seen.actions[:4] == ["default", "Answer", "inline-reply", "Answer here"]
        server.reply(seen.number, "  Wrote it 🎉\r\ntwice ")
        server.dismiss(seen.number)
        assert child.report() == Report("replied", choice="answer")
    (reply,) = replies(inbox)
    assert (reply.choice, reply.text) == ("answer", "Wrote it 🎉\ntwice")


def test_a_text_that_cannot_be_kept_goes_on_in_the_window(
    bus: dict[str, str], screen: Desktop, inbox: Path
) -> None:
    """With the text in it, until there is a place for it."""
    inbox.write_text("in the way")
    env = bus | {"DISPLAY": screen.env["DISPLAY"]}
    with (
        fake_server(bus, abilities=INLINE) as server,
        delivery(nudge(inbox), env) as child,
    ):
        assert child.report() == SHOWN
        server.reply(server.shown.get(timeout=5).number, "Kept after all")
        assert child.report() == Report("opened")
        screen.press("Return")
        inbox.unlink()
        screen.press("Return")
        assert child.report() == Report("replied", choice="answer")
    assert replies(inbox)[0].text == "Kept after all"


def test_other_notifications_do_not_matter(bus: dict[str, str], inbox: Path) -> None:
    """Clicks on them, and their end."""
    with fake_server(bus) as server, delivery(nudge(inbox), bus) as child:
        assert child.report() == SHOWN
        number = server.shown.get(timeout=5).number
        server.click(number + 7, "skip")
        server.dismiss(number + 7)
        server.click(number, "later")
        assert child.report() == Report("replied", choice="later")


@pytest.mark.parametrize(("code", "reason"), [(1, "expired"), (2, "dismissed"), (3, "by us"), (4, "dismissed")])
def test_the_end_has_its_reason(bus: dict[str, str], inbox: Path, code: int, reason: str) -> None:
    """As the server gives it."""
    with fake_server(bus) as server, delivery(nudge(inbox), bus) as child:
        assert child.report() == SHOWN
        server.dismiss(server.shown.get(timeout=5).number, code)
        assert child.report() == Report("closed", reason=reason)
        assert child.status() == 0


def test_without_a_screen_the_click_says_how_to_answer(bus: dict[str, str], inbox: Path) -> None:
    """The nudge stays up with the way to answer in it, and can still be put off."""
    with fake_server(bus) as server, delivery(nudge(inbox), bus) as child:
        assert child.report() == SHOWN
        number = server.shown.get(timeout=5).number
        server.click(number)
        server.dismiss(number)
        trouble = child.report()
        assert trouble.report == "trouble"
        assert "tkinter" in str(trouble.reason)
        seen = server.shown.get(timeout=5)
        assert "habit ask" in seen.body
        server.click(seen.number, "later")
        assert child.report() == Report("replied", choice="later")


def test_sigterm_while_the_server_thinks_ends_at_once(bus: dict[str, str], inbox: Path) -> None:
    """Even when no call is answered."""
    with fake_server(bus, hangs=("Notify",)) as server, delivery(nudge(inbox), bus) as child:
        assert server.called.wait(5)
        started = time.monotonic()
        child.process.send_signal(signal.SIGTERM)
        assert child.status() == 0
        assert time.monotonic() - started < 0.6


def test_a_nudge_that_comes_up_after_sigterm_is_taken_away(bus: dict[str, str], inbox: Path) -> None:
    """The server was just about to show it."""
    with fake_server(bus, hangs=("Notify",)) as server, delivery(nudge(inbox), bus) as child:
        assert server.called.wait(5)
        child.process.send_signal(signal.SIGTERM)
        server.answer_late()
        assert server.closed.get(timeout=5) == 1
        assert child.status() == 0


def test_without_a_server_it_fails_with_the_reason(bus: dict[str, str], inbox: Path) -> None:
    """A bus is not enough."""
    with delivery(nudge(inbox), bus) as child:
        assert child.report() == Report("failed", reason="no notification server answers on the session bus")
        assert child.status() == 0


def test_without_a_bus_it_fails_with_the_reason(nowhere: dict[str, str], inbox: Path) -> None:
    """The reason names the bus."""
    with delivery(nudge(inbox), nowhere) as child:
        assert child.report() == Report("failed", reason="there is no session bus to talk to (none is named)")
        assert child.status() == 0


def test_a_refusal_is_not_taken_for_success(bus: dict[str, str], inbox: Path) -> None:
    """An error reply is a reply, too."""
    with fake_server(bus, refuses=("Notify",)), delivery(nudge(inbox), bus) as child:
        assert child.report() == Report("failed", reason="the notification server refused (no Notify here)")
        assert child.status() == 0


def test_the_first_answer_counts(bus: dict[str, str], inbox: Path) -> None:
    """mako sends the result and, for the same call, an error."""
    every = ("GetServerInformation", "GetCapabilities", "Notify", "CloseNotification")
    with fake_server(bus, twice=every) as server, delivery(nudge(inbox), bus) as child:
        assert child.report() == SHOWN
        server.click(server.shown.get(timeout=5).number, "later")
        assert child.report() == Report("replied", choice="later")


@pytest.mark.slow
def test_the_thanks_leave_after_five_seconds(bus: dict[str, str], inbox: Path) -> None:
    """Closed by us: GNOME would keep them in its tray."""
    with fake_server(bus) as server, delivery(nudge(inbox), bus) as child:
        assert child.report() == SHOWN
        server.click(server.shown.get(timeout=5).number, "skip")
        assert child.report() == Report("replied", choice="skip")
        child.confirm("Day 13", "Well done")
        number = server.shown.get(timeout=5).number
        started = time.monotonic()
        assert server.closed.get(timeout=8) == number
        assert 4 < time.monotonic() - started < 7
        assert child.status() == 0


@pytest.mark.slow
def test_a_server_that_hangs_is_given_five_seconds(bus: dict[str, str], inbox: Path) -> None:
    """Then the nudge has failed, and may be tried again."""
    with fake_server(bus, hangs=("Notify",)), delivery(nudge(inbox), bus) as child:
        started = time.monotonic()
        assert child.report() == Report("failed", "fake 1.0", "the notification server does not answer")
        assert time.monotonic() - started < 6.5
        assert child.status() == 0
