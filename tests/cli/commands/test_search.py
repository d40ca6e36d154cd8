"""habit search, and the tags and searches of habit wins."""

import json

import pytest
from conftest import Habit
from support.program import habit as run

MARK, END = "\x1b[35m", "\x1b[0m"


@pytest.fixture
def three(habit: Habit) -> Habit:
    """Three wins of three days."""
    habit("log", "Gave a talk #speaking", "--on", "2025-11-20", "-c", "5")
    habit("log", "Prepared the budget for the meeting", "--on", "yesterday", "-c", "3")
    habit("log", "Talked about the Budget #Speaking #budget")
    return habit


def texts(habit: Habit, *words: str) -> list[str]:
    """What is found."""
    return [win["text"][:6] for win in json.loads(habit("search", "--json", *words).stdout)["wins"]]


def test_wins_are_found_under_their_days(three: Habit) -> None:
    """As `habit wins` lists them."""
    assert three("search", "budget", "--newest").stdout == (
        "Today, Monday 23 November\n    3  Talked about the Budget #Speaking #budget\n\n"
        "Yesterday, Sunday 22 November\n    2  Prepared the budget for the meeting  3/5\n"
    )


def test_what_was_found_is_marked(three: Habit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the text goes on in the next line, and never with a sign that is in no text."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")
    shown = three("search", '"the budget for the meeting"').stdout
    assert [line.strip() for line in shown.splitlines()[1:]] == [
        f"\x1b[2m    2  \x1b[0mPrepared {MARK}the budget for{END}",
        f"{MARK}the meeting{END}\x1b[2m  3/5\x1b[0m",
    ]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in three("search", "budget").stdout


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["talk", "--newest"], ["Talked", "Gave a"]),
        (["talks budget"], ["Talked"]),
        (["budget", "-meeting"], ["Talked"]),
        (["budget", "-nothing", "-n", "5", "--newest"], ["Talked", "Prepar"]),
        (["-n1", "--newest", "budget"], ["Talked"]),
        (["--", "-budget"], ["Gave a"]),
        (["-budget"], ["Gave a"]),
        (["#speaking", "--newest"], ["Talked", "Gave a"]),
        (["#speaking", "--to", "2025-12-31"], ["Gave a"]),
        (["budget", "--from", "today"], ["Talked"]),
        (["budget", "-c", "1..3"], ["Prepar"]),
        (["prep*", "-c4-5"], []),
        (["the budget", "--confidence", "3"], ["Prepar"]),
    ],
)
def test_options_and_words_keep_apart(three: Habit, words: list[str], found: list[str]) -> None:
    """A dash leaves a word out, wherever it stands."""
    assert texts(three, *words) == found


def test_json_is_stable(three: Habit) -> None:
    """The names that programs rely on."""
    found = json.loads(three("search", "#Speaking", "-n", "1", "--newest", "--json").stdout)
    (win,) = found["wins"]
    assert len(win.pop("uid")) == 36
    assert win == {
        "id": 3,
        "day": "2026-11-23",
        "text": "Talked about the Budget #Speaking #budget",
        "confidence": None,
        "tags": ["Speaking", "budget"],
    }
    assert (found["query"], found["did_you_mean"]) == ("#Speaking", None)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["budgte"], "budget"),
        (["-zzz", "talk", "meetnig"], "-zzz talk meeting"),
        (["#speakin"], "#speaking"),
        (["#budgets"], "#budget"),
        (["zzzzzz"], None),
        (["meeting", "gave"], None),
        (["设计"], None),
    ],
)
def test_a_word_that_occurs_nowhere_gets_the_nearest_that_does(
    three: Habit, words: list[str], meant: str | None
) -> None:
    """Nothing is offered for words that occur, each in another win."""
    found = json.loads(three("search", "--json", *words).stdout)
    assert (found["wins"], found["did_you_mean"]) == ([], meant)


def test_what_was_meant_is_offered_as_a_command(three: Habit) -> None:
    """It is one to copy."""
    said = three("search", "the budgte").stdout
    assert said == "No win found: the budgte\nDid you mean: habit search 'the budget'\n"


def test_no_word_of_a_deleted_win_is_offered(three: Habit) -> None:
    """It occurs nowhere any more."""
    three("delete", "2", "--yes")
    assert json.loads(three("search", "--json", "meetnig").stdout)["did_you_mean"] is None


def test_more_than_are_shown_are_said(three: Habit) -> None:
    """With how to see them."""
    assert "There are more: -n takes another number" in three("search", "budget", "-n", "1").stdout
    assert "There are more" not in three("search", "budget", "-n", "2").stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["search"], 2, "`habit search` needs"),
        (["search", '"'], 1, "There is no word to look for."),
        (["search", "a" * 1_000_000], 1, "A search may have up to 1,000 characters; this one has 1,000,000."),
        (["search", "x", "--frm", "today"], 2, "Did you mean --from?"),
        (["search", "x", "--from", "today", "--to", "yesterday"], 2, "exchange the two"),
        (["search", "x", "-c", "0..6"], 2, "'0..6' is no range of confidences. Write 4..5, or 5 alone."),
        (["search", "x", "-n", "0"], 2, "-n takes a whole number from 1 on"),
        (["wins", "--tag", "two words"], 2, "'two words' is no tag."),
        (["wins", "--tag", "1"], 2, "'1' is no tag."),
        (["wins", "--tags", "--tag", "x"], 2, "--tags lists them all"),
        (["wins", "--search", ""], 1, "There is no word to look for."),
    ],
)
def test_bad_input_gets_one_sentence(three: Habit, words: list[str], code: int, said: str) -> None:
    found = three(*words)
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (code, "", 1)
    assert said in found.stderr


def test_tags_are_listed(three: Habit) -> None:
    """The most frequent first, as it was first written; of some days, too."""
    assert three("wins", "--tags").stdout == (
        "   wins  last         tag\n      2  23 November  #speaking\n      1  23 November  #budget\n"
    )
    assert json.loads(three("wins", "--tags", "2025", "--json").stdout) == [
        {"tag": "speaking", "count": 1, "last_day": "2025-11-20"}
    ]
    assert "No tags here" in three("wins", "--tags", "--from", "yesterday", "--to", "yesterday").stdout


def test_wins_of_a_tag_or_a_search_are_listed(three: Habit) -> None:
    """Newest first, in the form of `habit wins`."""

    def listed(*words: str) -> list[int]:
        return [win["id"] for win in json.loads(three("wins", "--json", *words).stdout)]

    assert listed("--tag", "SPEAKING") == [3, 1]
    assert listed("--tag", "#speaking", "--tag", "budget") == [3]
    assert listed("--search", "budget -meeting") == [3]
    assert listed("--search", "talk", "--as-of", "2026-11-22") == [1]
    assert listed("2025", "--tag", "speaking", "--search", "gave") == [1]
    assert set(json.loads(three("wins", "--json", "--tag", "budget").stdout)[0]) > {"source", "zone"}


def test_what_people_try_leads_there(three: Habit) -> None:
    """find, grep and tags."""
    assert three("find", "meeting").stdout == three("search", "meeting").stdout
    assert three("tags").stdout == three("wins", "--tags").stdout


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("habit wins --tag s", "speaking"),
        ("habit wins --tag #b", "#budget"),
        ("habit search talk #s", "#speaking"),
    ],
)
def test_the_shell_completes_tags(three: Habit, line: str, offered: str) -> None:
    """Of the wins that there are."""
    words = {"_HABIT_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    assert run(env=words).stdout == f"plain,{offered}\n"


def test_where_there_is_no_database_nothing_is_completed(habit: Habit) -> None:
    """And nothing is said."""
    words = {"_HABIT_COMPLETE": "bash_complete", "COMP_WORDS": "habit wins --tag s", "COMP_CWORD": "3"}
    found = run(env=words)
    assert (found.stdout.strip(), found.stderr) == ("", "")
