"""Read all texts of a dossier for a command, with the Markdown extensions of the site.

It is separate from `dossier.cli.host` because commands that read no texts do not load the parser.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from markdown import Markdown

from dossier.cli.host import Host, Named
from dossier.cli.options import current_host
from dossier.cli.progress import progress
from dossier.linking.markdown_options import DEFAULT_OPTIONS, MarkdownOptions, with_defaults
from dossier.model.errors import ConfigurationError
from dossier.pipeline import Dossier, read_all


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


def markdown_options(host: Host) -> MarkdownOptions:
    """The Markdown extensions with which a host reads texts; the default ones if no host is configured.

    Raises:
        ConfigurationError: an extension, or what its options name, cannot be loaded.
    """
    if not host.files:
        return DEFAULT_OPTIONS
    options = _own_options(host)
    return with_defaults(options) if host.has_defaults else options


def _own_options(host: Host) -> MarkdownOptions:
    """The extensions that the configuration of a host lists."""
    configs = {name: _resolved(host, name, options) for name, options in host.configs.items()}
    parser = Markdown()
    for name in host.extensions:
        try:
            parser.registerExtensions([name], {name: dict(configs.get(name, {}))})
        # Whatever an extension of others raises, the user has to fix it in this file.
        except Exception as error:  # noqa: BLE001
            raise _wrong(host, f"the Markdown extension “{name}” cannot be loaded: {error}") from None
    return MarkdownOptions(host.extensions, configs)


def _resolved(host: Host, name: str, value: Any) -> Any:
    """An option with the Python objects that it names."""
    if isinstance(value, Mapping):
        return {key: _resolved(host, name, each) for key, each in value.items()}
    if isinstance(value, list):
        return [_resolved(host, name, each) for each in value]
    if not isinstance(value, Named):
        return value
    try:
        return value.resolve()
    except Exception as error:  # noqa: BLE001 - importing a module may raise anything
        what = f"“{value.name}” in the options of “{name}” cannot be loaded: {error}"
        raise _wrong(host, what) from None


def _wrong(host: Host, message: str) -> ConfigurationError:
    return ConfigurationError(str(host.files[0]), message)
