"""What could not be linked in, findings out: the ids that nothing has and the mentions that fit several.

The site's build and `dossier check` say the same of the same text, so it is said here, once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from dossier.content.suppressions import blanked_silences
from dossier.content.unpublished import unpublished
from dossier.model.findings import MOST_ALIKE, Finding, Place, Severity, nearest
from dossier.model.mentions import EntityId, Unresolved
from dossier.model.registry import Registry, Thing

# How many characters on both sides are looked for with the words, the most first.
_AROUND: Final = (40, 15, 6)
_PARTED: Final = "\n\n"
# After a back quote it is shown as code and names nothing.
_WRITTEN: Final = re.compile(
    r"(?<!`)\[\[\s*(?P<id>[^\s\[\]|](?:[^\[\]|\n]{0,198}[^\s\[\]|\\])?)(?=\s*(?:\\?\||\]\]))"
)
# More candidates than these nobody reads; the message counts the others.
_MOST_NAMED: Final = 8


def unknown_ids(registry: Registry, thing: Thing, identifiers: Iterable[str]) -> Iterator[Finding]:
    """A finding for each ``[[id]]`` in a thing's text where nothing has the id."""
    body = _bare(thing.body)
    places: dict[str, deque[int]] = {}
    for match in _WRITTEN.finditer(body):
        places.setdefault(match["id"], deque()).append(match.start())
    titles: dict[str, str] = {}
    for entity in registry.things.values():
        titles.setdefault(entity.title, entity.id)
    for number, identifier in enumerate(identifiers):
        at = places.get(identifier)
        line, column = _place(thing, body, at.popleft()) if at else (thing.body_line, 1)
        hint = f"its id is “{titles[identifier]}”" if identifier in titles else ""
        if not hint and number < MOST_ALIKE:
            hint = nearest(identifier, registry.things)
        message, length = f"nothing has the id “{identifier}”", len(identifier) + 2
        hint = hint or "add its file, or mend the id"
        yield Finding(thing.path, line, column, "unknown-reference", message, hint, length=length)


def unpublished_ids(registry: Registry, thing: Thing, identifiers: Iterable[EntityId]) -> Iterator[Finding]:
    """A note for each thing that a published text links by hand though it is not published."""
    if thing.id in registry.unpublished:
        return
    body = _bare(thing.body)
    for identifier in dict.fromkeys(identifiers):
        written = (match.start("id") for match in _WRITTEN.finditer(body) if match["id"] == identifier)
        line, column = _place(thing, body, next(written, max(0, body.find(f"{identifier}.md"))))
        yield unpublished(registry, thing, identifier, "the text", Place(line, column))


def ambiguous_mentions(
    registry: Registry, thing: Thing, text: str, unresolved: Iterable[Unresolved]
) -> Iterator[Finding]:
    """A finding for each stretch of a thing's plain text that fits more than one entity."""
    for refused in unresolved:
        if len(refused.candidates) > 1:
            yield _ambiguous(registry, thing, text, refused)


def place_of(thing: Thing, text: str, start: int, end: int) -> tuple[int, int]:
    """Line and column in the file of a stretch of a thing's plain text.

    The words around it, within its paragraph, tell it from the same words elsewhere, such as in code, which
    the plain text lacks; of several alike it is the one that as many others come before.
    """
    body = _occurrences(_bare(thing.body))
    farthest = max(_AROUND)
    first = text.rfind(_PARTED, max(0, start - farthest), start) + len(_PARTED)
    first = first if first >= len(_PARTED) else 0
    last = text.find(_PARTED, end, end + farthest)
    for around in (*_AROUND, 0):
        left = max(first, start - around)
        words = text[left : end + around if last < 0 else min(last, end + around)]
        position = body.like(words, _occurrences(text).before(words, left))
        if position >= 0:
            return _place(thing, body.text, position + start - left)
    # Inline markup parts the words.
    return thing.body_line, 1


class _Occurrences:
    """Where words stand in a text, looked for once however often they are asked for."""

    def __init__(self, text: str) -> None:
        self.text: Final = text
        self._starts: dict[str, list[int]] = {}

    def before(self, words: str, offset: int) -> int:
        """How often the words stand before an offset."""
        return bisect_right(self._of(words), offset - len(words))

    def like(self, words: str, earlier: int) -> int:
        """Where the words stand that `earlier` others come before, or the last of fewer; -1 for nowhere."""
        starts = self._of(words)
        return starts[min(earlier, len(starts) - 1)] if starts else -1

    def _of(self, words: str) -> list[int]:
        starts = self._starts.get(words)
        if starts is None:
            starts = self._starts[words] = []
            found = self.text.find(words)
            while found >= 0:
                starts.append(found)
                found = self.text.find(words, found + len(words))
        return starts


@lru_cache(maxsize=2)
def _occurrences(text: str) -> _Occurrences:
    return _Occurrences(text)


@lru_cache(maxsize=1)
def _bare(body: str) -> str:
    return blanked_silences(body)


def _place(thing: Thing, body: str, position: int) -> tuple[int, int]:
    return thing.body_line + body.count("\n", 0, position), position - body.rfind("\n", 0, position)


def _ambiguous(registry: Registry, thing: Thing, text: str, unresolved: Unresolved) -> Finding:
    words = " ".join(text[unresolved.start : unresolved.end].split())
    line, column = place_of(thing, text, unresolved.start, unresolved.end)
    named, more = unresolved.candidates[:_MOST_NAMED], len(unresolved.candidates) - _MOST_NAMED
    names = " or ".join(f"{registry[one].title} ({one})" for one in named)
    names += f" or one of {more:,} others" if more > 0 else ""
    message = f"“{words}” may be {names}; it is not linked"
    hint = f"write [[id|{words}]] with the id that is meant, or name it in full before or in the front matter"
    length = unresolved.end - unresolved.start
    return Finding(thing.path, line, column, "ambiguous-mention", message, hint, Severity.WARNING, length)
