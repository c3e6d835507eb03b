"""Load the types of a dossier from YAML files.

The seven types of the design stand beside this module, one file a type; a dossier adds types and fields
with files of the same form in ``site_config/schema/``. Nothing here knows what any type means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from dossier.content.source import Tree, parse_yaml, read_text
from dossier.model.errors import SchemaError
from dossier.model.findings import Finding, nearest
from dossier.model.types import FieldSpec, Schema, TypeSpec

PACKAGED: Final = Path(__file__).parent
_COMMON: Final = "common"
_YAML: Final = (".yaml", ".yml")
_RESERVED_FOLDERS: Final = ("assets", "explore", "pagefind", "relations", "search", "timeline")


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
