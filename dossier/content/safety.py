"""Find what in a file could mislead a reader or overload a parser.

Validation is separate, because it knows what each field means; these rules hold for texts of every type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dossier.content.input_limits import excesses
from dossier.content.source import Data, DataPath, Source, Tree
from dossier.content.spoofing import TURNS, in_name, in_prose, named
from dossier.model.findings import Finding, Location, Severity

SPOOFED_TEXT: Final = "spoofed-text"
_HINT: Final = "type the text again"
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_MOST: Final = 5


def spoofed_values(tree: Tree) -> Iterator[Finding]:
    """Findings on YAML values that look different from what they say.

    A character that changes the direction of text is an error, because it would also change the direction of
    the words beside it on every page.
    """
    for path, text in _texts(tree.data, ()):
        what = in_name(text)
        if what:
            location = tree.location(path)
            severity = Severity.ERROR if TURNS.search(text) else Severity.WARNING
            yield Finding(tree.path, location.line, location.column, SPOOFED_TEXT, what, _HINT, severity)


def refusals(source: Source) -> list[Finding]:
    """The findings that make every build refuse a text, whatever its type."""
    found = (*spoofed_values(source.front_matter), *body_findings(source))
    return [finding for finding in found if finding.severity is Severity.ERROR]


def _texts(data: Data, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, list):
        for number, item in enumerate(data):
            yield from _texts(item, (*path, number))
    elif isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key), key
            yield from _texts(value, (*path, key))


def body_findings(source: Source) -> Iterator[Finding]:
    """Findings on a text of any type: control characters, spoofing, more markup than a parser can handle."""
    control = _CONTROL.search(source.body)
    if control:
        message = f"the text contains {named(control[0])}"
        yield _at(source, control.start(), "control-character", message, "remove it", Severity.ERROR)
    for number, (offset, what) in enumerate(in_prose(source.body)):
        if number < _MOST:
            yield _at(source, offset, SPOOFED_TEXT, what, "remove it", Severity.WARNING)
    for excess in excesses(source.body):
        yield _at(source, excess.offset, excess.code, excess.message, excess.hint, Severity.ERROR)


def _at(source: Source, offset: int, code: str, message: str, hint: str, severity: Severity) -> Finding:
    location = Location.of(source.body, offset, source.body_line)
    return Finding(source.path, location.line, location.column, code, message, hint, severity)
