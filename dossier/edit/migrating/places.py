"""Choose the files of a dossier that may have names of earlier versions, and migrate each of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from dossier.content.files import replace
from dossier.content.folder import ContentFile, content_files
from dossier.content.locks import locked
from dossier.content.opening import open_regular
from dossier.content.schema import load_schema
from dossier.content.source import parse_yaml, read_text, too_long
from dossier.edit.migrating.changes import Migrated, Remaining, migrated, with_one_line_end
from dossier.edit.migrating.old_names import (
    Find,
    Renames,
    all_of,
    comments_of,
    in_configuration,
    in_front_matter,
    in_pages,
    in_scripts,
    in_settings,
    in_styles,
    in_types,
)
from dossier.model.findings import Finding

_YAML: Final = (".yaml", ".yml")
_PAGES: Final = (".html", ".js")
# Where commands of `dossier` are usually written down, relative to the folder of the configuration.
_SCRIPTS: Final = ("Makefile", ".gitlab-ci.yml", ".github/workflows/*.yml", ".github/workflows/*.yaml")


@dataclass(frozen=True, slots=True)
class Places:
    """Where the files of a dossier are.

    Attributes:
        content: the dossier's folder.
        root: the folder of the configuration, where makefiles and workflows are.
        schema: the folder of the types that the dossier adds, or None.
        settings: the file with the severities of checks, or None.
        configurations: the configuration of the site, and those from which it inherits.
        overrides: the folder of the site's own templates and styles, or None.
    """

    content: Path
    root: Path = Path()
    schema: Path | None = None
    settings: Path | None = None
    configurations: tuple[Path, ...] = ()
    overrides: Path | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One file to migrate; no folder between it and `within` may be a symbolic link."""

    file: Path
    within: Path | None
    find: Find

    def run(self, *, writing: bool) -> Migrated:
        """Migrate the file, and write it if its text has changed.

        A file that cannot be read has no changes and is listed among what remains.

        Raises:
            OSError: the file cannot be written; what was there is left as it is.
        """
        if not writing:
            return self._migrated()
        with locked(self.file.parent):
            found = self._migrated()
            if found.changes:
                replace(self.file, found.after, self.within)
            return found

    def _migrated(self) -> Migrated:
        text = _read(self.file)
        if isinstance(text, Remaining):
            return Migrated("", "", remaining=(text,))
        return migrated(text, self.find(with_one_line_end(text)))


def jobs(places: Places, renames: Renames) -> Iterator[Job]:
    """A job for each file of a dossier that may have old names.

    Raises:
        OSError: a folder cannot be listed.
    """
    if places.settings:
        yield Job(places.settings, None, all_of([in_settings], renames))
    for configuration in places.configurations:
        yield Job(configuration, None, all_of([in_configuration], renames))
    if places.schema:
        for file in _listed(places.schema, _YAML):
            yield Job(file.file, places.schema, all_of([in_types], renames))
    lineages = _lineages(places.schema)
    for file in content_files(places.content)[0]:
        if find := _find(file, lineages, renames):
            yield Job(file.file, places.content, find)
    if places.overrides:
        for file in _listed(places.overrides, (".css", *_PAGES)):
            finder = in_styles if file.path.endswith(".css") else in_pages
            yield Job(file.file, places.overrides, all_of([finder], renames))
    for pattern in _SCRIPTS:
        for script in sorted(places.root.glob(pattern)):
            yield Job(script, None, all_of([in_scripts], renames))


def _listed(folder: Path, endings: tuple[str, ...]) -> list[ContentFile]:
    return [file for file in content_files(folder)[0] if file.path.endswith(endings)]


def _find(file: ContentFile, lineages: Mapping[str, tuple[str, ...]], renames: Renames) -> Find | None:
    """What to look for in a file of the dossier's folder."""
    if file.is_markdown:
        types = lineages.get(file.path.partition("/")[0], ())
        fields = partial(in_front_matter, types=types)
        return all_of([fields, comments_of(is_markdown=True), in_pages], renames)
    if file.path.endswith(_YAML):
        return all_of([comments_of(is_markdown=False)], renames)
    return all_of([in_styles], renames) if file.path.endswith(".css") else None


def _lineages(schema: Path | None) -> dict[str, tuple[str, ...]]:
    """The type of each folder and those that it extends, the nearest first.

    The dossier's own types are read without being validated, because names in them may be old.
    """
    types = {spec.type: (spec.folder, spec.extends) for spec in load_schema().types.values()}
    for file in _listed(schema, _YAML) if schema else ():
        text = read_text(file.file, file.path)
        tree = text if isinstance(text, Finding) else parse_yaml(text, file.path)
        data = {} if isinstance(tree, Finding) or not isinstance(tree.data, dict) else tree.data
        name = str(data.get("type"))
        folder, extends = types.get(name, ("", ""))
        types[name] = str(data.get("folder") or folder), str(data.get("extends") or extends)
    return {folder: tuple(_ancestry(name, types)) for name, (folder, _) in types.items()}


def _ancestry(name: str, types: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    seen: set[str] = set()
    while name in types and name not in seen:
        yield name
        seen.add(name)
        name = types[name][1]


def _read(file: Path) -> str | Remaining:
    """The text of a file with its own line ends, or why it cannot be read."""
    try:
        with open_regular(file) as opened:
            if excess := too_long(os.fstat(opened.fileno()).st_size, str(file)):
                return Remaining(1, "this file", f"{excess.message}; {excess.hint}")
            return opened.read().decode()
    except OSError as error:
        return Remaining(1, "this file", f"it cannot be read: {error.strerror or 'unknown reason'}")
    except UnicodeDecodeError:
        return Remaining(1, "this file", "it is not UTF-8; save it as UTF-8")
