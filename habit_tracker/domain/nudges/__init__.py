"""Nudges: what to ask now, in which words, and what a reply means."""
