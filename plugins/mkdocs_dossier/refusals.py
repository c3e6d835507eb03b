"""Check a configuration before anything is built, and refuse in one line what would fail or do damage.

It stands alone because MkDocs accepts all of this, and the result is a traceback, a missing site, or a folder
of the author's that is replaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from mkdocs.exceptions import PluginError

from dossier.content.renames import Rename, hint_of_rename, known_renames
from dossier.content.source_date import source_date
from dossier.content.web_addresses import refusal_of_web_address
from dossier.model.errors import VariableError
from dossier.model.findings import one_line
from mkdocs_atomic_site.overlaps import overlaps
from mkdocs_dossier.config import configuration_file
from mkdocs_dossier.mixed_themes import refusals_of_mixed_themes
from mkdocs_dossier.other_plugins import refusals_of_plugins

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.plugins import BasePlugin

_PLUGINS: Final = ("atomic-site", "dossier", "pagefind")


def refuse(config: MkDocsConfig, plugin: type[BasePlugin[Any]], environment: Mapping[str, str]) -> None:
    """Refuse a configuration that cannot be built as its author means it.

    Raises:
        PluginError: it cannot be built; the text says what to write instead.
    """
    for refusal in _refusals(config, plugin, environment):
        raise PluginError(one_line(refusal))


def _refusals(
    config: MkDocsConfig, plugin: type[BasePlugin[Any]], environment: Mapping[str, str]
) -> Iterator[str]:
    file = configuration_file(config)
    if sum(isinstance(each, plugin) for each in config.plugins.values()) > 1:
        yield f"{file.name} lists the plugin “dossier” more than once: list it once, with all its options."
    for each in (name for name in _PLUGINS if name in config.plugins):
        yield from renamed_options(each, config.plugins[each].config, known_renames(), file.name)
    yield from refusals_of_plugins(config, file.name)
    yield from _of_variables(environment)
    yield from refusals_of_mixed_themes(config.theme.name or "")
    yield from _of_site_url(config.site_url or "", file.name)
    yield from _of_repo_url(config.repo_url or "", file.name)
    ours = config.plugins["dossier"].config if "dossier" in config.plugins else {}
    yield from overlaps(config, schema_dir=ours.get("schema_dir"), checks=ours.get("checks"))


def renamed_options(
    plugin: str, options: Iterable[str], renames: Sequence[Rename], file: str
) -> Iterator[str]:
    """A refusal for each option with the name of an earlier version, which MkDocs would ignore."""
    for option in options:
        if hint := hint_of_rename("plugin-option", f"{plugin}: {option}", renames=renames):
            yield f"{file} gives the plugin “{plugin}” the option “{option}”: {hint}."


def _of_variables(environment: Mapping[str, str]) -> Iterator[str]:
    try:
        source_date(environment)
    except VariableError as error:
        yield f"{error}."


def _of_site_url(address: str, file: str) -> Iterator[str]:
    why = refusal_of_web_address(address) if address else ""
    if not why and ("?" in address or "#" in address):
        why = "it has a query or a fragment"
    if why:
        yield (
            f"site_url is “{address}”: {why}. Write an address such as https://www.example.org/dossier/ into "
            f"{file}, or into the variable that it names there, such as SITE_URL."
        )


def _of_repo_url(address: str, file: str) -> Iterator[str]:
    why = refusal_of_web_address(address) if address else ""
    if why:
        yield (
            f"repo_url is “{address}”: {why}. Write the address of the repository's page, such as "
            f"https://github.com/name/repository, into {file}, or leave the option out."
        )
