"""What we write is what systemd and a desktop read, whatever the folders are called."""

from hypothesis import given
from hypothesis import strategies as st
from support.command_lines import desktop_words, systemd_values, systemd_words
from support.stand_in import DIFFICULT

from habit_tracker.desktop.autostart import unit, xdg
from habit_tracker.desktop.autostart.words import without_env

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=[*map(chr, range(32)), "\x7f"]))
TRICKY = st.text(st.sampled_from("ab \"'\\%$`=;:&|#é{}\x85\u2028"))
WORD = st.one_of(ANY_TEXT, TRICKY, st.sampled_from(["", ";", "%", "$HOME", "-m", DIFFICULT]))
COMMANDS = st.builds(lambda program, rest: [f"/{program}", *rest], WORD, st.lists(WORD, max_size=4))
ENVIRONMENTS = st.dictionaries(st.from_regex("[A-Z_]{1,8}", fullmatch=True), WORD, max_size=2)


def lines(text: str, key: str) -> list[str]:
    """The values of *key*, in order."""
    return [line.removeprefix(f"{key}=") for line in text.split("\n") if line.startswith(f"{key}=")]


@given(COMMANDS, ENVIRONMENTS)
def test_systemd_reads_the_command_that_was_given(command: list[str], environment: dict[str, str]) -> None:
    """Read by systemd's documented rules, ExecStart gives back every word."""
    (line,) = lines(unit.render(command, environment), "ExecStart")
    words = systemd_words(line)
    assert without_env(words) == command
    assert not set(words[0]) & set("\"'\\"), "systemd refuses a program with such a name"


@given(ENVIRONMENTS)
def test_systemd_reads_the_environment_that_was_given(environment: dict[str, str]) -> None:
    """Read by systemd's documented rules, each Environment line gives back one variable."""
    found = [systemd_values(line) for line in lines(unit.render(["/p"], environment), "Environment")]
    assert found == [[f"{name}={value}"] for name, value in environment.items()]


@given(COMMANDS, ENVIRONMENTS)
def test_a_desktop_reads_the_command_that_was_given(command: list[str], environment: dict[str, str]) -> None:
    """Read by the rules of the Desktop Entry Specification, Exec gives back every word and variable."""
    (line,) = lines(xdg.render(command, environment), "Exec")
    words = desktop_words(line)
    assert without_env(words) == command
    assert "=" not in words[0], "the specification forbids it"
    assert words[1 : 1 + len(environment)] == [f"{k}={v}" for k, v in environment.items()] or not environment


@given(COMMANDS, ENVIRONMENTS)
def test_we_read_back_what_we_wrote(command: list[str], environment: dict[str, str]) -> None:
    """`registered` names the command that was given, in both formats."""
    assert unit.parse(unit.render(command, environment)) == command
    assert xdg.parse(xdg.render(command, environment)) == command


def test_an_ordinary_command_stays_readable() -> None:
    """No detour and no prefix where none is needed."""
    command = ["/home/ann/.venv/bin/python", "-m", "habit_tracker"]
    assert lines(unit.render(command, {}), "ExecStart") == ['"/home/ann/.venv/bin/python" "-m" "habit_tracker"']
    assert lines(xdg.render(command, {}), "Exec") == ['"/home/ann/.venv/bin/python" "-m" "habit_tracker"']


def test_an_entry_that_is_switched_off_registers_nothing() -> None:
    """A desktop's own settings switch an entry off by writing into it."""
    entry = xdg.render(["/p"], {})
    assert xdg.parse(entry.replace("enabled=true", "enabled=false")) is None
    assert xdg.parse(entry + "Hidden=true\n") is None
    assert xdg.parse("nonsense") is None
    assert unit.parse("nonsense") is None
