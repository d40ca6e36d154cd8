"""Searching wins: by an index of their words, and without one."""
