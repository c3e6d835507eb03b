"""Run the host, MkDocs or ProperDocs, for the commands that build or show a site.

It comes from the same environment as this program, so no shell has to find it, and runs without the notice on
MkDocs 2 that the theme Material prints: this program needs MkDocs below version 2 anyway.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.metadata import distributions
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from dossier.cli.host import theme_named
from dossier.model.errors import DossierError
from dossier.model.hosts import (
    CONFIGURATIONS,
    MATERIAL,
    MKDOCS,
    PROGRAMS,
    PROPERDOCS,
    THEMES,
    HostProgram,
    Theme,
    program_of,
)

_QUIET: Final = {"NO_MKDOCS_2_WARNING": "1"}
# As `dossier.cli.group` writes: the letters of every script, unless a terminal has an encoding of its own.
_ENCODING: Final = {"PYTHONIOENCODING": "utf-8"}
_CONFIG: Final = "--config-file"
# One letter may follow others that take no value: -qf FILE, -qfFILE.
_SHORT_CONFIG: Final = re.compile(r"-[choqsv]*f(?P<file>.*)")
# Both themes come as this module.
_MODULE_OF_THEMES: Final = "material"
_TEMPLATES: Final = f"{_MODULE_OF_THEMES}.templates"
_THEME_OPTION: Final = re.compile(r"-[choqsv]*t|--theme(?:=|$)")
PASSED_ON: Final[dict[str, Any]] = {"ignore_unknown_options": True}
"""Settings of a command whose options are those of the host."""
Command = TypeVar("Command", bound=Callable[..., Any])


class NoHostError(DossierError):
    """The host that a site needs is not installed beside this program."""

    def __init__(self, program: HostProgram, file: str, requirements: Sequence[str]) -> None:
        is_its_own = program is PROPERDOCS and program_of(Path(file).name) is PROPERDOCS
        needed = f"{file} is for {program.title}, which" if is_its_own else program.title
        super().__init__(f"{needed} is not installed here; run: pip install {_quoted(requirements)}")


class NoThemeError(DossierError):
    """The theme that a site names is not installed beside this program, or only a part of it is."""

    def __init__(self, theme: Theme, *, is_listed: bool) -> None:
        wrong = "lacks files" if is_listed else "is not installed here"
        options = "--force-reinstall --no-deps " * is_listed
        super().__init__(
            f"the theme {theme.title} {wrong}; run: pip install {options}{_quoted([theme.requirement])}"
        )


def _quoted(requirements: Sequence[str]) -> str:
    return " ".join(f'"{each}"' for each in requirements)


def host_option(command: Command) -> Command:
    """``--host``: the program that builds the site."""
    return click.option(
        "--host",
        type=click.Choice(tuple(PROGRAMS)),
        help="Program that builds the site.  [default: ProperDocs for properdocs.yml or where MkDocs is not "
        "installed, otherwise MkDocs]",
    )(command)


def run_host(context: click.Context, command: str, options: Sequence[str], chosen: str | None) -> None:
    """Run a command of the host with its options, and end with its exit status.

    Args:
        context: the context of this program's own command.
        command: the command of the host.
        options: the host's options, as they were typed.
        chosen: the name of the host; None to choose it by the configuration.

    Raises:
        NoHostError: the host is not installed.
        NoThemeError: the theme is not installed, or only a part of it.
    """
    wanted = PROGRAMS[chosen] if chosen else None
    program, passed_on = chosen_host(options, wanted, is_installed)
    if not any(map(_THEME_OPTION.match, options)):
        _, file = _configuration(options, wanted)
        refuse_missing_theme(Path(file))
    _run(context, program, command, passed_on)


def chosen_host(
    options: Sequence[str], chosen: HostProgram | None, installed: Callable[[str], bool]
) -> tuple[HostProgram, tuple[str, ...]]:
    """The host that builds the site of the current folder, and the options to give it.

    Args:
        options: the host's options, as they were typed.
        chosen: the host that the user chose, None if that is open.
        installed: says whether a module is installed, by its name.

    Raises:
        NoHostError: the host is not installed.
    """
    named, file = _configuration(options, chosen)
    program = chosen or program_of(Path(file).name)
    if chosen is None and not installed(program.name) and program is MKDOCS and installed(PROPERDOCS.name):
        program = PROPERDOCS
    if not installed(program.name):
        requirements = [program.requirement]
        if not installed(_MODULE_OF_THEMES):
            requirements.append((_theme_of(Path(file)) or MATERIAL).requirement)
        raise NoHostError(program, Path(file).name, requirements)
    # ProperDocs takes files of MkDocs too, but then advises to rename them unless an option names them.
    if named is None and program_of(file) is not program and Path(file).is_file():
        return program, (_CONFIG, file, *options)
    return program, tuple(options)


def refuse_missing_theme(file: Path) -> None:
    """Refuse to start a host without the theme that its configuration names.

    Hosts answer with a traceback, or with a list of the themes that are there.

    Raises:
        NoThemeError: the theme is not installed, or only a part of it.
    """
    theme = _theme_of(file)
    if theme is None:
        return
    listed = [each for each in THEMES.values() if any(distributions(name=each.package))]
    # A theme may also come from a folder that nobody installed.
    if not is_installed(_TEMPLATES) or (listed and theme not in listed):
        raise NoThemeError(theme, is_listed=theme in listed)


def _run(context: click.Context, program: HostProgram, command: str, options: Sequence[str]) -> None:
    # -P: a file in the current folder must not stand in for a module.
    colour = () if context.color is None else ("--color" if context.color else "--no-color",)
    arguments = (sys.executable, "-P", "-m", program.name, *colour, command, *options)
    environment = {**({} if sys.stderr.isatty() else _ENCODING), **os.environ, **_QUIET}
    if os.name == "posix":
        # The host takes the place of this process, so every signal and the terminal reach it alone.
        os.execve(arguments[0], arguments, environment)  # noqa: S606 - no shell
    with subprocess.Popen(arguments, env=environment) as process:  # noqa: S603 - no shell
        try:
            status = process.wait()
        except KeyboardInterrupt:
            # The console has interrupted both; the host ends in its own way.
            status = process.wait()
    context.exit(status)


def _theme_of(file: Path) -> Theme | None:
    """The theme that a configuration names; None if it names another or cannot be read."""
    # Whatever is wrong with the file, the host says it.
    with suppress(DossierError, ValueError, TypeError, RecursionError):
        return THEMES.get(theme_named(file))
    return None


def _configuration(options: Sequence[str], chosen: HostProgram | None) -> tuple[str | None, str]:
    """The configuration that the options name, if any, and the one that counts."""
    named = _named_configuration(options)
    return named, named or _first((*chosen.files, *CONFIGURATIONS) if chosen else CONFIGURATIONS)


def _first(files: Sequence[str]) -> str:
    """The first file that exists in the current folder; MkDocs' own name where none does."""
    return next((file for file in files if Path(file).is_file()), MKDOCS.file)


def _named_configuration(options: Sequence[str]) -> str | None:
    """The configuration that the options of the host name; the last one counts."""
    found = None
    for option, value in zip(options, (*options[1:], ""), strict=False):
        short = _SHORT_CONFIG.fullmatch(option)
        if option == _CONFIG:
            found = value
        elif option.startswith(f"{_CONFIG}="):
            found = option.partition("=")[2]
        elif short:
            found = short["file"] or value
    return found


def is_installed(module: str) -> bool:
    """Whether a module is in this environment, by its name; a folder that pip left behind is none."""
    try:
        spec = find_spec(module)
    except ModuleNotFoundError:
        return False
    return spec is not None and spec.origin is not None
