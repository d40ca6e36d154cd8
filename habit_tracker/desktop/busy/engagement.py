"""Signs of a person who is there, and does what a question would interrupt."""

import json
import re
from collections.abc import Iterator
from typing import Any

from habit_tracker.desktop.busy.desk import Desk, Service
from habit_tracker.desktop.notifications.quiet_signs import UNSAID, Quiet

FULL_SCREEN = "a full-screen program is open"
AWAKE = "a program keeps the screen awake"
MICROPHONE = "the microphone is in use"
CAMERA = "the screen is shared, or the camera is on"

GNOME = Service("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager")
_AGENT = "org.kde.Solid.PowerManagement.PolicyAgent"
PLASMA = Service(_AGENT, "/org/kde/Solid/PowerManagement/PolicyAgent", _AGENT)
_INHIBIT = "org.freedesktop.PowerManagement.Inhibit"
OTHERS = Service(_INHIBIT, "/org/freedesktop/PowerManagement/Inhibit", _INHIBIT)
GNOME_IDLE, PLASMA_SCREEN = 8, 4
"""What is inhibited: that the session counts as idle, that the screen changes."""


def full_screen(desk: Desk) -> Quiet:
    """Whether the window that has the keyboard fills the screen; Wayland shows X its own windows alone."""
    found = desk.x.full_screen() if desk.x else None
    return UNSAID if found is None or (desk.wayland and not found) else Quiet(found, FULL_SCREEN)


def awake(desk: Desk) -> Quiet:
    """Whether a program keeps the screen awake: a film or a talk. Plasma alone tells that from music."""
    said = [
        desk.call(desk.session, GNOME, "IsInhibited", "u", GNOME_IDLE),
        desk.call(desk.session, PLASMA, "HasInhibition", "u", PLASMA_SCREEN),
    ]
    if said[1] is None:
        said.append(desk.call(desk.session, OTHERS, "HasInhibit"))
    return Quiet(True in said, AWAKE) if any(isinstance(one, bool) for one in said) else UNSAID


def microphone(desk: Desk) -> Quiet:
    """Whether a program listens to a microphone, and not to what the computer plays."""
    streams = desk.output("pactl", "list", "source-outputs")
    if streams is not None:
        sources = desk.output("pactl", "list", "short", "sources") or ""
        return Quiet(_listens(streams, sources), MICROPHONE)
    return _runs(desk, "Stream/Input/Audio", MICROPHONE)


def camera(desk: Desk) -> Quiet:
    """Whether a program takes pictures in: those of a camera or, on Wayland, of the screen."""
    return _runs(desk, "Stream/Input/Video", CAMERA)


def _listens(streams: str, sources: str) -> bool:
    """Whether one of PulseAudio's *streams* takes sound from a source that is none of its own playing."""
    own = {line.split("\t")[0] for line in sources.splitlines() if ".monitor\t" in line}
    for stream in re.split(r"(?m)^Source Output #", streams)[1:]:
        fields = dict(re.findall(r"(?m)^\s*(Source|Corked): (\S+)", stream))
        if fields.get("Source") not in own and fields.get("Corked") != "yes":
            return True
    return False


def _runs(desk: Desk, kind: str, reason: str) -> Quiet:
    nodes = _nodes(desk)
    return UNSAID if nodes is None else Quiet(any(_is_on(node, kind) for node in nodes), reason)


def _nodes(desk: Desk) -> list[dict[str, Any]] | None:
    """What PipeWire connects; None where it does not tell."""
    try:
        found = json.loads(desk.output("pw-dump") or "")
    except ValueError:
        return None
    return [one["info"] for one in _objects(found) if str(one.get("type", "")).endswith(":Node")]


def _objects(found: object) -> Iterator[dict[str, Any]]:
    for one in found if isinstance(found, list) else []:
        if isinstance(one, dict) and isinstance(one.get("info"), dict):
            yield one


def _is_on(node: dict[str, Any], kind: str) -> bool:
    properties = node.get("props") or {}
    return (
        node.get("state") == "running"
        and properties.get("media.class") == kind
        and not properties.get("stream.capture.sink")
    )
