"""Gazetteers and repeated words that would cost a careless algorithm quadratic time, for tests of speed."""

from __future__ import annotations

from itertools import permutations
from typing import Final

from dossier.model.fields import Alias
from dossier.model.mentions import EntityId
from dossier.recognise.names.gazetteer import GazetteerEntity, OfficeTerm


def _entity(identifier: str, kind: str, name: str, *aliases: str, **more: str) -> GazetteerEntity:
    offices = (OfficeTerm(more["office"], more["of"], "2000", position=None),) if more else ()
    return GazetteerEntity(EntityId(identifier), kind, name, tuple(map(Alias, aliases)), offices)


_COMMON: Final = (
    _entity("biden", "person", "Joe Biden", office="President of the United States", of="United States"),
    _entity("putin", "person", "Vladimir Putin", office="President of Russia", of="Russia"),
    _entity("potus", "position", "President of the United States"),
    _entity("bill", "person", "Bill Clinton"),
    _entity("hillary", "person", "Hillary Clinton"),
    _entity("may", "person", "Theresa May"),
    _entity("minsk", "place", "Minsk"),
    _entity("georgia", "place", "Georgia"),
    _entity("state-of-georgia", "place", "Georgia", "State of Georgia"),
    _entity("paris", "place", "Paris"),
    _entity("tcg", "organisation", "Trilateral Contact Group"),
    _entity("agreements", "agreement", "Minsk Agreements"),
)
_REPEATED: Final = (
    *_COMMON,
    _entity("zug", "organisation", "Zug Zug", *(" ".join(["Zug"] * times) for times in range(3, 101))),
)
_PERMUTED: Final = (
    *_COMMON,
    *(
        _entity(f"p{number}", "person", " ".join(words))
        for number, words in zip(
            range(60), permutations(("Anton", "Boris", "Carlo", "Dmitri", "Egon")), strict=False
        )
    ),
)
_ALIKE: Final = (*_COMMON, *(_entity(f"s{n}", "person", f"{n:x}ana Smirnov".title()) for n in range(60)))

GAZETTEERS: Final = {"": _COMMON, "repeated": _REPEATED, "permuted": _PERMUTED, "alike": _ALIKE}
PROSE: Final = (
    "The president met the ministers in Minsk on 12 February 2015 and said that the agreement would hold. Joe "
    "Biden and Vladimir Putin spoke for two hours. Then they left for lunch, while it rained, in June.\n\n"
)
# The gazetteer, and what is repeated up to the length that is wanted.
UNITS: Final = (
    ("repeated", "Zug "),
    ("permuted", "Anton Boris Carlo Dmitri Egon "),
    ("permuted", "Anton Boris Carlo Dmitri Egon. Boris. "),
    ("alike", "Smirnov. "),
    ("alike", "Mr Smirnov. "),
    ("alike", "1Ana Smirnov. Smirnov. "),
    ("", "Minsk-"),
    ("", "Minsk & "),
    ("", "Minsk of "),
    ("", "Georgia "),
    ("", "Georgia. "),
    ("", "Georgia lost 3-2. "),
    ("", "Paris, Texas. Paris "),
    ("", "Clinton, "),
    ("", "Jeb Clinton. Mr Clinton. "),
    ("", "Jeb Clinton. Hillary Clinton. Mr Clinton. "),
    ("", "Bill Clinton and Hillary Clinton. Clinton, "),
    ("", "Trilateral Contact Group (TCG) TCG the Group "),
    ("", "president "),
    ("", "the US President, "),
    ("", "his Russian counterpart "),
    ("", "President-elect "),
    ("", "V. V. Putin "),
    ("", "Vladimir                    "),
    ("", "Vladimir \n "),
    ("", "Putin!\" "),
    ("", "A\u0301"),
    ("", "2014 2015 2016 "),
    ("", "2014–2015–2016–"),
    ("", "2014, "),
    ("", "2014 and "),
    ("", "(2015 "),
    ("", "“2015 "),
    ("", "had 2014 "),
    ("", "415 BC 413 "),
    ("", "1990s "),
    ("", "19th and 20th century "),
    ("", "June "),
    ("", "June to "),
    ("", "June–"),
    ("", "that July "),
    ("", "May "),
    ("", "12 February "),
    ("", "1st, 2nd and "),
    ("", "12.02.2015 "),
    ("", "2015-02-12 "),
    ("", "on Monday and Tuesday, "),
    ("", "last week "),
    ("", "two days later "),
    ("", "the first half of "),
)  # fmt: skip


def repeated(unit: str, length: int) -> str:
    """A text of that many characters."""
    return (unit * (length // len(unit) + 1))[:length]
