"""The colours of the window."""

from typing import NamedTuple


class Palette(NamedTuple):
    """The colours of one kind of window."""

    ground: str
    field: str
    text: str
    muted: str
    line: str
    hover: str
    accent: str
    accent_hover: str
    on_accent: str
    trouble: str


LIGHT = Palette(
    "#f7f8f8",
    "#ffffff",
    "#1b2126",
    "#59636b",
    "#c9d0d4",
    "#e9eded",
    "#1f6f5c",
    "#185a4a",
    "#ffffff",
    "#a8261c",
)
DARK = Palette(
    "#22262a",
    "#2b3035",
    "#eceff1",
    "#a9b3ba",
    "#4a535a",
    "#363c42",
    "#6cc3a9",
    "#84d3bb",
    "#10261f",
    "#ff9d92",
)
