"""Return does more here than in other windows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gi.repository import Gdk, Gtk

RETURN = (Gdk.KEY_Return, Gdk.KEY_KP_Enter, Gdk.KEY_ISO_Enter)


def on_return(widget: Any, work: Callable[[Any], bool]) -> None:
    """Do *work*, which hears of Control and Shift, before the widget does what it would; True ends it there."""

    def pressed(_keys: object, key: int, _code: int, state: Any) -> bool:
        return key in RETURN and work(state)

    keys = Gtk.EventControllerKey(propagation_phase=Gtk.PropagationPhase.CAPTURE)
    keys.connect("key-pressed", pressed)
    widget.add_controller(keys)
