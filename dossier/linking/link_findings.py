"""Report the links and pictures of a text that lead nowhere, each at its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dossier.linking.link_targets import is_from_root, is_on_one_computer
from dossier.model.findings import MOST_ALIKE, Finding, Location, Severity
from dossier.model.linked import BrokenLink
from dossier.model.registry import Item

_PUNCTUATION: Final = re.compile(r"[!-/:-@\[-`{-~]")
# In code points; nobody writes a longer path, and a longer pattern costs time.
_LONGEST: Final = 300
# What an address stands after where it is one, and not a name in prose.
_BEFORE_ADDRESS: Final = re.compile(r"(?:\]\(\s*<?|\]:\s*<?|=\s*[\"']?)\Z")
# In code points; Markdown allows more blanks there, but nobody writes them.
_FARTHEST: Final = 20


def broken_link_findings(item: Item, body: str, broken: Sequence[BrokenLink]) -> list[Finding]:
    """A warning for each broken link, in the order of the text. `body` is the text as its file has it.

    Of two addresses alike, the first belongs to the first place. After `MOST_ALIKE`, they all have the last
    known place, as no one reads them.
    """
    places = _Places(item, body)
    found = sorted(_finding(item, link, *places.next(link.address)) for link in broken[:MOST_ALIKE])
    rest = broken[MOST_ALIKE:]
    return found + [_finding(item, link, Location(found[-1].line, found[-1].column), 0) for link in rest]


class _Places:
    """The places of addresses in a text."""

    def __init__(self, item: Item, body: str) -> None:
        self._body = body
        self._body_line = item.body_line
        self._found: dict[str, Iterator[re.Match[str]]] = {}
        self._last: dict[str, re.Match[str]] = {}

    def next(self, address: str) -> tuple[Location, int]:
        """The next place of an address, and how long it is there; the first line where it is not found.

        The last place counts again: several pictures may have one definition, such as ``[map]: map.png``.
        """
        if address not in self._found:
            self._found[address] = _likeliest(_places(address, self._body))
        found = self._found[address]
        at = next(found, self._last.get(address))
        if at is None:
            return Location(self._body_line, 1), 0
        self._last[address] = at
        return Location.of(self._body, at.start(), self._body_line), len(at[0])


def _what(address: str) -> str:
    if is_on_one_computer(address):
        return "is a path on one computer"
    if is_from_root(address):
        return "begins at the root of the host, and the site may be in a folder of it"
    return "leads to no file"


def _finding(item: Item, link: BrokenLink, location: Location, length: int) -> Finding:
    message = f"“{link.address}” {_what(link.address)}"
    return Finding(
        item.path,
        location.line,
        location.column,
        "broken-link",
        message,
        link.hint,
        Severity.WARNING,
        length,
    )


def _likeliest(places: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The places at which an address leads somewhere; all places where that can be said of none."""
    found = list(places)
    return iter([at for at in found if _is_after_sign(at.string, at.start())] or found)


def _is_after_sign(body: str, start: int) -> bool:
    return _BEFORE_ADDRESS.search(body[max(0, start - _FARTHEST) : start]) is not None


def _places(address: str, body: str) -> Iterator[re.Match[str]]:
    """The places of an address in a text, as Markdown and HTML may write it, but for those in code."""
    part = address.strip()[:_LONGEST]
    end = r"(?![\w/#?.-])" if part == address.strip() else ""
    return re.finditer(rf"(?<![\w/.`\\-]){''.join(map(_pattern, part))}{end}", body)


def _pattern(sign: str) -> str:
    if sign == "&":
        return r"\\?&(?:amp;)?"
    return rf"\\?{re.escape(sign)}" if _PUNCTUATION.match(sign) else re.escape(sign)
