"""What could not be linked in, findings out: the ids that nothing has and the mentions that fit several.

The site's build and `dossier check` say the same of the same text, so it is said here, once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dossier.findings import Finding, Severity, nearest
from dossier.mentions import EntityId, Unresolved
from dossier.registry import Registry, Thing
from dossier.silences import blanked_silences
from dossier.source import Place
from dossier.unpublished import unpublished

# How many characters on both sides are looked for with the words, the most first.
_AROUND: Final = (40, 15, 6)
_PARTED: Final = "\n\n"


def unknown_ids(registry: Registry, thing: Thing, identifiers: Iterable[str]) -> Iterator[Finding]:
    """A finding for each ``[[id]]`` in a thing's text where nothing has the id."""
    body = blanked_silences(thing.body)
    # After a back quote it is shown as code and names nothing.
    places: dict[str, Iterator[re.Match[str]]] = {}
    for identifier in identifiers:
        written = re.compile(rf"(?<!`)\[\[\s*{re.escape(identifier)}(?=\s*(?:\\?\||\]\]))")
        match = next(places.setdefault(identifier, written.finditer(body)), None)
        line, column = _place(thing, body, match.start()) if match else (thing.body_line, 1)
        yield _unknown_id(registry, thing, identifier, line, column)


def unpublished_ids(registry: Registry, thing: Thing, identifiers: Iterable[EntityId]) -> Iterator[Finding]:
    """A note for each thing that a published text links by hand though it is not published."""
    if thing.id in registry.unpublished:
        return
    for identifier in dict.fromkeys(identifiers):
        line, column = place_in_body(thing, identifier, 0)
        yield unpublished(registry, thing, identifier, "the text", Place(line, column))


def _unknown_id(registry: Registry, thing: Thing, identifier: str, line: int, column: int) -> Finding:
    titled = [entity.id for entity in registry.things.values() if entity.title == identifier]
    hint = f"its id is “{titled[0]}”" if titled else nearest(identifier, registry.things)
    hint = hint or "add its file, or mend the id"
    message = f"nothing has the id “{identifier}”"
    length = len(identifier) + 2
    return Finding(thing.path, line, column, "unknown-reference", message, hint, length=length)


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
    body = blanked_silences(thing.body)
    first = start - len(text[:start].rpartition(_PARTED)[2])
    last = end + len(text[end:].partition(_PARTED)[0])
    for around in _AROUND:
        left = max(first, start - around)
        words = text[left : min(last, end + around)]
        position = _occurrence(body, words, text.count(words, 0, left))
        if position >= 0:
            return _place(thing, body, position + start - left)
    return place_in_body(thing, text[start:end], text.count(text[start:end], 0, start))


def place_in_body(thing: Thing, words: str, earlier: int) -> tuple[int, int]:
    """Line and column in the file of the words' occurrence that `earlier` others come before.

    Words that inline markup parts are not found; then it is the first line of the body.
    """
    body = blanked_silences(thing.body)
    position = _occurrence(body, words, earlier)
    if position < 0:
        return thing.body_line, 1
    return _place(thing, body, position)


def _occurrence(body: str, words: str, earlier: int) -> int:
    """Where words stand that `earlier` others come before, or the last of fewer; -1 where they do not."""
    position, found = -1, body.find(words)
    for _ in range(earlier + 1):
        if found < 0:
            break
        position, found = found, body.find(words, found + len(words))
    return position


def _place(thing: Thing, body: str, position: int) -> tuple[int, int]:
    before = body[:position]
    return thing.body_line + before.count("\n"), position - before.rfind("\n")


def _ambiguous(registry: Registry, thing: Thing, text: str, unresolved: Unresolved) -> Finding:
    words = text[unresolved.start : unresolved.end]
    line, column = place_of(thing, text, unresolved.start, unresolved.end)
    names = " or ".join(f"{registry[one].title} ({one})" for one in unresolved.candidates)
    message = f"“{words}” may be {names}; it is not linked"
    hint = f"write [[id|{words}]] with the id that is meant, or name it in full before or in the front matter"
    length = len(words)
    return Finding(thing.path, line, column, "ambiguous-mention", message, hint, Severity.WARNING, length)
