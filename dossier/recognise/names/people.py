"""Reading a surname in its place: what stands before it in, who may be meant out.

"S.V. Lavrov", "Sergei Lavrov", "Foreign Minister Lavrov" and "Jeb Bush" are all a surname with
something before it; what that is decides who is meant, and whether somebody else bears the name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from dossier.model.mentions import EntityId
from dossier.recognise.names.context import Word, in_headline, starts_sentence, words_back
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.names.given_names import gender_of_given
from dossier.recognise.names.guards import Page
from dossier.recognise.names.jurisdictions import demonyms
from dossier.recognise.names.persons import clues_of, clues_to, parse_person
from dossier.recognise.names.words import CALENDAR, FEMALE_TITLES, FUNCTION, MALE_TITLES, PARTICLES, TITLES

# "Secretary of State", "Minister for Foreign Affairs": titles with capitals that are no given names.
_TITLE_PHRASE: Final = re.compile(
    r"\b((?:(?:[Dd]eputy|[Vv]ice|[Aa]ssistant|[Uu]nder) )?(?:[Ss]ecretary|[Mm]inister|[Cc]hair\w*|"
    r"[Ss]peaker|[Dd]irector|[Aa]dvis[eo]r|[Rr]epresentative) "
    r"(?:of|for) (?:the )?(?:[A-Z][\w-]+ (?:and )?){1,4})(?<= )$"
)


@dataclass(frozen=True, slots=True)
class Person:
    """What the rules need to know of a person: given names as written in name and aliases, and gender."""

    id: EntityId
    given: tuple[tuple[str, ...], ...]
    gender: str | None
    clues: frozenset[str | int]


def make_person(entity: GazetteerEntity) -> Person:
    """A person of the gazetteer, read for its parts."""
    names = [parse_person(text) for text in (entity.name, *(a.text for a in entity.aliases))]
    given = tuple(dict.fromkeys(name.given for name in names if name.surname and name.given))
    gender = entity.gender
    if gender is None and given:
        gender = gender_of_given(given[0][0].lower())
    clues = frozenset(clue for names in given for name in names for clue in clues_of(name))
    return Person(entity.id, given, gender, clues)


class SurnameReading(NamedTuple):
    """A surname with what stands before it.

    ``start`` includes given names and initials, each of which begins at one of ``starts``; ``title`` is
    the run of titles before them, lower case.
    """

    start: int
    starts: tuple[int, ...]
    given: tuple[str, ...]
    title: str
    gender: str | None


def read_before(page: Page, start: int) -> SurnameReading:
    """Read given names, initials and titles before a surname that begins at `start`."""
    text = page.text
    window = text[max(0, start - 70) : start]
    phrase = _TITLE_PHRASE.search(window) if " of " in window or " for " in window else None
    if phrase is not None:
        return SurnameReading(start, (), (), phrase[1].lower().strip(), None)
    given: list[str] = []
    titles: list[str] = []
    begins: list[int] = []
    headline: bool | None = None
    for word in words_back(text, start):
        lower = word.lower.removeprefix("then-").removeprefix("ex-")
        if lower in TITLES and (word.capital or not given or titles):
            titles.append(lower)
            continue
        if titles or not word.capital:
            if lower in PARTICLES and not titles and not given:
                given.append(word.text)
                begins.append(word.start)
                continue
            break
        if not _may_be_given(text, word) or word.start + len(word.text) in page.ends:
            break
        if headline is None:
            headline = in_headline(text, start, start + 1)
        if headline and not word.initials and not page.is_given_name(word.text):
            break
        given.append(fold_word(word.text))
        begins.append(word.start)
    title = " ".join(reversed(titles))
    return SurnameReading(
        begins[-1] if begins else start,
        tuple(reversed(begins)),
        tuple(reversed(given)),
        title,
        gender_of_title(title),
    )


def _may_be_given(text: str, word: Word) -> bool:
    lower = word.lower
    if word.initials:
        return word.text not in ("I", "A") or not starts_sentence(text, word.start)
    if lower in CALENDAR or lower in demonyms() or word.possessive:
        return False
    if word.text[-1] == ".":
        return False
    return lower not in FUNCTION


def gender_of_title(title: str) -> str | None:
    """The gender that a title gives away, if any."""
    if not title:
        return None
    words = set(title.split())
    if words & FEMALE_TITLES:
        return "f"
    return "m" if words & MALE_TITLES else None


def misfit(person: Person, given: Sequence[str]) -> int | None:
    """How badly the given names and initials before a surname fit a person: None not at all, 0 well.

    What the gazetteer lists and the text passes over counts, and so does what only the text has.
    """
    tokens = [token for word in given for token in _split_initials(word)]
    if tokens and person.clues.isdisjoint(clues_to(tokens[0])):
        return None
    found = [count for known in person.given if (count := _misfit_of_one(tokens, known)) is not None]
    return min(found, default=None)


def _misfit_of_one(tokens: Sequence[str], known: Sequence[str]) -> int | None:
    at = matched = odd = 0
    for token in tokens:
        for number in range(at, len(known)):
            if not clues_of(known[number]).isdisjoint(clues_to(token)):
                odd += number - at
                at, matched = number + 1, matched + 1
                break
        else:
            # A middle name that the gazetteer does not list says nothing; one that differs from it does.
            if matched == 0 or (at < len(known) and len(token.rstrip(".")) > 1):
                return None
            odd += 1
    return odd


def _split_initials(word: str) -> list[str]:
    if "." in word and len(word) > 2:
        return [letter for letter in word.replace("-", ".").split(".") if letter]
    return [word]
