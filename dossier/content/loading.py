"""Read all files of a dossier into one frozen registry, and collect every finding.

Every file is kept, or a finding says why not; ids are unique; references lead to items of the right type.
After this stage, no code reads these files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final

from dossier.content.folder import MARKDOWN, ContentFile, content_files
from dossier.content.safety import body_findings, spoofed_values
from dossier.content.schema import Validator
from dossier.content.schema.values import KINDS, read_id
from dossier.content.source import (
    Source,
    Tree,
    cut_values,
    parse_yaml,
    read_source,
    read_text,
    says_draft,
)
from dossier.model.errors import ContentFolderError
from dossier.model.fields import Fields, SourceItem
from dossier.model.findings import MOST_ALIKE, Finding, Location, Severity, nearest
from dossier.model.ids import file_id, title_from_id
from dossier.model.mentions import EntityId
from dossier.model.registry import DRAFT, Item, Reference, Registry, cited
from dossier.model.reserved_ids import beside, refusal_in_front_matter
from dossier.model.types import FieldSpec, Schema, TypeSpec

SOURCES_FILE: Final = "sources.yaml"
PAGE: Final = "page"
_INDEX: Final = "index"
_PART_ID: Final = "id"


def load_registry(
    folder: Path, schema: Schema, of_plugins: Collection[str] = ()
) -> tuple[Registry, list[Finding]]:
    """Read every file of a dossier and give its registry with all findings, by file and line.

    Files with the names `of_plugins` are not the dossier's.

    Raises:
        ContentFolderError: the folder is not there.
    """
    if not folder.is_dir():
        raise ContentFolderError(str(folder))
    sources, findings = _read_shared_sources(folder / SOURCES_FILE)
    validator = Validator()
    items: dict[EntityId, Item] = {}
    files, problems = content_files(folder, of_plugins)
    findings += problems
    unsafe = {problem.path for problem in problems if problem.path.endswith(MARKDOWN)}
    drafts = {path for path in unsafe if says_draft(folder / path)}
    read = [read_file(each, schema, validator, findings) for each in files if each.is_markdown]
    # A draft never takes the id of a published item.
    for item in sorted((item for item in read if item is not None), key=lambda item: item.is_draft):
        if item.is_draft:
            drafts.add(item.path)
        if item.id in items:
            first = items[item.id].path
            message = f"the id “{item.id}” is taken by {first}"
            findings.append(Finding(item.path, 1, 1, "duplicate-id", message, "rename one of the files"))
            continue
        items[item.id] = item
    paths = [each.path for each in files]
    registry = Registry(schema, sorted(items.values(), key=_path), sources, drafts=drafts, files=paths)
    for item in registry.items.values():
        findings += dangling(registry, folder, item)
    return registry, sorted(registry.no_errors_in_drafts(findings))


def _path(item: Item) -> str:
    return item.path


def read_file(
    file: ContentFile, schema: Schema, validator: Validator, findings: list[Finding]
) -> Item | None:
    """The item that a file holds, or None where it cannot be read; what is wrong goes into `findings`.

    A draft that cannot be read is an item without fields: others may refer to it.
    """
    source = read_source(file.file, file.path)
    if isinstance(source, Finding):
        findings.append(source)
        return _unread_draft(file, schema, validator)
    findings += spoofed_values(source.front_matter)
    findings += cut_values(source.front_matter)
    excesses = list(body_findings(source))
    findings += excesses
    if any(finding.severity is Severity.ERROR for finding in excesses):
        # No parser may read this body. The build stops, but the other findings can still be reported.
        source = replace(source, body="")
    return read_item(source, schema, validator, findings)


def _unread_draft(file: ContentFile, schema: Schema, validator: Validator) -> Item | None:
    if not says_draft(file.file):
        return None
    source = Source(file.path, Tree(file.path, {"status": DRAFT}), True, "", 1)
    item = read_item(source, schema, validator, [])
    return item if item.is_draft else None


def dangling(registry: Registry, folder: Path, item: Item) -> Iterator[Finding]:
    """Findings on missing items, sources and files to which an item's front matter refers."""
    yield from _reference_findings(registry, item)
    yield from _source_findings(registry, item)
    yield from _file_findings(folder, item)


def read_item(source: Source, schema: Schema, validator: Validator, findings: list[Finding]) -> Item:
    """The item that a file holds; what is wrong with the file itself goes into `findings`."""
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
    item = Item(EntityId(identifier), spec, source.path, title, fields, source.body, source.body_line)
    findings += _reserved_ids(item)
    return item


def named_parts(item: Item) -> Iterator[tuple[Location, str]]:
    """The ids that front matter gives to parts of the page, such as provisions, each with its place."""
    for name, spec in item.type.fields.items():
        for part in item.fields.records(name) if spec.show == "sections" else ():
            for stated in part[_PART_ID]:
                yield stated.location, "-".join(str(stated.value).split())


def _reserved_ids(item: Item) -> Iterator[Finding]:
    for location, name in named_parts(item):
        refusal = refusal_in_front_matter(name)
        if refusal:
            hint = f"write another, such as “{beside(name, 'point')}”, which the page uses until then"
            message = f"“{name}” {refusal}"
            yield Finding(
                item.path, location.line, location.column, "reserved-id", message, hint, Severity.WARNING
            )


def _no_front_matter(source: Source, spec: TypeSpec) -> Finding:
    needed = ", ".join(name for name, spec_field in spec.fields.items() if spec_field.required)
    message = "the file has no front matter"
    hint = f"begin it with a line of three dashes, then {needed}, then another line of three dashes"
    return Finding(source.path, 1, 1, "front-matter-missing", message, hint)


def _folder_findings(path: PurePosixPath, schema: Schema) -> list[Finding]:
    """A warning if a folder's name is nearly that of a type's folder."""
    if len(path.parts) == 1 or path.parts[0] in schema.by_folder:
        return []
    hint = nearest(path.parts[0], schema.by_folder)
    if not hint:
        return []
    message = f"“{path.parts[0]}” is not the folder of a type, so the file is a plain page"
    return [Finding(str(path), 1, 1, "unknown-folder", message, hint, Severity.WARNING)]


def _id_findings(path: str, identifier: str) -> list[Finding]:
    try:
        read_id(identifier)
    except ValueError as error:
        hint = f"rename the file, for example to {file_id(identifier) or 'minsk-protocol'}.md"
        return [Finding(path, 1, 1, "bad-id", str(error).partition(";")[0], hint)]
    return []


def _read_shared_sources(file: Path) -> tuple[dict[str, SourceItem], list[Finding]]:
    """The sources that the whole dossier shares, by id."""
    if file.is_dir():
        return {}, [
            Finding(SOURCES_FILE, 1, 1, "file-not-read", "this is a folder; a file is expected", "rename it")
        ]
    if not file.is_file():
        return {}, []
    text = read_text(file, SOURCES_FILE)
    tree = text if isinstance(text, Finding) else parse_yaml(text, SOURCES_FILE)
    if isinstance(tree, Finding):
        return {}, [tree]
    spoofed = [*spoofed_values(tree), *cut_values(tree)]
    if not isinstance(tree.data, list):
        return {}, [tree.finding((), "wrong-value", "this is not a list of sources", "begin each with “- ”")]
    sources: dict[str, SourceItem] = {}
    findings = spoofed
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
            findings.append(
                tree.finding((number,), "duplicate-id", f"the source “{source.id}” is listed twice")
            )
        else:
            sources[source.id] = source
    return sources, findings


def _reference_findings(registry: Registry, item: Item) -> Iterator[Finding]:
    unknown = 0
    for reference in registry.references(item):
        location = reference.statement.location
        target = registry.items.get(reference.target)
        allowed = reference.spec.to
        if target is None:
            unknown += 1
            message = f"{reference.part}: nothing has the id “{reference.target}”"
            hint = _nearest_id(registry, reference) if unknown <= MOST_ALIKE else ""
            hint = hint or "add its file, or correct the id"
            yield Finding(item.path, location.line, location.column, "unknown-reference", message, hint)
        elif allowed and target.type.type not in allowed:
            wanted = " or ".join(registry.schema[name].label.lower() for name in allowed)
            message = f"{reference.part}: “{target.id}” has the type {target.type.label.lower()}"
            hint = f"name an item of the type {wanted}"
            yield Finding(item.path, location.line, location.column, "wrong-reference", message, hint)


def _nearest_id(registry: Registry, reference: Reference) -> str:
    allowed = reference.spec.to
    known = (t.id for t in registry.items.values() if not allowed or t.type.type in allowed)
    return nearest(reference.target, known)


def _file_findings(folder: Path, item: Item) -> Iterator[Finding]:
    """Findings on paths in the front matter that lead to no file."""
    for name, location, path in named_files(item.fields, item.type.fields):
        if not _is_file(folder / path):
            message, hint = f"{name}: there is no file “{path}”", "write the path from the dossier's folder"
            yield Finding(item.path, location.line, location.column, "missing-file", message, hint)


def named_files(fields: Fields, specs: Mapping[str, FieldSpec]) -> Iterator[tuple[str, Location, str]]:
    """Every file that fields name: the field, where it stands, and the path from the dossier's folder."""
    for name, statements in fields.items():
        for statement in statements:
            if isinstance(statement.value, Fields):
                yield from named_files(statement.value, specs[name].fields)
            elif specs[name].value == "path":
                yield name, statement.location, str(statement.value)


def _is_file(path: Path) -> bool:
    """Whether the file exists; a path that no disk can hold leads to none."""
    try:
        return path.is_file()
    except OSError:
        return False


def _source_findings(registry: Registry, item: Item) -> Iterator[Finding]:
    unknown = 0
    for location, source in cited(item.fields):
        if registry.source(item, source) is None:
            unknown += 1
            message = f"there is no source “{source.id}”"
            near = unknown <= MOST_ALIKE and nearest(source.id, [*registry.sources, *registry.items])
            hint = near or f"add it to {SOURCES_FILE} or to the sources of this file"
            yield Finding(item.path, location.line, location.column, "unknown-source", message, hint)
