"""How a rule of recognition is described: one record beside the code that carries it out.

The page of rules in the documentation is made of these records, and a test runs every example.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of names or of dates.

    Attributes:
        name: as it stands in a mention's ``rule``.
        says: what it recognises and how it decides, in one or two sentences.
        example: a text with the stretch that the rule finds in double square brackets.
        gives: what it finds there: an entity's id, or an EDTF value.
        refuses: what looks alike and is left alone, in words, or "".
    """

    name: str
    says: str
    example: str
    gives: str
    refuses: str = ""
