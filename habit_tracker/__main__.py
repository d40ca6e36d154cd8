"""`python -m habit_tracker` is `habit`; both begin here."""

import sys


def main(name: str | None = None) -> None:
    """Run the command line, called *name*; a shell's prompt is answered before it is loaded."""
    if sys.argv[1:2] == ["prompt"]:
        from habit_tracker.shell_prompt import answer

        if answer(sys.argv[2:]):
            return
    from habit_tracker.cli import main as command_line

    command_line(prog_name=name)


if __name__ == "__main__":
    main("habit")
