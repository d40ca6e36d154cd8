"""What a person said to a nudge, in the form in which it travels from the desktop to the database."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal, NamedTuple, Self, get_args

from habit_tracker.domain.days.local_time import YEARS
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.nudges.nudge import NudgeKey
from habit_tracker.domain.nudges.prompt import PROMPTS
from habit_tracker.domain.progress.text import CONFIDENCE, clean_text

Choice = Literal["answer", "later", "skip"]
LONGEST_UID, LONGEST_ZONE, MOST_OCCURRENCES = 36, 64, 100
AHEAD = timedelta(days=2)
"""How far the day may lie after the instant of the reply: as far as zones and a day start can move it."""


class UnreadableReplyError(HabitError):
    """What lies in the inbox is no reply that could be stored, for this reason."""


class Reply(NamedTuple):
    """One reaction to one nudge: a win (answer), ask me again (later), or not today (skip).

    *uid* is made once, where the person replied, so that storing the same reply twice stores it once.
    *key* names the nudge in the ledger. *at* is the true UTC instant, *zone* the IANA name of the zone the person
    was in. *text* and *confidence* belong to an answer.
    """

    uid: str
    key: NudgeKey
    choice: Choice
    at: datetime
    zone: str
    text: str | None = None
    confidence: int | None = None

    def to_json(self) -> str:
        """The reply as one JSON object, readable by `from_json`."""
        said = self._asdict() | key_to_json(self.key) | {"at": self.at.isoformat()}
        del said["key"]
        return json.dumps(said)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The reply that `to_json` wrote, each field checked. Raises UnreadableReplyError with the reason."""
        try:
            return cls._checked(json.loads(text))
        except HabitError as error:
            raise UnreadableReplyError(str(error)) from None
        except KeyError as error:
            raise UnreadableReplyError(f"its {error.args[0]!r} is missing.") from None
        except (ValueError, TypeError, OverflowError, RecursionError, AttributeError):
            raise UnreadableReplyError("it is not a reply in JSON.") from None

    @classmethod
    def _checked(cls, found: dict[str, Any]) -> Self:
        at = datetime.fromisoformat(found["at"])
        if at.tzinfo is None:
            raise HabitError("its 'at' has no offset.")
        key = key_from_json(found)
        if key.day > at.date() + AHEAD:
            raise HabitError(f"its day, {key.day}, was yet to come.")
        choice: Choice = _known("choice", found["choice"], get_args(Choice))
        answer = choice == "answer"
        return cls(
            uid=_matching("uid", found["uid"], rf"[A-Za-z0-9-]{{1,{LONGEST_UID}}}"),
            key=key,
            choice=choice,
            at=at.astimezone(UTC),
            zone=_matching("zone", found["zone"], rf"[\x21-\x7e]{{1,{LONGEST_ZONE}}}"),
            text=clean_text(_text(found["text"])) if answer else None,
            confidence=_confidence(found.get("confidence")) if answer else None,
        )


def key_to_json(key: NudgeKey) -> dict[str, Any]:
    """The fields of *key* as messages and replies carry them."""
    return {"day": key.day.isoformat(), "prompt": key.prompt.name, "occurrence": key.occurrence}


def key_from_json(found: dict[str, Any]) -> NudgeKey:
    """The key that `key_to_json` wrote, each field checked. Raises HabitError, ValueError or KeyError.

    Replies of version 0.1 call the prompt `kind`, and count snoozes in `number`.
    """
    day = date.fromisoformat(found["day"])
    if day.year not in YEARS:
        raise HabitError(f"its day, {day}, lies outside the years {YEARS[0]} to {YEARS[-1]}.")
    name = _known("prompt", found["kind"] if "kind" in found else found["prompt"], PROMPTS)
    occurrence = found.get("occurrence", 1)
    if type(occurrence) is not int or not 1 <= occurrence <= MOST_OCCURRENCES:
        raise HabitError("its 'occurrence' is not a number from 1 on.")
    return NudgeKey(day, PROMPTS[name], occurrence)


def _known(field: str, found: Any, known: Any) -> Any:
    if not isinstance(found, str) or found not in known:
        raise HabitError(f"its {field!r} is none of {', '.join(known)}.")
    return found


def _matching(field: str, found: Any, pattern: str) -> str:
    if not isinstance(found, str) or not re.fullmatch(pattern, found):
        raise HabitError(f"its {field!r} is not as this program writes it.")
    return found


def _text(found: Any) -> str:
    if not isinstance(found, str):
        raise HabitError("its 'text' is not a text.")
    return found


def _confidence(found: Any) -> int | None:
    if found is not None and (type(found) is not int or found not in CONFIDENCE):
        raise HabitError("its 'confidence' is not a number from 1 to 5.")
    return found
