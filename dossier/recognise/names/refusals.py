"""Hold why a name was left alone: which rule refused it, and the words that stand in the way.

It stands alone because every decider of names gives refusals, and the resolver, which calls them, keeps them.
The sentence for each rule is data of the language: ``names/refusals.yaml`` in its folder.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

RefusalRule = Literal[
    "joined",
    "longer-name",
    "ordinary-word",
    "other-given-name",
    "somebody-else",
    "company",
    "named-after",
    "town",
    "team",
    "other-year",
    "other-country",
    "american-state",
    "not-introduced",
    "several-introduced",
    "place-after-preposition",
    "head-noun",
    "family",
    "relative",
    "monarch",
    "title",
    "given-name",
    "name-itself",
    "month-or-verb",
    "other-gender",
    "other-rank",
    "title-of-another",
    "needs-introduction",
    "longer-office",
    "no-country",
    "several-bearers",
    "nobody-in-particular",
    "before-name",
    "description",
    "other-holder",
    "no-holder",
    "no-counterpart",
    "date",
    "left-alone",
    "forbidden",
]


class Refusal(NamedTuple):
    """The reason why a name is not linked where it stands.

    ``start`` and ``end`` span the words that stand in the way, which may be anywhere in the text; both are -1
    where there are no such words.
    """

    rule: RefusalRule
    start: int = -1
    end: int = -1

    @property
    def because(self) -> tuple[int, int] | None:
        """The span of the words that stand in the way, None where there are none."""
        return (self.start, self.end) if self.start >= 0 else None
