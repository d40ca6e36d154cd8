"""The rules: days, plans, streaks, what to ask now. Pure: no I/O, no clock, nothing of ours imported."""
