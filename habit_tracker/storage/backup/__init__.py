"""Copies of the whole database: made, looked into, brought back."""
