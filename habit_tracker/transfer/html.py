"""Simple HTML, as text."""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

_BLOCKS = frozenset({"p", "div", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"})
_INLINE = frozenset({"b", "i", "u", "s", "em", "strong", "strike", "del", "span", "font", "small", "a"})
_PAIRED = _BLOCKS | _INLINE
# A tag ends before the next `<`, and no character of it is looked at twice: the time grows with the length alone.
_TAG = re.compile(
    r"<(/?)([a-z][a-z0-9]*+)(?:\s++[a-z][a-z0-9:_-]*+\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+'|[^\s\"'<>=`]++))*+\s*+/?>",
    re.ASCII | re.IGNORECASE,
)
_ENTITY = re.compile(r"&(#[0-9]{1,7};|#x[0-9a-f]{1,6};|[a-z][a-z0-9]{1,31};)", re.ASCII | re.IGNORECASE)

Tag = re.Match[str]


def text_of(note: str) -> str:
    """The text of *note*, which an app's editor may have marked up.

    Only what such editors write counts as a tag: a line break, or the beginning of an element that also ends. All
    else is text. A note without any tag is plain text, in which `&amp;` stands for itself too.
    """
    tags = _tags(note)
    return "".join(_pieces(note, tags)).strip() if tags else note


def _tags(note: str) -> list[Tag]:
    """The tags in *note*, in order."""
    begun: dict[str, list[Tag]] = {}
    tags: list[Tag] = []
    for tag in _TAG.finditer(note):
        name = _name(tag)
        if name == "br":
            tags.append(tag)
        elif name in _PAIRED and not tag[1]:
            begun.setdefault(name, []).append(tag)
        elif begun.get(name):
            tags += [begun[name].pop(), tag]
    return sorted(tags, key=Tag.start)


def _pieces(note: str, tags: list[Tag]) -> Iterator[str]:
    """The text between the *tags*; a block begins and ends a line."""
    done, fresh = 0, True
    for tag in tags:
        if text := note[done : tag.start()]:
            yield _ENTITY.sub(_character, text)
            fresh = text.endswith("\n")
        if _name(tag) == "br" or (_name(tag) in _BLOCKS and not fresh):
            yield "\n"
            fresh = True
        done = tag.end()
    yield _ENTITY.sub(_character, note[done:])


def _name(tag: Tag) -> str:
    return tag[2].lower()


def _character(entity: re.Match[str]) -> str:
    """What *entity* stands for; itself, where it is none."""
    found = unescape(entity[0]) if entity[1].startswith("#") else html5.get(entity[1])
    return found or entity[0]
