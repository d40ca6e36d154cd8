"""One thing a day that made you feel accomplished: a daily nudge, a log of wins, a streak."""

__version__ = "0.2.0"
