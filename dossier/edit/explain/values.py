"""Hold what explaining a text gives: for each name or date how it was read, and what would link it."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from dossier.model.findings import Location
from dossier.model.linked import OBJECT
from dossier.model.mentions import EntityId

#: What became of a name or a date: a link, a mention that is counted but is no link, or neither.
State = Literal["linked", "mentioned", "unlinked"]
#: An extension may have curled the quotation marks of a file, and nobody types them to a shell.
_TYPED: Final = str.maketrans("‘’“”‐‑–", "''\"\"---")
RemedyKind = Literal["link", "declare", "alias"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that decided, with their line in the file; 0 where they are in the front matter."""

    words: str
    line: int


@dataclass(frozen=True, slots=True)
class Other:
    """An entity that the words might have meant, and why they do not."""

    id: EntityId
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Remedy:
    """A change to the dossier's files after which the words are linked; it was tried before it is named.

    Attributes:
        kind: ``link`` replaces the words with ``[[id|words]]``, ``declare`` adds the id to the text's front
            matter, ``alias`` adds an alias to the entity's file.
        entity: the entity to which the words then lead.
        says: what to do, in one sentence.
        path: the file to change, relative to the dossier's folder.
        field: the field to which something is added, "" for a link in the text.
        write: what to write; for front matter as YAML, which may also stand in brackets.
    """

    kind: RemedyKind
    entity: EntityId
    says: str
    path: str
    field: str
    write: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one name or date of a text was read.

    Attributes:
        start: its offset in the plain text.
        end: the offset after it.
        path: the file, relative to the dossier's folder.
        location: its place in the file.
        words: the words, with any white space as one space.
        before: the words of its sentence before it, about sixty characters; an ellipsis stands for more.
        after: the same behind it.
        kind: whether it names something or says when.
        state: what became of it.
        entity: the entity that it means, None for a date and where it means none.
        title: that entity's title, "" where there is none.
        value: the date as EDTF, "" for a name.
        rule: the name of the rule that decided, or of the reason why nothing was linked.
        says: the rule or the reason in a sentence.
        note: why a mention is no link, or where else the text has the words; "" where neither needs words.
        because: the words that decided.
        others: what else the words might have meant.
        remedies: what would link them.
    """

    start: int
    end: int
    path: str
    location: Location
    words: str
    before: str
    after: str
    kind: Literal["name", "date"]
    state: State
    entity: EntityId | None = None
    title: str = ""
    value: str = ""
    rule: str = ""
    says: str = ""
    note: str = ""
    because: tuple[Evidence, ...] = ()
    others: tuple[Other, ...] = ()
    remedies: tuple[Remedy, ...] = ()

    def as_json(self, folder: str) -> dict[str, Any]:
        """The explanation for other programs; paths begin with the dossier's `folder`."""
        return {
            "file": f"{folder}/{self.path}",
            "line": self.location.line,
            "column": self.location.column,
            "words": self.words,
            "before": self.before,
            "after": self.after,
            "kind": self.kind,
            "state": self.state,
            "entity": self.entity,
            "title": self.title or None,
            "value": self.value or None,
            "rule": self.rule,
            "says": self.says,
            "note": self.note or None,
            "because": [asdict(each) for each in self.because],
            "others": [asdict(each) for each in self.others],
            "remedies": [
                {
                    "kind": each.kind,
                    "entity": each.entity,
                    "says": each.says,
                    "file": f"{folder}/{each.path}",
                    "field": each.field or None,
                    "write": each.write,
                }
                for each in self.remedies
            ],
        }


def typed(text: str) -> str:
    """A text of the same length with the quotation marks and hyphens of a keyboard."""
    return text.translate(_TYPED)


def one_line(text: str) -> str:
    """A stretch of a plain text in one line; an ellipsis stands for code and pictures."""
    return re.sub(r"\s+", " ", re.sub(f"{OBJECT}+", "…", text))
