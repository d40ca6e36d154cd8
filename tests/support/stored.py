"""Databases with anything in them that the tables allow."""

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from hypothesis import strategies as st
from sqlalchemy import Column, Connection, Date, Integer, String, Table, Time, insert
from support.moments import BERLIN

from habit_tracker.domain.days.plan import MOST_A_DAY
from habit_tracker.domain.nudges.delivery import WINDOWS
from habit_tracker.domain.nudges.nudge import Outcome
from habit_tracker.domain.nudges.prompt import PROMPTS
from habit_tracker.domain.nudges.reply import MOST_OCCURRENCES
from habit_tracker.storage import upgrade
from habit_tracker.storage.rows import beside_wins, every
from habit_tracker.storage.tables import wins
from habit_tracker.storage.types import Instant, OutcomeName, PromptName, Weekdays
from habit_tracker.transfer.entry import Person
from habit_tracker.transfer.export import Days, chunks
from habit_tracker.transfer.importing import Content, Incoming, carry_out, compare, content
from habit_tracker.transfer.merging import usual
from habit_tracker.transfer.readers import read, reader_for
from habit_tracker.transfer.source import Source

Values = Mapping[str, Any]
NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)
ANYONE = Person(BERLIN, "Europe/Berlin", NOW.date(), NOW)

characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
texts = (
    st.text(characters, min_size=1, max_size=30)
    .map(str.strip)
    .filter(bool)
    .map(lambda text: text.replace("\r", "·"))
)
printable = st.text(st.characters(categories=["L", "N", "P", "S"], include_characters=" "), max_size=20)
reasons = printable.map(lambda text: " ".join(text.split()) or None)
minutes = st.times().map(lambda at: at.replace(second=0, microsecond=0))
zones = st.sampled_from(["Europe/Berlin", "America/New_York", "UTC", "UTC+05:30"])
days = st.dates(date(1950, 1, 1), date(2100, 1, 1))
instants = st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
_VALUES: dict[type[Any], st.SearchStrategy[Any]] = {
    Instant: instants,
    Date: days,
    Time: minutes,
    Weekdays: st.frozensets(st.integers(0, 6), min_size=1),
    OutcomeName: st.sampled_from(Outcome),
    PromptName: st.sampled_from(sorted(PROMPTS.values())),
    Integer: st.integers(1, 10**6),
    String: st.text(characters, min_size=1, max_size=20),
}


def value(column: Column[Any]) -> st.SearchStrategy[Any]:
    """Anything that *column* takes."""
    found = next(some for kind, some in _VALUES.items() if isinstance(column.type, kind))
    return st.none() | found if column.nullable else found


def _nudge(row: dict[str, Any]) -> dict[str, Any]:
    """Due on its day, snoozed no longer than to the same day, and shown at an instant that has been."""
    until, shown = row["snoozed_until"], row["delivered_at"]
    on_its_day = {"due_at": _on(row["day"], row["due_at"]), "snoozed_until": until and _on(row["day"], until)}
    return {**row, **on_its_day, "delivered_at": shown and min(shown, NOW)}


def _on(day: date, at: datetime) -> datetime:
    return datetime.combine(day, at.time(), tzinfo=UTC)


past = st.dates(date(1950, 1, 1), NOW.date())
_OWN: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "plan_prompts": {
        "prompt": st.sampled_from([prompt for prompt in sorted(PROMPTS.values()) if not prompt.follows]),
        "occurrence": st.integers(1, MOST_A_DAY),
    },
    "time_off": {"reason": reasons},
    "nothing_days": {"reason": st.none() | texts},
    "weeks": {
        "chosen": st.none() | st.uuids().map(str),
        "why": st.none() | texts,
        "rate": st.none() | st.integers(1, 5),
        "gladly": st.none() | st.integers(1, 5),
        "obstacle": st.none() | texts,
    },
    "holidays": {"name": reasons.filter(bool), "regions": st.sampled_from(["DE-BY", "DE-BY,AT", "US"])},
    "nudges": {
        "day": past,
        "occurrence": st.integers(1, MOST_OCCURRENCES),
        "channel": st.none() | printable,
        "reason": st.none() | printable,
    },
}
_SETTINGS: dict[str, st.SearchStrategy[str]] = {
    "follow-up": st.integers(1, 720).map(str) | st.just("off"),
    "quiet": st.sampled_from(["21:00-08:00", "00:00-00:00", "off"]),
    "question": st.sampled_from(["What went well today?", "off"]),
    "holidays": st.sampled_from(["DE-BY", "FR-Zone A,AT", "off"]),
    "window": st.sampled_from(WINDOWS),
    "week-start": st.integers(0, 6).map(str),
    "reminding-since": past.map(str),
    "integrate": st.sampled_from(["on", "off"]),
    "remember": st.sampled_from(["on", "off"]),
}


def rows(table: Table) -> st.SearchStrategy[list[Values]]:
    """Rows of *table* as the program writes them, each with a key of its own."""
    own = _OWN.get(table.name, {})
    row = st.fixed_dictionaries({column.name: own.get(column.name, value(column)) for column in table.columns})
    if table.name == "nudges":
        row = row.map(_nudge)
    if table.name == "settings":
        known = st.sampled_from(sorted(_SETTINGS))
        said = known.flatmap(lambda key: st.tuples(st.just(key), _SETTINGS[key]))
        row = st.tuples(row, said).map(lambda both: both[0] | {"key": both[1][0], "value": both[1][1]})
    key = [column.name for column in table.primary_key]
    return st.lists(row, max_size=4, unique_by=lambda row: tuple(row[name] for name in key))


def win_rows(uids: st.SearchStrategy[str]) -> st.SearchStrategy[list[Values]]:
    """Wins, some of them deleted, each with a number and a unique id of its own."""
    own = {
        "id": st.integers(1, 10**6),
        "uid": uids,
        "text": texts,
        "source": printable.filter(bool),
        "zone": zones,
        "confidence": st.none() | st.integers(1, 5),
    }
    fields = {column.name: own.get(column.name, value(column)) for column in wins.columns}
    row = st.fixed_dictionaries(fields).map(usual)
    return st.lists(row, max_size=6, unique_by=(lambda row: row["id"], lambda row: row["uid"]))


def contents() -> st.SearchStrategy[dict[str, list[Values]]]:
    """Rows for every table that travels."""
    beside = {table.name: rows(table) for table in beside_wins()}
    return st.fixed_dictionaries({wins.name: win_rows(st.uuids().map(str)), **beside})


@contextmanager
def filled(content: Mapping[str, Sequence[Values]]) -> Iterator[Connection]:
    """A database in memory that holds these rows."""
    with upgrade.empty() as connection:
        for table in (wins, *beside_wins()):
            for row in content.get(table.name, []):
                connection.execute(insert(table).values(row))
        yield connection


def exported(connection: Connection, form: str = "json", days: Days | None = None) -> str:
    """The whole export."""
    return "".join(chunks(form, connection, days or Days()))


def found_in(data: bytes | str, name: str = "file", person: Person = ANYONE) -> Content:
    """All that the reader that recognises *data* finds in it."""
    source = Source(name, io.BytesIO(data if isinstance(data, bytes) else data.encode()))
    return content(read(reader_for(source), source, person))


def bring_in(connection: Connection, data: bytes | str, person: Person = ANYONE) -> Incoming:
    """Import *data*."""
    incoming = compare(connection, found_in(data, person=person), NOW)
    carry_out(connection, incoming)
    return incoming


def states(connection: Connection) -> dict[str, Values]:
    """Every win by its unique id, without the number that it has here."""
    return {row["uid"]: {**row, "id": None} for row in every(connection, wins)}


def win(number: int = 1, **other: Any) -> dict[str, Any]:
    """A row of a win; what is not given is as good as any."""
    at = datetime(2026, 11, 20, 16, tzinfo=UTC)
    row = dict.fromkeys(wins.columns.keys()) | {"uid": str(UUID(int=number)), "day": date(2026, 11, 20)}
    row |= {"text": f"win {number}", "source": "shell", "logged_at": at, "zone": "Europe/Berlin", "updated_at": at}
    return row | {"id": number} | other
