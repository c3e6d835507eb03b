"""Write a listed name in the other ways that a text may use.

They differ in case, numerals, British and American spelling, hyphens and apostrophes, "and", the place of
"of", and a country's name for its adjective. None of them says more or less than the name itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from dossier.recognise.language_data import NO_PATTERN
from dossier.recognise.names.templates import fill
from dossier.recognise.names.vocabulary import NameLanguage

_ROMAN: Final = ("", "I", "II", "III", "IV", "V", "VI")
_JOINED: Final = re.compile(r"[a-z]-[a-zA-Z]")
# A word with another capital after a small letter: "BlueScope".
_INNER_CAPITAL: Final = re.compile(r"\b[A-Z][a-z]{2,}[A-Z][a-z]{2,}\b")
_AFTER_HYPHEN: Final = re.compile(r"(?<=[a-z]-)[a-z](?=[a-z]{3})")
_MOST: Final = 48


def name_variants(name: str, kind: str, language: NameLanguage) -> set[str]:
    """The ways to write a folded name, including itself. ``kind`` is the entity's type."""
    found = {name}
    if " " in name or "-" in name or "'" in name:
        for step in (_spelling, _spelling, _marks, _numerals, _country, _nation):
            found |= {variant for text in tuple(found) for variant in step(text, language)}
            if len(found) > _MOST:
                break
        if kind != "person":
            found |= {variant for text in tuple(found) for variant in _order(text, kind, language)}
        else:
            found |= {variant for text in tuple(found) for variant in _syllables(text)}
    return {variant for text in found for variant in _cases(text, kind, language) if variant}


def spelled_words(name: str, kind: str, language: NameLanguage) -> list[str]:
    """A folded name first, and what other ways to write its single words make of it.

    These are words with and without their shortening ("St Andrews", "St. Andrews", "Saint Andrews") and, for
    anything but a person, words without the capital inside them ("Bluescope" for "BlueScope").
    """
    found = [name]
    if (
        kind != "person"
        and (plain := _INNER_CAPITAL.sub(lambda match: match.group().capitalize(), name)) != name
    ):
        found.append(plain)
    pattern, written = _shortenings(tuple(language.spelling.shortened.items()))
    match = pattern.search(name)
    if match is None:
        return found
    word = match[1].rstrip(".")
    return found + [
        text[: match.start()] + other + text[match.end() :]
        for text in found
        for other in written[word]
        if other != match[1]
    ]


@lru_cache(maxsize=16)
def _shortenings(
    words: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[re.Pattern[str], Mapping[str, tuple[str, ...]]]:
    """A pattern for a word that is or may be shortened, as its group, and all the ways to write each."""
    written: dict[str, tuple[str, ...]] = {}
    for word, shorter in words:
        with_stops = tuple(text for short in shorter for text in (short, f"{short}."))
        for text in (word, *shorter):
            written[text] = tuple(dict.fromkeys((*written.get(text, ()), word, *with_stops)))
    if not written:
        return NO_PATTERN, written
    longest_first = sorted(map(re.escape, written), key=len, reverse=True)
    return re.compile(rf"(?<![\w.'-])((?:{'|'.join(longest_first)})\b\.?)(?=[ -]\w|$)"), written


def _spelling(name: str, language: NameLanguage) -> set[str]:
    found = set()
    words = language.spelling
    for one, other in words.spellings.items():
        for written, pattern in _pairs(one, other, words.other_words):
            match = pattern.search(name)
            if match:
                text = written.capitalize() if match.group()[0].isupper() else written
                found.add(name[: match.start()] + text + name[match.end() :])
    return found


@lru_cache(maxsize=1024)
def _pairs(one: str, other: str, not_meant: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each of two spellings, with a pattern for the other one at the beginning of a word."""
    return (other, _beginning(one, not_meant)), (one, _beginning(other, not_meant))


def _beginning(word: str, not_meant: tuple[str, ...]) -> re.Pattern[str]:
    others = "".join(f"(?!{re.escape(each)})" for each in not_meant if each.startswith(word))
    return re.compile(rf"\b{others}{re.escape(word)}", re.IGNORECASE)


def _marks(name: str, language: NameLanguage) -> set[str]:
    words = language.spelling
    found = set()
    if "-" in name:
        found.add(name.replace("-", " "))
    if words.ampersand:
        joined = f" {words.ampersand} "
        if " & " in name:
            found.add(name.replace(" & ", joined))
        if joined in name:
            found.add(name.replace(joined, " & "))
    if "'" in name:
        found |= {name.replace("'", ""), name.replace(f"{words.possessive} ", " ")}
    if "." in name:
        found.add(name.replace(".", ""))
    return found


def _numerals(name: str, _language: NameLanguage) -> set[str]:
    """Other numerals: "Minsk II", "Minsk-2" and "Minsk 2" are the same."""
    head, gap, last = name.replace("-", " ").rpartition(" ")
    if not gap:
        return set()
    if last in _ROMAN:
        number = _ROMAN.index(last)
    elif last.isdigit() and 0 < int(last) < len(_ROMAN):
        number = int(last)
    else:
        return set()
    return {f"{head}{mark}{text}" for mark in (" ", "-") for text in (str(number), _ROMAN[number])}


def _country(name: str, language: NameLanguage) -> set[str]:
    """A country's name at the start, in another form: "United States Senate", "U.S. Senate"."""
    spelling = language.spelling
    for size in (2, 1, 3):
        words = name.split(" ")
        if len(words) <= size:
            continue
        first, rest = " ".join(words[:size]), " ".join(words[size:])
        place = language.jurisdictions.find(first)
        if place is not None and not (rest[0].islower() and language.capitals):
            short = [n for n in (*place.names, *place.adjectives) if n.isupper() or n == first]
            found = set(fill(spelling.country_phrases, name=short, rest=(rest,)))
            if rest.split()[-1].lower() in language.words.small_nouns:
                found.update(fill(spelling.of_country_phrases, name=place.names[:1], rest=(rest,)))
            return found
    return set()


def _nation(name: str, language: NameLanguage) -> set[str]:
    """A nation's adjective at the start, written as its name: "Russian invasion", "Russia's invasion"."""
    first, gap, rest = name.partition(" ")
    place = language.jurisdictions.by_adjective(first) if gap else None
    if place is None:
        return set()
    templates = language.spelling.nation_phrases
    return set(fill(templates, adjective=place.adjectives, name=place.names, rest=(rest,)))


def _order(name: str, kind: str, language: NameLanguage) -> set[str]:
    """The other order: "Treaty on Open Skies", "Open Skies Treaty"; "Tagus River", "River Tagus"."""
    spelling = language.spelling
    found: set[str] = set()
    match = spelling.of_name.fullmatch(name)
    if match and (kind == "agreement" or match["noun"].lower() in language.words.agreement_nouns):
        found.update(fill(spelling.turned_phrases, noun=(match["noun"],), rest=(match["rest"],)))
    if ministry := spelling.ministry.fullmatch(name):
        found.update(_ministry(ministry, language))
    water = spelling.water.fullmatch(name) if kind == "place" else None
    if water:
        noun, rest = water["noun"] or water["noun_behind"], water["name"] or water["name_before"]
        parts = {"noun": (noun,), "small_noun": (noun.lower(),), "name": (rest,)}
        found.update(fill(spelling.water_phrases, **parts))
    return found


def _ministry(match: re.Match[str], language: NameLanguage) -> Iterator[str]:
    """The short names of a country's ministry: "Russian Foreign Ministry", "Russia's foreign ministry"."""
    place = language.jurisdictions.find(match["place"])
    if place is None:
        return
    spelling = language.spelling
    subject = spelling.fields.get(match["field"], match["field"])
    short = tuple(fill(spelling.ministry_phrases, field=(subject,), noun=(match["noun"],)))
    yield from fill(
        spelling.nation_phrases,
        adjective=place.adjectives,
        name=place.names,
        rest=(*short, *map(str.lower, short)),
    )


def _syllables(name: str) -> set[str]:
    """Syllables joined and separated: "Kim Jong-un", "Kim Jong-Un", "Kim Jong Un"."""
    if not _JOINED.search(name):
        return set()
    joined = re.sub(r"(?<=[a-z])-([a-zA-Z])", lambda m: "-" + m[1].upper(), name)
    return {
        joined,
        joined.replace("-", " "),
        re.sub(r"(?<=[a-z])-([A-Z])", lambda m: "-" + m[1].lower(), name),
    }


def _cases(name: str, kind: str, language: NameLanguage) -> set[str]:
    """As written, with small or capital nouns, at the start of a sentence, and in capitals."""
    nouns = language.words.small_nouns
    agreements = language.words.agreement_nouns
    words = name.split(" ")
    found = {name}
    if kind != "person" and "-" in name:
        found.add(_AFTER_HYPHEN.sub(lambda match: match.group().upper(), name))
    if len(words) > 1 and kind != "person":
        found.add(" ".join(w[:1].upper() + w[1:] if len(w) > 3 else w for w in words))
        small = [w.lower() if n and w.lower() in nouns else w for n, w in enumerate(words)]
        found.add(" ".join(small))
        if words[0].lower() in agreements or (kind == "event" and words[1] in language.spelling.small_before):
            found.add(words[0].lower() + name[len(words[0]) :])
    if name[:1].islower():
        found.add(name[:1].upper() + name[1:])
    if len(name) > 3:
        found.add(name.upper())
    if len(words) == 1 and name.isupper() and name.isalpha() and kind != "person":
        # "Nato", as some papers write it, and "U.N.".
        found.add(name.capitalize() if len(name) > 3 else "".join(letter + "." for letter in name))
    if len(words) > 1 and words[0].lower() in language.words.articles:
        found |= {text[len(words[0]) + 1 :] for text in found}
    if kind == "agreement" and language.spelling.plural:
        found = _in_other_number(found, is_agreement=words[-1].lower() in agreements, language=language)
    return found


def _in_other_number(names: set[str], *, is_agreement: bool, language: NameLanguage) -> set[str]:
    """The names of agreements in the singular and plural: "Minsk agreement", "Minsk agreements"."""
    plural, agreements = language.spelling.plural, language.words.agreement_nouns
    several = {text + plural for text in names if is_agreement and not text.endswith(plural)}
    found = names | several
    one = {text.removesuffix(plural) for text in found if text.endswith(plural)}
    return found | {text for text in one if text.rpartition(" ")[2].lower() in agreements}
