"""Put the rules of recognition and the reasons for refusals into sentences for an editor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dossier.model.linked import NoLink
from dossier.recognise.language_data import Rule
from dossier.recognise.languages import Language
from dossier.recognise.languages import language as find_language

#: What a mention that is no link counts for nevertheless.
NOTES: Final[Mapping[NoLink, str]] = {
    "": "",
    "heading": "It stands in a heading, which holds no links; the mention counts.",
    "link": "It stands in a link of the author, and links do not nest; the mention counts.",
    "label": "It stands in a title that opens or closes something; the mention counts.",
    "html": "It stands in a block of HTML, which is left as it is written; the mention counts.",
    "earlier": "An earlier mention in this section is the link; this one counts too.",
    "markup": "Markup begins or ends inside of the words, so they are no link; the mention counts.",
}
NOT_LISTED: Final = "No title, alias or office in the dossier is written like this."
_BY_HAND: Final = "by-hand"
_BY_HAND_SAYS: Final = "The text itself says so, with [[…]] or a link to the file."
_DECLARED: Final = "declared-surname"
_LINKED_SAYS: Final = (
    "A surname of which the text itself names just one bearer, with [[…]] or a link to the file."
)
_LINKED_OTHERS: Final = "the text does not name them with [[…]] or a link to the file"
_MOST_LINES: Final = 5


class Sentences:
    """The sentences of one language's rules; English has those that the language lacks."""

    def __init__(self, language: Language) -> None:
        english = find_language("en")
        self._rules: Final = _by_name(english.names.rules, language.names.rules)
        self._refusals: Final = _by_name(english.names.refusals, language.names.refusals)
        self._date_refusals: Final = _by_name(english.dates.refusals, language.dates.refusals)
        self._dates: Final = _by_name(english.dates.rules, language.dates.rules)

    def rule(self, name: str, *, by_hand: bool = False) -> str:
        """What a rule of names says; `by_hand` says that a link in the text declares the entity."""
        if by_hand and name == _DECLARED:
            return _LINKED_SAYS
        return _BY_HAND_SAYS if name == _BY_HAND else _says(self._rules, name)

    def refusal(self, name: str) -> str:
        """Why a name is not linked: a reason, or a rule that left it open between several."""
        return _says(self._refusals, name) or _says(self._rules, name)

    def clause(self, name: str) -> str:
        """Why a name is not linked, as a part of a sentence."""
        says = self.refusal(name).rstrip(".")
        return says[:1].lower() + says[1:]

    def date_rule(self, name: str) -> str:
        """What a rule of dates says, else what it says without the date that it counts from."""
        return _says(self._dates, name) or _says(self._dates, name.partition(",")[0])

    def date_refusal(self, name: str) -> str:
        """Why something is no date."""
        return _says(self._date_refusals, name)

    def others(self, rule: str, *, by_hand: bool = False) -> str:
        """Why a rule of names passes over others of that name, "" if it says nothing about them."""
        if by_hand and rule == _DECLARED:
            return _LINKED_OTHERS
        known = self._rules.get(rule)
        return known.others if known else ""


def also_in(lines: Sequence[int]) -> str:
    """Where else a text has the same words, by the line of each place; "" if it does not have them again."""
    if not lines:
        return ""
    distinct = list(dict.fromkeys(lines))
    shown = ", ".join(map(str, distinct[:_MOST_LINES]))
    shown += " and others" if len(distinct) > _MOST_LINES else ""
    places = "1 more place" if len(lines) == 1 else f"{len(lines):,} more places"
    return f"The text has the same words at {places}, in line{'s' if len(distinct) > 1 else ''} {shown}."


def _by_name(*tables: tuple[Rule, ...]) -> dict[str, Rule]:
    return {rule.name: rule for table in tables for rule in table}


def _says(rules: Mapping[str, Rule], name: str) -> str:
    return rules[name].says if name in rules else ""
