"""habit help."""

import click

from habit_tracker.cli.group import CommandGroup, HelpContext, all_commands
from habit_tracker.cli.help_pages import Sections, find_topic, topic, write_all


def _offered(context: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """The commands and topics that begin as what is typed."""
    group = context.find_root().command
    assert isinstance(group, CommandGroup)  # noqa: S101  there is no other
    names = [*group.list_commands(context), *map(topic, group.sections)]
    return [name for name in dict.fromkeys(names) if name.startswith(incomplete.lower())]


@click.command("help")
@click.argument("words", metavar="[COMMAND | TOPIC]", nargs=-1, shell_complete=_offered)
@click.option("--all", "every", is_flag=True, help="List every command.")
@click.pass_context
def help(context: click.Context, words: tuple[str, ...], every: bool) -> None:  # noqa: A001  so it is called
    """Explain a command, or list the commands of a topic.

    \b
    Examples:
      habit help log
      habit help data
      habit help --all
    """
    root = context.find_root()
    group = all_commands()
    word = " ".join(words)
    if every:
        click.echo(_page(root, group.sections))
    elif not words:
        click.echo(root.get_help())
    elif heading := find_topic(word, group.sections):
        click.echo(_page(root, {heading: group.sections[heading]}))
    else:
        click.echo(_of_command(root, group, word))


def _page(root: click.Context, sections: Sections) -> str:
    formatter = root.make_formatter()
    write_all(sections, formatter)
    return formatter.getvalue().rstrip("\n")


def _of_command(root: click.Context, group: CommandGroup, word: str) -> str:
    """What `habit COMMAND --help` says, also by another word for the command."""
    from habit_tracker.cli.synonyms import RUN

    name = RUN.get(word.lower(), word.lower().replace(" ", "-"))
    command = group.get_command(root, name)
    if command is None:
        raise click.UsageError(_unknown(word, group, root))
    return command.get_help(HelpContext(command, parent=root, info_name=name))


def _unknown(word: str, group: CommandGroup, root: click.Context) -> str:
    from habit_tracker.cli.params.text import either
    from habit_tracker.cli.spelling import closest
    from habit_tracker.cli.synonyms import SAY
    from habit_tracker.domain.quoting import quoted

    topics = [topic(heading) for heading in group.sections]
    said = f"No help on {quoted(word)}."
    if guesses := SAY.get(word.lower()) or closest(word.lower(), [*topics, *group.list_commands(root)]):
        return f"{said} Did you mean {either([f'habit help {guess}' for guess in guesses])}?"
    return f"{said} Topics are {', '.join(topics)}; every command: habit help --all"
