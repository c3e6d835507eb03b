"""Read the file of rejected names with their reasons, and add names to it.

An editor's comments and order stay: a name is added at the end, and nothing else changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dossier.content.source import parse_yaml
from dossier.edit.yaml_writer import scalar
from dossier.model.errors import DossierError
from dossier.model.findings import Finding

HEAD: Final = """\
# Names that `dossier suggest` does not bring up again, nor forms of them, each with the reason.
# `dossier suggest --reject "Name" --reason "…"` adds one.
"""
_HINT: Final = "write each as “- name: …”, with a “reason” if there is one"


class RejectedError(DossierError):
    """The file of rejected names has an error; ``finding`` says where."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(str(finding))


@dataclass(frozen=True, slots=True)
class Rejected:
    """A name that is never suggested."""

    name: str
    reason: str = ""


def read_rejected(text: str, path: str) -> tuple[Rejected, ...]:
    """The names in the text of the file; errors name it by `path`.

    Raises:
        RejectedError: it is no list of names.
    """
    tree = parse_yaml(text, path)
    if isinstance(tree, Finding):
        raise RejectedError(tree)
    if tree.data is None:
        return ()
    if not isinstance(tree.data, list):
        raise RejectedError(tree.finding((), "wrong-value", "this is not a list of names", _HINT))
    found = []
    for number, item in enumerate(tree.data):
        entry = {"name": item} if isinstance(item, str) else item
        name = entry.get("name") if isinstance(entry, dict) else None
        if not isinstance(name, str) or not isinstance(entry, dict) or set(entry) - {"name", "reason"}:
            raise RejectedError(tree.finding((number,), "wrong-value", "this is not a rejected name", _HINT))
        found.append(Rejected(name, str(entry.get("reason") or "")))
    return tuple(found)


def with_rejected(text: str, entry: Rejected) -> str:
    """Add a name at the end of the file's text."""
    before = text if text.strip() else HEAD
    lines = [f"- name: {scalar(entry.name)}"]
    if entry.reason:
        lines.append(f"  reason: {scalar(entry.reason)}")
    return before.rstrip("\n") + "\n" + "".join(f"{line}\n" for line in lines)
