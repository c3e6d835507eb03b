"""Read from ``mkdocs.yml`` what the commands must know to read texts as the site does.

MkDocs is not imported, so that the commands run beside any host that reads this file, and start fast. Nothing
that the file names is loaded before its Markdown extensions are asked for.
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

FILES: Final = ("mkdocs.yml", "mkdocs.yaml")
"""What the file is called, as MkDocs looks for it."""
_BUILT_IN: Final = ("toc", "tables", "fenced_code")
"""The extensions that MkDocs switches on itself."""
_OURS: Final = "dossier"
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
        files: the file and those that it inherits from; none where no configuration is there.
        content: the folder of the sources, None where no configuration is there.
        schema: the folder of the types that the dossier adds, or None.
        is_trusted: whether texts keep all their markup.
        unknown: plugins and hooks of which only a build can tell what they do to texts.
        extensions: the names of the Markdown extensions, those that MkDocs switches on among them.
        configs: their options by name; a `Named` stands for a Python object.
    """

    files: tuple[Path, ...] = ()
    content: Path | None = None
    schema: Path | None = None
    is_trusted: bool = False
    unknown: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()
    configs: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Named:
    """A Python object that the file names: by ``!!python/name`` itself, or by a call that gives it.

    It is not loaded before `resolve` is called.
    """

    name: str
    arguments: tuple[Any, ...] | None = None
    keywords: Mapping[str, Any] = field(default_factory=dict)

    def resolve(self) -> Any:
        """Import the object, or call what makes it. Whatever they raise is raised."""
        found = resolve_name(self.name)
        return found if self.arguments is None else found(*self.arguments, **self.keywords)


@dataclass(frozen=True, slots=True)
class _Below:
    """A path that ``!relative`` gives, from the folder of the sources or that of the configuration."""

    prefix: str
    rest: str


def read_host(file: Path) -> Host:
    """Read a host's configuration, with those that it inherits from.

    Raises:
        ConfigurationError: it cannot be read, is no YAML or no configuration of MkDocs.
    """
    files: list[Path] = []
    settings = _inherited(file, files)
    if "site_name" not in settings:
        raise ConfigurationError(
            str(file), "it is not a configuration of MkDocs, because it has no site_name"
        )
    folder = file.parent
    content = folder / str(settings.get("docs_dir") or "docs")
    names, configs = _named_options(settings.get("markdown_extensions"), file, "markdown_extensions")
    plugins, options = _named_options(settings.get("plugins"), file, "plugins")
    # Zensical has no plugins of others, and names the dossier among its Markdown extensions.
    ours = options.get(_OURS) or configs.pop(_OURS, None) or {}
    schema = ours.get("schema_dir")
    unknown = [name for name in plugins if name.rpartition("/")[2] not in _HARMLESS]
    unknown += [str(hook) for hook in settings.get("hooks") or ()]
    return Host(
        tuple(files),
        content,
        folder / str(schema) if schema else None,
        is_trusted=ours.get("trusted_authors") is True,
        unknown=tuple(unknown),
        extensions=tuple(dict.fromkeys([*_BUILT_IN, *(name for name in names if name != _OURS)])),
        configs={name: _placed(each, folder, content) for name, each in configs.items()},
    )


def _inherited(file: Path, files: list[Path]) -> dict[str, Any]:
    """What a file says, over what the files say that it inherits from; their paths are added to `files`."""
    files.append(file)
    if len(files) > _MOST_INHERITED:
        raise ConfigurationError(str(file), "configurations inherit from each other without end")
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
        raise ConfigurationError(str(file), "it is not a configuration of MkDocs")
    parent = settings.pop("INHERIT", None)
    if parent is None:
        return settings
    return _merged(_inherited(file.parent / str(parent), files), settings)


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Two mappings as one: mappings within them are merged in turn, of anything else the one above counts."""
    merged = dict(below)
    for key, value in above.items():
        known = merged.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            merged[key] = _merged(known, value)
        else:
            merged[key] = value
    return merged


def _named_options(listed: Any, file: Path, key: str) -> tuple[list[str], dict[str, Any]]:
    """The names of a list or a mapping of items with options, and the options of those that have some."""
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


def _placed(value: Any, folder: Path, content: Path) -> Any:
    """Options with the paths that ``!relative`` stands for. Those of the page itself begin at the sources."""
    if isinstance(value, dict):
        return {key: _placed(each, folder, content) for key, each in value.items()}
    if isinstance(value, list):
        return [_placed(each, folder, content) for each in value]
    if isinstance(value, _Below):
        return str((folder if value.prefix == "$config_dir" else content) / value.rest)
    return value


class _Loader(yaml.SafeLoader):
    """Reads what MkDocs understands: ``!ENV``, ``!relative`` and the names of Python objects."""


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
    """The host whose sources a dossier's folder is: as configured here, or in the folder that it stands in.

    Raises:
        ConfigurationError: a configuration cannot be read.
    """
    for file in _candidates(Path(), content.parent):
        host = read_host(file)
        if host.content is not None and host.content.resolve() == content.resolve():
            return host
    return Host()


def found_here() -> Host:
    """The host that is configured in the current folder; an empty one where none is.

    Raises:
        ConfigurationError: its configuration cannot be read.
    """
    return next(map(read_host, _candidates(Path())), Host())


def _candidates(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from filter(Path.is_file, map(partial(Path, folder), FILES))
