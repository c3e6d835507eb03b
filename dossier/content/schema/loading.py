"""Load the types of a dossier from YAML files.

The seven types of the design are beside this module, one file per type. A dossier adds types and fields with
files of the same form in ``site_config/schema/``. Nothing here knows what a type means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from dossier.content.renames import hint_of_rename
from dossier.content.source import DataPath, Tree, parse_yaml, read_text
from dossier.model.errors import SchemaError
from dossier.model.findings import Finding, nearest
from dossier.model.types import FieldSpec, Schema, TypeSpec

PACKAGED: Final = Path(__file__).parent
_COMMON: Final = "common"
_YAML: Final = (".yaml", ".yml")
# What a type inherits from the one that it extends, apart from fields.
_INHERITED: Final = ("named_as", "layout", "portrait")
_RESERVED_FOLDERS: Final = ("assets", "explore", "pagefind", "relations", "search", "timeline")


def load_schema(extra: Path | None = None) -> Schema:
    """Read the packaged types and, if that folder exists, those of `extra`.

    A file with a ``type`` that exists adds fields to it; ``common.yaml`` adds fields to all types. A type
    that ``extends`` another has the fields of that type after its own.

    Raises:
        SchemaError: a file cannot be read, or a type, a reference's target or the type that a type extends
            is not known.
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
    _extend(merged, trees)
    specs = [_type_spec(trees[name], data, common) for name, data in merged.items()]
    _check_types(specs, trees)
    order = {name: number for number, name in enumerate(_ORDER)}
    return Schema(sorted(specs, key=lambda spec: (order.get(spec.type, len(order)), spec.type)))


_ORDER: Final = ("article", "person", "agreement", "event", "organisation", "place", "position", "page")


def _files(folder: Path) -> list[Path]:
    """The YAML files of a folder by their names; none if there is no folder.

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


def _extend(types: dict[str, dict[str, object]], trees: Mapping[str, Tree]) -> None:
    """Give each type what it inherits, and let references to the types that it extends lead to it too.

    Raises:
        SchemaError: a type extends one that does not exist or, through others, itself.
    """
    below: dict[str, list[str]] = {}
    chains = {name: list(_ancestors(name, types, trees)) for name in types}
    for name, ancestors in chains.items():
        for ancestor in ancestors:
            below.setdefault(ancestor, []).append(name)
    # Types nearest to the root come first, so that the parent of each is complete.
    for name in sorted(types, key=lambda each: len(chains[each])):
        if chains[name]:
            _inherit(types[name], types[chains[name][0]])
    for data in types.values():
        _widen(data.get("fields"), below)


def _ancestors(name: str, types: Mapping[str, dict[str, object]], trees: Mapping[str, Tree]) -> Iterator[str]:
    """The types that a type extends, the nearest first."""
    seen = [name]
    while parent := str(types[seen[-1]].get("extends") or ""):
        if parent not in types or parent in seen:
            what = f"“{parent}” ends up extending itself" if parent in seen else f"“{parent}” is not a type"
            hint = "" if parent in seen else nearest(parent, types)
            raise SchemaError([trees[seen[-1]].finding(("extends",), "schema", f"extends: {what}", hint)])
        seen.append(parent)
        yield parent


def _inherit(data: dict[str, object], parent: Mapping[str, object]) -> None:
    """Add to a type what it inherits from its parent."""
    for key in _INHERITED:
        if key in parent:
            data.setdefault(key, parent[key])
    own, theirs = data.get("fields"), parent.get("fields")
    if isinstance(theirs, dict):
        own = own if isinstance(own, dict) else {}
        data["fields"] = {**own, **{name: field for name, field in theirs.items() if name not in own}}
    usual, theirs = data.get("usual"), parent.get("usual")
    if isinstance(theirs, list):
        data["usual"] = list(dict.fromkeys([*(usual if isinstance(usual, list) else ()), *theirs]))


def _widen(fields: object, below: Mapping[str, list[str]]) -> None:
    """Let references that lead to a type lead to the types that extend it too."""
    for field in fields.values() if isinstance(fields, dict) else ():
        if isinstance(field, dict):
            wanted = field.get("to")
            if isinstance(wanted, list):
                wider = [name for each in wanted for name in (each, *below.get(str(each), ()))]
                wider = [name for each in wanted for name in (each, *below.get(str(each), ()))]
                field["to"] = list(dict.fromkeys(wider))
            _widen(field.get("fields"), below)


def _type_spec(tree: Tree, data: dict[str, object], common: object) -> TypeSpec:
    own = data.get("fields")
    own_fields = own if isinstance(own, dict) else {}
    shared = common if isinstance(common, dict) else {}
    # Its own fields come first: they stand first on its pages.
    fields = {**own_fields, **{name: field for name, field in shared.items() if name not in own_fields}}
    try:
        return TypeSpec.model_validate({**data, "fields": fields})
    except ValidationError as error:
        raise SchemaError(
            [_wrong(tree, problem["loc"], problem["msg"], problem["input"]) for problem in error.errors()]
        ) from None


def _wrong(tree: Tree, path: DataPath, message: str, value: object) -> Finding:
    """The finding that a setting is wrong, with today's name if an earlier version had this one."""
    key = str(path[-1]) if path else ""
    hint = hint_of_rename("type-setting", key, f"{key}: {value}")
    return tree.finding(path, "schema", f"{'.'.join(map(str, path))}: {message}", hint)


def _check_types(specs: list[TypeSpec], trees: dict[str, Tree]) -> None:
    """Check that no two types share a folder, and that references lead to known types."""
    known = {spec.type for spec in specs}
    folders: dict[str, str] = dict.fromkeys(_RESERVED_FOLDERS, "the site itself")
    problems = []
    for spec in specs:
        if spec.folder in folders:
            message = f"the folder “{spec.folder}” belongs to {folders[spec.folder]}"
            problems.append(trees[spec.type].finding(("folder",), "schema", message, "choose another"))
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
