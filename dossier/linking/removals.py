"""What the sanitiser took out of a text in, findings with its places in the file out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dossier.linking.sanitising import Removal
from dossier.model.findings import Finding, Severity
from dossier.model.registry import Thing

_WARNING: Final = Severity.WARNING
_HINT: Final = "write it in Markdown; what a text may hold is listed in docs/security.md"


def removals(thing: Thing, removed: Iterable[Removal]) -> Iterator[Finding]:
    """A warning for each; the first of two alike stands where the text has it first."""
    places: dict[str, Iterator[re.Match[str]]] = {}
    for removal in removed:
        sign = re.compile(re.escape(removal.sign), re.IGNORECASE)
        at = next(places.setdefault(removal.sign, sign.finditer(thing.body)), None)
        offset = at.start() if at else len(thing.body) - len(thing.body.lstrip())
        before = thing.body[:offset]
        line, column = thing.body_line + before.count("\n"), offset - before.rfind("\n")
        length = len(at[0]) if at else 0
        message, hint = removal.message, removal.hint or _HINT
        if removal.are_words_lost:
            yield Finding(thing.path, line, column, "lost-words", message, hint, _WARNING, length)
        else:
            yield Finding(thing.path, line, column, "markup-removed", message, hint, _WARNING, length)
