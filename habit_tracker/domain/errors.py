"""What the person at the keyboard can put right."""


class HabitError(Exception):
    """One clear sentence for the person: what is wrong, and what would have been right."""
