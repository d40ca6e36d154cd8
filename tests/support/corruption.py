"""Ways in which a disk spoils a file."""

import random

PAGE = 4096


def flip_bytes(data: bytearray, dice: random.Random) -> None:
    """A few bytes here and there."""
    for _ in range(dice.choice([1, 1, 2, 8, 100])):
        data[dice.randrange(len(data))] = dice.randrange(256)


def flip_in_header(data: bytearray, dice: random.Random) -> None:
    """One byte of the header, or of the schema behind it."""
    data[dice.randrange(dice.choice([100, PAGE]))] ^= dice.randrange(1, 256)


def truncate(data: bytearray, dice: random.Random) -> None:
    """The end is gone, or all of it."""
    del data[dice.choice([0, dice.randrange(len(data)), len(data) - PAGE]) :]


def zero_page(data: bytearray, dice: random.Random) -> None:
    """One page reads as zeros."""
    start = dice.randrange(len(data) // PAGE) * PAGE
    data[start : start + PAGE] = bytes(PAGE)


def spoil_page(data: bytearray, dice: random.Random) -> None:
    """Every hundredth byte of one page is another."""
    start = dice.randrange(len(data) // PAGE) * PAGE
    for place in range(start + dice.randrange(100), start + PAGE, 100):
        data[place] ^= dice.randrange(1, 256)


def swap_pages(data: bytearray, dice: random.Random) -> None:
    """Two pages lie in each other's place."""
    one, other = (number * PAGE for number in dice.sample(range(len(data) // PAGE), 2))
    data[one : one + PAGE], data[other : other + PAGE] = data[other : other + PAGE], data[one : one + PAGE]


WAYS = [flip_bytes, flip_in_header, truncate, zero_page, spoil_page, swap_pages]
