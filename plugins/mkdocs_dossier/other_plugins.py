"""Refuse plugins of others that cannot stand beside a dossier, and limit what the rest may do.

Each rule looks at the options that do the damage, not only at the name, so that a plugin that is set to do no
harm runs. docs/plugins.md lists what was tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import InclusionLevel

from dossier.content.schema import load_schema
from dossier.model.errors import DossierError
from dossier.model.hosts import THEMES, files_of_plugins
from dossier.render import possible_pages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from dossier.model.registry import Registry

Options = Mapping[str, Any]
# MkDocs puts a theme's name before those of its own plugins; these themes' plugins have the same code.
_OF_THEMES: Final = tuple(f"{theme}/" for theme in THEMES)
# MkDocs numbers the second instance of a plugin.
_NUMBER: Final = re.compile(r" #\d+$")
_DATES_OF_FILES: Final = ("git_revision_date", "git_creation_date", "revision_date")


@dataclass(frozen=True, slots=True)
class Rule:
    """When a plugin is refused, and the words that say why and what to do instead."""

    refuses: Callable[[Options, MkDocsConfig], bool]
    says: str


def _always(options: Options, config: MkDocsConfig) -> bool:  # noqa: ARG001
    return True


def _is_untrusted(options: Options, config: MkDocsConfig) -> bool:  # noqa: ARG001
    return not _own_options(config).get("trusted_authors")


def _own_options(config: MkDocsConfig) -> Options:
    return config.plugins["dossier"].config if "dossier" in config.plugins else {}


def _downloads_assets(options: Options, config: MkDocsConfig) -> bool:  # noqa: ARG001
    return bool(options.get("assets")) and bool(options.get("assets_fetch"))


def _downloads_fonts(options: Options, config: MkDocsConfig) -> bool:
    """Whether it makes cards, and its cache has no fonts yet."""
    fonts = Path(config.config_file_path or "").parent / options.get("cache_dir", "") / "fonts"
    return bool(options.get("cards")) and not (fonts.is_dir() and any(fonts.iterdir()))


def _takes_pages_without_file(options: Options, config: MkDocsConfig) -> bool:
    """Whether its feeds take any page that the dossier makes."""
    schema_dir = _own_options(config).get("schema_dir")
    try:
        taken = re.compile(str(options.get("match_path", "")))
        pages = possible_pages(load_schema(Path(schema_dir) if schema_dir else None))
    except (re.error, DossierError):
        # What reads the pattern or the types next says it better.
        return False
    return any(taken.match(path) for path in pages)


_RUNS_CODE: Final = (
    "anybody who writes a text could run code or publish any file of the machine. Remove {name}; if you know "
    "all authors, give the plugin “dossier” the option “trusted_authors: true”"
)
_RULES: Final[Mapping[str, Rule]] = {
    "i18n": Rule(
        _always,
        "it takes a part of each file's name or folder for a language, where a dossier has ids and types. "
        "Write “language” and “translation_of” into the front matter of articles, and remove {name}",
    ),
    "rss": Rule(
        _takes_pages_without_file,
        "its feeds would take pages that have neither a date nor a file. The dossier has feeds of its own, "
        "feed.xml and one for each person, place and so on: remove {name}, or give it the option "
        "“match_path: articles/(?!index\\.md$)” and those for dates in docs/plugins.md of mkdocs-dossier",
    ),
    "macros": Rule(_is_untrusted, _RUNS_CODE),
    "include-markdown": Rule(_is_untrusted, _RUNS_CODE),
    "markdown-exec": Rule(_is_untrusted, _RUNS_CODE),
}
_THEME_RULES: Final[Mapping[str, Rule]] = {
    "blog": Rule(
        _always,
        "it publishes posts that the dossier has not checked. Put them into the folder “articles”, whose "
        "articles have dates and feeds, and remove {name}",
    ),
    "meta": Rule(
        _is_untrusted,
        "its files set metadata that the dossier has not checked. Write it into the front matter, and remove "
        "{name}; if you know all authors, give the plugin “dossier” the option “trusted_authors: true”",
    ),
    "privacy": Rule(
        _downloads_assets,
        "it downloads files while it builds, and the pages of a dossier load nothing from other hosts: "
        "remove {name}, or give it the option “assets: false”",
    ),
    "social": Rule(
        _downloads_fonts,
        "it downloads fonts while it builds: remove {name}, give it the option “cards: false”, or put the "
        "font's files into its cache, such as .cache/plugin/social/fonts/Roboto/Regular.ttf",
    ),
}


def refusals_of_plugins(config: MkDocsConfig, file: str) -> Iterator[str]:
    """A line for each plugin that cannot stand beside a dossier as `file`, ``mkdocs.yml``, sets it up."""
    plugins = {name: each for name, each in config.plugins.items() if isinstance(each, BasePlugin)}
    for name, plugin in plugins.items():
        options: Options = plugin.config
        rule = _rule(_NUMBER.sub("", name))
        if rule and options.get("enabled", True) and rule.refuses(options, config):
            yield f"{file} lists the plugin “{name}”: {rule.says.format(name=f'“{name}”')}."


def _rule(name: str) -> Rule | None:
    for theme in _OF_THEMES:
        if name.startswith(theme):
            return _THEME_RULES.get(name.removeprefix(theme))
    return _RULES.get(name)


def leave_navigation(
    navigation: list[dict[str, str]], files: Files, config: MkDocsConfig
) -> list[dict[str, str]] | None:
    """The navigation for MkDocs; None where a plugin makes one of the files that may be in it.

    That plugin warns of a navigation that it did not make.
    """
    if "awesome-nav" not in config.plugins:
        return navigation
    for path in (path for entry in navigation for path in entry.values()):
        file = files.get_file_from_path(path)
        if file is not None:
            file.inclusion = InclusionLevel.INCLUDED
    return None


def removed_too_late(files: Files, registry: Registry, file: str) -> str:
    """Why a build cannot go on after somebody has removed a text that others mention, "" if it can.

    `file` is the name of the configuration.
    """
    gone = [path for path in registry.by_path if files.get_file_from_path(path) is None]
    if not gone:
        return ""
    return (
        f"{gone[0]}:1:1: another plugin or a hook removes this file after the plugin “dossier” has read it. "
        f"In {file}, list “dossier” after all plugins that remove files, such as “exclude”; in a hook, write "
        "“@mkdocs.plugins.event_priority(50)” above its on_files."
    )


def read_by_plugins(config: MkDocsConfig) -> frozenset[str]:
    """The names of files in the dossier's folder that plugins read and nobody publishes."""
    plugins = {name: each for name, each in config.plugins.items() if isinstance(each, BasePlugin)}
    return files_of_plugins({name: each.config for name, each in plugins.items()})


def drop_dates_of_files(page: Page) -> None:
    """Remove the dates of a file's changes from a page without a file; they are those of the build."""
    for name in [name for name in page.meta if name.startswith(_DATES_OF_FILES)]:
        del page.meta[name]
