"""What somebody typed or some file holds, as a sentence may show it."""

MOST_QUOTED = 40


def quoted(value: object) -> str:
    """`'text'`: its first 40 characters, without what could steer the terminal or reorder the line."""
    text = str(value)[: MOST_QUOTED + 1]
    shown = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
    return f"'{shown[:MOST_QUOTED]}…'" if len(shown) > MOST_QUOTED else f"'{shown}'"
