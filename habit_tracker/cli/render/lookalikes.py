"""What to say of a win whose words look like a day, an option or a command."""

from datetime import date

import click

from habit_tracker.cli.params.lookalikes import Finding
from habit_tracker.domain.quoting import quoted

ROOM = 90
"""Columns for the command that mends it; a longer text is left as it stands."""


def lookalike_words(findings: list[Finding], number: int, day: date, today: date) -> str | None:
    """What win *number*, logged for *day*, has as text that may have been meant otherwise, and what mends it.

    None where there is nothing to say: also of a day that is the win's own, or has yet to come.
    """
    options = [one for one in findings if one.kind == "option"]
    days = [one for one in findings if one.kind == "day" and _is_another(one, day, today)]
    for finding in findings:
        if finding.kind == "command":
            return _command_words(finding)
    if options:
        return _option_words(options, number)
    return next((_day_words(one, number) for one in days), None)


def _is_another(finding: Finding, day: date, today: date) -> bool:
    try:
        return finding.asked is not None and day != finding.asked.on(today) <= today
    except click.UsageError:
        return False


def _command_words(finding: Finding) -> str:
    """The first undo takes this win back, the next what was meant."""
    meant = _joined("habit", *finding.args) if len(finding.text) <= ROOM else f"habit {finding.args[0]}"
    return f"{quoted(finding.text)} was taken as a win. If you meant the command: habit undo, and then {meant}"


def _option_words(options: list[Finding], number: int) -> str:
    what = " and ".join(quoted(one.text) for one in options[:2])
    said = f"{what} {'was' if len(options) == 1 else 'were'} taken as text, not as an option"
    args = [arg for one in options for arg in one.args]
    rest = options[-1].rest
    if not rest:
        return f"{said}. To take the win back: habit undo"
    return f"{said}. If you meant one: {_edit(number, args, rest) if args else f'habit edit {number}'}"


def _day_words(finding: Finding, number: int) -> str:
    said = f"{quoted(finding.text)} was taken as text."
    if finding.text.rstrip(".") == finding.rest.rstrip("."):
        return f"{said} To log a win for that day: habit undo, and then {_joined('habit', 'log', *finding.args)}"
    return f"{said} If it is the day of the win: {_joined('habit', 'edit', str(number), *finding.args)}"


def _edit(number: int, args: list[str], rest: str) -> str:
    """The command that sets what was meant and leaves the *rest* as the text, where that is short and plain."""
    command = ["habit", "edit", str(number), *args]
    whole = _joined(*command, *(["--"] if rest.startswith("-") else []), rest)
    return whole if len(whole) <= ROOM and rest.isprintable() else _joined(*command)


def _joined(*words: str) -> str:
    """The words as a shell takes them."""
    from shlex import join

    return join(words)
