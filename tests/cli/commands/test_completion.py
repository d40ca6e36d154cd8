"""habit completion, and what the shell is told while one types."""

import subprocess
from pathlib import Path

import pytest
from conftest import Habit
from support.program import habit as program


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_for_each_shell(habit: Habit, shell: str) -> None:
    """It asks the program itself what may follow."""
    script = habit("completion", shell)
    assert script.exit_code == 0
    assert f"_HABIT_COMPLETE={shell}_complete" in script.stdout


def test_bash_takes_the_script(habit: Habit, tmp_path: Path) -> None:
    """Without a complaint, and binds it to the command."""
    path = tmp_path / "habit.bash"
    path.write_text(habit("completion", "bash").stdout)
    found = subprocess.run(
        ["bash", "--norc", "-c", f"source '{path}' && complete -p habit"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "_habit_completion habit" in found.stdout


def test_commands_and_options_are_completed() -> None:
    """As they are typed."""
    for typed, index, offered in [
        ("habit st", "1", "streak"),
        ("habit log --con", "2", "--confidence"),
        ("habit help st", "2", "streak"),
        ("habit help rem", "2", "reminder"),
    ]:
        env = {"_HABIT_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": index}
        assert f"plain,{offered}\n" in program(env=env).stdout


def test_another_shell_is_refused(habit: Habit) -> None:
    """In one sentence that names those there are."""
    found = habit("completion", "tcsh")
    assert (found.exit_code, found.stderr.count("\n")) == (2, 1)
    assert "fish" in found.stderr
