"""Prompts, time off by day, stamps on rows, counted snoozes, and a constraint under its right name."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

LONG_AGO = "1970-01-01 00:00:00.000000"
"""The stamp of a row from before there were stamps: whatever another computer knows of it is newer."""
Row = dict[str, Any]
State = dict[tuple[Any, ...], Row]


def upgrade() -> None:
    """Make the new tables and carry everything over, the history that can be taken back included."""
    history = _history()
    _wins()
    _plans()
    _time_off()
    for name in ("day_starts", "settings"):
        with op.batch_alter_table(name) as batch:
            batch.add_column(sa.Column("updated_at", sa.DateTime(), nullable=False, server_default=LONG_AGO))
            batch.add_column(sa.Column("deleted_at", sa.DateTime()))
        with op.batch_alter_table(name) as batch:
            batch.alter_column("updated_at", server_default=None)
    _nudges()
    with op.batch_alter_table("changed_rows") as batch:
        batch.alter_column("after", existing_type=sa.String(32), type_=sa.Text())
    _write_history(history)


def _all(query: str, **values: Any) -> list[Row]:
    return [dict(row) for row in op.get_bind().execute(sa.text(query), values).mappings()]


def _insert(table: str, rows: list[Row]) -> None:
    if rows:
        names = ", ".join(f'"{name}"' for name in rows[0])
        places = ", ".join(f":{name}" for name in rows[0])
        op.get_bind().execute(sa.text(f"INSERT INTO {table} ({names}) VALUES ({places})"), rows)  # noqa: S608


def _wins() -> None:
    """The columns that say when each field changed; the constraint under its right name; numbers go on."""
    old = ["id", "uid", "day", "text", "confidence", "source", "logged_at", "zone", "updated_at", "deleted_at"]
    numbers = _all("SELECT seq FROM sqlite_sequence WHERE name = 'wins'")
    op.create_table(
        "new_wins",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(36), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Integer()),
        sa.Column("source", sa.String(20), nullable=False),
        sa.Column("logged_at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime()),
        *(sa.Column(f"{field}_updated_at", sa.DateTime()) for field in ("day", "text", "confidence", "deleted")),
        sa.CheckConstraint("confidence BETWEEN 1 AND 5", name=op.f("ck_wins_confidence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wins")),
        sa.UniqueConstraint("uid", name=op.f("uq_wins_uid")),
        sqlite_autoincrement=True,
    )
    columns = ", ".join(old)
    op.get_bind().execute(sa.text(f"INSERT INTO new_wins ({columns}) SELECT {columns} FROM wins"))  # noqa: S608
    op.drop_table("wins")
    op.rename_table("new_wins", "wins")
    op.create_index("ix_wins_day_deleted_at", "wins", ["day", "deleted_at"])
    op.create_index("ix_wins_deleted_at", "wins", ["deleted_at"], sqlite_where=sa.text("deleted_at IS NOT NULL"))
    for fields, when in (
        ("day text confidence", "updated_at <> logged_at"),
        ("deleted", "deleted_at IS NOT NULL"),
    ):
        stamps = ", ".join(f"{field}_updated_at = updated_at" for field in fields.split())
        op.get_bind().execute(sa.text(f"UPDATE wins SET {stamps} WHERE {when}"))  # noqa: S608
    for row in numbers:  # one that was told and taken back without a trace is not given again either
        op.get_bind().execute(sa.text("DELETE FROM sqlite_sequence WHERE name IN ('wins', 'new_wins')"))
        _insert("sqlite_sequence", [{"name": "wins", "seq": row["seq"]}])


def _stamps() -> list[sa.Column[Any]]:
    return [sa.Column("updated_at", sa.DateTime(), nullable=False), sa.Column("deleted_at", sa.DateTime())]


def _plans() -> None:
    rows = _all("SELECT * FROM plans ORDER BY since")
    op.drop_table("plans")
    op.create_table(
        "plans",
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("weekdays", sa.String(7), nullable=False),
        *_stamps(),
        sa.PrimaryKeyConstraint("since", name="pk_plans"),
    )
    op.create_table(
        "plan_prompts",
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("prompt", sa.String(20), nullable=False),
        sa.Column("occurrence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("weekdays", sa.String(7), nullable=False),
        sa.Column("at", sa.Time()),
        *_stamps(),
        sa.PrimaryKeyConstraint("since", "prompt", "occurrence", name="pk_plan_prompts"),
    )
    for name, new in zip(("plans", "plan_prompts"), _new_plans(rows), strict=True):
        _insert(name, [row | {"updated_at": LONG_AGO, "deleted_at": None} for row in new.values()])


def _new_plans(rows: list[Row]) -> tuple[State, State]:
    """The plans and their prompts. One without a weekly check ends that of the plan before it, as it did."""
    plans: State = {}
    prompts: State = {}
    weekly_before = False
    for row in sorted(rows, key=lambda row: str(row["since"])):
        since = row["since"]
        plans[since,] = {"since": since, "weekdays": row["weekdays"]}
        prompts[since, "daily", 1] = _prompt(since, "daily", row["weekdays"], row["at"])
        weekly = row["weekly_on"] is not None and row["weekly_at"] is not None
        if weekly:
            only = "".join("01"[day == row["weekly_on"]] for day in range(7))
            prompts[since, "weekly", 1] = _prompt(since, "weekly", only, row["weekly_at"])
        elif weekly_before:
            prompts[since, "weekly", 1] = _prompt(since, "weekly", "1111111", None)
        weekly_before = weekly
    return plans, prompts


def _prompt(since: str, prompt: str, weekdays: str, at: str | None) -> Row:
    return {"since": since, "prompt": prompt, "occurrence": 1, "weekdays": weekdays, "at": at}


def _time_off() -> None:
    rows = _all("SELECT * FROM time_off ORDER BY first, id")
    op.drop_table("time_off")
    op.create_table(
        "time_off",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text()),
        *_stamps(),
        sa.PrimaryKeyConstraint("day", name="pk_time_off"),
    )
    days = _days_off(rows).values()
    _insert("time_off", [row | {"updated_at": LONG_AGO, "deleted_at": None} for row in days])


def _days_off(rows: list[Row]) -> State:
    days: State = {}
    for row in rows:
        first, last = date.fromisoformat(row["first"]), date.fromisoformat(row["last"])
        for number in range((last - first).days + 1):
            day = (first + timedelta(days=number)).isoformat()
            days.setdefault((day,), {"day": day, "reason": row["reason"]})
    return days


def _nudges() -> None:
    """One row for each question of a day: the last of those that took each other's place, and their number."""
    rows = _all("SELECT * FROM nudges ORDER BY day, kind, number")
    op.drop_table("nudges")
    op.create_table(
        "nudges",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("prompt", sa.String(20), nullable=False),
        sa.Column("occurrence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("snoozes", sa.Integer(), nullable=False),
        sa.Column("snoozed_until", sa.DateTime()),
        sa.Column("not_before", sa.DateTime()),
        sa.Column("delivered_at", sa.DateTime()),
        sa.Column("channel", sa.String(80)),
        sa.Column("reason", sa.Text()),
        sa.PrimaryKeyConstraint("day", "prompt", "occurrence", name="pk_nudges"),
    )
    asked: dict[tuple[str, str], Row] = {}
    for row in rows:
        key = (row["day"], row["kind"])
        asked[key] = _nudge(row, asked.get(key))
    _insert("nudges", list(asked.values()))


def _nudge(row: Row, before: Row | None) -> Row:
    """The question once *row* has taken the place of *before*."""
    outcome = "waiting" if row["outcome"] == "snoozed" else row["outcome"]
    shown = row if row["delivered_at"] or before is None else before
    return {
        **{"day": row["day"], "prompt": row["kind"], "occurrence": 1},
        **{"due_at": before["due_at"] if before else row["due_at"], "outcome": outcome},
        "tries": row["tries"] + (before["tries"] if before else 0),
        "snoozes": before["snoozes"] + 1 if before else 0,
        "snoozed_until": row["due_at"] if before else None,
        **{"not_before": row["not_before"], "reason": row["reason"]},
        **{name: shown[name] for name in ("delivered_at", "channel")},
    }


def _history() -> list[tuple[int, list[tuple[str, str, Row | None, Row | None]]]]:
    """What each change that stands did to plans and time off, in the form of the new tables, newest change first.

    History keeps what was there before a change; what came after it is what the next change found, or what is
    there now. A change whose rows are other than it left them is left out: it could not have been undone either.
    """
    state = {name: _old_state(name) for name in ("plans", "time_off")}
    found = []
    for change in _all("SELECT id FROM changes WHERE undone_at IS NULL ORDER BY id DESC"):
        rows = _all(
            "SELECT * FROM changed_rows WHERE change_id = :id AND table_name IN ('plans', 'time_off')", **change
        )
        if not rows:
            continue
        if any(_digest(state[row["table_name"]].get(row["key"])) != row["after"] for row in rows):
            break
        after = _new_state(state)
        for row in rows:
            state[row["table_name"]].pop(row["key"], None)
            if row["before"]:
                state[row["table_name"]][row["key"]] = json.loads(row["before"])
        found.append((change["id"], list(_differences(_new_state(state), after))))
    return found


def _old_state(name: str) -> dict[str, Row]:
    """The rows of the old table as history had them, by their keys."""
    key = {"plans": "since", "time_off": "id"}[name]
    rows = [dict(row) for row in _all(f"SELECT * FROM {name}")]  # noqa: S608
    for row in rows if name == "plans" else []:
        for column in ("at", "weekly_at"):
            row[column] = row[column] and row[column].removesuffix(".000000")
    return {json.dumps([row[key]]): row for row in rows}


def _digest(image: Row | None) -> str | None:
    if image is None:
        return None
    told = {name: value for name, value in image.items() if value is not None and name != "updated_at"}
    return hashlib.blake2b(json.dumps(told, sort_keys=True).encode(), digest_size=16).hexdigest()


def _new_state(state: dict[str, dict[str, Row]]) -> dict[str, State]:
    plans, prompts = _new_plans(list(state["plans"].values()))
    days = _days_off(sorted(state["time_off"].values(), key=lambda row: (row["first"], row["id"])))
    return {"plans": plans, "plan_prompts": prompts, "time_off": days}


def _differences(
    before: dict[str, State], after: dict[str, State]
) -> Iterator[tuple[str, str, Row | None, Row | None]]:
    for table, rows in after.items():
        for key in before[table].keys() | rows.keys():
            was, became = before[table].get(key), rows.get(key)
            if was != became:
                yield table, json.dumps(key), was, became


def _write_history(history: list[tuple[int, list[tuple[str, str, Row | None, Row | None]]]]) -> None:
    """Replace what history has of the old tables. What cannot be carried over is kept as what cannot be undone."""
    old = "table_name IN ('plans', 'time_off')"
    numbers = {row["change_id"] for row in _all(f"SELECT change_id FROM changed_rows WHERE {old}")}  # noqa: S608
    undone = "change_id IN (SELECT id FROM changes WHERE undone_at IS NOT NULL)"
    standing = {row["id"] for row in _all("SELECT id FROM changes WHERE undone_at IS NULL")}
    op.get_bind().execute(sa.text(f"DELETE FROM changed_rows WHERE {undone} OR {old}"))  # noqa: S608
    rows = [_changed_row(number, *row) for number, found in history for row in found]
    lost = (numbers & standing) - {number for number, _ in history}
    unknown = {"table_name": "plans", "key": '["0001-01-01"]', "before": None, "after": "unknown"}
    _insert("changed_rows", [*rows, *({"change_id": number, **unknown} for number in sorted(lost))])


def _changed_row(number: int, table: str, key: str, was: Row | None, became: Row | None) -> Row:
    before = was and json.dumps(was | {"updated_at": LONG_AGO.replace(" ", "T"), "deleted_at": None})
    return {
        "change_id": number,
        "table_name": table,
        "key": key,
        "before": before,
        "after": _digest(became),
    }
