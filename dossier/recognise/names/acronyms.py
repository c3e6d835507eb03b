"""Find the acronyms that a text defines in parentheses beside full names, and every place where one occurs.

"Central Harbour Authority (CHA)" makes "CHA" that body in the whole document, whether or not an editor listed
it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from dossier.model.mentions import EntityId
from dossier.recognise.names.meanings import Meanings, NameSpan
from dossier.recognise.names.vocabulary import NameLanguage

_BEGUN: Final = re.compile(r"(?<![\w-])(?=([A-Z][A-Za-z.&-]{1,9}))")
_GOES_ON: Final = re.compile(r"[\w-]")


def acronym_spans(
    text: str, spans: Sequence[NameSpan], items: Mapping[EntityId, str], language: NameLanguage
) -> list[NameSpan]:
    """Every occurrence of an acronym that the text defines for one of ``items``.

    Args:
        text: the document's text.
        spans: the names found in it.
        items: the names, by id, of the entities that may have acronyms: no persons and no places.
        language: the language of the text.
    """
    after, before = language.patterns.acronym_after, language.patterns.acronym_before
    defined: dict[str, EntityId] = {}
    for start, end, meanings in spans:
        names = meanings.names
        if len(names) != 1 or names[0] not in items:
            continue
        for match in (after.match(text, end), before.search(text[max(0, start - 16) : start])):
            if match is not None and _stands_for(match[1], items[names[0]]):
                defined.setdefault(match[1], names[0])
    if not defined:
        return []
    known = {(start, end) for start, end, _ in spans}
    return [
        NameSpan(start, end, Meanings(lesser=(("acronym", (defined[text[start:end]],)),)))
        for start, end in _occurrences(text, defined)
        if (start, end) not in known
    ]


def _occurrences(text: str, acronyms: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where an acronym occurs as a word; the cost is the same for one acronym and for thousands."""
    last = 0
    for begun in _BEGUN.finditer(text):
        start, word = begun.start(), begun[1]
        for length in range(2, len(word) + 1) if start >= last else ():
            if word[:length] in acronyms and not _GOES_ON.match(text, start + length):
                last = start + length
                yield start, last
                break


def _stands_for(acronym: str, name: str) -> bool:
    """Whether it looks like an acronym of the name: mostly capitals, beginning like one of its words."""
    letters = [letter for letter in acronym if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return 2 <= capitals >= len(letters) / 2 and any(word.startswith(acronym[0]) for word in name.split())
