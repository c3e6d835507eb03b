"""Read from the configuration of a site what the commands must know to read texts as the site does.

No host is imported, so the commands run beside any host that reads this file, and without one, and start
fast. Objects that the file names are loaded only when a caller asks for the Markdown extensions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from pkgutil import resolve_name
from typing import Any, Final

import yaml
import yaml_env_tag

from dossier.content.source import read_text
from dossier.model.errors import ConfigurationError
from dossier.model.findings import Finding
from dossier.model.hosts import CONFIGURATIONS, files_of_plugins

_BUILT_IN: Final = ("toc", "tables", "fenced_code")
"""The extensions that MkDocs itself switches on."""
_OURS: Final = "dossier"
_OWN_FOLDER: Final = "content"
"""The folder that the Markdown extension reads unless it is told another."""
_TAG: Final = "tag:yaml.org,2002:python/"
# Plugins that neither add Markdown extensions nor change the Markdown of a page.
_HARMLESS: Final = frozenset(
    """atomic-site dossier info minify offline optimize pagefind privacy redirects rss search social
    tags""".split()
)
_MOST_INHERITED: Final = 20


@dataclass(frozen=True, slots=True)
class Host:
    """What a host's configuration says.

    Attributes:
        files: the file and those from which it inherits; none if there is no configuration.
        content: the dossier's folder, None if there is no configuration.
        schema: the folder of the types that the dossier adds, or None.
        checks: the file with the severities of checks, or None.
        overrides: the folder of the site's own templates and styles, or None.
        is_trusted: whether texts keep all their markup.
        has_defaults: whether the plugin adds its Markdown extensions to those that are listed.
        of_plugins: the names of files that plugins read in the dossier's folder.
        unknown: plugins and hooks whose effect on texts only a build can show.
        extensions: the names of the Markdown extensions that are listed or that MkDocs itself switches on.
        configs: their options by name; a `Named` stands for a Python object.
    """

    files: tuple[Path, ...] = ()
    content: Path | None = None
    schema: Path | None = None
    checks: Path | None = None
    overrides: Path | None = None
    is_trusted: bool = False
    has_defaults: bool = False
    of_plugins: frozenset[str] = frozenset()
    unknown: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()
    configs: Mapping[str, Any] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """The folder of the configuration, the current one if there is none."""
        return self.files[0].parent if self.files else Path()


@dataclass(frozen=True, slots=True)
class Named:
    """A Python object that the file names: by ``!!python/name``, or by a call that gives it.

    Only `resolve` loads it.
    """

    name: str
    arguments: tuple[Any, ...] | None = None
    keywords: Mapping[str, Any] = field(default_factory=dict)

    def resolve(self) -> Any:
        """Import the object, or call what makes it. Their exceptions are raised."""
        found = resolve_name(self.name)
        return found if self.arguments is None else found(*self.arguments, **self.keywords)


@dataclass(frozen=True, slots=True)
class _Below:
    """A path from ``!relative``, which begins at the folder of the sources or of the configuration."""

    prefix: str
    rest: str


def read_host(file: Path) -> Host:
    """Read a host's configuration, with those from which it inherits.

    Raises:
        ConfigurationError: it cannot be read, is no YAML or not the configuration of a site.
    """
    files: list[Path] = []
    settings = _inherited(file, files)
    if "site_name" not in settings:
        raise ConfigurationError(
            str(file), "this is not the configuration of a site, because it has no site_name"
        )
    folder = file.parent
    sources = folder / str(settings.get("docs_dir") or "docs")
    names, configs = _named_options(settings.get("markdown_extensions"), file, "markdown_extensions")
    plugins, options = _named_options(settings.get("plugins"), file, "plugins")
    # Without the plugin, the Markdown extension has the options. It may name a folder within the sources.
    of_extension = configs.pop(_OURS, None) or {}
    is_alone = _OURS in names and _OURS not in plugins
    content = folder / str(of_extension.get("content") or _OWN_FOLDER) if is_alone else sources
    ours = of_extension if is_alone else options.get(_OURS) or {}
    schema, checks = ours.get("schema_dir"), ours.get("checks")
    unknown = [name for name in plugins if name.rpartition("/")[2] not in _HARMLESS]
    theme = settings.get("theme")
    overrides = theme.get("custom_dir") if isinstance(theme, dict) else None
    unknown += [str(hook) for hook in settings.get("hooks") or ()]
    return Host(
        tuple(files),
        content,
        folder / str(schema) if schema else None,
        folder / str(checks) if checks else None,
        folder / str(overrides) if overrides else None,
        is_trusted=ours.get("trusted_authors") is True,
        has_defaults=_OURS in plugins and ours.get("default_extensions") is not False,
        of_plugins=files_of_plugins({name: options.get(name, {}) for name in plugins}),
        unknown=tuple(unknown),
        extensions=tuple(dict.fromkeys([*_BUILT_IN, *(name for name in names if name != _OURS)])),
        configs={name: _placed(each, folder, sources) for name, each in configs.items()},
    )


def theme_named(file: Path) -> str:
    """The name of the theme in a host's configuration or one from which it inherits; "" if there is none.

    Raises:
        ConfigurationError: it cannot be read or is no YAML.
    """
    given = _inherited(file, []).get("theme")
    return str((given.get("name") if isinstance(given, dict) else given) or "")


def _inherited(file: Path, files: list[Path]) -> dict[str, Any]:
    """The settings of a file, over those from which it inherits; adds the paths of these files to `files`."""
    files.append(file)
    if len(files) > _MOST_INHERITED:
        raise ConfigurationError(str(file), "the configurations inherit from each other in a circle")
    text = read_text(file, str(file))
    if isinstance(text, Finding):
        raise ConfigurationError(str(file), text.message)
    try:
        settings = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader with tags that load nothing
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ConfigurationError(f"{file}:{line}", f"YAML: {error.problem}") from None
    except yaml.YAMLError as error:
        raise ConfigurationError(str(file), f"YAML: {error}") from None
    if not isinstance(settings, dict):
        raise ConfigurationError(str(file), "this is not the configuration of a site")
    parent = settings.pop("INHERIT", None)
    if parent is None:
        return settings
    return _merged(_inherited(file.parent / str(parent), files), settings)


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Two mappings as one: inner mappings are merged too; of other values, that of the upper file counts."""
    merged = dict(below)
    for key, value in above.items():
        known = merged.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            merged[key] = _merged(known, value)
        else:
            merged[key] = value
    return merged


def _named_options(listed: Any, file: Path, key: str) -> tuple[list[str], dict[str, Any]]:
    """The names in a list or a mapping of things with options, and the options of those that have some."""
    entries = [listed] if isinstance(listed, dict) else listed or []
    if not isinstance(entries, list):
        raise ConfigurationError(str(file), f"{key} is not a list")
    names, options = [], {}
    for entry in entries:
        if not isinstance(entry, str | dict):
            raise ConfigurationError(str(file), f"{key} has an entry that is not a name")
        for name, given in ((entry, None),) if isinstance(entry, str) else entry.items():
            names.append(str(name))
            if isinstance(given, dict):
                options[str(name)] = given
    return names, options


def _placed(value: Any, folder: Path, sources: Path) -> Any:
    """Options with the paths for which ``!relative`` stands. Those of the page begin at the sources."""
    if isinstance(value, dict):
        return {key: _placed(each, folder, sources) for key, each in value.items()}
    if isinstance(value, list):
        return [_placed(each, folder, sources) for each in value]
    if isinstance(value, _Below):
        return str((folder if value.prefix == "$config_dir" else sources) / value.rest)
    return value


class _Loader(yaml.SafeLoader):
    """Reads YAML as MkDocs does: with ``!ENV``, ``!relative`` and the names of Python objects."""


def _relative(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> _Below:
    prefix, _, rest = str(loader.construct_scalar(node)).partition("/")
    return _Below(prefix, rest)


def _name(_: yaml.SafeLoader, suffix: str, __: yaml.Node) -> Named:
    return Named(suffix)


def _call(loader: yaml.SafeLoader, suffix: str, node: yaml.MappingNode | yaml.SequenceNode) -> Named:
    if isinstance(node, yaml.MappingNode):
        given = loader.construct_mapping(node, deep=True)
        return Named(suffix, tuple(given.get("args", ())), given.get("kwds", {}))
    return Named(suffix, tuple(loader.construct_sequence(node, deep=True)) if node.value else ())


_Loader.add_constructor("!ENV", yaml_env_tag.construct_env_tag)
_Loader.add_constructor("!relative", _relative)
_Loader.add_multi_constructor(f"{_TAG}name:", _name)
_Loader.add_multi_constructor(f"{_TAG}object/apply:", _call)


def host_of(content: Path) -> Host:
    """The host of a dossier's folder: as configured in the current folder, or in the one that contains it.

    Raises:
        ConfigurationError: a configuration cannot be read.
    """
    for file in _candidates(Path(), content.parent):
        host = read_host(file)
        if host.content is not None and host.content.resolve() == content.resolve():
            return host
    return Host()


def found_here() -> Host:
    """The host that is configured in the current folder; an empty one if none is.

    Raises:
        ConfigurationError: its configuration cannot be read.
    """
    return next(map(read_host, _candidates(Path())), Host())


def _candidates(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from filter(Path.is_file, map(partial(Path, folder), CONFIGURATIONS))
