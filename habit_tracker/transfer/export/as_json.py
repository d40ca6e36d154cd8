"""All that is stored, as JSON that loses nothing.

One object. `format` is 2; a program that finds a greater number refuses the file. `wins` is a list with one object
for each win: `id` (the number people use), `uid` (the same on every computer), `day`, `text`, `confidence` (1 to 5
or null), `source`, `logged_at`, `zone` (where it was written), `updated_at`, `deleted_at` (null unless it was
deleted: deletions travel too), and when each field was changed last, `day_updated_at` and so on (null for one that
never was). Every other table follows as such a list: `plans`, `plan_prompts`, `time_off` (by day), `holidays`,
`day_starts`, `weeks` (by their first day), `nothing_days`, `nudges`, `settings`; a row of them has its stamps as
well, those of `nudges` aside. The `showings` of a nudge, how often it came to the screen, may be missing: exports
of earlier versions have none.

Days are `2026-11-20`, times of day local `17:00:00`, instants UTC `2026-11-20T16:30:00Z`, weekdays numbers (Monday
is 0). All characters are ASCII, every row is a line of its own, and the same content always gives the same bytes.
An export of some days holds their wins alone.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from habit_tracker.storage.rows import beside_wins, every, wins_of_days
from habit_tracker.storage.settings import OF_THIS_DISK
from habit_tracker.storage.tables import wins
from habit_tracker.transfer.export import Days
from habit_tracker.transfer.values import written

FORMAT = 2


def chunks(connection: Connection, days: Days) -> Iterator[str]:
    """The JSON, row by row."""
    yield f'{{\n"format": {FORMAT}'
    if days.all:
        for table in (wins, *beside_wins()):
            rows = every(connection, table)
            yield from _list(table.name, [row for row in rows if row.get("key") not in OF_THIS_DISK])
    else:
        yield from _list(wins.name, wins_of_days(connection, *days, deleted=True))
    yield "\n}\n"


def _list(name: str, rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    yield f',\n"{name}": ['
    for number, row in enumerate(rows):
        yield (",\n" if number else "\n") + _object(row)
    yield "\n]"


def _object(row: Mapping[str, Any]) -> str:
    """The row on one line; JSON escapes line ends, control characters and all that is not ASCII."""
    return json.dumps({name: written(value) for name, value in row.items()})
