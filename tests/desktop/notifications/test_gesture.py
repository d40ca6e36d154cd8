"""What a notification offers on each server, and what it says about answering."""

from pathlib import Path

import pytest

from habit_tracker.desktop.notifications.gesture import actions, advice, gesture
from habit_tracker.desktop.notifications.known_servers import KNOWN, known
from habit_tracker.desktop.notifications.server import Server

ACTIONS = frozenset({"actions", "body"})
REPLIES = ACTIONS | {"inline-reply"}


def server(name: str, abilities: frozenset[str] = ACTIONS) -> Server:
    """One of that name, perhaps with its vendor."""
    name, _, vendor = name.partition(" by ")
    return Server(name, vendor, "1.0", abilities)


def seen(found: Server) -> list[str]:
    """The labels that are drawn as buttons."""
    offered = actions(found, put_off=True)
    kind = known(found)
    if not kind.buttons:
        return []
    return [label for key, label in offered.items() if kind.default_button or key != "default"]


@pytest.mark.parametrize("abilities", [ACTIONS, REPLIES, frozenset[str]()], ids=["actions", "replies", "none"])
@pytest.mark.parametrize("name", [*KNOWN, "never seen"])
def test_no_label_is_seen_twice(name: str, abilities: frozenset[str]) -> None:
    """And where there are buttons, one of them answers."""
    labels = seen(server(name, abilities))
    assert len(labels) == len(set(labels))
    if labels:
        assert [label for label in labels if label.startswith("Answer")]


@pytest.mark.parametrize("name", [*KNOWN, "never seen"])
def test_a_server_that_cannot_be_clicked_is_offered_nothing(name: str) -> None:
    """The body says what to do instead."""
    dumb = server(name, frozenset({"body"}))
    assert actions(dumb, put_off=True) == {}
    assert advice(dumb, put_off=True) == "Answer with: habit ask. Later: habit snooze."
    assert advice(dumb, put_off=False) == "Answer with: habit ask."


@pytest.mark.parametrize(("name", "words"), [
    ("Xfce Notify Daemon", "Press Answer: a click beside it only closes this."),
    ("dunst", "Middle-click to answer: a left click only closes this. Later: habit snooze."),
    ("mako", "Click to answer. Later: habit snooze."),
    ("Notification Daemon by MATE", ""),
    ("gnome-shell by GNOME", ""),
    ("Plasma", ""),
    ("never seen", "Click to answer, or: habit ask."),
])  # fmt: skip
def test_the_body_says_what_cannot_be_seen(name: str, words: str) -> None:
    """A click that only closes, and buttons that are not drawn."""
    assert advice(server(name), put_off=True) == words


DUNST = [
    ("", "Middle-click to answer: a left click only closes this"),
    ("[global]\n  mouse_left_click = do_action, close_current\n", "Click to answer"),
    ('[global]\nmouse_left_click = "do_action"\n', "Click to answer"),
    ("[global]\n# mouse_left_click = do_action\n", "Middle-click to answer: a left click only closes this"),
    ("[other]\nmouse_left_click = do_action\n", "Middle-click to answer: a left click only closes this"),
    (
        "[global]\nmouse_middle_click = close_all\nmouse_right_click = do_action\n",
        "Right-click to answer: a left click only closes this",
    ),
    ("[global]\nmouse_middle_click = none\n", "Answer with: habit ask"),
]


@pytest.mark.parametrize(("config", "words"), DUNST, ids=range(len(DUNST)))
def test_the_person_may_have_set_which_button_answers(tmp_path: Path, config: str, words: str) -> None:
    """In dunst's file."""
    (tmp_path / "config/dunst").mkdir(parents=True)
    (tmp_path / "config/dunst/dunstrc").write_text(config)
    assert gesture(server("dunst")).words == words


def test_a_file_beside_it_has_the_last_word(tmp_path: Path) -> None:
    """As dunst reads them, in the order of their names."""
    folder = tmp_path / "config/dunst"
    (folder / "dunstrc.d").mkdir(parents=True)
    (folder / "dunstrc").write_text("[global]\nmouse_left_click = close_current\n")
    (folder / "dunstrc.d/10-mouse.conf").write_text("[global]\nmouse_left_click = do_action\n")
    assert gesture(server("dunst")).words == "Click to answer"


def test_in_mako_too(tmp_path: Path) -> None:
    """Above the first section, where it holds for all."""
    (tmp_path / "config/mako").mkdir(parents=True)
    (tmp_path / "config/mako/config").write_text(
        "on-button-left=dismiss\non-button-right=invoke-default-action\n[urgency=low]\non-button-left=none\n"
    )
    assert gesture(server("mako")).words == "Right-click to answer: a left click only closes this"


def test_plyer_cannot_be_clicked_wherever_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no buttons on any server."""
    monkeypatch.setenv("HABIT_TRACKER_CHANNEL", "plyer")
    assert gesture(server("Plasma")).words == "Answer with: habit ask"
