"""Progress: wins, the streaks they make, weeks, figures."""
