"""Write snippets for VS Code that complete keys, choices and ids in Markdown without an extension.

Without an extension, VS Code applies no schema to the front matter of a Markdown file, but it offers snippets
there. Each type has a snippet for a whole front matter, and each field one for its line, with the known ids
to choose from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from dossier.edit.schemas.known import KnownIds
from dossier.model.types import FieldSpec, TypeSpec

Snippet = Mapping[str, object]
# The characters with a meaning in a snippet; within a choice, the separators too.
_SPECIAL: Final = re.compile(r"[\\$}]")
_SPECIAL_IN_CHOICE: Final = re.compile(r"[\\$},|]")
# A longer list of choices than this is slow to open.
_MOST: Final = 2000


def snippets(types: Iterable[TypeSpec], known: KnownIds) -> dict[str, Snippet]:
    """The snippets by name: a front matter for each type, and a line for each field."""
    specs = list(types)
    found: dict[str, Snippet] = {f"new {spec.label.lower()}": _whole(spec, known) for spec in specs}
    for name, having in _fields(specs).items():
        # A field of that name in several types has one snippet if its lines are the same.
        for body, alike in _by_body(name, having, known).items():
            labels = ", ".join(spec.label.lower() for spec, _ in alike)
            field = alike[0][1]
            says = f"{field.label}. {field.help}".strip()
            found[f"{name} ({labels})"] = _snippet(name, body.split("\n"), f"{says} ({labels})")
    return found


def _snippet(prefix: str, body: list[str], says: str) -> Snippet:
    return {"scope": "markdown", "prefix": prefix, "body": body, "description": says}


def _whole(spec: TypeSpec, known: KnownIds) -> Snippet:
    """A whole front matter: the fields that the type requires, the title first."""
    needed = ["title", *(name for name, field in spec.fields.items() if field.required and name != "title")]
    lines = [_line(name, spec.fields[name], known, stop) for stop, name in enumerate(needed, start=1)]
    return _snippet(f"dossier-{spec.type}", ["---", *lines, "$0", "---"], f"{spec.label}. {spec.help}")


def _fields(specs: Iterable[TypeSpec]) -> dict[str, list[tuple[TypeSpec, FieldSpec]]]:
    found: dict[str, list[tuple[TypeSpec, FieldSpec]]] = {}
    for spec in specs:
        for name, field in spec.fields.items():
            found.setdefault(name, []).append((spec, field))
    return found


def _by_body(
    name: str, having: Iterable[tuple[TypeSpec, FieldSpec]], known: KnownIds
) -> dict[str, list[tuple[TypeSpec, FieldSpec]]]:
    found: dict[str, list[tuple[TypeSpec, FieldSpec]]] = {}
    for spec, field in having:
        found.setdefault(_line(name, field, known, 1), []).append((spec, field))
    return found


def _line(name: str, field: FieldSpec, known: KnownIds, stop: int) -> str:
    """The lines of a field with places to fill in; the first place has the number `stop`."""
    if field.value == "record":
        parts = ", ".join(
            f"{part}: {_place(spec, known, stop + number)}"
            for number, (part, spec) in enumerate(_simple(field))
        )
        return f"{name}:\n  - {{{parts}\\}}" if field.list else f"{name}: {{{parts}\\}}"
    place = _place(field, known, stop)
    return f"{name}: [{place}]" if field.list else f"{name}: {place}"


def _simple(field: FieldSpec) -> Iterator[tuple[str, FieldSpec]]:
    """The parts of a record that stand on its line."""
    return ((name, part) for name, part in field.fields.items() if part.value != "record" and not part.list)


def _place(field: FieldSpec, known: KnownIds, stop: int) -> str:
    offered: list[str] = []
    if field.value == "choice":
        offered = list(field.choices)
    elif field.value == "boolean":
        offered = ["true", "false"]
    elif field.value == "reference":
        offered = list(known.of_types(field.to))
    elif field.value == "source":
        offered = list(known.sources)
    if not offered or len(offered) > _MOST:
        return f"${{{stop}:{_SPECIAL.sub(_escaped, _sample(field))}}}"
    choices = ",".join(_SPECIAL_IN_CHOICE.sub(_escaped, each) for each in offered)
    return f"${{{stop}|{choices}|}}"


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match.group()}"


def _sample(field: FieldSpec) -> str:
    return "2022-01-13" if field.value == "date" else ""
