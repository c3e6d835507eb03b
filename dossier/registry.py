"""All files of a dossier in, one frozen registry of its things and all findings out.

Every file is kept or there is a finding that says why not; ids are unique; references lead to something
of the right type. From here on nothing reads files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final

from dossier.errors import ContentFolderError
from dossier.excerpt import first_paragraph
from dossier.findings import MOST_ALIKE, Finding, Severity, nearest
from dossier.folder import MARKDOWN, ContentFile, content_files
from dossier.mentions import EntityId
from dossier.reserved_ids import beside, refusal_in_front_matter
from dossier.schema import Fields, FieldSpec, Schema, SourceItem, Statement, TypeSpec, Validator
from dossier.schema.values import KINDS, read_id
from dossier.silences import without_silences
from dossier.slug import file_id
from dossier.source import Place, Source, Tree, parse_yaml, read_source, read_text, says_draft
from dossier.suspicion import body_findings, deceiving_values

SOURCES_FILE: Final = "sources.yaml"
PAGE: Final = "page"
_INDEX: Final = "index"
_DRAFT: Final = "draft"
_PART_ID: Final = "id"


@dataclass(frozen=True, slots=True)
class Thing:
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
        """Whether the front matter says that it is not yet to be published."""
        return self.fields.text("status") == _DRAFT

    @property
    def published_body(self) -> str:
        """The part of the body that may be shown: all, the first paragraph (``excerpt``) or none of it.

        What is withheld is not read for mentions either, so that no page quotes it.
        """
        publish = self.fields.text("publish")
        if publish == "metadata":
            return ""
        body = without_silences(self.body)
        return first_paragraph(body) if publish == "excerpt" else body

    def summary(self) -> str:
        """The summary, else the description, else ""."""
        return self.fields.text("summary") or self.fields.text("description")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in a thing's front matter.

    ``field`` is the thing's field, ``part`` the reference's own name, which differs within a record.
    ``record`` is the record that it stands in, where it stands in one, and ``record_spec`` that record's
    field.
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
    """All things of a dossier. Nothing in it changes after `load_registry`.

    Attributes:
        things: every thing by its id.
        by_path: the same by the path of its file.
        sources: the sources that the whole dossier shares, by id.
        drafts: the paths of all drafts, those included that cannot be read or whose id is taken.
        withheld: what `without` left out, by id; things and texts may still refer to it.
    """

    def __init__(
        self,
        schema: Schema,
        things: list[Thing],
        sources: Mapping[str, SourceItem],
        *,
        drafts: Collection[str] = (),
        withheld: Iterable[Thing] = (),
    ) -> None:
        self.schema: Final = schema
        self.things: Final[Mapping[EntityId, Thing]] = MappingProxyType({t.id: t for t in things})
        self.by_path: Final[Mapping[str, Thing]] = MappingProxyType({t.path: t for t in things})
        self.sources: Final = MappingProxyType(dict(sources))
        self.drafts: Final = frozenset(drafts)
        self.withheld: Final[Mapping[EntityId, Thing]] = MappingProxyType({t.id: t for t in withheld})

    def __getitem__(self, thing: str) -> Thing:
        return self.things[EntityId(thing)]

    def __contains__(self, thing: object) -> bool:
        return thing in self.things

    def of_type(self, name: str) -> tuple[Thing, ...]:
        """All things of a type, by title."""
        found = [thing for thing in self.things.values() if thing.type.type == name]
        return tuple(sorted(found, key=lambda thing: (thing.title.casefold(), thing.id)))

    def entities(self) -> Iterator[Thing]:
        """All things that text can mention, in the order of their files."""
        return (thing for thing in self.things.values() if thing.type.mentionable)

    def without(self, left_out: Collection[str], *, drafts: bool) -> Registry:
        """The registry without the files of those paths and, unless `drafts`, without drafts."""
        kept: list[Thing] = []
        withheld: list[Thing] = []
        for thing in self.things.values():
            is_shown = thing.path not in left_out and (drafts or not thing.is_draft)
            (kept if is_shown else withheld).append(thing)
        return Registry(self.schema, kept, self.sources, drafts=self.drafts, withheld=withheld)

    @cached_property
    def unpublished(self) -> Mapping[EntityId, Thing]:
        """What no published page may name: what is withheld, and drafts where a preview shows them."""
        return {**self.withheld, **{t.id: t for t in self.things.values() if t.is_draft}}

    def no_errors_in_drafts(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings, with errors in drafts as warnings: a draft never stops a build."""
        for finding in findings:
            is_in_draft = finding.severity is Severity.ERROR and finding.path in self.drafts
            yield replace(finding, severity=Severity.WARNING) if is_in_draft else finding

    def references(self, thing: Thing) -> Iterator[Reference]:
        """All references in a thing's front matter, those inside records included."""
        return _references(thing.id, thing.fields, thing.type.fields)

    def source(self, thing: Thing, source: SourceItem) -> SourceItem | Thing | None:
        """What a source stands for: CSL data of this file or of the dossier, or a thing of the dossier."""
        if source.item:
            return source
        for statement in thing.fields["sources"]:
            value = statement.value
            if isinstance(value, SourceItem) and value.item and value.id == source.id:
                return value
        return self.sources.get(source.id) or self.things.get(EntityId(source.id))


def load_registry(folder: Path, schema: Schema) -> tuple[Registry, list[Finding]]:
    """Read every file of a dossier and give its registry with all findings, by file and line.

    Raises:
        ContentFolderError: the folder is not there.
    """
    if not folder.is_dir():
        raise ContentFolderError(str(folder))
    sources, findings = _read_shared_sources(folder / SOURCES_FILE)
    validator = Validator(schema)
    things: dict[EntityId, Thing] = {}
    files, problems = content_files(folder)
    findings += problems
    unsafe = {problem.path for problem in problems if problem.path.endswith(MARKDOWN)}
    drafts = {path for path in unsafe if says_draft(folder / path)}
    read = [_read(each, schema, validator, findings) for each in files if each.is_markdown]
    # A draft never takes the id of what is published.
    for thing in sorted((thing for thing in read if thing is not None), key=lambda thing: thing.is_draft):
        if thing.is_draft:
            drafts.add(thing.path)
        if thing.id in things:
            first = things[thing.id].path
            message = f"the id “{thing.id}” is taken by {first}"
            findings.append(Finding(thing.path, 1, 1, "duplicate-id", message, "rename one of the files"))
            continue
        things[thing.id] = thing
    registry = Registry(schema, sorted(things.values(), key=_path), sources, drafts=drafts)
    for thing in registry.things.values():
        findings += dangling(registry, folder, thing)
    return registry, sorted(registry.no_errors_in_drafts(findings))


def _path(thing: Thing) -> str:
    return thing.path


def _read(file: ContentFile, schema: Schema, validator: Validator, findings: list[Finding]) -> Thing | None:
    """The thing that a file holds, or None where it cannot be read; what is wrong is added to `findings`.

    A draft that cannot be read is a thing without fields: others may refer to it.
    """
    source = read_source(file.file, file.path)
    if isinstance(source, Finding):
        findings.append(source)
        return _unread_draft(file, schema, validator)
    findings += deceiving_values(source.front_matter)
    excesses = list(body_findings(source))
    findings += excesses
    if any(finding.severity is Severity.ERROR for finding in excesses):
        # No parser may see it. The build stops, and what else is wrong can still be told.
        source = replace(source, body="")
    return read_thing(source, schema, validator, findings)


def _unread_draft(file: ContentFile, schema: Schema, validator: Validator) -> Thing | None:
    if not says_draft(file.file):
        return None
    source = Source(file.path, Tree(file.path, {"status": _DRAFT}), True, "", 1)
    thing = read_thing(source, schema, validator, [])
    return thing if thing.is_draft else None


def dangling(registry: Registry, folder: Path, thing: Thing) -> Iterator[Finding]:
    """What a thing's front matter refers to and is not there: things, sources, files."""
    yield from _reference_findings(registry, thing)
    yield from _source_findings(registry, thing)
    yield from _file_findings(folder, thing)


def read_thing(source: Source, schema: Schema, validator: Validator, findings: list[Finding]) -> Thing:
    """The thing that a file holds; what is wrong with the file by itself is added to `findings`."""
    path = PurePosixPath(source.path)
    spec = schema.by_folder.get(path.parts[0]) if len(path.parts) > 1 else None
    is_page = spec is None or path.stem == _INDEX
    if spec is None or is_page:
        spec = schema[PAGE]
        findings += _folder_findings(path, schema)
    fields, problems = validator.validate(source.front_matter, spec)
    if not source.has_front_matter:
        problems = [] if is_page else [_no_front_matter(source, spec)]
    elif is_page:
        problems = [problem for problem in problems if problem.code != "missing-field"]
    findings += problems
    identifier = path.with_suffix("").as_posix() if is_page else path.stem
    if not is_page:
        findings += _id_findings(source.path, identifier)
    title = fields.text("title") or title_from_id(path.stem)
    thing = Thing(EntityId(identifier), spec, source.path, title, fields, source.body, source.body_line)
    findings += _reserved_ids(thing)
    return thing


def title_from_id(identifier: str) -> str:
    """What to call something of which only the id is known.

    >>> title_from_id("talks-in-vienna")
    'Talks in vienna'
    """
    return identifier.replace("-", " ").capitalize()


def named_parts(thing: Thing) -> Iterator[tuple[Place, str]]:
    """The ids that front matter gives to parts of the page, such as provisions, and where it does so."""
    for name, spec in thing.type.fields.items():
        for part in thing.fields.records(name) if spec.show == "sections" else ():
            for stated in part[_PART_ID]:
                yield stated.place, "-".join(str(stated.value).split())


def _reserved_ids(thing: Thing) -> Iterator[Finding]:
    for place, name in named_parts(thing):
        refusal = refusal_in_front_matter(name)
        if refusal:
            hint = f"write another, such as “{beside(name, 'point')}”, which the page has in its place"
            message = f"“{name}” {refusal}"
            yield Finding(
                thing.path, place.line, place.column, "reserved-id", message, hint, Severity.WARNING
            )


def _no_front_matter(source: Source, spec: TypeSpec) -> Finding:
    needed = ", ".join(name for name, spec_field in spec.fields.items() if spec_field.required)
    message = "the file has no front matter"
    hint = f"begin it with a line of three dashes, then {needed}, then three dashes again"
    return Finding(source.path, 1, 1, "front-matter-missing", message, hint)


def _folder_findings(path: PurePosixPath, schema: Schema) -> list[Finding]:
    """A warning where a folder's name is nearly that of a type."""
    if len(path.parts) == 1 or path.parts[0] in schema.by_folder:
        return []
    hint = nearest(path.parts[0], schema.by_folder)
    if not hint:
        return []
    message = f"“{path.parts[0]}” is not the folder of a type; the file is a plain page"
    return [Finding(str(path), 1, 1, "unknown-folder", message, hint, Severity.WARNING)]


def _id_findings(path: str, identifier: str) -> list[Finding]:
    try:
        read_id(identifier)
    except ValueError as error:
        hint = f"rename the file, such as {file_id(identifier) or 'minsk-protocol'}.md"
        return [Finding(path, 1, 1, "bad-id", str(error).partition(";")[0], hint)]
    return []


def _read_shared_sources(file: Path) -> tuple[dict[str, SourceItem], list[Finding]]:
    """The sources that the whole dossier shares, by id."""
    if file.is_dir():
        return {}, [
            Finding(SOURCES_FILE, 1, 1, "file-not-read", "a folder stands where a file is read", "rename it")
        ]
    if not file.is_file():
        return {}, []
    text = read_text(file, SOURCES_FILE)
    tree = text if isinstance(text, Finding) else parse_yaml(text, SOURCES_FILE)
    if isinstance(tree, Finding):
        return {}, [tree]
    deceiving = list(deceiving_values(tree))
    if not isinstance(tree.data, list):
        return {}, [tree.finding((), "wrong-value", "a list of sources is expected", "begin each with “- ”")]
    sources: dict[str, SourceItem] = {}
    findings = deceiving
    for number, data in enumerate(tree.data):
        try:
            source = KINDS["source"].read(data)
        except ValueError as error:
            what, _, hint = str(error).partition("; ")
            findings.append(tree.finding((number,), "wrong-value", what, hint))
            continue
        if not isinstance(source, SourceItem) or not source.item or not source.id:
            findings.append(tree.finding((number,), "missing-field", "“id” is missing", "add a line “id: …”"))
        elif source.id in sources:
            findings.append(tree.finding((number,), "duplicate-id", f"the source “{source.id}” stands twice"))
        else:
            sources[source.id] = source
    return sources, findings


def _references(
    origin: EntityId,
    fields: Fields,
    specs: Mapping[str, FieldSpec],
    field_name: str = "",
    record: Statement | None = None,
    record_spec: FieldSpec | None = None,
) -> Iterator[Reference]:
    for name, statements in fields.items():
        spec, top = specs[name], field_name or name
        for statement in statements:
            if isinstance(statement.value, Fields):
                yield from _references(origin, statement.value, spec.fields, top, statement, spec)
            elif spec.value == "reference":
                target = EntityId(str(statement.value))
                yield Reference(origin, target, top, name, spec, statement, record, record_spec)


def _reference_findings(registry: Registry, thing: Thing) -> Iterator[Finding]:
    unknown = 0
    for reference in registry.references(thing):
        place = reference.statement.place
        target = registry.things.get(reference.target)
        allowed = reference.spec.to
        if target is None:
            unknown += 1
            message = f"{reference.part}: nothing has the id “{reference.target}”"
            hint = _nearest_id(registry, reference) if unknown <= MOST_ALIKE else ""
            hint = hint or "add its file, or mend the id"
            yield Finding(thing.path, place.line, place.column, "unknown-reference", message, hint)
        elif allowed and target.type.type not in allowed:
            wanted = " or ".join(registry.schema[name].label.lower() for name in allowed)
            message = f"{reference.part}: “{target.id}” is of the type {target.type.label.lower()}"
            hint = f"a reference to {wanted} is expected here"
            yield Finding(thing.path, place.line, place.column, "wrong-reference", message, hint)


def _nearest_id(registry: Registry, reference: Reference) -> str:
    allowed = reference.spec.to
    known = (t.id for t in registry.things.values() if not allowed or t.type.type in allowed)
    return nearest(reference.target, known)


def _file_findings(folder: Path, thing: Thing) -> Iterator[Finding]:
    """Paths in the front matter that lead to no file."""
    for name, place, path in named_files(thing.fields, thing.type.fields):
        if not _is_file(folder / path):
            message, hint = f"{name}: there is no file “{path}”", "paths begin at the dossier's folder"
            yield Finding(thing.path, place.line, place.column, "missing-file", message, hint)


def named_files(fields: Fields, specs: Mapping[str, FieldSpec]) -> Iterator[tuple[str, Place, str]]:
    """Every file that fields name: the field, where it stands, and the path from the dossier's folder."""
    for name, statements in fields.items():
        for statement in statements:
            if isinstance(statement.value, Fields):
                yield from named_files(statement.value, specs[name].fields)
            elif specs[name].value == "path":
                yield name, statement.place, str(statement.value)


def _is_file(path: Path) -> bool:
    """Whether there is such a file; a path that no disk can hold leads to none."""
    try:
        return path.is_file()
    except OSError:
        return False


def _source_findings(registry: Registry, thing: Thing) -> Iterator[Finding]:
    unknown = 0
    for place, source in cited(thing.fields):
        if registry.source(thing, source) is None:
            unknown += 1
            message = f"there is no source “{source.id}”"
            near = unknown <= MOST_ALIKE and nearest(source.id, [*registry.sources, *registry.things])
            hint = near or f"add it to {SOURCES_FILE} or to the sources of this file"
            yield Finding(thing.path, place.line, place.column, "unknown-source", message, hint)


def cited(fields: Fields) -> Iterator[tuple[Place, SourceItem]]:
    """Every source that fields name, with where it stands in their file."""
    for statements in fields.values():
        for statement in statements:
            yield from zip(statement.source_places, statement.sources, strict=True)
            if isinstance(statement.value, SourceItem):
                yield statement.place, statement.value
            elif isinstance(statement.value, Fields):
                yield from cited(statement.value)
