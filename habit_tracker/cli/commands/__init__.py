"""One module for each command: parse, call one action or query, render."""
