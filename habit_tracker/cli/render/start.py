"""What `habit start` says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from habit_tracker.cli.render.lines import wrapped

if TYPE_CHECKING:
    from habit_tracker.cli.program import Called
    from habit_tracker.reminder.lock import Running

COMMANDS = {
    'log "What you did"': "log a win whenever you like",
    "week": "once a week, see what you did",
    "doctor": "if a question does not come",
}


class Did(NamedTuple):
    """What `habit start` did; *replaced* is the reminder of another installation that made room.

    *integrated* says what became of the menu entry and the manual.
    """

    already: bool
    replaced: Running | None
    registered: str | None
    integrated: tuple[str, ...] = ()


def started_lines(
    did: Did, next_question: str, unavailable_reason: str | None, called: Called, width: int
) -> Iterator[str]:
    """What `habit start` did, and what it promises."""
    from_there = did.replaced and (did.replaced.python or f"version {did.replaced.version}")
    sentences = [
        f"The reminder of {from_there} has made room." if from_there else None,
        "The reminder is already running." if did.already else "The reminder has started.",
        did.registered,
        *did.integrated,
        f"You are asked next: {next_question}.",
    ]
    if unavailable_reason:
        sentences.append(f"Nothing can be shown here at the moment: {unavailable_reason}.")
        sentences.append("It is tried again until the day is over. You can be asked in the terminal:")
    for sentence in filter(None, sentences):
        yield from wrapped(sentence, "", "", width)
    if unavailable_reason:
        yield f"  {called.words} ask"
    yield from _called_lines(called, width)


def _called_lines(called: Called, width: int) -> Iterator[str]:
    """What to write where the shell does not find this program by its name, and the line that changes that."""
    if called.words == "habit":
        return
    there = f"is another program here, {called.other}" if called.other else "is not found by this shell"
    yield ""
    yield from wrapped(f"`habit` {there}. Wherever you read habit, write:", "", "", width)
    yield f"  {called.words}"  # in one piece, to be copied, as the other
    if called.offer:
        yield from wrapped("This line lets new shells find it as habit:", "", "", width)
        yield f"  {called.offer}"


def command_lines(called: Called, width: int) -> Iterator[str]:
    """The three commands that are all a person needs, as they are called here."""
    yield "Three commands are all you need:"
    commands = {f"  {called.words} {words}": about for words, about in COMMANDS.items()}
    column = max(map(len, commands)) + 3
    beside = column + max(map(len, commands.values())) <= width
    for command, about in commands.items():
        yield from [f"{command:<{column}}{about}"] if beside else [command, f"      {about}"]
