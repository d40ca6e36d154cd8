"""What a person has to type for `habit`, and what would let the shell find it."""

import subprocess
import sys
from pathlib import Path

import pytest
from support.checkout import enter, executable, on_path

from habit_tracker.cli.program import Called, called


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The script in the checkout that the person is in."""
    return enter(tmp_path / "habit-tracker", monkeypatch)


def test_in_the_checkout_it_is_a_short_path(script: Path) -> None:
    assert called().words == ".venv/bin/habit"


def test_from_elsewhere_it_is_the_whole_path(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path.joinpath(*"abcdefghijklmnopqrstuvwxyz", "deep")
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert called().words == str(script)
    monkeypatch.chdir(script.parent)
    assert called().words == "./habit"


def test_it_is_quoted_for_the_shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = executable(tmp_path / "my $habits/it's here/habit", '#!/bin/sh\nprintf "%s|" "$0" "$@"\n')
    monkeypatch.setattr(sys, "argv", [str(script)])
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.chdir("/")
    said = subprocess.run(["/bin/sh", "-c", f"{called().words} log x"], capture_output=True, text=True, check=True)
    assert said.stdout.endswith("habit|log|x|")


def test_where_the_shell_finds_it_the_name_is_enough(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In its own folder, or through a link, as pipx makes them."""
    on_path(monkeypatch, script.parent)
    assert called() == Called("habit")
    link = script.parent / "links/habit"
    link.parent.mkdir()
    link.symlink_to(script)
    on_path(monkeypatch, link.parent)
    assert called() == Called("habit")


def test_without_a_script_python_starts_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sysconfig.get_path", lambda _: str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["/x/habit_tracker/__main__.py"])
    monkeypatch.setenv("PATH", "/nowhere")
    assert called() == Called(f"{sys.executable} -m habit_tracker")


def test_a_link_is_offered_where_the_shell_looks(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line does what it promises, also where the folder is not there yet."""
    bin_folder = Path.home() / ".local/bin"
    on_path(monkeypatch, Path("/usr/bin"), Path("/bin"), bin_folder)
    offer = called().offer
    assert offer == f"mkdir -p ~/.local/bin && ln -s {script} ~/.local/bin/habit"
    subprocess.run(["/bin/sh", "-c", offer], check=True)
    assert called() == Called("habit")
    bin_folder.joinpath("habit").unlink()
    assert called().offer == f"ln -s {script} ~/.local/bin/habit"


def test_what_lies_there_is_left_alone(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of that name, or a link that leads nowhere any more, is not written over."""
    bin_folder = Path.home() / ".local/bin"
    bin_folder.mkdir(parents=True)
    bin_folder.joinpath("habit").symlink_to("/gone")
    on_path(monkeypatch, bin_folder)
    assert called().offer == f"echo 'alias habit={script}' >> ~/.bashrc"


@pytest.mark.parametrize(
    ("shell", "offer"),
    [
        ("/usr/bin/zsh", "echo 'alias habit={}' >> ~/.zshrc"),
        ("/usr/bin/fish", "alias --save habit {}"),
        ("/bin/dash", None),
        ("", None),
    ],
)
def test_without_such_a_folder_an_alias_is(
    script: Path, monkeypatch: pytest.MonkeyPatch, shell: str, offer: str | None
) -> None:
    monkeypatch.setenv("SHELL", shell)
    assert called().offer == (offer and offer.format(script))


def test_an_alias_takes_any_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = executable(tmp_path / "it's my code/habit", "#!/bin/sh\necho found $1\n")
    monkeypatch.setattr(sys, "argv", [str(script)])
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    monkeypatch.setenv("SHELL", "/bin/bash")
    Path.home().mkdir()
    offer = called().offer
    assert offer
    subprocess.run(["/bin/bash", "-c", offer], check=True)
    asked = ["/bin/bash", "-c", "shopt -s expand_aliases\n. ~/.bashrc\nhabit week"]
    assert subprocess.run(asked, capture_output=True, text=True, check=True).stdout == "found week\n"


def test_another_program_of_that_name_is_named(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a link is offered only where the shell looks before it comes to that."""
    other = executable(tmp_path / "usr-bin/habit")
    bin_folder = Path.home() / ".local/bin"
    on_path(monkeypatch, other.parent, bin_folder)
    assert called()[:2] == (".venv/bin/habit", other)
    assert "alias" in str(called().offer)
    on_path(monkeypatch, bin_folder, other.parent)
    assert "ln -s" in str(called().offer)


def test_the_shim_of_a_version_manager_is_trusted(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_path(monkeypatch, executable(tmp_path / ".pyenv/shims/habit").parent)
    assert called() == Called("habit")
