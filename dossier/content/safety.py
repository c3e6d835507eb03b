"""One file that was read in; findings about what in it could deceive a reader or wear a parser out, out.

It is apart from validation, which knows what each field means: these hold for any text whatever its type.
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
_HINT: Final = "type the words again"
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_MOST: Final = 5


def spoofed_values(tree: Tree) -> Iterator[Finding]:
    """What in the values of YAML shows something other than it says.

    What turns text around is an error: it would turn the words beside it on every page that shows it.
    """
    for path, text in _texts(tree.data, ()):
        what = in_name(text)
        if what:
            location = tree.location(path)
            severity = Severity.ERROR if TURNS.search(text) else Severity.WARNING
            yield Finding(tree.path, location.line, location.column, SPOOFED_TEXT, what, _HINT, severity)


def refusals(source: Source) -> list[Finding]:
    """What in a text makes every build refuse it, whatever its type."""
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
    """What is wrong with a text whatever it says: controls, what deceives, more than a parser can bear."""
    control = _CONTROL.search(source.body)
    if control:
        message = f"{named(control[0])} stands in the text"
        yield _at(source, control.start(), "control-character", message, "remove it", Severity.ERROR)
    for number, (offset, what) in enumerate(in_prose(source.body)):
        if number < _MOST:
            yield _at(source, offset, SPOOFED_TEXT, what, "remove it", Severity.WARNING)
    for excess in excesses(source.body):
        yield _at(source, excess.offset, excess.code, excess.message, excess.hint, Severity.ERROR)


def _at(source: Source, offset: int, code: str, message: str, hint: str, severity: Severity) -> Finding:
    location = Location.of(source.body, offset, source.body_line)
    return Finding(source.path, location.line, location.column, code, message, hint, severity)
