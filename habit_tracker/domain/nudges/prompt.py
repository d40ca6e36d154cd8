"""The prompts: the questions that a plan can ask. One row in PROMPTS is all that the program knows of each."""

from typing import NamedTuple


class Prompt(NamedTuple):
    """One kind of question.

    *name* is what the ledger, replies and exports call it; *label* is what people read in a list of nudges, and
    *title* what they see at a glance, before the day. One that is *answered by a win* falls silent once its day
    has one, and only the newest such question of a day is shown. One for *counting days* is not asked on others;
    any other is asked on its weekdays, time off aside. With *buttons* it can be put off and skipped from the
    notification. *follows* marks what no plan names: it comes after another that was not answered.
    """

    name: str
    label: str
    title: str
    question: str
    answered_by_win: bool = True
    counting_days: bool = True
    buttons: bool = True
    follows: bool = False


DAILY = Prompt("daily", "question", "One win", "What is one thing that made you feel accomplished?")
FOLLOW_UP = Prompt(
    "follow-up", "follow-up", "Any small step", "Any small step today that felt good?", follows=True
)
WEEKLY = Prompt(
    "weekly", "weekly check", "Your week", "Your week", answered_by_win=False, counting_days=False, buttons=False
)
PROMPTS = {prompt.name: prompt for prompt in (DAILY, FOLLOW_UP, WEEKLY)}


def prompt_named(name: str) -> Prompt:
    """The prompt of that name; one that only a newer version knows is never asked here."""
    return PROMPTS.get(name) or Prompt(name, name, name, name, answered_by_win=False, buttons=False, follows=True)
