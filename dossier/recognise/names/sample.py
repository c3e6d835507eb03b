"""A small gazetteer over which the examples of the rules are read, with the publication date 2021-12-08."""

from __future__ import annotations

from typing import Final

from dossier.model.fields import Alias
from dossier.model.mentions import EntityId
from dossier.recognise.names.gazetteer import GazetteerEntity, OfficeTerm

PUBLISHED: Final = "2021-12-08"
# What the front matter of the example of a rule declares.
DECLARED: Final = {"declared-surname": frozenset({EntityId("george-w-bush")})}
_US_PRESIDENT: Final = EntityId("president-of-the-united-states")


def _person(entity: str, name: str, *offices: OfficeTerm) -> GazetteerEntity:
    return GazetteerEntity(EntityId(entity), "person", name, offices=offices)


def _thing(entity: str, kind: str, name: str, *aliases: Alias) -> GazetteerEntity:
    return GazetteerEntity(EntityId(entity), kind, name, aliases)


def _us_president(start: str, end: str | None) -> OfficeTerm:
    return OfficeTerm("President of the United States", "United States", start, end, _US_PRESIDENT)


SAMPLE: Final = (
    _person("joe-biden", "Joe Biden", _us_president("2021-01-20", "2025-01-20")),
    _person("george-w-bush", "George W. Bush", _us_president("2001-01-20", "2009-01-20")),
    _person("george-h-w-bush", "George H. W. Bush", _us_president("1989-01-20", "1993-01-20")),
    _person("bill-clinton", "Bill Clinton", _us_president("1993-01-20", "2001-01-20")),
    _person(
        "hillary-clinton",
        "Hillary Clinton",
        OfficeTerm("Secretary of State", "United States", "2009-01-21", "2013-02-01"),
    ),
    _person(
        "vladimir-putin", "Vladimir Putin", OfficeTerm("President of Russia", "Russia", "2012-05-07", None)
    ),
    _person(
        "sergey-lavrov",
        "Sergey Lavrov",
        OfficeTerm("Minister of Foreign Affairs of Russia", "Russia", "2004-03-09", None),
    ),
    _person(
        "angela-merkel",
        "Angela Merkel",
        OfficeTerm("Chancellor of Germany", "Germany", "2005-11-22", "2021-12-08"),
    ),
    _person(
        "jake-sullivan",
        "Jake Sullivan",
        OfficeTerm("National Security Advisor", "United States", "2021-01-20", None),
    ),
    _person("mary-sullivan", "Mary Sullivan"),
    _person("olaf-scholz", "Olaf Scholz", OfficeTerm("Chancellor of Germany", "Germany", "2021-12-08", None)),
    GazetteerEntity(
        _US_PRESIDENT,
        "position",
        "President of the United States",
        phrases=("US President",),
        excludes=("former",),
        jurisdiction="United States",
    ),
    _thing("minsk-agreements", "agreement", "Minsk agreements", Alias("Minsk II")),
    _thing("budapest-memorandum", "agreement", "Budapest Memorandum"),
    _thing(
        "osce",
        "organisation",
        "Organization for Security and Co-operation in Europe",
        Alias("OSCE"),
        Alias("The Organization", "weak"),
    ),
    _thing("trilateral-contact-group", "organisation", "Trilateral Contact Group"),
    _thing("minsk", "place", "Minsk"),
    _thing("georgia", "place", "Georgia", Alias("Republic of Georgia")),
    _thing("state-of-georgia", "place", "Georgia", Alias("State of Georgia")),
)
