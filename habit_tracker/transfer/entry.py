"""What a reader finds in a file."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, tzinfo
from typing import Any, NamedTuple, TypeAlias

from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.progress.text import clean_text

CUT = "no line end follows, so it may be cut off; if that is all of it, end the line"


class Person(NamedTuple):
    """Who imports, and when: the zone for times that name none, their day, the one habit that is asked for."""

    zone: tzinfo
    zone_name: str
    today: date
    now: datetime
    habit: str | None = None


class Entry(NamedTuple):
    """A win as a file tells it. *where* is its place in the file, such as `line 7`.

    A file without unique ids gives the *identity* instead: what makes this entry itself and no other, from which
    the same *uid* comes each time. *updated_at* is None where the file cannot tell of later edits; where it cannot
    tell of which field, it counts for each. *bare* is what stands as the text where the person wrote none. A file
    that is *exchanged* tells of deletions too.
    """

    where: str
    day: date
    text: str
    logged_at: datetime
    zone: str
    source: str
    confidence: int | None = None
    uid: str = ""
    identity: tuple[str, ...] = ()
    updated_at: datetime | None = None
    deleted_at: datetime | None = None
    id: int | None = None
    day_updated_at: datetime | None = None
    text_updated_at: datetime | None = None
    confidence_updated_at: datetime | None = None
    deleted_updated_at: datetime | None = None
    bare: str = ""
    exchanged: bool = False


class Row(NamedTuple):
    """A row of a table beside the wins."""

    where: str
    table: str
    values: dict[str, Any]


class BadLine(NamedTuple):
    """What cannot be imported, and why. *to_the_end* where nothing that follows it can be read either."""

    where: str
    reason: str
    to_the_end: bool = False


class FieldError(ValueError):
    """What is wrong with one field of a row."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


class LeftOut(NamedTuple):
    """What was understood, and holds no win."""

    where: str
    reason: str


Found: TypeAlias = Entry | Row | BadLine | LeftOut


def tried(where: str, read: Callable[..., Found], *given: Any) -> Found:
    """What *read* finds, or the bad line that its ValueError or HabitError describes."""
    try:
        return read(where, *given)
    except FieldError as error:
        return BadLine(f"{where}{'.' if where.endswith(']') else ', '}{error.field}", str(error))
    except (ValueError, HabitError) as error:
        return BadLine(where, reason_of(error))


def reason_of(error: Exception) -> str:
    """What is wrong, for a sentence that says more; of a HabitError the first of its sentences."""
    said = str(error)
    return said.partition(". ")[0].removesuffix(".") if isinstance(error, HabitError) else said


def finished(found: Iterable[Found]) -> Iterator[Found]:
    """The same, each entry with a clean text; one whose text cannot be stored is a bad line."""
    for one in found:
        yield tried(one.where, _finish, one) if isinstance(one, Entry) else one


def _finish(_where: str, entry: Entry) -> Entry:
    text = clean_text(entry.text)
    return entry if text == entry.text else entry._replace(text=text)
