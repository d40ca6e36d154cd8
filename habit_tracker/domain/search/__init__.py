"""Searching: what a person looks for, and where in a text it stands."""
