"""The answer window's own process. It imports little, because somebody has clicked and waits."""
