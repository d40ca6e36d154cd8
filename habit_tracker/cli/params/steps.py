"""How many changes at once."""

import click

STEPS = click.IntRange(1, 1000)
