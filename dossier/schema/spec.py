"""The types as data: YAML files in, frozen descriptions of types and fields out.

The seven types of the design stand beside this module, one file a type; a dossier adds types and fields
with files of the same form in ``site_config/schema/``. Nothing here knows what any type means.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from dossier.errors import SchemaError
from dossier.findings import Finding, nearest
from dossier.source import Tree, parse_yaml, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

PACKAGED: Final = Path(__file__).parent
_COMMON: Final = "common"
_YAML: Final = (".yaml", ".yml")
_RESERVED_FOLDERS: Final = ("assets", "explore", "pagefind", "relations", "search", "timeline")

ValueName = Literal[
    "string", "text", "date", "url", "identifier", "integer", "number", "boolean", "choice", "reference",
    "language", "coordinates", "sha256", "path", "alias", "source", "record",
]  # fmt: skip


class _Spec(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _several(data: object) -> object:
    """One name as a list of it."""
    return (data,) if isinstance(data, str) else data


class Choice(_Spec):
    """One value that a choice allows; ``inverse`` reads the edge from its other end.

    ``acyclic`` says that edges of this kind cannot lead back to where they begin.
    """

    label: str
    inverse: str = ""
    acyclic: bool = False


class Edge(_Spec):
    """What a reference means as a relation between two things.

    Either ``label`` and ``inverse``, or ``by``: the field of the same record whose choice labels it.
    """

    label: str = ""
    inverse: str = ""
    by: str = ""


class FieldSpec(_Spec):
    """A field: its kind of value and how it is shown.

    Attributes:
        value: the kind of value, see `dossier.schema.values`.
        to: the types that a reference may lead to; none means any.
        short: the field of a record that stands for the whole where only a value is written.
        timeline: what happens on that date, in words; such a field is on the timeline.
        term: the records are terms of office: a position, from, to.
        declares: the references say whom the text is about.
        forbids: the references must not be linked in the text.
        show: where a page shows it: in the infobox, as a table, as sections with an anchor each, or not
            among the facts (``apart``) because the page gives it a place of its own.
        naming: what the value does for recognition: another name of the thing (``alias``), a phrase that
            names an office (``phrase``), words that keep it from being meant (``exclude``), or the body
            whose office it is (``jurisdiction``).
        card: whether the card that a mention opens shows it. Records with ``from`` are shown as they stood on
            the date of the article that mentions the thing.
        acyclic: whether references of this field cannot lead back to where they begin.
        after: of a date, the fields beside it that it does not come before; the first that is given counts,
            or what that one comes after. Of a reference, the date field by which this thing does not come
            before the one referred to.
        exists: what the date says of the thing's existence: it begins (``from``), ends (``until``), or what
            it lays down is agreed (``agreed``).
        day: of a record that tells of a deed, the fields with its day, of the record or else of the thing;
            the first that is given counts.
        capacity: the text names the office in which the person of the same record acted.
        seats: the choice says how many may hold this office at a time: a number, or no certain one.
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
    edge: Edge | None = None
    timeline: str = ""
    term: bool = False
    declares: bool = False
    forbids: bool = False
    show: Literal["infobox", "table", "sections", "apart"] = "infobox"
    naming: Literal["", "alias", "phrase", "exclude", "jurisdiction"] = ""
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
            raise ValueError("“fields” goes with “value: record”, and only with it")
        if (self.value == "choice") != bool(self.choices):
            raise ValueError("“choices” goes with “value: choice”, and only with it")
        if self.short and self.short not in self.fields:
            raise ValueError(f"“short” names no field of the record: {self.short}")
        if self.timeline and self.value != "date":
            raise ValueError("“timeline” goes with “value: date”")
        if self.show in ("table", "sections") and self.value != "record":
            raise ValueError(f"“show: {self.show}” goes with “value: record”")
        _check_order(self.fields)
        for name, part in self.fields.items():
            by = part.edge.by if part.edge else ""
            if by and (by not in self.fields or self.fields[by].value != "choice"):
                raise ValueError(f"the edge of “{name}” is “by: {by}”, which is no choice of this record")
        return self


class TypeSpec(_Spec):
    """A type: where its files lie and which fields they may have.

    Attributes:
        named_as: how its names behave in text: ``person``, ``position`` or ``thing``.
        layout: how its pages are built; only entities can be mentioned in text.
        portrait: what stands where a thing has no picture: its ``initials``, a ``document``, or nothing.
        usual: the fields that a new file offers beside those that are required; where none are named, all.
    """

    type: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    folder: str = Field(pattern=r"^[a-z][a-z0-9_-]*$")
    label: str
    plural: str
    named_as: Literal["person", "position", "thing"] = "thing"
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
                raise ValueError(f"“usual” names no field of the type: {name}")
        return self

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        _check_order(self.fields)
        return self

    @property
    def mentionable(self) -> bool:
        """Whether text can mention its things."""
        return self.layout == "entity"


def _check_order(fields: Mapping[str, FieldSpec]) -> None:
    """Dates that are not to come before others name dates beside them, and none names itself in the end.

    Raises:
        ValueError: one names no such date.
    """
    for name, field in fields.items():
        pending = list(field.after if field.value == "date" else ())
        seen: set[str] = set()
        while pending:
            after = pending.pop()
            if after not in fields or fields[after].value != "date" or after == name:
                raise ValueError(f"“after” of “{name}” names no earlier date beside it: {after}")
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
        """The types whose things have a page of their own and can be mentioned."""
        return tuple(spec for spec in self.types.values() if spec.mentionable)


def load_schema(extra: Path | None = None) -> Schema:
    """Read the packaged types and, where the folder is there, those of `extra`.

    A file with a ``type`` that exists adds fields to it; ``common.yaml`` adds fields to all types.

    Raises:
        SchemaError: a file is not readable, or a type or a reference's target is not known.
    """
    merged: dict[str, dict[str, object]] = {}
    trees: dict[str, Tree] = {}
    for file in [*_files(PACKAGED), *(_files(extra) if extra else ())]:
        tree = _tree(file)
        data = dict(tree.data) if isinstance(tree.data, dict) else {}
        name = _COMMON if file.stem == _COMMON else str(data.get("type"))
        _merge(merged.setdefault(name, {}), data)
        trees[name] = tree
    common = merged.pop(_COMMON)["fields"]
    specs = [_type_spec(trees[name], data, common) for name, data in merged.items()]
    _check_types(specs, trees)
    order = {name: number for number, name in enumerate(_ORDER)}
    return Schema(sorted(specs, key=lambda spec: (order.get(spec.type, len(order)), spec.type)))


_ORDER: Final = ("article", "person", "agreement", "event", "organisation", "place", "position", "page")


def _files(folder: Path) -> list[Path]:
    """What is named like a file of YAML in a folder; nothing, where there is no folder.

    Raises:
        OSError: the folder cannot be listed.
    """
    try:
        return sorted(file for file in folder.iterdir() if file.suffix in _YAML)
    except FileNotFoundError:
        return []


def _tree(file: Path) -> Tree:
    text = read_text(file, file.name)
    tree = text if isinstance(text, Finding) else parse_yaml(text, file.name)
    if isinstance(tree, Finding):
        raise SchemaError([tree])
    return tree


def _merge(into: dict[str, object], data: Mapping[str, object]) -> None:
    for key, value in data.items():
        known = into.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            into[key] = {**known, **value}
        elif isinstance(known, list) and isinstance(value, list):
            into[key] = [*known, *(item for item in value if item not in known)]
        else:
            into[key] = value


def _type_spec(tree: Tree, data: dict[str, object], common: object) -> TypeSpec:
    own = data.get("fields")
    own_fields = own if isinstance(own, dict) else {}
    shared = common if isinstance(common, dict) else {}
    # Its own fields come first: what a type is about leads on its pages.
    fields = {**own_fields, **{name: field for name, field in shared.items() if name not in own_fields}}
    try:
        return TypeSpec.model_validate({**data, "fields": fields})
    except ValidationError as error:
        raise SchemaError(
            [
                tree.finding(
                    problem["loc"], "schema", f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}"
                )
                for problem in error.errors()
            ]
        ) from None


def _check_types(specs: list[TypeSpec], trees: dict[str, Tree]) -> None:
    """Folders are each type's own, and references lead to types that there are."""
    known = {spec.type for spec in specs}
    folders: dict[str, str] = dict.fromkeys(_RESERVED_FOLDERS, "the site itself")
    problems = []
    for spec in specs:
        if spec.folder in folders:
            message = f"the folder “{spec.folder}” belongs to {folders[spec.folder]}"
            problems.append(trees[spec.type].finding(("folder",), "schema", message, "name another"))
        folders[spec.folder] = f"the type “{spec.type}”"
        for name, target in _targets(spec.fields):
            if target not in known:
                message, hint = f"{name}: “{target}” is not a type", nearest(target, known)
                problems.append(trees[spec.type].finding(("fields", name), "schema", message, hint))
    if problems:
        raise SchemaError(problems)


def _targets(fields: Mapping[str, FieldSpec]) -> Iterator[tuple[str, str]]:
    """The types that references of these fields may lead to, with the field, at any depth."""
    for name, spec in fields.items():
        yield from ((name, target) for target in spec.to)
        yield from ((name, target) for _, target in _targets(spec.fields))
