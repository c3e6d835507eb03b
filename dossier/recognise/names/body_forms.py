"""Derive the short forms of bodies: of organisations, agreements, events and other things with long names.

"Trilateral Contact Group" is also "Trilateral Contact", "Contact Group", "the Group" and "TCG". None of them
says enough by itself: most count only once a text has given the full name.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Final

from dossier.recognise.names.meanings import FormKind
from dossier.recognise.names.variants import name_variants
from dossier.recognise.names.vocabulary import NameLanguage

_COMPOUND: Final = re.compile("[-–—/]")


def body_forms(name: str, kind: str, language: NameLanguage) -> Iterator[tuple[str, FormKind]]:
    """Short forms of organisations, agreements, events and other entities with names of several words."""
    bare = _without_legal_form(name, language)
    words = bare.split()
    if bare != name and bare:
        yield from _bare_forms(bare, kind, language)
    if len(words) < 2:
        first, hyphen, _ = bare.partition("-")
        if hyphen:
            yield first, "acronym" if _is_acronym(first, language) else "short"
        return
    without_country = tuple(_without_country(words, language))
    yield from _shorter_forms(words, without_country, kind, language)
    if kind == "organisation":
        school = language.short_names.school.fullmatch(name)
        if school is not None and says_enough((own := school["own"] or school["place"]).split(), language):
            yield own, "school"
        yield from ((place, "team") for place in _team_forms(name, language) if len(place) > 3)
    heads = language.short_names.heads
    for head in {words[0], words[-1]}:
        if head.lower() in heads:
            yield head[:1].upper() + head[1:] if language.capitals else head, "head"
    for part in (words, name.replace(",", "").split(), *map(str.split, without_country)):
        acronym = _acronym(part, language)
        if len(acronym) > 2 and language.jurisdictions.find(acronym) is None:
            yield acronym, "acronym"


def _bare_forms(bare: str, kind: str, language: NameLanguage) -> Iterator[tuple[str, FormKind]]:
    """A company's name without its legal form: a name if it has several words, else a bare word."""
    form: FormKind = "name" if " " in bare else "bare"
    yield from ((variant, form) for variant in name_variants(bare, kind, language))


def _shorter_forms(
    words: list[str], without_country: tuple[str, ...], kind: str, language: NameLanguage
) -> Iterator[tuple[str, FormKind]]:
    """The name without its last words, without its first word, and without its country."""
    prefixes = tuple(_prefixes(words, language))
    if kind == "organisation":
        shorter = (*prefixes, *_suffixes(words, language), *without_country)
    else:
        shorter = (*(text for text in prefixes if " " in text), *without_country)
    for text in shorter:
        if may_begin(text, language) and text.lower() not in language.short_names.heads:
            yield from ((variant, "short") for variant in {text, text.replace("'", "")})
    first, last = words[0], words[-1].lower().rstrip(".")
    if len(words) == 2 and last in language.words.legal_forms and _is_acronym(first, language):
        yield first, "acronym"


def _team_forms(name: str, language: NameLanguage) -> Iterator[str]:
    """What a team's name begins with: "Boston" of "Boston Red Sox", "Chelsea" of "Chelsea FC".

    As a rule that is a place; it means the team only where the text speaks of sport.
    """
    named = language.short_names.team.fullmatch(name)
    if named is not None:
        yield named["place"]
        return
    words = name.split()
    if len(words) < 2:
        return
    clubs = language.words.clubs
    if words[-1].replace(".", "") in clubs:
        yield " ".join(words[:-1])
    elif words[0].replace(".", "") in clubs:
        yield " ".join(words[1:])
    elif _is_nickname(words[-1], language):
        yield from (" ".join(words[:size]) for size in range(1, len(words)))


def _is_nickname(word: str, language: NameLanguage) -> bool:
    """Whether the last word of a name may be the nickname of a team: "Orioles", and not "Airlines"."""
    return (
        word[0].isupper()
        and word.endswith(language.short_names.nickname_endings)
        and not _in(word, language.words.company_ends)
        and not _in(word, language.words.institutions)
    )


def _is_acronym(word: str, language: NameLanguage) -> bool:
    """Whether a word has three or more capitals and nothing else: "CME" of "CME Group"."""
    return len(word) > 2 and word.isalpha() and word.isupper() and language.capitals


def _prefixes(words: list[str], language: NameLanguage) -> Iterator[str]:
    """The name without its last words, as long as the rest is a name and not a plain word."""
    short, known = language.short_names, language.words
    for size in range(1, len(words)):
        part = words[:size]
        last, following = part[-1].lower(), words[size].lower()
        if last in short.small or following in known.public_heads or last in known.landforms:
            continue
        if following in short.small and not (size == 1 and following in short.joins):
            continue
        if may_begin(part[0], language) and says_enough(part, language):
            yield " ".join(part)


def _suffixes(words: list[str], language: NameLanguage) -> Iterator[str]:
    """The name without its first word, if at least two words remain: "Contact Group"."""
    rest = words[1:]
    if len(rest) > 1 and all(may_begin(word, language) for word in rest) and says_enough(rest[:-1], language):
        yield " ".join(rest)


def may_begin(name: str, language: NameLanguage) -> bool:
    """Whether a name can begin like this: with a capital, if names have one."""
    return name[:1].isupper() or not language.capitals


def _without_country(words: list[str], language: NameLanguage) -> Iterator[str]:
    """The name without the country or body before it: "Millennium Declaration" for the United Nations'."""
    for size in (1, 2):
        rest = words[size:]
        if not rest or rest[0].lower() in language.short_names.small:
            continue
        if language.jurisdictions.find(" ".join(words[:size])) is not None:
            yield " ".join(rest)


def says_enough(words: list[str], language: NameLanguage) -> bool:
    """Whether the first words of a name can stand for it: not "National", "Russia", "Ohio" or "US-Russia"."""
    text = " ".join(words)
    countries = language.jurisdictions
    if countries.find(text) is not None or text.lower() in language.state_names:
        return False
    if len(text) < 3 or text.isdigit():
        return False
    parts = [part for word in words for part in _COMPOUND.split(word) if part]
    if len(parts) == 1 and _is_ordinary(parts[0].lower(), language):
        return False
    plain, demonyms = language.short_names.plain, countries.demonyms
    return not all(
        part.lower() in plain or part.lower() in demonyms or countries.find(part) is not None
        for part in parts
    )


def _is_ordinary(word: str, language: NameLanguage) -> bool:
    """Whether a word is not a name by itself: "Open", "Armed", "Security", "December", "Russia's"."""
    short, possessive = language.short_names, language.spelling.possessive
    if possessive and word.endswith(possessive):
        return language.jurisdictions.find(word.removesuffix(possessive)) is not None
    return word in short.ordinary or word.endswith(short.ordinary_endings)


def is_distinctive(name: str, language: NameLanguage) -> bool:
    """Whether a single word is nothing but a name of a body, as far as the language knows.

    It is no ordinary word, no given name, and no place that is known or is a surname too.
    """
    lower, words = name.lower(), language.words
    return not (
        _is_ordinary(lower, language)
        or lower in language.short_names.plain
        or lower in words.place_surnames
        or lower in words.namesake_cities
        or lower in language.state_names
        or language.given_names.is_given_name(lower)
        or lower in language.jurisdictions.demonyms
        or language.jurisdictions.find(name) is not None
    )


def _without_legal_form(name: str, language: NameLanguage) -> str:
    """A company's name without its legal form at either end, and without the "&" that this leaves."""
    short = language.short_names
    words = name.replace(",", "").split()
    count = len(words)
    while len(words) > 1 and _in(words[-1], short.dropped_forms):
        words.pop()
    while len(words) > 1 and len(words) < count and words[-1].lower() in short.joins:
        words.pop()
    while len(words) > 1 and words[0].lower() in short.dropped_first:
        words.pop(0)
    return " ".join(words)


def _in(word: str, words: Container[str]) -> bool:
    """Whether a list has a word, which may have full stops: "S.A."."""
    return word.lower().replace(".", "") in words


def _acronym(words: list[str], language: NameLanguage) -> str:
    small = language.short_names.small
    return "".join(w[0] for w in words if w.lower() not in small and w[0].isupper())
