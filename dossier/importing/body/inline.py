"""Write text and inline elements (links, emphasis, code, line breaks) as paragraphs of Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from bs4.element import Comment, Doctype, NavigableString, ProcessingInstruction, Tag

from dossier.importing.body.escaping import code_span, escape, escape_line_start, plain
from dossier.importing.metadata.weblinks import web_address

if TYPE_CHECKING:
    from collections.abc import Iterable

_STRONG: Final = frozenset(("b", "strong"))
_EMPHASIS: Final = frozenset(("i", "em", "cite", "dfn", "var"))
_CODE: Final = frozenset(("code", "kbd", "samp", "tt"))
_PICTURES: Final = frozenset(("img", "amp-img", "picture"))
_RAISED: Final = {
    "sup": ("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"),
    "sub": ("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
}
_DIGIT: Final = re.compile(r"\d")
_NO_TEXT: Final = (Comment, Doctype, ProcessingInstruction)
_BREAK: Final = "\x01"
_WORD: Final = re.compile(r"\w")
_NOTE_MARK: Final = re.compile(r"\[?\w{1,3}\]?|[*†‡]")


@dataclass(frozen=True, slots=True)
class Style:
    """How the run is written.

    Attributes:
        base: the base address of relative links, "" where it is not known; such links become text.
        pictures: whether a note takes the place of a picture.
        in_cell: whether the run is in a cell of a table.
        in_heading: whether the run is in a heading.
        marks: which emphasis is open, so that none is nested.
    """

    base: str = ""
    pictures: bool = False
    in_cell: bool = False
    in_heading: bool = False
    marks: frozenset[str] = field(default_factory=frozenset)

    @property
    def in_link(self) -> bool:
        """Whether the words are those of a link."""
        return "a" in self.marks


def paragraphs(nodes: Iterable[object], style: Style) -> list[str]:
    """The run as paragraphs of Markdown, which two line breaks in a row separate."""
    joined = re.sub(" +", " ", "".join(_node(node, style) for node in nodes))
    found = []
    for part in re.split(rf"(?: ?{_BREAK} ?){{2,}}", joined):
        lines = [line.strip() for line in part.split(_BREAK)]
        shown = [
            line if style.in_cell or style.in_heading else escape_line_start(line) for line in lines if line
        ]
        if shown:
            found.append(" ".join(shown) if style.in_cell or style.in_heading else "  \n".join(shown))
    return found


def _node(node: object, style: Style) -> str:
    if isinstance(node, NavigableString):
        if isinstance(node, _NO_TEXT):
            return ""
        text = escape(plain(str(node)), in_link=style.in_link, in_cell=style.in_cell)
        return text.replace("#", "\\#") if style.in_heading else text
    return _element(node, style) if isinstance(node, Tag) else ""


def _element(tag: Tag, style: Style) -> str:
    if tag.name == "br":
        return _BREAK
    if tag.name in _PICTURES:
        return picture_note(tag, style) if style.pictures and not style.in_link else ""
    if tag.name in _CODE and tag.find(True) is None:
        return code_span(tag.get_text()) if not style.in_cell else escape(plain(tag.get_text()), in_cell=True)
    if tag.name == "a" and not style.in_link:
        return _link(tag, style)
    if tag.name == "q":
        return f"“{_children(tag, style)}”"
    if tag.name == "sup" and _is_note_mark(tag):
        return escape(f"[{tag.get_text().strip().strip('[]')}]", in_link=style.in_link, in_cell=style.in_cell)
    if tag.name in _RAISED:
        return _raised(tag, style)
    if tag.name in _STRONG and "b" not in style.marks and not style.in_heading:
        return _marked(tag, style, "b", "**")
    if tag.name in _EMPHASIS and "i" not in style.marks:
        return _marked(tag, style, "i", "*")
    return _children(tag, style)


def _raised(tag: Tag, style: Style) -> str:
    """Raised or lowered numbers with signs of their own, since “10” and “6” beside each other are 106."""
    text = plain(tag.get_text()).strip()
    on_line, raised = _RAISED[tag.name]
    if not _DIGIT.search(text) or text.startswith("["):
        # The letters of “19th” and “™” say the same on the line.
        return _children(tag, style)
    if all(char in on_line for char in text):
        return text.translate(str.maketrans(on_line, raised))
    mark = "^" if tag.name == "sup" else "_"
    return escape(f"{mark}({text})", in_link=style.in_link, in_cell=style.in_cell)


def _children(tag: Tag, style: Style) -> str:
    return "".join(_node(child, style) for child in tag.children)


def _marked(tag: Tag, style: Style, mark: str, sign: str) -> str:
    """The words, with emphasis if no letters touch it and it holds words without a break."""
    inner = _children(tag, replace(style, marks=style.marks | {mark}))
    core = inner.strip()
    before = " " if inner[:1].isspace() else _neighbour(tag, -1)
    after = " " if inner[-1:].isspace() else _neighbour(tag, 1)
    apart = (
        not _WORD.match(before)
        and not _WORD.match(after)
        and before not in ("*", "_")
        and after not in ("*", "_")
    )
    if (
        not apart
        or not core
        or _BREAK in core
        or not _WORD.search(core)
        or core.endswith("\\")
        or "*" in core
    ):
        return inner
    start, end = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    return f"{start}{sign}{core}{sign}{end}"


def _neighbour(tag: Tag, step: int) -> str:
    """The character before (-1) or after (1) an element, " " at the edge of its block."""
    sibling = tag.next_sibling if step > 0 else tag.previous_sibling
    if sibling is None:
        return " "
    text = sibling.get_text() if isinstance(sibling, Tag) else str(sibling)
    # A neighbouring element may have marks too, which must not touch these.
    if isinstance(sibling, Tag) and sibling.name in (*_STRONG, *_EMPHASIS):
        return "*"
    return (text[0] if step > 0 else text[-1]) if text else " "


def _link(tag: Tag, style: Style) -> str:
    href = str(tag.get("href") or "").strip()
    words = _children(tag, replace(style, marks=style.marks | {"a"}))
    core = words.strip()
    address = "" if not href or href.startswith("#") else web_address(href, style.base)
    if href.startswith("#") and not _WORD.search(core):
        return ""  # an arrow that leads back from a note
    if not address or not core or _BREAK in core:
        return words
    start, end = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{start}[{core}]({address}){end}"


def _is_note_mark(tag: Tag) -> bool:
    link = tag.find("a")
    text = tag.get_text().strip()
    return (
        link is not None and str(link.get("href") or "").startswith("#") and bool(_NOTE_MARK.fullmatch(text))
    )


def picture_note(tag: Tag, style: Style, caption: str = "") -> str:
    """Words in place of a picture, with a link to it: the published page fetches nothing from there."""
    image = tag if tag.name != "picture" else tag.find("img") or tag
    words = plain(caption or str(image.get("alt") or "")).strip()
    address = web_address(str(image.get("data-src") or image.get("src") or ""), style.base)
    if not words and not address:
        return ""
    shown = escape(f"Picture: {words}" if words else "Picture", in_link=True, in_cell=style.in_cell)
    return f" [{shown}]({address}) " if address else f" {shown} "
