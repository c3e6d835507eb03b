"""Roles: a position's phrase in its sentence in, the person who is meant out.

"The US President" goes to whoever held the office on the date that the sentence speaks of, else on the
article's; "a", "former", "then", "acting" and "-elect" change the answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from dossier.edtf import Bounds
from dossier.mentions import EntityId
from dossier.names.context import word_after, words_before
from dossier.names.offices import Office

_INDEFINITE: Final = frozenset(
    "a an any no every another each next new future other some two three several many most all both".split()
)
_FORMER: Final = frozenset(
    """former ex-president ex late previous last first earlier once one-time onetime longtime erstwhile past
    would-be potential possible successive""".split()
)
_PREDICATE: Final = frozenset(
    """as became become becomes becoming elected appointed named nominated sworn inaugurated was is be being
    been were remain remains remained made elect elects re-elected reelected""".split()
)
_ELECT: Final = re.compile(r"-elect\b|[ -]designate\b")
_MODIFIERS: Final = frozenset("then acting incoming outgoing current sitting present interim".split())

Tense = Literal["holds", "then", "acting", "next"]


@dataclass(frozen=True, slots=True)
class RoleReading:
    """How a role phrase is used: ``start`` without the article, and which holder is meant."""

    start: int
    end: int
    tense: Tense


def read_role(text: str, start: int, end: int, office: Office | None) -> RoleReading | None:
    """Read the words around a role phrase, or None where it names nobody in particular."""
    tense: Tense = "holds"
    elect = _ELECT.match(text, end)
    if elect:
        tense, end = "next", elect.end()
    excludes = set(office.excludes) if office else set()
    for word in words_before(text, start, 4):
        lower = word.lower
        if lower in _INDEFINITE or lower in _FORMER or lower in excludes or lower.startswith("ex-"):
            return None
        if lower in _PREDICATE:
            return None
        if lower == "then":
            tense = "then"
        elif lower in ("acting", "interim"):
            tense = "acting"
        elif lower == "incoming":
            tense = "next"
        elif lower not in ("the", "current", "sitting", "present", "outgoing", "now"):
            break
    return RoleReading(start, end, tense)


def stands_before_name(text: str, end: int) -> bool:
    """Whether a capitalised word follows directly: "Russian President Vladimir ..."."""
    word = word_after(text, end)
    return word is not None and word.capital


def who(
    office: Office, reading: RoleReading, spoken: Bounds | None, published: Bounds | None
) -> tuple[EntityId, ...]:
    """The holders who may be meant, none where no date tells."""
    days = spoken or (None if reading.tense == "then" else published)
    if days is None:
        return ()
    if reading.tense == "next":
        following = office.next_holder(days.last or days.first or 0)
        return (following,) if following else ()
    return office.holders(days, acting=reading.tense == "acting")
