"""Hold what is needed to read a document: its Markdown, and the context that a dossier's documents share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from dossier.content.loading import named_parts
from dossier.linking.link_targets import LinkTargets
from dossier.linking.markdown_options import DEFAULT_OPTIONS, MarkdownOptions
from dossier.model.mentions import EntityId
from dossier.model.registry import Item, Registry
from dossier.model.reserved_ids import ANY_PAGE, PageIds, page_name
from dossier.model.site_paths import HOME
from dossier.recognise.entities import gazetteer
from dossier.recognise.recogniser import Recogniser

LinkWhich = Literal["first-in-section", "first-in-article", "every"]


@dataclass(frozen=True, slots=True)
class MarkdownDocument:
    """One document before it is read: its Markdown, and what its front matter says about it.

    Attributes:
        id: the id of the article or entity.
        path: its file, relative to the dossier's folder, with forward slashes; links are relative to it.
        body: the Markdown, without front matter.
        date: the publication date as EDTF, from which relative dates count; None where it has none.
        declared: the entities that the document is about.
        forbidden: the entities that must not be linked in it; a page never links to itself.
        ids: the ids of elements that the page's text must leave alone.
        title: the title that the page shows above the text; "" where a heading of the text is the title.
    """

    id: EntityId
    path: str
    body: str = field(repr=False)
    date: str | None = None
    declared: frozenset[EntityId] = frozenset()
    forbidden: frozenset[EntityId] = frozenset()
    ids: PageIds = ANY_PAGE
    title: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """The context in which all documents of a dossier are read. It never changes.

    Attributes:
        registry: the items that documents may mention.
        recogniser: finds their names, and dates.
        years: the years that have a page to link to; without any, dates are marked and not linked.
        which: which mentions become links; every mention is recorded.
        is_trusted: whether documents keep all their markup.
        markdown: the Markdown extensions of the host.
        targets: the paths to which texts may lead; where it is None, no link counts as broken.
    """

    registry: Registry
    recogniser: Recogniser
    years: frozenset[int] = frozenset()
    which: LinkWhich = "first-in-section"
    is_trusted: bool = False
    markdown: MarkdownOptions = DEFAULT_OPTIONS
    targets: LinkTargets | None = None

    @classmethod
    def of(cls, registry: Registry, **options: Any) -> Context:
        """A context for the entities of a registry; `options` are the other attributes."""
        return cls(registry, Recogniser(gazetteer(registry)), **options)


def document_of(registry: Registry, item: Item, body: str) -> MarkdownDocument:
    """An item as a document to read, with the part of its body to read."""
    declared, forbidden = set(), {item.id}
    for reference in registry.references(item):
        if reference.spec.declares:
            declared.add(reference.target)
        if reference.spec.forbids:
            forbidden.add(reference.target)
    date = item.fields.text("date") or None
    named = frozenset(name for _, name in named_parts(item))
    lists = page_name(item.path) in registry.schema.by_folder
    ids = PageIds(item.path, named, lists)
    # The home page shows the name of the site above its text; its title is only for the navigation.
    title = "" if item.path == HOME else item.fields.text("title")
    return MarkdownDocument(
        item.id, item.path, body, date, frozenset(declared), frozenset(forbidden), ids, title
    )
