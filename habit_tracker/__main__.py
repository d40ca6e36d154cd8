"""`python -m habit_tracker` is `habit`."""

from habit_tracker.cli import main

if __name__ == "__main__":
    main(prog_name="habit")
