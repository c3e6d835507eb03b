"""Report what a document leaves open: unknown ids, ambiguous mentions, broken links.

It stands alone because the site's build and `dossier check` must report the same findings for a document.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dossier.content.unpublished import unpublished
from dossier.linking.link_findings import broken_link_findings
from dossier.linking.locating import Locator, Written
from dossier.linking.titles import second_title_findings
from dossier.linking.unread_markup import Unread, unread_markup
from dossier.model.findings import MOST_ALIKE, Finding, Location, Severity, nearest
from dossier.model.linked import LinkedDocument, Removal
from dossier.model.mentions import EntityId, Unresolved
from dossier.model.registry import Item, Registry

# After a backquote it is shown as code and names nothing.
_EXPLICIT: Final = re.compile(
    r"(?<!`)\[\[\s*(?P<id>[^\s\[\]|](?:[^\[\]|\n]{0,198}[^\s\[\]|\\])?)(?=\s*(?:\\?\||\]\]))"
)
# Nobody reads more candidates than these; the message counts the others.
_MOST_NAMED: Final = 8
# Of unread markup in one document; nobody writes so much, and each place costs a search in the text.
_MOST_PLACED: Final = 2_000
_LONGEST_SHOWN: Final = 50
_WARNING: Final = Severity.WARNING
_HINT: Final = "write it in Markdown; docs/security.md lists what a text may contain"


def document_findings(registry: Registry, item: Item, linked: LinkedDocument) -> list[Finding]:
    """All findings of an item's document, by kind and in the order of its text."""
    written = Written(item)
    return [
        *_unknown_ids(registry, written, linked.unknown_ids),
        *_unpublished_ids(registry, written, linked.unpublished_ids),
        *_removals(item, linked.removed),
        *_ambiguous_mentions(registry, written, linked),
        *broken_link_findings(item, written.body, linked.broken),
        *second_title_findings(item, written.body, linked.second_titles),
        *_unread_markup(registry, item, linked),
    ]


def _unknown_ids(registry: Registry, written: Written, identifiers: Sequence[str]) -> Iterator[Finding]:
    """A finding for each ``[[id]]`` in an item's text that no item has."""
    if not identifiers:
        return
    locations: dict[str, deque[int]] = {}
    for match in _EXPLICIT.finditer(written.body):
        locations.setdefault(match["id"], deque()).append(match.start())
    titles: dict[str, str] = {}
    for entity in registry.items.values():
        titles.setdefault(entity.title, entity.id)
    for number, identifier in enumerate(identifiers):
        at = locations.get(identifier)
        location = written.location(at.popleft()) if at else written.first
        hint = f"its id is “{titles[identifier]}”" if identifier in titles else ""
        if not hint and number < MOST_ALIKE:
            hint = nearest(identifier, registry.items)
        message, length = f"nothing has the id “{identifier}”", len(identifier) + 2
        hint = hint or "add its file, or correct the id"
        yield Finding(
            written.item.path,
            location.line,
            location.column,
            "unknown-reference",
            message,
            hint,
            length=length,
        )


def _unpublished_ids(
    registry: Registry, written: Written, identifiers: Sequence[EntityId]
) -> Iterator[Finding]:
    """A note for each item that a published text links by hand though it is not published."""
    if not identifiers or written.item.id in registry.unpublished:
        return
    body = written.body
    for identifier in dict.fromkeys(identifiers):
        explicit = (match.start("id") for match in _EXPLICIT.finditer(body) if match["id"] == identifier)
        location = written.location(next(explicit, max(0, body.find(f"{identifier}.md"))))
        yield unpublished(registry, written.item, identifier, "the text", location)


def _ambiguous_mentions(registry: Registry, written: Written, linked: LinkedDocument) -> Iterator[Finding]:
    """A finding for each stretch of the plain text that fits more than one entity."""
    ambiguous = [refused for refused in linked.unresolved if len(refused.candidates) > 1]
    if ambiguous:
        locator = Locator(written.item, linked.text, registry)
        yield from (_ambiguous(registry, locator, refused) for refused in ambiguous)


def _removals(item: Item, removed: Iterable[Removal]) -> Iterator[Finding]:
    """A warning for each removal; of two alike, the first belongs to the first place in the text."""
    locations: dict[str, Iterator[re.Match[str]]] = {}
    for removal in removed:
        sign = re.compile(re.escape(removal.sign), re.IGNORECASE)
        at = next(locations.setdefault(removal.sign, sign.finditer(item.body)), None)
        offset = at.start() if at else len(item.body) - len(item.body.lstrip())
        location = Location.of(item.body, offset, item.body_line)
        length = len(at[0]) if at else 0
        message, hint = removal.message, removal.hint or _HINT
        if removal.are_words_lost:
            yield Finding(
                item.path, location.line, location.column, "lost-words", message, hint, _WARNING, length
            )
        else:
            yield Finding(
                item.path, location.line, location.column, "markup-removed", message, hint, _WARNING, length
            )


def _unread_markup(registry: Registry, item: Item, linked: LinkedDocument) -> Iterator[Finding]:
    """A warning for each place where readers see markup as it is written.

    After `_MOST_PLACED`, they all have the last known place.
    """
    locator = Locator(item, linked.text, registry)
    location = Location(item.body_line, 1)
    for number, unread in enumerate(unread_markup(linked.text, linked.literal)):
        is_placed = number < _MOST_PLACED
        location = locator.location(unread.start, unread.end) if is_placed else location
        yield _unread(locator, unread, location)


def _unread(locator: Locator, unread: Unread, location: Location) -> Finding:
    start, end = unread.start, unread.end
    words = " ".join(locator.text[start:end].split())
    words = words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN].rstrip()}…"
    message, hint = f"readers see “{words}” instead of {unread.markup.name}", unread.markup.hint
    path, length = locator.item.path, end - start
    return Finding(path, location.line, location.column, "unread-markup", message, hint, _WARNING, length)


def _ambiguous(registry: Registry, locator: Locator, unresolved: Unresolved) -> Finding:
    words = " ".join(locator.text[unresolved.start : unresolved.end].split())
    location = locator.location(unresolved.start, unresolved.end)
    named, more = unresolved.candidates[:_MOST_NAMED], len(unresolved.candidates) - _MOST_NAMED
    names = " or ".join(f"{registry[one].title} ({one})" for one in named)
    names += f" or one of {more:,} others" if more > 0 else ""
    message = f"“{words}” may be {names}, so it is not linked"
    hint = f"write [[id|{words}]] with the right id, name it in full earlier, or list it in the front matter"
    length = unresolved.end - unresolved.start
    return Finding(
        locator.item.path,
        location.line,
        location.column,
        "ambiguous-mention",
        message,
        hint,
        _WARNING,
        length,
        frozenset(unresolved.candidates),
    )
