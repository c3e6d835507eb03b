"""Derive the short forms of bodies: of organisations, agreements, events and other things with long names.

"Trilateral Contact Group" is also "Trilateral Contact", "Contact Group", "the Group" and "TCG". None of them
says enough by itself: most count only once a text has given the full name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dossier.recognise.names.meanings import FormKind
from dossier.recognise.names.vocabulary import NameLanguage

_COMPOUND: Final = re.compile("[-–—/]")


def body_forms(name: str, kind: str, language: NameLanguage) -> Iterator[tuple[str, FormKind]]:
    """Short forms of organisations, agreements, events and other entities with names of several words."""
    bare = _without_legal_form(name, language)
    words = bare.split()
    if bare != name and bare:
        yield bare, "name" if len(words) > 1 else "short"
    if len(words) < 2:
        if "-" in bare:
            yield bare.partition("-")[0], "short"
        return
    heads = language.short_names.heads
    without_country = tuple(_without_country(words, language))
    shorter = (
        (*_prefixes(words, language), *_suffixes(words, language), *without_country)
        if kind == "organisation"
        else (*(text for text in _prefixes(words, language) if " " in text), *without_country)
    )
    for text in shorter:
        if may_begin(text, language) and text.lower() not in heads:
            yield from ((variant, "short") for variant in {text, text.replace("'", "")})
    for head in {words[0], words[-1]}:
        if head.lower() in heads:
            yield head[:1].upper() + head[1:] if language.capitals else head, "head"
    for part in (words, name.replace(",", "").split(), *map(str.split, without_country)):
        acronym = _acronym(part, language)
        if len(acronym) > 2:
            yield acronym, "acronym"


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
    """Whether the first words of a name can stand for it: not "National", "Russia" or "US-Russia"."""
    text = " ".join(words)
    countries = language.jurisdictions
    if countries.find(text) is not None or len(text) < 3 or text.isdigit():
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


def _without_legal_form(name: str, language: NameLanguage) -> str:
    words = name.replace(",", "").split()
    while len(words) > 1 and words[-1].lower().rstrip(".") in language.short_names.dropped_forms:
        words.pop()
    return " ".join(words)


def _acronym(words: list[str], language: NameLanguage) -> str:
    small = language.short_names.small
    return "".join(w[0] for w in words if w.lower() not in small and w[0].isupper())
