"""Describe the types of a dossier and their fields, as values that never change.

`dossier.content.schema` reads them from YAML files. Nothing here knows what any type means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ValueName = Literal[
    "string", "text", "date", "url", "identifier", "integer", "number", "boolean", "choice", "reference",
    "language", "coordinates", "sha256", "path", "alias", "source", "record",
]  # fmt: skip


class _Spec(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _several(data: object) -> object:
    """A single name as a list."""
    return (data,) if isinstance(data, str) else data


class Choice(_Spec):
    """One value that a choice allows; ``inverse`` is the label of the edge from its other end.

    ``acyclic`` says that edges of this kind cannot lead back to their start.
    """

    label: str
    inverse: str = ""
    acyclic: bool = False


class EdgeSpec(_Spec):
    """What a reference means as a relation between two items.

    It has either ``label`` and ``inverse``, or ``by``: the field of the same record whose choice labels it.
    """

    label: str = ""
    inverse: str = ""
    by: str = ""


class FieldSpec(_Spec):
    """A field: its kind of value and how it is shown.

    Attributes:
        value: the kind of value, see `dossier.content.schema.values`.
        to: the types that a reference may lead to; none means any.
        short: the field of a record that stands for the whole where the file gives only a value.
        timeline: what happens on that date, in words; such a date is on the timeline.
        term: the records are terms of office: a position, from, to.
        declares: the references say which entities the text is about.
        forbids: the references must not be linked in the text.
        show: where a page shows it: in the infobox, as a table, as sections with an anchor each, or not
            among the facts (``apart``) because the page gives it a place of its own.
        naming: what the value does for recognition: another name of the item (``alias``), a phrase that
            names an office (``phrase``), words that keep it from being meant (``exclude``), the country or
            body whose office it is (``jurisdiction``), its ``organisation``, or a person's ``gender``.
        card: whether the card that a mention opens shows it. Records with ``from`` are shown as they stood on
            the date of the article that mentions the item.
        acyclic: whether references of this field cannot lead back to their start.
        after: for a date, the fields beside it that it must not precede; the first that is given counts,
            or else what that one must not precede. For a reference, the date field in which this item must
            not precede the one that it refers to.
        exists: what the date says about the item's existence: it begins (``from``), ends (``until``), or its
            content is agreed (``agreed``).
        day: for a dated record, the fields with its day, in the record or else in the item; the first
            that is given counts.
        capacity: the text names the office in which the person of the same record acted.
        seats: the choice says how many people may hold this office at a time: a number, or no fixed one.
        maps: the same field in other vocabularies.
    """

    value: ValueName
    label: str
    required: bool = False
    list: bool = False
    to: tuple[str, ...] = ()
    choices: dict[str, Choice] = Field(default_factory=dict)
    fields: dict[str, FieldSpec] = Field(default_factory=dict)
    short: str = ""
    edge: EdgeSpec | None = None
    timeline: str = ""
    term: bool = False
    declares: bool = False
    forbids: bool = False
    show: Literal["infobox", "table", "sections", "apart"] = "infobox"
    naming: Literal["", "alias", "phrase", "exclude", "jurisdiction", "organisation", "gender"] = ""
    card: bool = False
    acyclic: bool = False
    after: Annotated[tuple[str, ...], BeforeValidator(_several)] = ()
    exists: Literal["", "from", "until", "agreed"] = ""
    day: tuple[str, ...] = ()
    capacity: bool = False
    seats: bool = False
    help: str = ""
    maps: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.value == "record") != bool(self.fields):
            raise ValueError("“fields” and “value: record” need each other")
        if (self.value == "choice") != bool(self.choices):
            raise ValueError("“choices” and “value: choice” need each other")
        if self.short and self.short not in self.fields:
            raise ValueError(f"“short” names “{self.short}”, which is not a field of this record")
        if self.timeline and self.value != "date":
            raise ValueError("“timeline” needs “value: date”")
        if self.show in ("table", "sections") and self.value != "record":
            raise ValueError(f"“show: {self.show}” needs “value: record”")
        _check_order(self.fields)
        for name, part in self.fields.items():
            by = part.edge.by if part.edge else ""
            if by and (by not in self.fields or self.fields[by].value != "choice"):
                raise ValueError(f"the edge of “{name}” has “by: {by}”, which is not a choice of this record")
        return self


class TypeSpec(_Spec):
    """A type: where its files are and which fields they may have.

    Attributes:
        extends: the type that it is a kind of: it has the fields of that type and behaves like it, and a
            reference to that type may lead to it. The word means the same in FollowTheMoney.
        named_as: how its names behave in text. ``other`` names follow no rules of a type.
        layout: how its pages are built; text can mention only entities.
        portrait: what replaces a missing picture: the item's ``initials``, a ``document``, or nothing.
        usual: the fields that a new file offers beside the required ones; if none are named, all.
    """

    type: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    folder: str = Field(pattern=r"^[a-z][a-z0-9_-]*$")
    label: str
    plural: str
    extends: str = ""
    named_as: Literal["person", "position", "organisation", "place", "event", "agreement", "other"] = "other"
    layout: Literal["entity", "article", "page"] = "entity"
    portrait: Literal["", "initials", "document"] = ""
    help: str = ""
    maps: dict[str, str] = Field(default_factory=dict)
    usual: tuple[str, ...] = ()
    fields: dict[str, FieldSpec]

    @model_validator(mode="after")
    def _usual_fields_exist(self) -> Self:
        for name in self.usual:
            if name not in self.fields:
                raise ValueError(f"“usual” names “{name}”, which is not a field of this type")
        return self

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        _check_order(self.fields)
        return self

    @property
    def mentionable(self) -> bool:
        """Whether text can mention its items."""
        return self.layout == "entity"


def _check_order(fields: Mapping[str, FieldSpec]) -> None:
    """Check that each ``after`` of a date names another date beside it, and that none leads back to itself.

    Raises:
        ValueError: an ``after`` names no such date.
    """
    for name, field in fields.items():
        pending = list(field.after if field.value == "date" else ())
        seen: set[str] = set()
        while pending:
            after = pending.pop()
            if after not in fields or fields[after].value != "date" or after == name:
                raise ValueError(
                    f"“after” of “{name}” names “{after}”, which is not an earlier date beside it"
                )
            pending += fields[after].after if after not in seen else ()
            seen.add(after)


class Schema:
    """All types of a dossier, in the order in which they are shown."""

    def __init__(self, types: Iterable[TypeSpec]) -> None:
        self.types: Final = {spec.type: spec for spec in types}
        self.by_folder: Final = {spec.folder: spec for spec in self.types.values()}

    def __getitem__(self, name: str) -> TypeSpec:
        return self.types[name]

    @property
    def entity_types(self) -> tuple[TypeSpec, ...]:
        """The types whose items have a page of their own and can be mentioned."""
        return tuple(spec for spec in self.types.values() if spec.mentionable)
