"""Hold a dossier's items, what they refer to, and the sources that they share.

Nothing here reads files, and a registry never changes. `dossier.content.loading` makes it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Final

from dossier.model.fields import Fields, SourceItem, Statement
from dossier.model.findings import Finding, Location, Severity
from dossier.model.ids import title_from_id
from dossier.model.mentions import EntityId
from dossier.model.types import FieldSpec, Schema, TypeSpec

DRAFT: Final = "draft"
EXCERPT: Final = "excerpt"
METADATA: Final = "metadata"
WITHHELD: Final = (EXCERPT, METADATA)
"""The values of ``publish`` with which readers do not see a text as a whole."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article, an entity or a plain page: one file, validated.

    Attributes:
        id: the file's name without its ending; for a plain page its whole path without it.
        type: its type.
        path: the file, relative to the dossier's folder, with forward slashes.
        title: the canonical title as plain text.
        fields: everything that the front matter states.
        body: the Markdown after the front matter.
        body_line: the line on which the body begins, from 1.
    """

    id: EntityId
    type: TypeSpec
    path: str
    title: str
    fields: Fields = field(repr=False)
    body: str = field(repr=False)
    body_line: int = field(repr=False, default=1)

    @property
    def is_draft(self) -> bool:
        """Whether the front matter marks it as not yet ready to publish."""
        return self.fields.text("status") == DRAFT

    def summary(self) -> str:
        """The summary, else the description, else ""."""
        return self.fields.text("summary") or self.fields.text("description")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in an item's front matter.

    ``field`` is the item's field, ``part`` the reference's own name, which differs within a record.
    ``record`` is the record that contains it, if any, and ``record_spec`` that record's field.
    """

    origin: EntityId
    target: EntityId
    field: str
    part: str
    spec: FieldSpec
    statement: Statement
    record: Statement | None = None
    record_spec: FieldSpec | None = None


class Registry:
    """All items of a dossier. It never changes after `load_registry`.

    Attributes:
        items: every item by its id.
        by_path: every item by the path of its file.
        sources: the sources that the whole dossier shares, by id.
        drafts: the paths of all drafts, including those that cannot be read or whose id is taken.
        withheld: what `without` left out, by id; items and texts may still refer to it.
        files: the paths of all files in the dossier's folder, pictures and documents included.
    """

    def __init__(
        self,
        schema: Schema,
        items: list[Item],
        sources: Mapping[str, SourceItem],
        *,
        drafts: Collection[str] = (),
        withheld: Iterable[Item] = (),
        files: Collection[str] = (),
    ) -> None:
        self.schema: Final = schema
        self.items: Final[Mapping[EntityId, Item]] = MappingProxyType({t.id: t for t in items})
        self.by_path: Final[Mapping[str, Item]] = MappingProxyType({t.path: t for t in items})
        self.sources: Final = MappingProxyType(dict(sources))
        self.drafts: Final = frozenset(drafts)
        self.withheld: Final[Mapping[EntityId, Item]] = MappingProxyType({t.id: t for t in withheld})
        self.files: Final = frozenset(files)

    def __getitem__(self, item: str) -> Item:
        return self.items[EntityId(item)]

    def __contains__(self, item: object) -> bool:
        return item in self.items

    def link_words(self, item: str) -> str | None:
        """The words of ``[[id]]`` in a text: the item's title, or None if there is no such item.

        Of an item that is withheld, its title is too: the words then come from the id that the author wrote.
        """
        if item in self.withheld:
            return title_from_id(item)
        known = self.items.get(EntityId(item))
        return known.title if known else None

    def of_type(self, name: str) -> tuple[Item, ...]:
        """All items of a type, by title."""
        found = [item for item in self.items.values() if item.type.type == name]
        return tuple(sorted(found, key=lambda item: (item.title.casefold(), item.id)))

    def entities(self) -> Iterator[Item]:
        """All items that text can mention, in the order of their files."""
        return (item for item in self.items.values() if item.type.mentionable)

    def without(self, left_out: Collection[str], *, drafts: bool) -> Registry:
        """The registry without the files at these paths and, unless `drafts`, without drafts."""
        kept: list[Item] = []
        withheld: list[Item] = []
        for item in self.items.values():
            is_shown = item.path not in left_out and (drafts or not item.is_draft)
            (kept if is_shown else withheld).append(item)
        return Registry(
            self.schema, kept, self.sources, drafts=self.drafts, withheld=withheld, files=self.files
        )

    @cached_property
    def unpublished(self) -> Mapping[EntityId, Item]:
        """What no published page may name: what is withheld, and drafts where a preview shows them."""
        return {**self.withheld, **{t.id: t for t in self.items.values() if t.is_draft}}

    def no_errors_in_drafts(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings, with errors in drafts as warnings: a draft never stops a build."""
        for finding in findings:
            is_in_draft = finding.severity is Severity.ERROR and finding.path in self.drafts
            yield replace(finding, severity=Severity.WARNING) if is_in_draft else finding

    def references(self, item: Item) -> Iterator[Reference]:
        """All references in an item's front matter, including those inside records."""
        return references_in(item.id, item.fields, item.type.fields)

    def source(self, item: Item, source: SourceItem) -> SourceItem | Item | None:
        """What a source stands for: CSL data of this file or of the dossier, or an item of the dossier."""
        if source.item:
            return source
        for statement in item.fields["sources"]:
            value = statement.value
            if isinstance(value, SourceItem) and value.item and value.id == source.id:
                return value
        return self.sources.get(source.id) or self.items.get(EntityId(source.id))


def references_in(
    origin: EntityId,
    fields: Fields,
    specs: Mapping[str, FieldSpec],
    field_name: str = "",
    record: Statement | None = None,
    record_spec: FieldSpec | None = None,
) -> Iterator[Reference]:
    """All references in some fields of an item, including those inside records."""
    for name, statements in fields.items():
        spec, top = specs[name], field_name or name
        for statement in statements:
            if isinstance(statement.value, Fields):
                yield from references_in(origin, statement.value, spec.fields, top, statement, spec)
            elif spec.value == "reference":
                target = EntityId(str(statement.value))
                yield Reference(origin, target, top, name, spec, statement, record, record_spec)


def cited(fields: Fields) -> Iterator[tuple[Location, SourceItem]]:
    """Every source that fields name, with its place in the file."""
    for statements in fields.values():
        for statement in statements:
            yield from zip(statement.source_locations, statement.sources, strict=True)
            if isinstance(statement.value, SourceItem):
                yield statement.location, statement.value
            elif isinstance(statement.value, Fields):
                yield from cited(statement.value)
