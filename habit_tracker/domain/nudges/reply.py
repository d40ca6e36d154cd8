"""What a person said to a nudge, in the form in which it travels from the desktop to the database."""

import json
from datetime import UTC, date, datetime
from typing import Literal, NamedTuple, Self

Choice = Literal["answer", "later", "skip"]


class Reply(NamedTuple):
    """One reaction to one nudge: a win (answer), ask me again (later), or not today (skip).

    *uid* is made once, where the person replied, so that storing the same reply twice stores it once.
    *at* is the true UTC instant, *zone* the IANA name of the zone the person was in.
    *day*, *kind* and *number* are the nudge's key in the ledger; *text* and *confidence* belong to an answer.
    """

    uid: str
    day: date
    kind: str
    number: int
    choice: Choice
    at: datetime
    zone: str
    text: str | None = None
    confidence: int | None = None

    def to_json(self) -> str:
        """The reply as one JSON object, readable by `from_json`."""
        return json.dumps(self._asdict() | {"day": self.day.isoformat(), "at": self.at.isoformat()})

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The reply that `to_json` wrote. Raises ValueError, KeyError or TypeError for anything else."""
        found = json.loads(text)
        found["day"] = date.fromisoformat(found["day"])
        found["at"] = datetime.fromisoformat(found["at"]).astimezone(UTC)
        return cls(**found)
