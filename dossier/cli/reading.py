"""Read all texts of a dossier for a command, with the Markdown extensions of the site.

It is separate from `dossier.cli.host` because commands that read no texts do not load the parser.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

import click
from markdown import Markdown

from dossier.cli.host import Host, Named
from dossier.cli.icons import STAND_INS
from dossier.cli.options import current_host
from dossier.cli.progress import progress
from dossier.linking.markdown_options import DEFAULT_OPTIONS, MarkdownOptions, with_defaults
from dossier.model.errors import ConfigurationError
from dossier.model.hosts import PROGRAMS, THEMES
from dossier.pipeline import Dossier, read_all

# The modules of hosts and of their themes; Material's icons were once in “materialx”.
_OF_HOSTS: Final = frozenset((*PROGRAMS, *THEMES))
# It marks links for the theme, and fails outside of a build.
_ONLY_IN_BUILDS: Final = frozenset(("material.extensions.preview",))


def read_dossier(content: Path, schema: Path | None) -> Dossier:
    """A dossier with all its texts, read as its site reads them; a terminal shows the progress.

    Raises:
        DossierError: the dossier's folder, its types or the configuration of its host cannot be used.
    """
    host = current_host()
    return read_all(
        content,
        schema,
        partial(progress, label="Reading"),
        markdown=markdown_options(host),
        trusted=host.is_trusted,
    )


def load_dossier(content: Path, schema: Path | None) -> Dossier:
    """A dossier, drafts included, of which no text has been read yet.

    Raises:
        DossierError: the dossier's folder, its types or the configuration of its host cannot be used.
    """
    host = current_host()
    return Dossier.load(
        content, schema, drafts=True, trusted=host.is_trusted, markdown=markdown_options(host)
    )


def markdown_options(host: Host) -> MarkdownOptions:
    """The Markdown extensions with which a host reads texts; the default ones if no host is configured.

    What belongs to a host or theme that is not installed is left out, but for Material's emojis, which have
    stand-ins. A line on standard error says so.

    Raises:
        ConfigurationError: an extension, or what its options name, cannot be loaded.
    """
    if not host.files:
        return DEFAULT_OPTIONS
    options = _own_options(host)
    return with_defaults(options) if host.has_defaults else options


def _own_options(host: Host) -> MarkdownOptions:
    """The extensions that the configuration of a host lists, as far as they can be loaded here."""
    missing: list[str] = []
    configs = {name: _loaded(host, name, options, missing) for name, options in host.configs.items()}
    parser, kept = Markdown(), []
    for name in (each for each in host.extensions if each not in _ONLY_IN_BUILDS):
        try:
            parser.registerExtensions([name], {name: dict(configs.get(name, {}))})
        # Whatever an extension of others raises, the user has to fix it in this file.
        except Exception as error:  # noqa: BLE001
            if not _is_of_missing_host(error):
                raise _wrong(host, f"the Markdown extension “{name}” cannot be loaded: {error}") from None
            missing.append(name)
        else:
            kept.append(name)
    if missing:
        click.echo(
            f"{host.files[0]}: {', '.join(missing)}: this is part of a theme or host that is not installed "
            "here, so this command reads the texts without it",
            err=True,
        )
    return MarkdownOptions(tuple(kept), configs)


def _loaded(host: Host, name: str, options: Mapping[str, Any], missing: list[str]) -> dict[str, Any]:
    """The options of an extension with the Python objects that they name.

    What belongs to a host or theme that is not installed is listed in `missing`, and left out unless it has a
    stand-in.
    """
    found = {}
    for key, value in options.items():
        try:
            found[key] = _resolved(host, name, value, missing)
        except ModuleNotFoundError:
            continue
    return found


def _resolved(host: Host, name: str, value: Any, missing: list[str]) -> Any:
    """An option with the Python objects that it names.

    Raises:
        ModuleNotFoundError: one of them belongs to a host or theme that is not installed, and nothing
            stands in for it.
    """
    if isinstance(value, Mapping):
        return {key: _resolved(host, name, each, missing) for key, each in value.items()}
    if isinstance(value, list):
        return [_resolved(host, name, each, missing) for each in value]
    if not isinstance(value, Named):
        return value
    try:
        return value.resolve()
    # Importing a module may raise anything.
    except Exception as error:
        if not _is_of_missing_host(error):
            what = f"“{value.name}” in the options of “{name}” cannot be loaded: {error}"
            raise _wrong(host, what) from None
        missing.append(value.name)
        if value.name not in STAND_INS:
            raise
        return STAND_INS[value.name]


def _is_of_missing_host(error: Exception) -> bool:
    """Whether something could not be loaded because a host or a theme is not installed.

    Such objects draw icons and previews. They neither add nor remove words, so the texts can be read without.
    """
    name = error.name or "" if isinstance(error, ModuleNotFoundError) else ""
    return name.partition(".")[0] in _OF_HOSTS


def _wrong(host: Host, message: str) -> ConfigurationError:
    return ConfigurationError(str(host.files[0]), message)
