"""The picture beside a notification."""

from pathlib import Path

FOLDER = Path(__file__).parent


def icon_of(*, small: bool) -> str:
    """What to send for it: an address, as the specification has it.

    Where that needs escapes it is a path, which all know that were tried: swaync and notify-osd read no escapes.
    """
    return address(FOLDER / ("icon-small.png" if small else "icon.png"))


def address(path: Path) -> str:
    """*path* as a notification server finds it."""
    uri = path.as_uri()
    return str(path) if "%" in uri else uri
