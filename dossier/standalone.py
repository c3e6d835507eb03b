"""Link documents on a host that runs Markdown extensions but no plugin, such as Zensical.

The extension reads the dossier itself. Links lead to the entities' own files. Only the plugin makes what
needs the whole site (backlinks, timeline, indexes).
"""

from __future__ import annotations

import logging
import os
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from dossier.content.excerpt import published_body
from dossier.content.loading import load_registry
from dossier.content.schema import load_schema
from dossier.content.suppressions import without_suppressions
from dossier.linking.documents import Context, LinkWhich, MarkdownDocument, document_of
from dossier.linking.extension import DossierExtension
from dossier.model.errors import SchemaError
from dossier.model.findings import Finding, Severity
from dossier.model.registry import Item

if TYPE_CHECKING:
    from markdown import Markdown

# Before normalize_whitespace (30), so that the text is still as the file has it.
_PRIORITY: Final = 31
# Looking for changed files takes at most one part of the time in this many.
_SHARE: Final = 20
log = logging.getLogger(__name__)

Fingerprint = tuple[tuple[str, int, int], ...]


class ContentError(SchemaError):
    """Files of the dossier have errors; ``findings`` says which."""


class StandaloneExtension(Extension):
    """``markdown_extensions: [dossier]``.

    Its options are ``content``, ``schema_dir``, ``link`` and ``trusted_authors``.
    """

    def __init__(self, **options: Any) -> None:
        self.config = {
            "content": ["content", "The dossier's folder"],
            "schema_dir": ["", "Folder with types and fields that the dossier adds"],
            "trusted_authors": [False, "Whether texts keep all their HTML"],
            "link": ["first-in-section", "first-in-section, first-in-article or every"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Read the dossier, again where its files have changed, and register the linking extension.

        Raises:
            ContentError: files of the dossier have errors.
        """
        options = self.getConfigs()
        folders = tuple(filter(None, (options["content"], options["schema_dir"])))
        dossier = _load(
            options["content"],
            options["schema_dir"],
            options["link"],
            options["trusted_authors"],
            _watched(folders).fingerprint(),
        )
        extension = DossierExtension(None, dossier.context)
        extension.extendMarkdown(md)
        md.preprocessors.register(_FindDocument(md, extension, dossier), "dossier_document", _PRIORITY)


@dataclass(frozen=True, slots=True)
class _Loaded:
    context: Context
    by_body: Mapping[str, Sequence[Item]]


class _FindDocument(Preprocessor):
    """Finds out which file is converted: by its path where the host gives it, or else by its text."""

    def __init__(self, md: Markdown, extension: DossierExtension, dossier: _Loaded) -> None:
        super().__init__(md)
        self.extension = extension
        self.dossier = dossier

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        document = self._document(text)
        self.extension.begin(document)
        return (document.body if document else without_suppressions(text)).split("\n")

    def _document(self, text: str) -> MarkdownDocument | None:
        registry = self.dossier.context.registry
        alike = self.dossier.by_body.get(text.strip(), ())
        told = _path_from_host(self.md)
        item = registry.by_path.get(told) or next((t for t in alike if told.endswith(f"/{t.path}")), None)
        if item is not None:
            # A host may have changed the text, as a macro does.
            body = published_body(item) if item in alike else without_suppressions(text)
            return document_of(registry, item, body)
        return _common([document_of(registry, each, published_body(each)) for each in alike])


def _path_from_host(md: Markdown) -> str:
    """The path of the file that is converted, relative to the host's folder of sources; "" where unknown.

    MkDocs and ProperDocs leave it in a tree processor, as ``file.src_uri``; Zensical in a preprocessor, as
    ``page.path``.
    """
    for processor in (*md.preprocessors, *md.treeprocessors):
        path = getattr(getattr(processor, "file", None), "src_uri", None)
        path = path or getattr(getattr(processor, "page", None), "path", None)
        if isinstance(path, str):
            return path
    return ""


def _common(documents: Sequence[MarkdownDocument]) -> MarkdownDocument | None:
    """What holds for each of several documents with the same text, one of which is being converted.

    None where they are in different folders, because their links differ.
    """
    if not documents:
        return None
    first, *others = documents
    if others:
        paths = ", ".join(document.path for document in documents)
        log.warning("%s have the same text, so relative dates and some links are left out of it", paths)
    if len({posixpath.dirname(document.path) for document in documents}) > 1:
        return None
    for other in others:
        first = replace(
            first,
            date=first.date if first.date == other.date else None,
            title=first.title if first.title == other.title else "",
            declared=first.declared & other.declared,
            forbidden=first.forbidden | other.forbidden,
        )
    return first


@lru_cache(maxsize=4)
def _load(
    content: str,
    schema_dir: str,
    which: LinkWhich,
    is_trusted: bool,
    fingerprint: Fingerprint,  # noqa: ARG001 - files that have changed are read again
) -> _Loaded:
    registry, findings = load_registry(Path(content), load_schema(Path(schema_dir) if schema_dir else None))
    errors: list[Finding] = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise ContentError(errors)
    by_body: dict[str, list[Item]] = {}
    for item in registry.items.values():
        by_body.setdefault(item.body.strip(), []).append(item)
    return _Loaded(Context.of(registry, which=which, is_trusted=is_trusted), by_body)


class _Watched:
    """Reports the state of some folders, without looking through them for every page of a large site."""

    def __init__(self, folders: tuple[str, ...]) -> None:
        self._folders = folders
        self._looked: float | None = None
        self._cost = 0.0
        self._found: Fingerprint = ()

    def fingerprint(self) -> Fingerprint:
        """Path, time of change (in nanoseconds) and size (in bytes) of each file."""
        now = perf_counter()
        if self._looked is None or now - self._looked > _SHARE * self._cost:
            self._found = tuple(sorted(found for folder in self._folders for found in _files(folder)))
            self._looked = perf_counter()
            self._cost = self._looked - now
        return self._found


@lru_cache(maxsize=4)
def _watched(folders: tuple[str, ...]) -> _Watched:
    return _Watched(folders)


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)  # noqa: PTH118 - for every file of every page
            try:
                state = os.stat(path)  # noqa: PTH116
            except OSError:
                continue
            yield path, state.st_mtime_ns, state.st_size
