"""The path of the data, from a folder to what a host needs to build the site.

A host calls, in this order: `Dossier.load`; for each document `begin` before its Markdown is converted
and `collect` afterwards; then `renderer`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Final

from markdown import Markdown

from dossier.content.assets import named_in
from dossier.content.excerpt import published_body
from dossier.content.loading import load_registry, named_files
from dossier.content.schema import load_schema
from dossier.content.source import legible_text
from dossier.content.suppressions import Silences, without_silences
from dossier.content.unpublished import unpublished_references
from dossier.index import Indexes, make_indexes
from dossier.index.timeline import stated_years
from dossier.linking import USUAL_EXTENSIONS, DossierExtension, LinkedDocument, Linker, LinkWhich, target_of
from dossier.linking.removals import removals
from dossier.linking.unresolved import ambiguous_mentions, unknown_ids, unpublished_ids
from dossier.model.findings import Finding
from dossier.model.mentions import EntityId
from dossier.model.registry import Registry, Thing
from dossier.model.site_paths import date_year
from dossier.recognise.entities import gazetteer
from dossier.recognise.recogniser import Recogniser
from dossier.render import Renderer
from dossier.render.export import Site

_YEAR: Final = re.compile(r"(?<!\d)(?:1\d{3}|20\d{2})(?!\d)")
# How far from its own date a news text usually speaks ("ten years ago", "next year").
_YEARS_AROUND: Final = 10


class Dossier:
    """One dossier while its site is built."""

    def __init__(
        self,
        registry: Registry,
        content: Path,
        findings: list[Finding],
        which: LinkWhich,
        silences: Silences,
        *,
        findings_in_drafts: int = 0,
        trusted: bool = False,
    ) -> None:
        self.registry: Final = registry
        self._content = content
        self.findings: Final = findings
        self.findings_in_drafts: Final = findings_in_drafts
        self.trusted: Final = trusted
        self._silences = silences
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

        Drafts are left out with all that is wrong in them, unless `drafts`; so are the files whose paths
        `left_out` names. Findings that a comment silences are left out. Texts are published with all their
        markup only where their authors are `trusted`.

        Raises:
            ContentFolderError: the folder is not there.
            SchemaError: the types that the dossier adds are not right.
        """
        registry, findings = load_registry(content, load_schema(schema_folder))
        silences = Silences(content)
        shown = registry.without(left_out, drafts=drafts)
        findings += unpublished_references(shown)
        found = silences.unsilenced(findings)
        told = [finding for finding in found if drafts or finding.path not in registry.drafts]
        in_drafts = len(found) - len(told)
        return cls(shown, content, told, which, silences, findings_in_drafts=in_drafts, trusted=trusted)

    def named_by_withheld(self, paths: Collection[str]) -> set[str]:
        """Those of some files that a text names which is not published, or not as a whole."""
        if not paths:
            return set()
        registry = self.registry
        unread = {path for path in registry.drafts if path not in registry.by_path}
        files = sorted(unread | {thing.path for thing in registry.withheld.values()})
        bodies = [t.body for t in registry.things.values() if published_body(t) != t.body]
        return named_in([*bodies, *(legible_text(self._content / path) for path in files)], paths)

    def named_by_published(self, paths: Collection[str]) -> set[str]:
        """Those of some files that a published text or front matter names."""
        if not paths:
            return set()
        things = self.registry.things.values()
        texts = [published_body(thing) for thing in things]
        files = [named for thing in things for _, _, named in named_files(thing.fields, thing.type.fields)]
        return named_in([*texts, *files], paths)

    def begin(self, thing: Thing | None) -> None:
        """Make the Markdown extension ready for a document, or for one that is left as it is."""
        target = target_of(self.registry, thing) if thing else None
        self.extension.begin(target, trusted=self.trusted or thing is None)

    def collect(self, thing: Thing) -> None:
        """Keep what the extension found in the document that was just converted."""
        linked = self.extension.linked
        doubts = list(unknown_ids(self.registry, thing, self.extension.unknown_ids))
        doubts += unpublished_ids(self.registry, thing, self.extension.unpublished_ids)
        doubts += removals(thing, self.extension.removed)
        if linked is not None:
            self._documents[thing.id] = linked
            doubts += ambiguous_mentions(self.registry, thing, linked.text, linked.unresolved)
        doubts = self._silences.unsilenced(doubts)
        self.findings.extend(self.registry.no_errors_in_drafts(doubts))

    def renderer(self, site: Site) -> Renderer:
        """Everything is read: make the indexes and give what renders the pages of a site."""
        return Renderer(self.indexes(), site)

    def indexes(self) -> Indexes:
        """Everything is read: what only the whole dossier tells."""
        return make_indexes(self.registry, self._documents)


def read_all(
    content: Path,
    schema_folder: Path | None = None,
    in_turn: Callable[[Sequence[Thing]], Iterable[Thing]] = iter,
) -> Dossier:
    """A dossier with all its texts read for mentions, drafts and what is not shown included.

    `in_turn` gives the things that it is given; it may tell how far the work has come.

    Raises:
        ContentFolderError: the folder is not there.
        SchemaError: the types that the dossier adds are not right.
    """
    dossier = Dossier.load(content, schema_folder, drafts=True)
    converter = Markdown(extensions=[*USUAL_EXTENSIONS, dossier.extension])
    for thing in in_turn(list(dossier.registry.things.values())):
        dossier.begin(thing)
        converter.reset().convert(without_silences(thing.body))
        dossier.collect(thing)
    return dossier


def _years(registry: Registry) -> frozenset[int]:
    """The years that may be spoken of: a page is made for each, and dropped again if nothing stands on it."""
    years = stated_years(registry)
    for thing in registry.things.values():
        years.update(int(year) for year in _YEAR.findall(published_body(thing)))
        written = date_year(thing.fields.text("date")) if "date" in thing.fields else None
        if written is not None:
            years.update(range(written - _YEARS_AROUND, written + _YEARS_AROUND + 1))
    return frozenset(years)
