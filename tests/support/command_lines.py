"""Slow and literal readers of command lines, written from the formats' documents and not from our writers."""

C_ESCAPES = dict(zip("abfnrtvs\\\"'", "\a\b\f\n\r\t\v \\\"'", strict=True))


def systemd_values(value: str) -> list[str]:
    """systemd.syntax(7) "Quoting", then the specifiers of systemd.unit(5)."""
    return [_no_percent(word) for word in _unquoted(value, "\"'", C_ESCAPES)]


def systemd_words(value: str) -> list[str]:
    """A command: the same, then the prefix ":" and the variables of systemd.service(5)."""
    words = systemd_values(value)
    if words[0].startswith(":"):
        return [words[0][1:], *words[1:]]
    assert not any("$" in word for word in words), "a variable would be put in"
    return words


def desktop_words(value: str) -> list[str]:
    """Desktop Entry Specification: escapes of a string, then the quoting of Exec, then its field codes."""
    string = "".join(_escaped(value, C_ESCAPES))
    return [_no_percent(word) for word in _unquoted(string, '"', dict(zip('"`$\\', '"`$\\', strict=True)))]


def _escaped(text: str, escapes: dict[str, str]) -> list[str]:
    rest = iter(text)
    return [escapes[next(rest)] if char == "\\" else char for char in rest]


def _no_percent(word: str) -> str:
    rest = iter(word)
    return "".join({"%": "%"}[next(rest)] if char == "%" else char for char in rest)


def _unquoted(line: str, quotes: str, escapes: dict[str, str]) -> list[str]:
    words, rest = [], line.lstrip(" ")
    while rest:
        quote, word = (rest[0], "") if rest[0] in quotes else (" ", rest[0])
        rest = rest[1:]
        while rest and rest[0] != quote:
            taken = 2 if rest[0] == "\\" else 1
            word += escapes[rest[1]] if taken == 2 else rest[0]
            rest = rest[taken:]
        assert quote == " " or rest, "a quote is never closed"
        words.append(word)
        rest = rest[1:].lstrip(" ")
    return words
