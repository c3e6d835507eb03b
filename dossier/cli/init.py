"""Run ``dossier init``: write the files of a new dossier, which can be built and published as it is.

On a terminal it asks for what no option gives. It never replaces a file.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Collection, Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

import click

from dossier.cli.building import is_installed
from dossier.cli.schema import write_schemas
from dossier.content.files import write_new
from dossier.content.loading import load_registry
from dossier.content.schema import load_schema
from dossier.edit.starting import (
    LANGUAGES,
    PACKAGE,
    Installation,
    RemoteRepository,
    Start,
    installation,
    read_remote,
    requirement_from,
    starter_files,
)
from dossier.model.findings import nearest
from dossier.model.hosts import CONFIGURATIONS, MATERIAL, MKDOCS, PROGRAMS, THEMES, HostProgram, Theme
from dossier.model.ids import title_from_id
from dossier.model.types import Schema

_DOSSIER: Final = "dossier"
_CONTENT: Final = "content"
_EDITOR: Final = ".vscode"
_ENGLISH: Final = "en"
_MAIN: Final = "main"
_README: Final = "README.md"
_IGNORED: Final = ".gitignore"
_NEXT: Final = """
Next:{enter}{install}
  {dossier} serve    shows the site on your machine and rebuilds it after each change
  {dossier} check    says what is wrong in the files, and how to fix it
"""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--title", metavar="TEXT", help="Title of the site.  [default: made from the folder's name]")
@click.option("--topic", metavar="TEXT", help="What the dossier is about, in a sentence.")
@click.option(
    "--language",
    metavar="TAG",
    help=f"Language of the site, such as uk or de.  [default: {_ENGLISH}]",
)
@click.option(
    "--repository",
    metavar="ADDRESS",
    help="Where the files will be, such as https://github.com/name/dossier.  "
    "[default: the remote “origin” of the folder, if there is one]",
)
@click.option(
    "--install-from",
    "source",
    metavar="PLACE",
    help="Git address or wheel from which others install this program.  [default: where it came from; of a "
    "folder or a wheel on this machine, the new repository gets a copy]",
)
@click.option(
    "--host",
    type=click.Choice(tuple(PROGRAMS)),
    default=MKDOCS.name,
    show_default=True,
    help="Program that builds the site.",
)
@click.option(
    "--theme",
    type=click.Choice(tuple(THEMES)),
    default=MATERIAL.name,
    show_default=True,
    help="Theme of the site.",
)
@click.option("--bare", "is_bare", is_flag=True, help="Leave out the sample article and what it mentions.")
def init(
    folder: Path,
    title: str | None,
    topic: str | None,
    language: str | None,
    repository: str | None,
    source: str | None,
    host: str,
    theme: str,
    *,
    is_bare: bool,
) -> None:
    """Start a dossier in FOLDER: everything that a site needs, ready to build and publish.

    Writes mkdocs.yml or properdocs.yml, the folders of content/, a sample article and what it mentions,
    requirements.txt, a workflow for GitHub Pages, a README for the new repository, and settings for VS Code.
    On a terminal, the command asks for what no option gives. A file that exists stays as it is, and the
    command says so. docs/hosts.md says which host and theme to choose.

    Exit status: 0 made, 2 wrong use (the folder has a site, a value is wrong), 3 a file could not be written.

    \b
    Example:
        dossier init harbour --title "The harbour" --repository https://github.com/name/harbour
    """  # noqa: D301 - click reads the escape
    for name in CONFIGURATIONS:
        if (folder / name).exists():
            raise click.UsageError(
                f"{folder / name} exists, so this folder has a site; choose another folder"
            )
    installed = _installation(source)
    root = _root(folder)
    is_root = root is not None and root == folder.resolve()
    start = Start(
        title=_one_line(title) or _answer("Title", _title_of(folder)),
        topic=_one_line(topic) if topic is not None else _answer("Topic, in a sentence (may stay empty)", ""),
        language=_language(language),
        repository=_repository(repository, folder, is_root=is_root),
        branch=(_git(folder, "symbolic-ref", "--short", "HEAD") if is_root else "") or _MAIN,
        is_bare=is_bare or any((folder / _CONTENT).glob("*/*.md")),
        host=PROGRAMS[host],
        theme=THEMES[theme],
    )
    schema = load_schema()
    kept = _write(folder, start, installed, schema)
    _write_completions(folder, schema)
    for remark in _remarks(start, installed, kept):
        click.echo(remark, err=True)
    if root is not None and not is_root:
        click.echo(
            f"This folder is part of the repository {root}. GitHub runs workflows only in the root of a "
            "repository, so give the dossier one of its own.",
            err=True,
        )
    enter = f'\n  cd "{folder}"' if folder != Path() else ""
    says = "" if _README in kept else "README.md says how to add articles and how to publish the site.\n"
    click.echo(
        _NEXT.format(enter=enter, install=_install(folder, start), dossier=_program(folder, _DOSSIER)) + says,
        err=True,
        nl=False,
    )


def _install(folder: Path, start: Start) -> str:
    """The commands that install what the new dossier needs, each on a line; "" if it is there."""
    if _is_ready(start.host, start.theme):
        return ""
    commands = (command.partition(" ") for command in start.installing)
    return "".join(f"\n  {_program(folder, name)} {rest}" for name, _, rest in commands)


def _is_ready(host: HostProgram, theme: Theme) -> bool:
    """Whether the host and the theme are installed beside this program."""
    try:
        return bool(distribution(theme.package)) and is_installed(host.name)
    except PackageNotFoundError:
        return False


def _program(folder: Path, name: str) -> str:
    """What to type for a program of this environment in the new folder, as the shell may find no other."""
    typed = Path(sys.argv[0])
    if shutil.which(_DOSSIER) == str(typed.absolute()) or typed.stem != _DOSSIER:
        return name
    beside = typed.with_name(f"{name}{typed.suffix}")
    path = str(beside if folder == Path() else beside.absolute())
    return f'"{path}"' if " " in path else path


def _write(folder: Path, start: Start, installed: Installation, schema: Schema) -> list[str]:
    """Write the files that do not exist, and name them; returns the paths of those that do."""
    kept = []
    for path, text in starter_files(start, installed, schema).items():
        try:
            write_new(folder / path, text, within=folder)
        except FileExistsError:
            kept.append(str(path))
        else:
            click.echo(folder / path)
    return kept


def _remarks(start: Start, installed: Installation, kept: Collection[str]) -> Iterator[str]:
    """What an editor should know about the files, each in a line."""
    if kept:
        yield f"These files existed and stay as they are: {', '.join(kept)}"
    if _IGNORED in kept:
        yield f"Add two lines to {_IGNORED}: /site/ and /.venv/"
    if installed.wheel:
        yield (
            f"{installed.wheel.path} is a copy of this program, because no other machine can reach the place "
            "that it came from."
        )
    if start.language != _ENGLISH:
        yield (
            "Only the theme's words are in this language so far: texts are read with the rules of English, "
            "and the words that a dossier adds to its pages are English."
        )


def _write_completions(folder: Path, schema: Schema) -> None:
    """Write what VS Code completes front matter with. Git ignores it, since it changes with every file."""
    schemas, snippets = folder / _EDITOR / "schemas", folder / _EDITOR / "dossier.code-snippets"
    if not schemas.exists() and not snippets.exists():
        registry, _ = load_registry(folder / _CONTENT, schema)
        write_schemas(schema, registry, schemas, snippets)


def _is_asked() -> bool:
    return sys.stdin.isatty()


def _answer(question: str, default: str) -> str:
    """What is typed on the terminal; the default where there is no terminal."""
    if not _is_asked():
        return default
    return _one_line(click.prompt(question, default=default, show_default=bool(default), err=True))


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def _title_of(folder: Path) -> str:
    return title_from_id(folder.resolve().name) or "Dossier"


def _language(chosen: str | None) -> str:
    """The chosen language as the theme spells it."""
    if chosen is not None:
        return _read_language(chosen)
    if not _is_asked():
        return _ENGLISH
    found: str = click.prompt("Language", default=_ENGLISH, value_proc=_read_language, err=True)
    return found


def _read_language(tag: str) -> str:
    spelt = {language.lower(): language for language in LANGUAGES}
    found = spelt.get(tag.strip().lower().replace("_", "-"))
    if found is None:
        hint = nearest(tag, LANGUAGES) or f"use one of {', '.join(LANGUAGES)}"
        raise click.UsageError(f"the theme has no language “{tag}”; {hint}")
    return found


def _repository(given: str | None, folder: Path, *, is_root: bool) -> RemoteRepository | None:
    origin = _origin(folder) if is_root else None
    if given is None and _is_asked():
        found: RemoteRepository | None = click.prompt(
            "Address of its repository (may stay empty)",
            default=origin.address if origin else "",
            show_default=origin is not None,
            value_proc=_read_repository,
            err=True,
        )
        return found
    return origin if given is None else _read_repository(given)


def _read_repository(text: str) -> RemoteRepository | None:
    try:
        return read_remote(text) if text.strip() else None
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _origin(folder: Path) -> RemoteRepository | None:
    """The repository to which git pushes a folder, None if there is none."""
    try:
        return read_remote(_git(folder, "remote", "get-url", "origin"))
    except ValueError:
        return None


def _root(folder: Path) -> Path | None:
    """The root of the repository that contains a folder; None if none does, or git is not installed."""
    existing = next(each for each in (folder.absolute(), *folder.absolute().parents) if each.is_dir())
    told = _git(existing, "rev-parse", "--show-toplevel")
    return Path(told).resolve() if told else None


def _git(folder: Path, *arguments: str) -> str:
    """What git says, in one line; "" where it says nothing or is not installed."""
    command = ("git", "-C", str(folder), *arguments)
    try:
        told = subprocess.run(  # noqa: S603 - no shell
            command, capture_output=True, encoding="utf-8", check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return told.stdout.strip()


def _installation(given: str | None) -> Installation:
    """What the new repository installs this program from.

    Raises:
        UnreachableError: no other machine can get it.
    """
    if given is None:
        return installation(distribution(PACKAGE))
    try:
        return requirement_from(given)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--install-from") from None
