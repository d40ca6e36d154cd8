"""What the reminder and the process that delivers a nudge say to each other, one JSON object a line."""

import json
from datetime import UTC, datetime
from typing import Literal, NamedTuple, Self

from habit_tracker.domain.nudges.delivery import AUTO
from habit_tracker.domain.nudges.nudge import NudgeKey
from habit_tracker.domain.nudges.reply import Choice, key_from_json, key_to_json

ReportKind = Literal["shown", "sent", "failed", "held", "opened", "trouble", "replied", "closed"]
SERVER_GONE, SESSION_GONE, PROCESS_GONE = "server gone", "session gone", "process gone"
GONE = frozenset({SESSION_GONE, PROCESS_GONE})
"""Why a nudge left the screen for as long as nobody shows it anew, though the person did nothing to it."""


INSTANTS = ("until", "returns_until")


class Request(NamedTuple):
    """One nudge to put on the screen, with all that the answer window needs to ask its question.

    *key* is the nudge's in the ledger; *inbox* is the folder that takes the reply.
    *title* and *body* are plain text. *hint* is a past win to start from. Without *buttons* neither "later"
    nor "not today" is offered. At the instant *until* the notification is taken off the screen. When its server
    goes it comes back with the next one, *returns* times at the most and until the instant *returns_until*. A
    *sample* is no question that came due.
    *draft*, *draft_confidence*, *notice* and *trouble* start the window with a text, a step of confidence, a word
    about them and a message; *dark* forces its colours. *window* is the toolkit that the person has chosen.
    """

    key: NudgeKey
    question: str
    day_words: str
    inbox: str
    zone: str
    title: str = ""
    body: str = ""
    hint: str | None = None
    buttons: bool = True
    until: datetime | None = None
    returns: int = 2
    returns_until: datetime | None = None
    sample: bool = False
    draft: str = ""
    trouble: str | None = None
    dark: bool | None = None
    draft_confidence: int | None = None
    notice: str | None = None
    window: str = AUTO

    def to_json(self) -> str:
        """The request as one line of plain ASCII."""
        instants = {name: at and at.isoformat() for name, at in self._asdict().items() if name in INSTANTS}
        return json.dumps(self._asdict() | {"key": key_to_json(self.key)} | instants)

    @classmethod
    def from_json(cls, line: str) -> Self:
        """The request that `to_json` wrote. Raises ValueError, HabitError or another error for anything else."""
        found = json.loads(line)
        found["key"] = key_from_json(found["key"])
        for name in INSTANTS:
            if found.get(name):
                found[name] = datetime.fromisoformat(found[name]).astimezone(UTC)
        return cls(**found)


class Report(NamedTuple):
    """What became of a nudge.

    shown: a notification server confirmed it; *channel* names the server. Said once for each showing: a question
    that left with its server comes back with the next one.
    sent: it was given to a *channel* that cannot tell whether anybody saw it.
    failed: nothing was shown, for the *reason*; with a *channel* it may have been, for that was given it and said
    nothing. held: nothing was sent, because of do not disturb.
    opened: the answer window has the keyboard. trouble: the window could not open; the nudge stays up.
    replied: a reply with this *choice* lies in the inbox.
    closed: it left the screen: "dismissed", "expired", "by us", "session gone", "process gone" (that which showed
    it), or "server gone": it may return.
    """

    report: ReportKind
    channel: str | None = None
    reason: str | None = None
    choice: Choice | None = None

    def to_json(self) -> str:
        """The report as one line of plain ASCII, without the fields that say nothing."""
        return json.dumps({name: value for name, value in self._asdict().items() if value is not None})

    @classmethod
    def from_json(cls, line: str) -> Self:
        """The report that `to_json` wrote. Raises ValueError or TypeError for anything else."""
        return cls(**json.loads(line))


class Confirmation(NamedTuple):
    """A few words that take the nudge's place on the screen for some seconds."""

    title: str
    body: str

    def to_json(self) -> str:
        """The line that the delivering process waits for after a reply."""
        return json.dumps({"confirm": self._asdict()})

    @classmethod
    def from_json(cls, line: str) -> Self:
        """The confirmation that `to_json` wrote. Raises ValueError, KeyError or TypeError for others."""
        return cls(**json.loads(line)["confirm"])


class Event(NamedTuple):
    """What the person, or the server, did with a notification that is on the screen.

    answer, later, skip: the button (a plain click is "answer"). text: a reply typed into the notification
    itself, in *detail*. closed: it left the screen; *detail* is the reason. server: another server is there.
    """

    name: str
    detail: str = ""
