"""habit completion."""

import click


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script for your shell.

    \b
    Examples:
      habit completion bash >> ~/.bashrc
      habit completion zsh >> ~/.zshrc
      habit completion fish > ~/.config/fish/completions/habit.fish
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None  # noqa: S101  the three shells are click's own
    click.echo(found(context.find_root().command, {}, "habit", "_HABIT_COMPLETE").source())
