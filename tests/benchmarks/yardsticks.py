"""What the speeds are measured against, and how: in turn, and by the minimum."""

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence

TEN_LINES = """
import sys, click
from sqlalchemy import Column, Integer, MetaData, Table, Text, create_engine, insert
metadata = MetaData()
wins = Table("wins", metadata, Column("id", Integer, primary_key=True), Column("text", Text))
engine = create_engine("sqlite:///" + sys.argv[1])
@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1)
def log(words):
    with engine.begin() as connection:
        metadata.create_all(connection)
        connection.execute(insert(wins).values(text=words[-1]))
    click.echo("logged")
log()
"""


def minima(
    commands: Mapping[str, Sequence[str]], rounds: int, env: Mapping[str, str] | None = None
) -> dict[str, float]:
    """The shortest wall time of each command, in seconds, over so many rounds in which each runs once."""
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(rounds):
        for name, words in commands.items():
            began = time.perf_counter()
            subprocess.run(words, env=env, stdout=subprocess.DEVNULL, check=True)
            best[name] = min(best[name], time.perf_counter() - began)
    return best


def python(code: str, *arguments: str) -> list[str]:
    """A command that runs *code*."""
    return [sys.executable, "-c", code, *arguments]
