"""Which of the known words somebody meant who wrote another."""

from collections.abc import Iterable

FEW = 3
"""So many guesses help; more are a list."""


def closest(word: str, known: Iterable[str]) -> list[str]:
    """The known words that begin with *word*, else those that are nearest to it: one or two letters away."""
    words = sorted(set(known))
    longer = [other for other in words if other.startswith(word)]
    if word and 0 < len(longer) <= FEW:
        return longer
    away = {other: distance(word, other) for other in words if abs(len(word) - len(other)) <= 2}  # noqa: PLR2004  slips
    near = {other: slips for other, slips in away.items() if slips <= _most_slips(word, other)}
    return [other for other in near if near[other] == min(near.values())][:FEW]


def _most_slips(word: str, other: str) -> int:
    """How many slips still lead from one to the other: in a short word a second one may lead anywhere."""
    letters = max(len(word), len(other))
    return (letters > 2) + (letters > 4)  # noqa: PLR2004


def distance(one: str, other: str) -> int:
    """How many letters are missing, too many, wrong or exchanged with their neighbour between the two.

    The optimal string alignment distance.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return row[-1]
