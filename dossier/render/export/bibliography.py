"""Format a CSL-JSON item as a citation in HTML, with the style ``dossier.csl`` and citeproc-py.

citeproc-py neither escapes what it is given nor sees where a value ends inside markup. So this module puts
every value between two noncharacters, has markup come out as noncharacters too, and then escapes the text and
makes it HTML. Each item is formatted alone: no other item changes the result.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.source import Date, DateRange, LiteralDate, Name, Reference
from citeproc.string import String
from markupsafe import Markup, escape

from dossier.content.web_addresses import refusal_of_web_address
from dossier.render.export.csl import DATES, NAMES, TEXTS, CslItem, date, date_parts, names, text

STYLE: Final = Path(__file__).with_name("dossier.csl")
_KEY: Final = "item"
_REFERENCE: Final = "reference"
_ENGLISH: Final = "en"
# A BCP 47 tag, as far as an attribute can hold it.
_LANGUAGE: Final = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_SHOWN: Final = TEXTS - {"language"}
_DATE_PARTS: Final = ("year", "month", "day")
_NAME_PARTS: Final = ("literal", "family", "given", "dropping-particle", "non-dropping-particle", "suffix")
# Noncharacters of Unicode, meant for use within a program (The Unicode Standard, 23.7); taken out of values.
_VALUE, _VALUE_END, _ITALIC, _ITALIC_END, _URL, _URL_END = (chr(0xFDD0 + number) for number in range(6))
_FOREIGN, _FOREIGN_BEGUN, _FOREIGN_END = (chr(0xFDD6 + number) for number in range(3))
_MARKS: Final = re.compile("[\ufdd0-\ufdef]")
_CLOSED: Final = f"(?:[”’]?{_VALUE_END}[{_ITALIC_END}”’]*)"
# A value keeps the punctuation at its end: “What Now?” takes no full stop, “Acme Inc.” no second one.
_STOP_AFTER_STOP: Final = re.compile(rf"([.?!…]{_CLOSED})\.")
_PAUSE_BEFORE_STOP: Final = re.compile(rf"[,;:]({_CLOSED}[.,])")
_QUOTED: Final = re.compile(f"“{_VALUE}[^{_VALUE_END}]*{_VALUE_END}”")
_INNER_QUOTES: Final = str.maketrans("“”", "‘’")
_SENTENCE: Final = re.compile(rf"({_CLOSED}\. )([a-z])")
# Where an editor describes a source that has no title, the words are in brackets, not in quotation marks.
_SUPPLIED: Final = re.compile(rf"“({_VALUE}\[[^]{_VALUE_END}]*\]{_VALUE_END})”")
_ANY_VALUE: Final = re.compile(f"{_VALUE}([^{_VALUE_END}]*){_VALUE_END}")
_ADDRESS: Final = re.compile(f"{_URL}([^{_URL_END}]*){_URL_END}")


class _Marks:
    """What citeproc-py calls a formatter: italics become marks, and nothing is escaped yet."""

    @staticmethod
    def preformat(words: str) -> str:
        return words

    @staticmethod
    def Italic(words: object) -> String:  # noqa: N802 - citeproc-py asks for this name
        return String(f"{_ITALIC}{words}{_ITALIC_END}")


class _Item(CitationItem):  # type: ignore[misc] # citeproc-py has no types
    """A cited item that has its data at hand: the library looks it up again for every question."""

    @property
    def reference(self) -> Any:
        return self[_REFERENCE]


class Bibliography:
    """Formats citations. It reads the style once and formats each item once."""

    def __init__(self) -> None:
        # The tests hold the style to CSL's grammar; a build need not.
        self._style: Final = CitationStylesStyle(str(STYLE), validate=False)
        self._entries: Final[dict[bytes, Markup]] = {}

    def entry(self, item: CslItem) -> Markup:
        """The citation of an item as HTML: text, ``<cite>`` for titles in italics, and a link to its URL.

        Only ``http`` and ``https`` addresses become links; they are shown in full.
        """
        content = hashlib.sha256(json.dumps(item, sort_keys=True).encode()).digest()
        if content not in self._entries:
            self._entries[content] = _html(self._told_language(item, _punctuated(self._marked(item))))
        return self._entries[content]

    @staticmethod
    def _told_language(item: CslItem, marked: str) -> str:
        """The text with the title's language marked, where the item says that it is not English."""
        language, title = text(item, "language"), text(item, "title").translate(_INNER_QUOTES)
        if not title or not _LANGUAGE.fullmatch(language) or language.partition("-")[0] == _ENGLISH:
            return marked

        def foreign(value: re.Match[str]) -> str:
            same = value[1].translate(_INNER_QUOTES) == title
            return f"{_FOREIGN}{language}{_FOREIGN_BEGUN}{value[1]}{_FOREIGN_END}" if same else value[0]

        return _ANY_VALUE.sub(foreign, marked)

    def _marked(self, item: CslItem) -> str:
        cited = _Item(_KEY)
        cited[_REFERENCE] = _reference(item)
        formatter = CitationStylesBibliography(self._style, {_KEY: cited.reference}, _Marks)
        formatter.register(Citation([cited]))
        return str(formatter.bibliography()[0])


def _reference(item: CslItem) -> Any:
    """An item as citeproc-py holds it; filled in afterwards, since citeproc-py warns of newer variables."""
    reference = Reference(_KEY, text(item, "type"))
    # citeproc-py asks for it with every variable, and is slow where it is missing. Only a style that changes
    # capitals would need it.
    reference["language"] = _ENGLISH
    for variable, value in _variables(item):
        # It looks most variables up with an underscore, but roles of several words with a hyphen.
        reference[variable] = reference[variable.replace("-", "_")] = value
    return reference


def _variables(item: CslItem) -> Iterator[tuple[str, object]]:
    for variable in item:
        if variable in NAMES and (people := [_name(name) for name in names(item, variable)]):
            yield variable, [person for person in people if person]
        elif variable in DATES and (dated := _date(date(item, variable))):
            yield variable, dated
        elif variable in _SHOWN and (words := text(item, variable)):
            yield variable, _marked_value(words, is_url=variable == "URL")


def _marked_value(words: str, *, is_url: bool = False) -> String:
    clean = _MARKS.sub("", words)
    return String(f"{_URL}{clean}{_URL_END}" if is_url else f"{_VALUE}{clean}{_VALUE_END}")


def _name(name: Mapping[str, str]) -> Any:
    known = ("literal",) if "literal" in name else _NAME_PARTS
    return Name(**{part: _marked_value(name[part]) for part in known if name.get(part)})


def _date(dated: Mapping[str, object]) -> Any:
    """A CSL date as citeproc-py holds it, None where it says nothing."""
    circa = bool(dated.get("circa"))
    parts = date_parts(dated)
    if not parts:
        literal = str(dated.get("literal", ""))
        return LiteralDate(_marked_value(literal), circa=circa) if literal else None
    if len(parts) > 1 and _is_uneven(*parts[:2]):
        words = " to ".join("-".join(f"{number:02d}" for number in part) for part in parts[:2])
        return LiteralDate(_marked_value(words), circa=circa)
    season = {"season": dated["season"]} if dated.get("season") else {}
    singles = [Date(**dict(zip(_DATE_PARTS, part, strict=False)), **season, circa=circa) for part in parts]
    return singles[0] if len(singles) == 1 else DateRange(begin=singles[0], end=singles[1], circa=circa)


def _is_uneven(first: list[int], last: list[int]) -> bool:
    """Whether citeproc-py would drop the interval: same year, or month, but one end less precise."""
    return len(first) != len(last) and first[0] == last[0]


def _punctuated(marked: str) -> str:
    """The text with one full stop where the style and a value both set one; the marks stay in."""
    marked = _SENTENCE.sub(lambda begun: begun[1] + begun[2].upper(), marked)
    marked = _STOP_AFTER_STOP.sub(r"\1", marked)
    marked = _PAUSE_BEFORE_STOP.sub(r"\1", marked)
    marked = _SUPPLIED.sub(r"\1", marked)
    return _QUOTED.sub(lambda quoted: f"“{quoted[0][1:-1].translate(_INNER_QUOTES)}”", marked)


def _html(marked: str) -> Markup:
    html = _ADDRESS.sub(lambda address: _link(address[1]), str(escape(marked)))
    html = (
        html.replace(_FOREIGN, '<span lang="').replace(_FOREIGN_BEGUN, '">').replace(_FOREIGN_END, "</span>")
    )
    html = html.replace(_ITALIC, "<cite>").replace(_ITALIC_END, "</cite>")
    return Markup(_MARKS.sub("", html))  # noqa: S704 - escaped above, before anything was put in


def _link(escaped: str) -> str:
    address = Markup(escaped).unescape()  # noqa: S704 - read back only to see what kind of address it is
    if refusal_of_web_address(address):
        return escaped
    # Readers follow an address and do not search for it: as one long word it would fill a search result.
    return f'<a class="dossier-external" href="{escaped}" rel="noopener" data-search-exclude>{escaped}</a>'
