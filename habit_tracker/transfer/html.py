"""Simple HTML, as text."""

from html.parser import HTMLParser

_BREAKS = frozenset({"br", "p", "div", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"})
_INLINE = frozenset({"b", "i", "u", "s", "em", "strong", "strike", "del", "span", "font", "small", "a"})
KNOWN = _BREAKS | _INLINE
_LONGEST = 100_000  # what is longer is no win in any form, and not worth the time


def text_of(note: str) -> str:
    """The text of *note*, which an app's editor may have marked up.

    Only the tags that such editors write count as such. A note without any of them is plain text, in which
    `<` and `&amp;` stand for themselves.
    """
    if len(note) > _LONGEST:
        return note
    reading = _Text()
    reading.feed(note)
    reading.close()
    return "".join(reading.parts).strip() if reading.marked_up else note


class _Text(HTMLParser):
    """Collects text; a block begins on a new line, and an unknown tag is text itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.marked_up = False

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """A line break, nothing, or the tag's own text."""
        self._tag(tag, self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        """The same for the end of a block."""
        if tag != "br":
            self._tag(tag, f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        self.parts.append(data)

    def _tag(self, tag: str, text: str) -> None:
        self.marked_up |= tag in KNOWN
        if tag not in KNOWN:
            self.parts.append(text)
        elif tag == "br" or (tag in _BREAKS and self.parts and not self.parts[-1].endswith("\n")):
            self.parts.append("\n")
