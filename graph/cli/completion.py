"""``zhimai completion``."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what teaches a shell to complete commands.

    \b
    To have it in every new shell, once:
      bash:  zhimai completion bash >> ~/.bashrc
      zsh:   zhimai completion zsh >> ~/.zshrc
      fish:  zhimai completion fish > ~/.config/fish/completions/zhimai.fish
    """
    made = get_completion_class(shell)
    if made is None:  # click knows every shell that is offered above
        raise click.UsageError(f"no completion for {shell}", ctx=context)
    root = context.find_root()
    click.echo(made(root.command, {}, "zhimai", "_ZHIMAI_COMPLETE").source())
