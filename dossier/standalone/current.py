"""Keep a dossier as its files are now, in a process that may convert thousands of pages again and again.

The file of the page that is converted is looked at each time, so its own page is always right. All files are
looked at when a build begins and when no known file has a text, and otherwise only now and then, because that
takes long where there are thousands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from time import perf_counter
from typing import Final

from dossier.content.file_states import State, file_state, file_states
from dossier.content.folder import ContentFile, seen_from
from dossier.content.loading import load_registry, read_file
from dossier.content.schema import Validator, load_schema
from dossier.content.suppressions import Suppressions
from dossier.content.unpublished import unpublished_references
from dossier.edit.check.codes import CHECKS
from dossier.edit.check.settings import read_settings
from dossier.linking.documents import Context
from dossier.model.errors import ContentError, SchemaError
from dossier.model.findings import Finding, Severity
from dossier.model.registry import Item, Registry
from dossier.standalone.options import Options

# References to a file that cannot be read find nothing: what is wrong with the file comes first.
_CONSEQUENCES: Final = ("unknown-reference", "unpublished-reference")
# Looking for changed files takes at most one part of the time in this many.
_SHARE: Final = 20


@dataclass(frozen=True, slots=True)
class Loaded:
    """A dossier that was read.

    Attributes:
        context: the context in which its texts are read; no drafts are in it.
        by_path: every item by the path of its file, drafts included.
        by_text: those of them that have a text, by this text.
        drafts: the paths of all drafts, including those that cannot be read.
    """

    context: Context
    by_path: Mapping[str, Item]
    by_text: Mapping[str, Sequence[Item]]
    drafts: frozenset[str]

    def alike(self, text: str) -> Sequence[Item]:
        """The items that have this text."""
        return self.by_text.get(text.strip(), ())


class CurrentDossier:
    """The dossier that some options name; its methods read it again if its files have changed."""

    def __init__(self, options: Options) -> None:
        self._options: Final = options
        self._converted: set[str] = set()
        self._last = ""
        self._read_again()

    def with_file(self, path: str, text: str) -> Loaded:
        """The dossier with one file as it is now.

        `path` is relative to the dossier's folder, `text` is what the host converts, without front matter.

        Raises:
            ContentError: files of the dossier have errors.
        """
        self._look_if_due(is_forced=self._begins_build(path))
        if not self._is_current(path, text):
            self._read_again()
        return self._result()

    def with_text(self, text: str, *others: str) -> Loaded:
        """The dossier with the files that have one of these texts as they are now.

        All files are looked at if none has: it may be the text of a draft that was just written.

        Raises:
            ContentError: files of the dossier have errors.
        """
        loaded = self._loaded if isinstance(self._loaded, Loaded) else None
        alike = [
            (item.path, each) for each in (text, *others) for item in (loaded.alike(each) if loaded else ())
        ]
        self._look_if_due(is_forced=not alike)
        if not all(self._is_current(path, each) for path, each in alike):
            self._read_again()
        return self._result()

    def _result(self) -> Loaded:
        if isinstance(self._loaded, Loaded):
            return self._loaded
        raise self._loaded.with_traceback(None)

    def _begins_build(self, path: str) -> bool:
        """Whether a host that converts this page begins a build: it has converted the page before.

        Some convert parts of one page after another; these do not count.
        """
        begins = path in self._converted and path != self._last
        if begins:
            self._converted.clear()
        self._converted.add(path)
        self._last = path
        return begins

    def _look_if_due(self, *, is_forced: bool = False) -> None:
        is_due = is_forced or perf_counter() - self._looked > _SHARE * self._cost
        if is_due and self._states != self._look():
            self._read_again()

    def _look(self) -> Mapping[str, State]:
        begun = perf_counter()
        options = self._options
        found = dict(file_states((options.content, options.schema, options.checks)))
        self._looked = perf_counter()
        self._cost = self._looked - begun
        return found

    def _read_again(self) -> None:
        # The states come first: a file that changes while it is read then counts as changed.
        self._states = self._look()
        self._loaded = _load(self._options)
        # It makes what it needs of a type once, which takes longer than to read a file.
        self._validator = Validator()

    def _is_current(self, path: str, text: str) -> bool:
        """Whether what is known of a file still holds."""
        file = self._options.content / path
        if file_state(str(file)) != self._states.get(str(file)):
            return False
        item = self._loaded.by_path.get(path) if isinstance(self._loaded, Loaded) else None
        if item is None or item.body.strip() == text.strip():
            return True
        # A host may change texts, as macros do. But some disks note times only by the second, and then two
        # versions of a file may look the same.
        schema = self._result().context.registry.schema
        return read_file(ContentFile(path, file), schema, self._validator, []) == item


@lru_cache(maxsize=4)
def current_dossier(options: Options) -> CurrentDossier:
    """The one reader of a dossier in this process."""
    return CurrentDossier(options)


def _load(options: Options) -> Loaded | ContentError:
    try:
        schema = load_schema(options.schema)
    except SchemaError as error:
        return ContentError(_placed(error.findings, options.schema), options.check_command)
    registry, found = load_registry(options.content, schema)
    shown = registry.without((), drafts=False)
    errors = _errors([*found, *unpublished_references(shown)], registry, options)
    if errors:
        return ContentError(_placed(errors, options.content), options.check_command)
    by_text: dict[str, list[Item]] = {}
    for item in registry.items.values():
        if body := item.body.strip():
            by_text.setdefault(body, []).append(item)
    # Such a host has no pages of years, and judges links itself.
    context = Context.of(shown, which=options.which, is_trusted=options.is_trusted)
    return Loaded(context, registry.by_path, by_text, registry.drafts)


def _errors(found: Iterable[Finding], registry: Registry, options: Options) -> list[Finding]:
    """The findings that are errors for this dossier and its editors; causes come before consequences."""
    settings, faults = read_settings(options.checks, options.content, CHECKS)
    told = settings.applied(Suppressions(options.content).unsuppressed(found), registry)
    errors = [finding for finding in (*faults, *told) if finding.severity is Severity.ERROR]
    return sorted(errors, key=lambda finding: finding.code in _CONSEQUENCES)


def _placed(findings: Sequence[Finding], folder: Path | None) -> list[Finding]:
    """The findings with their paths as seen from here."""
    return [
        replace(finding, path=seen_from(Path.cwd(), (folder or Path()) / finding.path))
        for finding in findings
    ]
