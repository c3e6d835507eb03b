"""Look up what became of a name that an earlier version used.

The names are data, in ``renames.yaml``. This module is separate because readers of files, checks, plugins and
`dossier migrate` must say the same about an old name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, Self

from pydantic import BaseModel, ConfigDict, TypeAdapter, model_validator

from dossier.content.source import parse_yaml
from dossier.model.findings import Finding

_FILE: Final = Path(__file__).with_name("renames.yaml")
EVERY_TYPE: Final = "*"
"""Stands for the type in the name of a field that every type has."""

Kind = Literal[
    "code", "check-setting", "type", "field", "choice", "type-setting", "plugin", "plugin-option",
    "extension-option", "command", "option", "exit-status", "variable", "class", "id", "attribute",
    "property", "file", "key",
]  # fmt: skip


class Rename(BaseModel):
    """A name that is no longer in use.

    Attributes:
        kind: what has the name.
        old: the name as ``docs/stability.md`` lists names of that kind, such as ``person: positions.from``.
            The name of an option may have the value that the entry is about: ``check --config checks.yaml``.
        new: the name in its place, in the same form; "" if there is none.
        since: the first version without the old name.
        instead: what to do where there is no new name, as a sentence in the imperative, without a full stop.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Kind
    old: str
    new: str = ""
    since: str
    instead: str = ""

    @model_validator(mode="after")
    def _says_what_to_do(self) -> Self:
        if bool(self.new) == bool(self.instead):
            raise ValueError(f"{self.old}: give either “new” or “instead”")
        return self


def parse_renames(text: str) -> tuple[Rename, ...]:
    """The renames in the text of a file, each with the name that is in use today.

    If a name changed twice, its first form leads to its last one.

    Raises:
        ValueError: the text is not a list of renames.
    """
    tree = parse_yaml(text, _FILE.name)
    if isinstance(tree, Finding):
        raise ValueError(str(tree))
    read = TypeAdapter(tuple[Rename, ...]).validate_python(tree.data)
    # The newest come last, so from behind each new name is already today's.
    today: dict[tuple[str, str], Rename] = {}
    for each in reversed(read):
        last = today.get((each.kind, each.new))
        update = {"new": last.new, "instead": last.instead} if last else {}
        today[each.kind, each.old] = each.model_copy(update=update)
    return tuple(reversed(today.values()))


@lru_cache(maxsize=1)
def known_renames() -> tuple[Rename, ...]:
    """All renames up to this version."""
    return parse_renames(_FILE.read_text(encoding="utf-8"))


def hint_of_rename(kind: Kind, *names: str, renames: Sequence[Rename] | None = None) -> str:
    """What to write instead of the first of these names that was renamed; "" if none was."""
    for each in known_renames() if renames is None else renames:
        if each.kind == kind and each.old in names:
            return each.instead or f"its name is now “{_last(each.new)}”; `dossier migrate` changes it"
    return ""


def field_names(types: Iterable[str], field: str) -> list[str]:
    """The names that `renames.yaml` may give a field such as ``positions.from`` of these types."""
    return [f"{each}: {field}" for each in (*types, EVERY_TYPE)]


def _last(name: str) -> str:
    """The part of a name that is written in a file: ``from`` of ``person: positions.from``."""
    return name.rpartition(": ")[2].rpartition(".")[2]
