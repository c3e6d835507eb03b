"""Give the case forms of names in every language that has them, for search and for suggestions.

A name often comes without its language: its letters show in which languages it may have forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import Final

from dossier.recognise.languages import inflections

_APOSTROPHES: Final = "'’ʼ"
_QUOTES: Final = '«»"„“”().,;:!?'


@lru_cache(maxsize=4096)
def inflected(name: str, language: str) -> tuple[str, ...]:
    """A name and its case forms, each once, the name itself first.

    Args:
        name: the nominative, as running text has it.
        language: a code (ISO 639-1); where the package has no inflection for it, the result is empty.
    """
    inflection = inflections().get(language)
    return inflection.forms(name) if inflection else ()


def languages_of(name: str, language: str | None) -> tuple[str, ...]:
    """The languages in which to inflect a name: its own, else those that its letters show.

    If they show none, all languages with its script. A name in a script without case forms, or in another
    language, has none.
    """
    known = inflections()
    if language is not None:
        return (language,) if language in known else ()
    written = tuple(code for code, each in known.items() if each.words.script.search(name))
    return tuple(code for code in written if known[code].words.marks.search(name)) or written


def is_given_name_or_patronymic(word: str) -> bool:
    """Whether a word, in the nominative, is a given name or a patronymic of a language with case forms."""
    return any(inflection.is_given_name(word) for inflection in inflections().values())


def spellings(word: str) -> tuple[str, ...]:
    """A word and the other ways to type it: "Зеленый", "Киів", with each apostrophe and without."""
    tables, otherwise = _typed()
    if not otherwise.search(word):
        return (word,)
    found = [word]
    for table in tables:
        found += [each.translate(table) for each in found]
    if any(mark in word for mark in _APOSTROPHES):
        found = [re.sub(f"[{_APOSTROPHES}]", mark, each) for each in found for mark in (*_APOSTROPHES, "")]
    return tuple(dict.fromkeys(found))


@cache
def _typed() -> tuple[list[dict[int, int]], re.Pattern[str]]:
    """The translations for letters that readers type as others, and a pattern for words with such letters."""
    letters = {one: other for each in inflections().values() for one, other in each.words.typed.items()}
    tables = [str.maketrans(one + one.upper(), other + other.upper()) for one, other in letters.items()]
    either = "".join(letters) + "".join(letters).upper()
    return tables, re.compile(f"[{re.escape(either)}{_APOSTROPHES}]")


def search_words(names: Iterable[tuple[str, str | None]]) -> tuple[str, ...]:
    """The distinct words by which a reader may search for an item, in the order of its names.

    Only names in a script with case forms give words: the page has all other names as they are. Names in
    languages without case forms give their own words. Words keep their capitals and hyphens, and lose the
    marks around them.

    Args:
        names: each name with its language (ISO 639-1), or with None where it is not stated.
    """
    found: dict[str, None] = {}
    for name, language in names:
        of_each = [inflected(name, each) for each in languages_of(name, language)]
        for form in chain((name,), *of_each):
            found.update(dict.fromkeys(_words(form)))
    return tuple(dict.fromkeys(chain.from_iterable(map(spellings, found))))


def _words(form: str) -> Iterator[str]:
    """The words of one form without the marks around them, except single letters and other scripts."""
    scripts = _scripts()
    for part in form.split():
        word = part.strip(_QUOTES)
        if len(word) > 1 and any(script.search(word) for script in scripts):
            yield word


@cache
def _scripts() -> tuple[re.Pattern[str], ...]:
    return tuple(dict.fromkeys(each.words.script for each in inflections().values()))
