"""What comes in: one module for each format, behind one seam."""

from collections.abc import Iterator
from typing import Protocol

from habit_tracker.domain.errors import HabitError
from habit_tracker.transfer.entry import Found, Person, finished
from habit_tracker.transfer.source import Source


class Reader(Protocol):
    """A format that can be imported."""

    NAME: str
    """What people call it."""

    def recognises(self, source: Source) -> bool:
        """Whether *source* is of this format, by its content."""
        ...

    def read(self, source: Source, person: Person) -> Iterator[Found]:
        """All that is in *source*, in the order of the file."""
        ...


def reader_for(source: Source) -> Reader:
    """The reader that recognises *source*. Raises HabitError when there is none."""
    from habit_tracker.transfer.readers import day_one, daylio, jrnl, loop, our_csv, our_json, plain_text

    readers: tuple[Reader, ...] = (our_json, our_csv, jrnl, day_one, loop, daylio, plain_text)
    found = next((reader for reader in readers if reader.recognises(source)), None)
    if found is None:
        raise HabitError(
            f"{source.name} is none of the files that can be imported: exports of this program, jrnl, Day One, "
            "Loop Habit Tracker and Daylio, and text in which a date begins each win."
        )
    return found


def read(reader: Reader, source: Source, person: Person) -> Iterator[Found]:
    """All that *reader* finds in *source*, fit to be stored. HabitError for a habit that it cannot choose."""
    from habit_tracker.transfer.readers import loop

    if person.habit is not None and reader.NAME != loop.NAME:
        raise HabitError(f"--habit is for {loop.NAME}, and this is {reader.NAME}: leave it out.")
    return finished(reader.read(source, person))
