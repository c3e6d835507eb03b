"""Guess the type of a name from the places where it stands, with the reasons.

Each rule gives points to a type for words in the name or beside it. Nothing here decides for an editor: the
reasons are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from dossier.edit.suggest.clues import Clues, is_numeral
from dossier.edit.suggest.tokens import Name
from dossier.recognise.names.context import word_after, word_before, words_before
from dossier.recognise.names.fold import fold_word

_COMMA: Final = re.compile(r"([\w’'-]+), $")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]+")
_YEAR_BEFORE: Final = re.compile(r"\b(?:1[89]|20)\d\d $")

Clue = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Sight:
    """One place where a name stands.

    Attributes:
        name: the name, with its offsets in the text.
        text: the text of the article.
        before: the type of the entity directly before the name, "" where there is none.
        after: the type of the entity after the name and a comma.
        beside: the type of the entity beyond an "and" or a comma before the name, or an "and" after it.
    """

    name: Name
    text: str
    before: str = ""
    after: str = ""
    beside: str = ""


def guess(sights: Iterable[Sight], clues: Clues) -> tuple[str, tuple[str, ...]]:
    """The type with the most points and its reasons, the strongest first; ("", ()) where there are none."""
    points: dict[str, dict[str, int]] = {}
    for sight in sights:
        for kind, weight, reason in _clues(sight, clues):
            of_kind = points.setdefault(kind, {})
            of_kind[reason] = max(weight, of_kind.get(reason, 0))
    if not points:
        return "", ()
    best = max(points, key=lambda kind: (sum(points[kind].values()), kind))
    reasons = sorted(points[best], key=lambda reason: (-points[best][reason], reason))
    return best, tuple(reasons)


def _clues(sight: Sight, clues: Clues) -> Iterator[Clue]:
    words = [word for word in sight.name.words if word[:1].isalnum()]
    lower = [word.lower().rstrip(".") for word in words]
    yield from _head_clues(words, lower, clues)
    yield from _person_clues(sight, words, lower, clues)
    yield from _neighbour_clues(sight, words, clues)


def _head_clues(words: list[str], lower: list[str], clues: Clues) -> Iterator[Clue]:
    """The points that the head noun of a name gives: the word before "of", else the last one."""
    known = clues.words
    joint = next(
        (number for number, word in enumerate(lower) if word in known.of_words and number), len(lower)
    )
    head = next((word for word in reversed(lower[:joint]) if not is_numeral(word.upper())), "")
    written = f"“{head}” in the name"
    if len(words) == 1 and len(words[0]) > 1 and words[0].isupper() and words[0].isalpha():
        yield "organisation", 4, "an acronym"
    if len(words) == 1:
        if lower[0] in clues.territories:
            yield "place", 6, "a country or territory"
        return
    if " ".join(lower) in clues.territories:
        yield "place", 6, "a country or territory"
    if head in known.agreements:
        yield "agreement", 6, written
    elif head in known.events:
        yield "event", 6, written
    elif head in known.offices and (
        joint < len(lower) or all(w in known.role_words or clues.is_nation(w) for w in lower)
    ):
        yield "position", 6, written
    elif head in known.organisations:
        yield "organisation", 6, written
    elif head in known.places or lower[0] in known.places:
        yield "place", 5, f"“{head if head in known.places else lower[0]}” in the name"
    elif lower[0] in known.compass:
        yield "place", 3, f"“{lower[0]}” in the name"


def _person_clues(sight: Sight, words: list[str], lower: list[str], clues: Clues) -> Iterator[Clue]:
    first = fold_word(lower[0])
    is_cyrillic = _CYRILLIC.search(words[0]) is not None
    known = clues.words
    has_heads = any(
        word in known.organisations or word in known.events or word in known.agreements for word in lower
    )
    if sight.name.before:
        yield "person", 6, f"after “{' '.join(sight.name.before)}”"
    if len(words) > 1 and not has_heads:
        if clues.is_given(lower[0]):
            weight = 2 if first in clues.names.common_words else 5
            yield "person", weight, f"“{words[0]}” is a given name"
        elif len(words[0]) == 2 and words[0][1] == ".":
            yield "person", 4, "begins with an initial"
        elif is_cyrillic and all(word[0].isupper() for word in words):
            yield "person", 3, "each word has a capital"


def _neighbour_clues(sight: Sight, words: list[str], clues: Clues) -> Iterator[Clue]:
    text, start, end, known = sight.text, sight.name.start, sight.name.end, clues.words
    language = clues.language.names
    before, after = word_before(text, start, language), word_after(text, end)
    near = words_before(text, start, language, 2)
    if sight.before in ("person", "position") and len(words) <= 3:
        yield "person", 3, "after an office"
    elif (said := _COMMA.search(text[max(0, start - 24) : start])) and said[1].lower() in known.callings:
        yield "person", 3, f"after “{said[1].lower()}”"
    elif before and not before.capital and before.lower in known.callings - known.ambiguous_callings:
        yield "person", 4, f"after “{before.lower}”"
    # The name of a person has no article and is no acronym.
    if (
        not (before and before.lower in known.articles | known.indefinite_articles)
        and words[0].isalpha()
        and not words[0].isupper()
    ):
        if after and after.lower in known.saying:
            yield "person", 3 if len(words) > 1 else 2, f"before “{after.lower}”"
        if apposed := _apposed(text, end, clues):
            yield "person", 4, f"before “{apposed}”"
    if _YEAR_BEFORE.search(text[max(0, start - 6) : start]):
        yield "event", 2, "after a year"
    if before and before.lower in known.in_places:
        yield "place", 3, f"after “{before.lower}”"
    if len(near) == 2 and near[0].lower in known.belonging and near[1].lower in known.settlements:
        yield "place", 5, f"after “{near[1].lower} {near[0].lower}”"
    if sight.after == "place":
        yield "place", 3, "before a place"
    if sight.beside in ("person", "place"):
        yield sight.beside, 2, f"beside a {sight.beside}"


def _apposed(text: str, end: int, clues: Clues) -> str:
    """The calling that follows the name and a comma: ", the Finnish president"."""
    if text[end : end + 1] != ",":
        return ""
    match = clues.words.apposed.match(text, end)
    if match is None:
        return ""
    said = [word.lower() for word in match.group().split()[1:]]
    return next((word for word in said if word in clues.words.callings and not clues.is_nation(word)), "")
