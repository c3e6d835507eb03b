"""Read the written name of a person, and say whether a given name in a text may be theirs.

It is separate from the other forms because only persons have surnames, initials and given names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from dossier.model.edtf import Bounds, period
from dossier.model.mentions import EntityId
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.names.vocabulary import NameLanguage

_TWO_SYLLABLES: Final = re.compile(r"[A-Z][a-z]+-[a-z]+")
_GIVEN_LAST: Final = re.compile(r" ([A-Z][a-z]+(?:-[A-Za-z][a-z]+)?)(?: [A-Z][a-z]+)?(?![\w-])")
_LONG: Final = 5


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of one written name, folded. ``surname`` is "" if the name has none to use alone."""

    given: tuple[str, ...]
    surname: str
    suffix: str = ""
    family_first: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """What the rules need to know about a person: given names as in name and aliases, and gender.

    ``alone`` are the surnames that an editor listed as aliases, folded, with the days for which they were
    listed: there they mean this bearer, and no other. ``inner`` are the last names before a surname, folded:
    "Castro" of Fidel Castro Ruz.
    """

    id: EntityId
    given: tuple[tuple[str, ...], ...]
    gender: str | None
    clues: frozenset[str | int]
    alone: Mapping[str, Bounds] = field(default_factory=dict)
    inner: frozenset[str] = frozenset()

    def stands_alone(self, surname: str, published: Bounds | None) -> bool:
        """Whether a surname was listed for this bearer alone, on a day of publication."""
        days = self.alone.get(fold_word(surname))
        return days is not None and (published is None or days.overlaps(published))


class SurnameReading(NamedTuple):
    """A surname with what precedes it.

    ``start`` includes given names and initials, each of which begins at one of ``starts``; ``title`` is
    the titles before them, in lower case.
    """

    start: int
    starts: tuple[int, ...]
    given: tuple[str, ...]
    title: str
    gender: str | None


def parse_person(name: str, language: NameLanguage) -> PersonName:
    """The parts of a name: "Ursula von der Leyen", "Kim Jong-un", "Martin Luther King Jr."."""
    known = language.words
    words = fold_word(name).replace(",", " ").split()
    while len(words) > 2 and words[0].lower().rstrip(".") in known.titles:
        words = words[1:]
    suffix = ""
    if len(words) > 2 and words[-1].lower().rstrip(".") in known.suffixes:
        suffix = words.pop().lower().rstrip(".")
    if len(words) < 2 or _has_no_surname(words, language):
        return PersonName(tuple(words), "", suffix)
    if (
        len(words) == 3
        and _TWO_SYLLABLES.fullmatch(words[2])
        and language.given_names.is_given_name(words[0].lower())
    ):
        # "Raymond Chan Chi-chuen": a Western given name, the family name, a Chinese given name.
        return PersonName((words[0], words[2]), words[1], suffix)
    if _family_comes_first(words, language):
        return PersonName(tuple(words[1:]), words[0], suffix, family_first=True)
    start = len(words) - 1
    if (
        start > 1
        and _is_elided(words[-1], language)
        and not language.given_names.is_given_name(words[-2].lower())
    ):
        # "Valéry Giscard d'Estaing" has a surname of two words.
        start -= 1
    while start > 1 and words[start - 1].lower() in known.particles:
        start -= 1
    return PersonName(tuple(words[:start]), " ".join(words[start:]), suffix)


def _has_no_surname(words: list[str], language: NameLanguage) -> bool:
    """Rulers and saints: "Elizabeth II", "Peter the Great", "Catherine of Aragon"."""
    known = language.words
    last = language.transliteration.surname_article.sub("", words[-1])
    if last.lower() in known.regnal or any(w in known.articles or w in known.of_words for w in words):
        return True
    return known.capitals and not last[:1].isupper() and not _is_elided(last, language)


def _is_elided(word: str, language: NameLanguage) -> bool:
    """Whether a word begins with a particle that an apostrophe joins to it: "d'Estaing"."""
    return any(
        word.startswith(particle) and word[len(particle) : len(particle) + 1].isupper()
        for particle in language.words.elided_particles
    )


def _family_comes_first(words: list[str], language: NameLanguage) -> bool:
    if len(words) == 2 and _TWO_SYLLABLES.fullmatch(words[1]):
        return True
    if language.words.surname_first:
        # Names from other languages keep their order: the first word is a given name, and the last is not.
        known = language.given_names.is_given_name
        return not known(words[0].lower()) or known(words[-1].lower())
    if words[0].lower() not in language.words.family_first or len(words) > 3:
        return False
    rest = [word.lower() for word in words[1:]]
    syllables, is_given_name = language.patterns.family_first_syllables, language.given_names.is_given_name
    if len(rest) > 1:
        short = (len(word) < _LONG or not is_given_name(word) for word in rest)
        # "Park" is no given name anywhere, so that "Chung" may be one.
        return (not is_given_name(words[0].lower()) or all(short)) and all(
            map(language.patterns.given_syllables.fullmatch, rest)
        )
    return all(syllables.fullmatch(word) and not is_given_name(word) for word in rest)


def called_by(name: str, language: NameLanguage) -> str:
    """The last given name, where texts call people by it instead of the family name: "Nguyễn Phú Trọng".

    It is "" for all others.
    """
    words = fold_word(name).split()
    if len(words) < 3 or words[0].lower() not in language.words.called_by_given:
        return ""
    return words[-1] if _family_comes_first(words, language) else ""


def is_family_first(text: str, start: int, end: int, language: NameLanguage) -> bool:
    """Whether given names follow a family name that comes first: "Kim Geun-tae", "Xi Zhongxun"."""
    match = _GIVEN_LAST.match(text, end)
    if match is None:
        return False
    family, words = text[start:end], language.words
    if len(family) >= _LONG and not words.surname_first and family.lower() not in words.family_first:
        return False
    return _family_comes_first([family, match[1]], language)


def surname_spellings(surname: str, language: NameLanguage) -> set[str]:
    """The surname with the other endings that it may have, and without an article or a particle.

    "Zelensky" is also "Zelenskyy" and "Zelenskiy", "al-Assad" also "Assad".
    """
    written = language.transliteration
    found = {surname}
    bare = written.surname_article.sub("", surname)
    if bare != surname:
        found |= {bare, *(form + bare for form in written.article_forms)}
    for ending, others in written.surname_endings.items():
        if surname.endswith(ending):
            stem = surname.removesuffix(ending)
            found |= {stem + other for other in others}
    first, _, rest = surname.partition(" ")
    if _is_elided(rest or first, language):
        found.add(" ".join(word[:1].upper() + word[1:] for word in surname.split()))
        if rest:
            found.add(first)
    if rest and first.islower():
        found.add(first.capitalize() + " " + rest)
        found.add(with_capitals(surname, language))
        if first in language.words.dropped_particles and " " not in rest:
            found.add(rest)
    return found


def with_capitals(name: str, language: NameLanguage) -> str:
    """A name with capitals in its particles: "Ursula Von Der Leyen"."""
    particles = language.words.particles
    return " ".join(word.capitalize() if word in particles else word for word in name.split(" "))


def make_person(entity: GazetteerEntity, language: NameLanguage) -> Person:
    """The parts of a person's names in the gazetteer."""
    known = language.given_names
    names = [parse_person(text, language) for text in (entity.name, *(a.text for a in entity.aliases))]
    given = tuple(dict.fromkeys(name.given for name in names if name.surname and name.given))
    gender = entity.gender
    if gender is None and given:
        gender = known.gender_of(given[0][0].lower())
    clues = frozenset(clue for names in given for name in names for clue in known.clues_of(name))
    alone = {
        fold_word(alias.text): period(alias.start, alias.end)
        for alias in entity.aliases
        if alias.kind != "weak" and " " not in alias.text.strip()
    }
    links = language.words.father_links
    inner = frozenset(
        name.given[-1]
        for name in names
        if len(name.given) > 1 and not name.family_first and name.surname.partition(" ")[0] not in links
    )
    return Person(entity.id, given, gender, clues, alone, inner)


def misfit(person: Person, given: Sequence[str], language: NameLanguage) -> int | None:
    """How badly the given names and initials before a surname fit a person: None for not at all, 0 for well.

    Names count that only the gazetteer lists, and so do names that only the text has.
    """
    tokens = [token for word in given for token in _split_initials(word)]
    if tokens and person.clues.isdisjoint(language.given_names.clues_to(tokens[0])):
        return None
    found = [
        count for known in person.given if (count := _misfit_of_one(tokens, known, language)) is not None
    ]
    return min(found, default=None)


def _misfit_of_one(tokens: Sequence[str], known: Sequence[str], language: NameLanguage) -> int | None:
    clues_of, clues_to = language.given_names.clues_of, language.given_names.clues_to
    at = matched = odd = 0
    for token in tokens:
        for number in range(at, len(known)):
            if number > matched == 0 and _is_initial(known[number]) and not _is_initial(token):
                # "Mary Kennedy" is not David M. Kennedy.
                continue
            if not clues_of(known[number]).isdisjoint(clues_to(token)):
                odd += number - at
                at, matched = number + 1, matched + 1
                break
        else:
            # A middle name that the gazetteer does not list is no evidence; one that differs from it is.
            if matched == 0 or (at < len(known) and len(token.rstrip(".")) > 1):
                return None
            odd += 1
    return odd


def _is_initial(name: str) -> bool:
    return len(name.rstrip(".")) < 2


def _split_initials(word: str) -> list[str]:
    if "." in word and len(word) > 2:
        return [letter for letter in word.replace("-", ".").split(".") if letter]
    return [word]
