"""How the window looks: its colours, its letters, and how big a pixel is."""

import tkinter
from tkinter import font, ttk
from typing import Any, Literal, NamedTuple

from habit_tracker.desktop.window.palette import DARK, LIGHT

SMALLEST = 10  # points
EM_SPACE = "\u2003"
LOWEST_DPI, HIGHEST_DPI = 72.0, 384.0  # what screens say about their size is not always true


class Face(NamedTuple):
    """The colours of one kind of button; *ring* goes around the one that has the keyboard."""

    ground: str
    hover: str
    text: str
    line: str
    ring: str


class WindowStyle:
    """The measures and styles of one window; `px` turns a length at 96 dots an inch into pixels here."""

    def __init__(self, root: tkinter.Tk, dark: bool) -> None:
        self.colour = DARK if dark else LIGHT
        self._enlarged = _enlargement(root)
        dots = 72 * float(root.tk.call("tk", "scaling")) * self._enlarged
        self._scale = min(max(dots, LOWEST_DPI), HIGHEST_DPI) / 96
        root.configure(background=self.colour.ground)
        self._letters(root)
        self._styles(ttk.Style(root))

    def px(self, length: int) -> int:
        """Pixels on this screen."""
        return round(length * self._scale)

    def _letters(self, root: tkinter.Tk) -> None:
        """The system's own letters, in three sizes."""
        base = font.nametofont("TkDefaultFont", root).actual()
        size = max(int(base["size"]), SMALLEST)

        def letters(points: int, weight: Literal["normal", "bold"] = "normal") -> font.Font:
            pixels = points * 96 / 72 * self._scale / self._enlarged
            return font.Font(root, family=base["family"], size=-round(pixels), weight=weight)

        self.body, self.small = letters(size), letters(size - 1)
        self.writing, self.title = letters(size + 2), letters(size + 5, "bold")

    def _styles(self, style: ttk.Style) -> None:
        style.theme_use("clam")
        colour = self.colour
        style.configure(".", background=colour.ground, foreground=colour.text, font=self.body)
        style.configure("TLabel", padding=0, borderwidth=0)
        style.configure("Title.TLabel", font=self.title)
        style.configure("Day.TLabel", foreground=colour.accent, font=self.body)
        style.configure("Muted.TLabel", foreground=colour.muted, font=self.small)
        style.configure("Notice.TLabel", foreground=colour.accent, font=self.small)
        style.configure("Trouble.TLabel", foreground=colour.trouble)
        plain = Face(colour.ground, colour.hover, colour.text, colour.line, ring=colour.accent)
        self._button(style, "TButton", plain)
        self._button(style, "Step.Toolbutton", plain._replace(ground=colour.field))
        save = Face(colour.accent, colour.accent_hover, colour.on_accent, colour.accent, ring=colour.text)
        self._button(style, "Save.TButton", save)
        style.configure("Step.Toolbutton", anchor="center", width=3, padding=(self.px(6), self.px(6)))
        chosen = [("selected", colour.accent)]
        ring: list[Any] = [("focus", "selected", colour.text), ("focus", colour.accent), *chosen]
        style.map("Step.Toolbutton", background=[*chosen, ("active", colour.hover)], bordercolor=ring)
        style.map("Step.Toolbutton", foreground=[("selected", colour.on_accent)])
        style.configure("TScrollbar", background=colour.line, troughcolor=colour.field, bordercolor=colour.field)
        self._scrollbar(style)

    def _scrollbar(self, style: ttk.Style) -> None:
        """A bar without arrows, as narrow as today's desktops have it."""
        colour, name = self.colour, "Vertical.TScrollbar"
        thumb: Any = ("Vertical.Scrollbar.thumb", {"expand": 1, "sticky": "nswe"})
        style.layout(name, [("Vertical.Scrollbar.trough", {"sticky": "ns", "children": [thumb]})])
        style.configure(name, background=colour.line, troughcolor=colour.field, bordercolor=colour.field)
        style.configure(name, lightcolor=colour.line, darkcolor=colour.line, gripcount=0, width=self.px(10))
        style.map(name, background=[("active", colour.muted)])

    def _button(self, style: ttk.Style, name: str, face: Face) -> None:
        style.configure(name, background=face.ground, foreground=face.text, bordercolor=face.line)
        style.configure(name, lightcolor=face.ground, darkcolor=face.ground, focuscolor=face.ground)
        style.configure(name, relief="solid", focusthickness=0, padding=(self.px(16), self.px(8)))
        flat = [("pressed", face.hover), ("active", face.hover)]
        ring = [("focus", face.ring)]
        style.map(name, background=flat, bordercolor=ring, lightcolor=[*ring, *flat], darkcolor=[*ring, *flat])


def _enlargement(root: tkinter.Tk) -> float:
    """How much larger letters come out than asked for: by Xft.dpi, the desktop's scale, unknown to Tk.

    An em space is as wide as its letters are high.
    """
    return font.Font(root, size=-100).measure(EM_SPACE * 10) / 1000 or 1.0
