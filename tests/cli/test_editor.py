"""Writing a win in an editor: nothing is stored that was not saved, and nothing that was saved is lost."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import Habit
from support.program import habit as program
from support.terminal import typed

from habit_tracker.storage.home import Home


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A script in a folder with a space, which EDITOR names as it is; a test says what it does with $1."""
    script = tmp_path / "my editors" / "ed"
    script.parent.mkdir()
    script.write_text("#!/bin/sh\n")
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(script))
    return script


def does(editor: Path, body: str) -> None:
    """Let the editor do this."""
    editor.write_text(f"#!/bin/sh\n{body}\n")


def texts(habit: Habit) -> list[str]:
    """What the wins say, newest first."""
    return [win["text"] for win in json.loads(habit("wins", "--json").stdout)]


def left(home: Home) -> list[Path]:
    """The texts that lie in the place for them."""
    return sorted(home.editing.glob("*/win.txt")) if home.editing.exists() else []


def test_the_text_lies_where_nobody_else_looks_and_goes_when_it_is_stored(
    habit: Habit, home: Home, editor: Path
) -> None:
    """In the data folder, with all that the editor leaves beside it, whatever its umask."""
    seen = editor.parent / "seen"
    does(editor, f'stat -c "%a %n" "$1" "$(dirname "$1")" > "{seen}"; echo A win > "$1"; touch "$1~" "$1.swp"')
    assert habit("log", "--edit").exit_code == 0
    file, folder = (line.split(" ", 1) for line in seen.read_text().splitlines())
    assert (file[0], folder[0]) == ("600", "700")
    assert folder[1].startswith(str(home.folder))
    assert texts(habit) == ["A win"]
    assert not home.editing.exists()


@pytest.mark.parametrize(
    ("body", "stored"),
    [
        ("echo New > \"$1.new\"; mv \"$1.new\" \"$1\"", "New"),
        ("printf 'one\\r\\ntwo\\r\\n' > \"$1\"", "one\ntwo"),
        ("printf '\\357\\273\\277caf\\303\\251' > \"$1\"", "café"),
    ],
    ids=["rename", "crlf", "bom"],
)  # fmt: skip
def test_however_it_is_saved(habit: Habit, home: Home, editor: Path, body: str, stored: str) -> None:
    does(editor, body)
    assert habit("log", "--edit").exit_code == 0
    assert texts(habit) == [stored]
    assert left(home) == []


@pytest.mark.parametrize(
    ("body", "said", "kept"),
    [
        ("echo New > \"$1\"; exit 3", "Win 1 stays as it was: the editor '", True),
        ("echo New > \"$1\"; exit 3", "ended with status 3.", True),
        ("echo New > \"$1\"; kill -9 $$", "was ended by SIGKILL.", True),
        ("printf 'caf\\351' > \"$1\"", "What was saved is not UTF-8 text: byte 4 cannot be read.", True),
        ("printf 'a\\000b' > \"$1\"", "a character that cannot be stored", True),
        ("truncate -s 1G \"$1\"", "What was saved holds more than a win may: 10,000 characters.", True),
        ("printf %010001d 1 > \"$1\"", "a win may have up to 10,000.", True),
        ("exit 1", "ended with status 1.", False),
        (": > \"$1\"", "Win 1 stays as it was: the text is empty.", False),
        ("echo > \"$1\"", "Win 1 stays as it was: the text is empty.", False),
        ("rm \"$1\"", "Win 1 stays as it was: the editor left no file.", False),
    ],
)  # fmt: skip
def test_what_is_not_stored_is_kept_and_that_is_said(
    habit: Habit, home: Home, editor: Path, body: str, said: str, kept: bool
) -> None:
    """In one line; what nobody has written goes."""
    habit("log", "Old")
    does(editor, body)
    found = habit("edit", "1")
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (1, "", 1)
    assert said in found.stderr
    assert ("What you wrote is kept: `habit edit 1` goes on with it." in found.stderr) is kept
    assert bool(left(home)) is kept
    assert texts(habit) == ["Old"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("no-such-editor --wait", "'no-such-editor' cannot be started: No such file or directory."),
        ("/", "cannot be started: Permission denied."),
        ("'unbalanced", "EDITOR is ''unbalanced', which is no command."),
        ("\x1b[31m" + "x" * 5000, "cannot be started"),
    ],
)
def test_an_editor_that_is_not_there_is_named(
    habit: Habit, home: Home, monkeypatch: pytest.MonkeyPatch, value: str, said: str
) -> None:
    """With what would be right."""
    monkeypatch.setenv("EDITOR", value)
    found = habit("log", "--edit")
    assert found.stderr.startswith("Error: Nothing was logged: ")
    assert said in found.stderr
    assert "as in EDITOR=nano" in found.stderr
    assert found.stderr.rstrip("\n").isprintable()
    assert len(found.stderr) < 300
    assert left(home) == []


def test_visual_comes_first_and_may_have_arguments(
    habit: Habit, editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty one is none."""
    does(editor, 'echo "$1" > "$2"')
    monkeypatch.setenv("VISUAL", f"'{editor}' 'two words'")
    monkeypatch.setenv("EDITOR", "false")
    habit("log", "--edit")
    monkeypatch.setenv("EDITOR", f"'{editor}' other")
    monkeypatch.setenv("VISUAL", " ")
    habit("log", "--edit")
    assert texts(habit) == ["other", "two words"]


def test_what_is_saved_in_a_window_that_was_not_waited_for_is_not_lost(
    habit: Habit, home: Home, editor: Path
) -> None:
    """The editor came back at once: it is said how to wait, and the next one offers what came."""
    found = habit("log", "--edit")
    assert "the editor saved nothing. If it has a window, let it wait, as in EDITOR='code --wait'" in found.stderr
    (text,) = left(home)
    habit("wins")
    assert left(home) == [text]
    text.write_text("Saved later")
    assert f"'Saved later' is kept in {text}." in habit("log", "--edit").stderr
    assert text.read_text() == "Saved later"


def killed(home: Home, *words: str, body: str, editor: Path) -> Path:
    """The text of `habit WORDS...` that was killed while its editor was open."""
    does(editor, f'{body}; echo > "{editor}.ready"; exec sleep 60')
    process = subprocess.Popen([sys.executable, "-P", "-m", "habit_tracker", *words], start_new_session=True)
    wait_for(Path(f"{editor}.ready"))
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    (text,) = left(home)
    return text


def test_after_a_kill_the_next_start_removes_what_nobody_wrote(habit: Habit, home: Home, editor: Path) -> None:
    """Whatever command it is."""
    text = killed(home, "log", "--edit", "begun", body=":", editor=editor)
    assert text.read_text() == "begun\n"
    habit("wins")
    assert not home.editing.exists()


def test_after_a_kill_what_was_written_is_offered(habit: Habit, home: Home, editor: Path) -> None:
    """Named without a terminal, and by doctor; in a terminal it goes on for its own day."""
    text = killed(home, "log", "--edit", "--on", "2026-11-20", "-c", "4", body='echo Mine > "$1"', editor=editor)
    checks = {check["name"]: check for check in json.loads(habit("doctor", "--json").stdout)["checks"]}
    assert checks["texts"]["words"] == f"1 text not stored yet, the newest in {text}"
    assert checks["texts"]["mend"] == "habit log --edit"
    does(editor, "exit 1")
    assert f"'Mine' is kept in {text}." in habit("log", "--edit").stderr
    does(editor, 'echo and more >> "$1"')
    status, shown = typed("log", "--edit", text="\n")
    assert "'Mine'. Go on with it? (no removes it) [Y/n]" in shown
    assert (status, left(home)) == (0, [])
    (win,) = json.loads(habit("wins", "--json").stdout)
    assert (win["text"], win["day"], win["confidence"]) == ("Mine\nand more", "2026-11-20", 4)


def test_what_the_person_does_not_want_goes(habit: Habit, home: Home, editor: Path) -> None:
    """The new text begins without it, and only that of the same win is asked about."""
    habit("log", "Old")
    killed(home, "edit", "1", body='echo Mine > "$1"', editor=editor)
    does(editor, 'echo New > "$1"')
    assert "Go on with it" not in typed("log", "--edit", text="")[1]
    assert "'Mine'. Go on with it?" in typed("edit", "1", text="n\n")[1]
    assert sorted(texts(habit)) == ["New", "New"]
    assert left(home) == []


def test_two_at_the_same_time_leave_each_other_alone(habit: Habit, home: Home, editor: Path) -> None:
    """What is open in another terminal is not left behind."""
    does(editor, f'echo First > "$1"; EDITOR="sh -c \'echo Second > \\$0\'" {sys.executable} -P -m habit_tracker '
                 "log --edit >&2")  # fmt: skip
    found = program("log", "--edit")
    assert (found.returncode, "unfinished" in found.stderr) == (0, False), found.stderr
    assert sorted(texts(habit)) == ["First", "Second"]


def wait_for(path: Path) -> None:
    """Until the editor has made the file."""
    deadline = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def in_terminal_of_its_own(*words: str) -> tuple["subprocess.Popen[bytes]", int]:
    """`habit WORDS...` as the first process of a terminal, and our end of that."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        ["setsid", "--ctty", sys.executable, "-P", "-m", "habit_tracker", *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    return process, ours


def test_a_terminal_that_is_closed_takes_nothing_along(home: Home, editor: Path) -> None:
    """The hang-up ends the editor and the program; the text stays."""
    does(editor, f'echo Mine > "$1"; echo > "{editor}.ready"; exec sleep 60')
    process, ours = in_terminal_of_its_own("log", "--edit")
    wait_for(Path(f"{editor}.ready"))
    os.close(ours)
    assert process.wait(30) != 0
    (text,) = left(home)
    assert text.read_text() == "Mine\n"


def test_a_window_outlives_the_terminal(habit: Habit, home: Home, editor: Path) -> None:
    """What it saves later has its place still."""
    does(editor, f'trap "" HUP; echo > "{editor}.ready"; while [ ! -e "{editor}.go" ]; do sleep 0.05; done; '
                 f'echo Later > "$1"; echo > "{editor}.done"')  # fmt: skip
    process, ours = in_terminal_of_its_own("log", "--edit")
    wait_for(Path(f"{editor}.ready"))
    os.close(ours)
    process.wait(30)
    habit("wins")
    Path(f"{editor}.go").touch()
    wait_for(Path(f"{editor}.done"))
    assert "'Later' is kept in" in habit("log", "--edit").stderr


def test_ctrl_c_is_the_editors(habit: Habit, editor: Path) -> None:
    """As in git: what ends the editor's own command does not end the program."""
    does(editor, 'trap "echo Mine > \\"$1\\"; exit 0" INT; echo ready; sleep 60 & wait')
    process, ours = in_terminal_of_its_own("log", "--edit")
    shown = b""
    while b"ready" not in shown:
        shown += os.read(ours, 1024)
    os.write(ours, b"\x03")
    assert process.wait(30) == 0
    os.close(ours)
    assert texts(habit) == ["Mine"]
