"""Take a dossier all the way, from a folder to what a host needs to build the site.

A host calls `Dossier.load`. For each document it then converts the Markdown with `extension` and calls `add`
with what the extension found. At the end it calls `renderer`. A command calls `read_all` instead.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from dossier.content.assets import named_in
from dossier.content.excerpt import published_body
from dossier.content.loading import load_registry, named_files
from dossier.content.schema import load_schema
from dossier.content.source import legible_text
from dossier.content.suppressions import Suppressions, without_suppressions
from dossier.content.unpublished import unpublished_references
from dossier.index import Indexes, make_indexes
from dossier.linking.addresses import FileAddress, nowhere
from dossier.linking.document_findings import document_findings
from dossier.linking.documents import Context, LinkWhich, document_of
from dossier.linking.extension import DossierExtension, read
from dossier.linking.markdown_options import DEFAULT_OPTIONS, MarkdownOptions
from dossier.model.findings import Finding
from dossier.model.linked import LinkedDocument
from dossier.model.mentions import EntityId
from dossier.model.registry import Item
from dossier.render import Renderer, link_targets, links_to_empty_years, possible_years
from dossier.render.export import Site


class Dossier:
    """One dossier while its site is built."""

    def __init__(
        self,
        content: Path,
        findings: list[Finding],
        context: Context,
        suppressions: Suppressions,
        *,
        findings_in_drafts: int = 0,
    ) -> None:
        self.registry: Final = context.registry
        self.context: Final = context
        self._content = content
        self.findings: Final = findings
        self.findings_in_drafts: Final = findings_in_drafts
        self._suppressions = suppressions
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
        markdown: MarkdownOptions = DEFAULT_OPTIONS,
        of_plugins: Collection[str] = (),
    ) -> Dossier:
        """Read the types and all files.

        Drafts and their findings are left out, unless `drafts`; so are the files whose paths are `left_out`
        and the findings that a comment suppresses. Texts are published with all their markup only where their
        authors are `trusted`. `markdown` are the extensions that `read` uses; a host that converts the texts
        itself has its own. Files with the names `of_plugins` are not the dossier's.

        Raises:
            ContentFolderError: the folder does not exist.
            SchemaError: the types that the dossier adds have errors.
        """
        registry, findings = load_registry(content, load_schema(schema_folder), of_plugins)
        suppressions = Suppressions(content)
        shown = registry.without(left_out, drafts=drafts)
        findings += unpublished_references(shown)
        found = suppressions.unsuppressed(findings)
        told = [finding for finding in found if drafts or finding.path not in registry.drafts]
        in_drafts = len(found) - len(told)
        context = Context.of(
            shown,
            years=possible_years(shown),
            which=which,
            is_trusted=trusted,
            markdown=markdown,
            targets=link_targets(shown),
        )
        return cls(content, told, context, suppressions, findings_in_drafts=in_drafts)

    def named_by_withheld(self, paths: Collection[str]) -> set[str]:
        """The files among `paths` that are named by a text that is not published, or not as a whole."""
        if not paths:
            return set()
        registry = self.registry
        unread = {path for path in registry.drafts if path not in registry.by_path}
        files = sorted(unread | {item.path for item in registry.withheld.values()})
        bodies = [t.body for t in registry.items.values() if published_body(t) != t.body]
        return named_in([*bodies, *(legible_text(self._content / path) for path in files)], paths)

    def named_by_published(self, paths: Collection[str]) -> set[str]:
        """The files among `paths` that a published text or front matter names."""
        if not paths:
            return set()
        items = self.registry.items.values()
        texts = [published_body(item) for item in items]
        files = [named for item in items for _, _, named in named_files(item.fields, item.type.fields)]
        return named_in([*texts, *files], paths)

    def extension(self, item: Item | None, address: FileAddress = nowhere) -> DossierExtension:
        """The Markdown extension for a host that converts the published text of an item itself.

        With None it is for a text that does not belong to the dossier, and leaves that text as it is.
        `address` gives the address on the page of a path in the dossier, None where there is no such file.
        """
        if item is None:
            return DossierExtension(None, replace(self.context, is_trusted=True))
        document = document_of(self.registry, item, published_body(item))
        return DossierExtension(document, self.context, address)

    def read(self, item: Item) -> None:
        """Read the whole text of an item, whatever part of it is published, and keep what is found."""
        self.add(item, self._read(item, without_suppressions(item.body)))

    def read_published(self, item: Item) -> None:
        """Read the published text of an item as a host would, and keep what is found."""
        self.add(item, self._read(item, published_body(item)))

    def whole_text(self, item: Item) -> LinkedDocument:
        """What is in the whole text of an item, which is read here unless the host has read all of it."""
        known, whole = self._documents.get(item.id), without_suppressions(item.body)
        return known if known and published_body(item) == whole else self._read(item, whole)

    def add(self, item: Item, linked: LinkedDocument | None) -> None:
        """Keep what was found in the text of an item."""
        if linked is not None:
            self._documents[item.id] = linked
            self.report(document_findings(self.registry, item, linked))

    def finish_reading(self) -> None:
        """Keep the findings that only show once every text is read."""
        self.report(links_to_empty_years(self.registry, self._documents))

    def report(self, findings: Iterable[Finding]) -> None:
        """Keep further findings, except those that a comment suppresses."""
        found = self._suppressions.unsuppressed(findings)
        self.findings.extend(self.registry.no_errors_in_drafts(found))

    def renderer(self, site: Site) -> Renderer:
        """Make the indexes, once everything is read, and return what renders the pages of a site."""
        return Renderer(self.indexes(), site)

    def indexes(self) -> Indexes:
        """Make the indexes, once everything is read."""
        return make_indexes(self.registry, self._documents)

    def _read(self, item: Item, body: str) -> LinkedDocument:
        return read(document_of(self.registry, item, body), self.context)


def read_all(
    content: Path,
    schema_folder: Path | None = None,
    in_turn: Callable[[Sequence[Item]], Iterable[Item]] = iter,
    *,
    markdown: MarkdownOptions = DEFAULT_OPTIONS,
    trusted: bool = False,
) -> Dossier:
    """A dossier with all its texts read for mentions, including drafts and text that is not published.

    `in_turn` yields the items that it is given; it may report progress.

    Raises:
        ContentFolderError: the folder does not exist.
        SchemaError: the types that the dossier adds have errors.
    """
    dossier = Dossier.load(content, schema_folder, drafts=True, trusted=trusted, markdown=markdown)
    for item in in_turn(list(dossier.registry.items.values())):
        dossier.read(item)
    return dossier
