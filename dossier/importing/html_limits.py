"""Make small and shallow HTML of any text that claims to be HTML, or refuse it.

All later code walks trees, often recursively, so this module limits depth and size first, with a parser that
only reports one tag after the other. It drops scripts, controls and all attributes that nothing reads. Style
sheets stay, because they say what is hidden.
"""

from __future__ import annotations

import html
import re
from typing import Final

from lxml import etree

from dossier.importing.hidden.declarations import is_removed
from dossier.importing.hidden.stylesheets import inline_declarations
from dossier.model.errors import ImportRefusedError

_MOST_TAGS: Final = 200_000
_MOST_ELEMENTS: Final = 30_000
_MOST_MARKUP: Final = 8_000_000
_MOST_TEXT: Final = 2_000_000
_MOST_LINKED_DATA: Final = 400_000
_MOST_STYLES: Final = 2_000_000
# libxml2 searches all open elements at each end tag, so deep nesting makes it slow.
_MOST_OPEN: Final = 3_000
_DEEPEST: Final = 80
_CHUNK: Final = 65_536
_LONGEST_ATTRIBUTE: Final = 4_000

_DATA_URL: Final = re.compile(r"\bdata:[\w+.-]+/[\w+.-]+[;,][^\"'\s)>]*", re.IGNORECASE)
# Only XML lets a document declare entities; HTML would show the end of such a declaration as text.
_DECLARATIONS: Final = re.compile(r"<!DOCTYPE[^<>\[]{0,500}\[[^\]]{0,100000}\]\s*>", re.IGNORECASE)
_SILENT: Final = re.compile(r"<(?P<name>script|style)\b(?![^>]{0,300}ld\+json)[^>]{0,4000}>", re.IGNORECASE)
_ENDINGS: Final = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
_DROPPED: Final = frozenset(
    """script style noscript template svg math iframe object embed applet canvas audio video map button
    select textarea datalist dialog frameset noframes noembed xml amp-ad amp-analytics amp-embed amp-iframe
    amp-sidebar amp-consent amp-script""".split()
)
_KEPT_ATTRIBUTES: Final = frozenset(
    """id class role lang href src alt title datetime pubdate content name property rel itemprop itemtype
    itemscope itemid hidden aria-hidden aria-label style start colspan rowspan http-equiv data-src
    data-component data-testid data-lp-replacement-content data-date data-datetime data-time data-timestamp
    type media cite""".split()
)
# Over 99 columns or rows at once is an attack: extractors make that many cells.
_SPANS: Final = ("colspan", "rowspan")
_LINKED_DATA: Final = "ld+json"
# In any namespace: word processors' names for deletions, comments, and data about a document.
_WITHHELD: Final = frozenset(
    """del deltext movefrom s strike comment comments annotation tracked-changes documentproperties
    customdocumentproperties officedocumentsettings worddocument latentstyles""".split()
)
_COMMENT_SIGNS: Final = re.compile(r"<!--|-->|<")
# HTML, 13.2.5.5: a character reference may not stand for one of these; XML would refuse it.
_UNWANTED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def bounded_html(text: str, name: str) -> str:
    """The page with limited depth and size, as HTML that every parser reads in the same way.

    Raises:
        ImportRefusedError: it is too large to be an article.
    """
    slim = _without_silent(_DATA_URL.sub("", _DECLARATIONS.sub("<!DOCTYPE html>", text, count=1)))
    if len(slim) > _MOST_MARKUP or slim.count("<") > _MOST_TAGS:
        raise ImportRefusedError(f"{name}: the page is too large to be an article")
    target = _Target(name)
    parser = etree.HTMLParser(target=target, huge_tree=True)
    try:
        for start in range(0, len(slim), _CHUNK):
            parser.feed(_UNWANTED.sub(" ", slim[start : start + _CHUNK]))
        parser.close()
    except (etree.XMLSyntaxError, AssertionError):
        if not target.pieces:
            raise ImportRefusedError(f"{name}: no HTML could be read in it") from None
    return "".join(target.pieces)


def _without_silent(text: str) -> str:
    """The text without most scripts, and without “<” in styles, which may hold more of them than the page."""
    kept, position, left = [], 0, _MOST_STYLES
    for opening in _SILENT.finditer(text):
        if opening.start() < position:
            continue
        ending = _ENDINGS[opening["name"].lower()].search(text, opening.end())
        if ending is None:
            break
        end = ending.start()
        kept.append(text[position : opening.end()])
        if opening["name"].lower() == "style" and end - opening.end() <= left:
            left -= end - opening.end()
            kept.append(_COMMENT_SIGNS.sub("", text[opening.end() : end]))
        position = end
    return "".join([*kept, text[position:]])


class _Target:
    """The target to which lxml reports start tags, end tags and text."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.pieces: list[str] = []
        self.open: list[str] = []
        self.depth = 0
        self.dropping = 0
        self.raw: list[str] | None = None
        self.raw_start = ""
        self.elements = self.text_length = self.linked_length = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count()
        if self.dropping or tag in _DROPPED:
            if not self.dropping:
                self._begin_raw(tag, attributes)
            self._drop()
            return
        shown = _NAME.fullmatch(tag) is not None and self.depth < _DEEPEST
        if not shown and _hides(tag, attributes):
            self._drop()
            return
        self.open.append(tag if shown else "")
        if shown:
            self.depth += 1
            self.pieces.append(f"<{tag}{_attributes(attributes)}>")

    def end(self, tag: str) -> None:
        shown = self.open.pop() if self.open else ""
        if shown == "-":
            self.dropping -= 1
            if tag in ("script", "style") and self.raw is not None:
                self._end_raw(tag, "".join(self.raw))
        elif shown:
            self.depth -= 1
            if shown not in _VOID:
                self.pieces.append(f"</{shown}>")

    def data(self, data: str) -> None:
        if self.raw is not None:
            self.raw.append(data)
        if self.dropping:
            return
        self.text_length += len(data)
        if self.text_length > _MOST_TEXT:
            raise ImportRefusedError(f"{self.name}: the page is too long to be an article")
        self.pieces.append(html.escape(_UNWANTED.sub("", data), quote=False))

    def comment(self, text: str) -> None:
        """Drop comments."""

    def close(self) -> None:
        """Do nothing: lxml asks for this method."""

    def _count(self) -> None:
        self.elements += 1
        if self.elements > _MOST_ELEMENTS:
            raise ImportRefusedError(
                f"{self.name}: over {_MOST_ELEMENTS:,} elements, too many for an article"
            )
        if len(self.open) > _MOST_OPEN:
            raise ImportRefusedError(
                f"{self.name}: elements nested over {_MOST_OPEN:,} levels deep, too deep for an article"
            )

    def _drop(self) -> None:
        self.dropping += 1
        self.open.append("-")

    def _begin_raw(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "script" and _LINKED_DATA in attributes.get("type", "").lower():
            self.raw, self.raw_start = [], f'<script type="application/{_LINKED_DATA}">'
        elif tag == "style":
            self.raw, self.raw_start = [], f"<style{_attributes(attributes)}>"

    def _end_raw(self, tag: str, text: str) -> None:
        self.raw = None
        self.linked_length += len(text) if tag == "script" else 0
        if tag == "style" or self.linked_length <= _MOST_LINKED_DATA:
            safe = text.replace("</", "<\\/").replace("<!--", "")
            self.pieces.append(f"{self.raw_start}{safe}</{tag}>")


def _hides(tag: str, attributes: dict[str, str]) -> bool:
    """Whether the name or attributes of an element that is dropped say that it is not shown."""
    style = (attributes.get("style") or "")[:_LONGEST_ATTRIBUTE]
    return (
        tag.rpartition(":")[2] in _WITHHELD
        or "hidden" in attributes
        or is_removed(inline_declarations(style))
    )


def _attributes(attributes: dict[str, str]) -> str:
    kept = [
        f' {name}="{html.escape(_UNWANTED.sub("", value or "")[:_LONGEST_ATTRIBUTE])}"'
        for name, value in attributes.items()
        if name in _KEPT_ATTRIBUTES and not (name in _SPANS and len(value or "") > 2)
    ]
    return "".join(kept)
