"""Run ``dossier completion``: write the script with which a shell completes this command, and find what fits.

Ids come only from the names of files, because a completion must be there before the next key is pressed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click
from click.shell_completion import CompletionItem, get_completion_class

from dossier.content.schema import load_schema

SHELLS: Final = ("bash", "zsh", "fish")
_VARIABLE: Final = "_DOSSIER_COMPLETE"


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the script for completion in bash, zsh or fish.

    The shell then completes commands, options, ids and types.

    \b
    For bash, add this line to ~/.bashrc; for zsh, add it to ~/.zshrc with zsh instead of bash:
        eval "$(dossier completion bash)"
    For fish, add this line to ~/.config/fish/config.fish:
        dossier completion fish | source

    Exit status: 0 written, 2 wrong use.

    \b
    Example:
        eval "$(dossier completion bash)"
    """  # noqa: D301 - click reads the escape
    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"there is no completion for {shell}")
    root = click.get_current_context().find_root()
    click.echo(made(root.command, {}, "dossier", _VARIABLE).source())


def complete_id(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids that begin with a text, each with the folder of its file."""
    content: Path = ctx.params.get("content") or Path("content")
    found = {
        file.stem: file.relative_to(content).parts[0]
        for file in content.glob("*/**/*.md")
        if file.stem.startswith(incomplete)
    }
    return [CompletionItem(name, help=folder) for name, folder in sorted(found.items())]


def complete_type(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The types that begin with a text, including those that the dossier adds."""
    types = load_schema(ctx.params.get("schema")).types.values()
    return [CompletionItem(t.type, help=t.label) for t in types if t.type.startswith(incomplete)]
