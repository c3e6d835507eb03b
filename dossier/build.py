"""The path of the data, from a folder to what a host needs to build the site.

A host calls, in this order: `Dossier.load`; for each document `begin` before its Markdown is converted
and `collect` afterwards; then `renderer`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final

from markdown import Markdown

from dossier.entities import gazetteer
from dossier.export import Site
from dossier.findings import Finding, Severity, nearest
from dossier.index import make_indexes
from dossier.index.timeline import stated_years
from dossier.linking import DossierExtension, LinkedDocument, Linker, LinkWhich, Removal, target_of
from dossier.mentions import EntityId, Unresolved
from dossier.paths import date_year
from dossier.recognition import Recogniser
from dossier.registry import Registry, Thing, load_registry
from dossier.schema import load_schema
from dossier.views import Renderer

# What most sites have switched on: it decides what is code, a table or a footnote and so not prose.
_USUAL_EXTENSIONS: Final = ("abbr", "admonition", "attr_list", "fenced_code", "footnotes", "tables")
_YEAR: Final = re.compile(r"(?<!\d)(?:1\d{3}|20\d{2})(?!\d)")
# How far from its own date a news text usually speaks ("ten years ago", "next year").
_YEARS_AROUND: Final = 10


class Dossier:
    """One dossier while its site is built."""

    def __init__(
        self, registry: Registry, findings: list[Finding], which: LinkWhich, *, trusted: bool = False
    ) -> None:
        self.registry: Final = registry
        self.findings: Final = findings
        self.trusted: Final = trusted
        self.years: Final = _years(registry)
        recogniser = Recogniser(gazetteer(registry))
        self.extension: Final = DossierExtension(Linker(registry, recogniser, self.years, which))
        self._documents: dict[EntityId, LinkedDocument] = {}

    @classmethod
    def load(
        cls,
        content: Path,
        schema_folder: Path | None = None,
        which: LinkWhich = "first-in-section",
        *,
        drafts: bool = False,
        left_out: Collection[str] = (),
        trusted: bool = False,
    ) -> Dossier:
        """Read the types and all files.

        Drafts are checked like the rest and then left out, unless `drafts`; so are the files whose paths
        `left_out` names. Texts are published with all their markup only where their authors are `trusted`.

        Raises:
            ContentFolderError: the folder is not there.
            SchemaError: the types that the dossier adds are not right.
        """
        registry, findings = load_registry(content, load_schema(schema_folder))
        return cls(registry.without(left_out, drafts=drafts), findings, which, trusted=trusted)

    def begin(self, thing: Thing | None) -> None:
        """Make the Markdown extension ready for a document, or for one that is left as it is."""
        target = target_of(self.registry, thing) if thing else None
        self.extension.begin(target, trusted=self.trusted or thing is None)

    def collect(self, thing: Thing) -> None:
        """Keep what the extension found in the document that was just converted."""
        linked = self.extension.linked
        for identifier in self.extension.unknown_ids:
            self.findings.append(self._unknown_id(thing, identifier))
        self.findings.extend(_removals(thing, self.extension.removed))
        if linked is not None:
            self._documents[thing.id] = linked
            self.findings.extend(
                _ambiguous(self.registry, thing, linked.text, unresolved)
                for unresolved in linked.unresolved
                if len(unresolved.candidates) > 1
            )

    def renderer(self, site: Site) -> Renderer:
        """Everything is read: make the indexes and give what renders the pages of a site."""
        return Renderer(make_indexes(self.registry, self._documents), site)

    def _unknown_id(self, thing: Thing, identifier: str) -> Finding:
        line, column = place_in_body(thing, f"[[{identifier}", 0)
        titled = [entity.id for entity in self.registry.things.values() if entity.title == identifier]
        hint = f"its id is “{titled[0]}”" if titled else nearest(identifier, self.registry.things)
        hint = hint or "add its file, or mend the id"
        message = f"nothing has the id “{identifier}”"
        return Finding(thing.path, line, column, "unknown-reference", message, hint)


def all_findings(content: Path, schema_folder: Path | None = None) -> list[Finding]:
    """All findings of a dossier, those that only reading its texts shows included, by file and line.

    Raises:
        ContentFolderError: the folder is not there.
        SchemaError: the types that the dossier adds are not right.
    """
    dossier = Dossier.load(content, schema_folder, drafts=True)
    converter = Markdown(extensions=[*_USUAL_EXTENSIONS, dossier.extension])
    for thing in dossier.registry.things.values():
        dossier.begin(thing)
        converter.reset().convert(thing.body)
        dossier.collect(thing)
    return sorted(dossier.findings)


def place_in_body(thing: Thing, words: str, earlier: int) -> tuple[int, int]:
    """Line and column in the file of the words' occurrence that `earlier` others come before.

    Words that inline markup parts are not found; then it is the first line of the body.
    """
    position = -1
    for _ in range(earlier + 1):
        found = thing.body.find(words, position + 1)
        if found < 0:
            break
        position = found
    if position < 0:
        return thing.body_line, 1
    return place_of(thing, position)


def place_of(thing: Thing, offset: int) -> tuple[int, int]:
    """Line and column in the file of an offset in the body."""
    before = thing.body[:offset]
    return thing.body_line + before.count("\n"), offset - before.rfind("\n")


def _removals(thing: Thing, removed: Iterable[Removal]) -> Iterator[Finding]:
    """What the sanitiser took out, each where it stands in the file; the same at one place once."""
    places: dict[str, Iterator[re.Match[str]]] = {}
    for removal in removed:
        sign = re.compile(re.escape(removal.sign), re.IGNORECASE)
        at = next(places.setdefault(removal.sign, sign.finditer(thing.body)), None)
        line, column = place_of(thing, at.start() if at else len(thing.body) - len(thing.body.lstrip()))
        hint = "write it in Markdown; what a text may hold is listed in docs/security.md"
        yield Finding(thing.path, line, column, "markup-removed", removal.message, hint, Severity.WARNING)


def _ambiguous(registry: Registry, thing: Thing, text: str, unresolved: Unresolved) -> Finding:
    words = text[unresolved.start : unresolved.end]
    line, column = place_in_body(thing, words, text.count(words, 0, unresolved.start))
    names = " or ".join(f"{registry[one].title} ({one})" for one in unresolved.candidates)
    message = f"“{words}” may be {names}; it is not linked"
    hint = (
        f"write [[id|{words}]] with the id that is meant, name it in full before, or forbid them in no_link"
    )
    return Finding(thing.path, line, column, "ambiguous-mention", message, hint, Severity.WARNING)


def _years(registry: Registry) -> frozenset[int]:
    """The years that may be spoken of: a page is made for each, and dropped again if nothing stands on it."""
    years = stated_years(registry)
    for thing in registry.things.values():
        years.update(int(year) for year in _YEAR.findall(thing.published_body))
        written = date_year(thing.fields.text("date")) if "date" in thing.fields else None
        if written is not None:
            years.update(range(written - _YEARS_AROUND, written + _YEARS_AROUND + 1))
    return frozenset(years)
