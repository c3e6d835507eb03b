"""Remove from the tree of a page everything that its readers do not see, and say how much that was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bs4.element import NavigableString, Tag

from dossier.importing.body.blocks import text_of
from dossier.importing.hidden.declarations import has_colour, has_size, is_removed, is_struck, is_visible
from dossier.importing.hidden.plain import review_remarks
from dossier.importing.hidden.review import remove_review
from dossier.importing.hidden.stylesheets import StyleSheets, style_sheets
from dossier.importing.remarks import Remark, left_out, uncertain

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

# Where a whole page is hidden, it is hidden only until its scripts have run.
_ALWAYS_SHOWN: Final = ("html", "head", "body", "[document]", "title", "meta", "base", "link", "script")
_STRUCK: Final = ("s", "strike")
_LEAST_WORDS: Final = 5
_ENDS: Final = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class _Seen:
    """Whether text is seen by the properties that inner elements inherit and may set again."""

    visible: bool = True
    sized: bool = True
    coloured: bool = True

    def inside(self, style: Mapping[str, str]) -> _Seen:
        return _Seen(
            is_visible(style, self.visible), has_size(style, self.sized), has_colour(style, self.coloured)
        )

    @property
    def is_seen(self) -> bool:
        return self.visible and self.sized and self.coloured


@dataclass(slots=True)
class _Removed:
    hidden: list[str] = field(default_factory=list)
    struck: int = 0


def remove_hidden(soup: BeautifulSoup, linked: Mapping[str, str]) -> tuple[Remark, ...]:
    """Remove comments, deletions, struck and hidden text; `linked` are style sheets by their address.

    The remarks say how much was removed, never what it said.
    """
    review = remove_review(soup)
    sheets = style_sheets(soup, linked)
    removed = _Removed()
    _walk(soup, _Seen(), sheets, removed)
    for sheet in soup.find_all("style"):
        sheet.decompose()
    return (
        *review_remarks(review.comments, review.deletions, review.insertions),
        *_remarks(removed, sheets, len(text_of(soup).split())),
    )


def _remarks(removed: _Removed, sheets: StyleSheets, left: int) -> list[Remark]:
    """Remarks on what was removed; an editor must check if more words were removed than are `left`."""
    remarks = []
    if sheets.exhausted:
        remarks.append(uncertain("text", "the style sheets are too large to find everything that they hide"))
    if removed.struck:
        what = f"{removed.struck} word{'' if removed.struck == 1 else 's'} struck through"
        remarks.append(uncertain("text", f"{what}, which readers see as withdrawn, left out"))
    words = sum(len(text.split()) for text in removed.hidden if _has_sentence(text))
    if words:
        told = uncertain if words > left else left_out
        remarks.append(told("text", f"hidden text of {words} words" + " left out" * (told is uncertain)))
    return remarks


def _has_sentence(text: str) -> bool:
    return any(word.endswith(_ENDS) for word in text.split()[_LEAST_WORDS - 1 :])


def _walk(holder: Tag, seen: _Seen, sheets: StyleSheets, removed: _Removed) -> None:
    for node in list(holder.children):
        if type(node) is NavigableString:
            if not seen.is_seen and node.strip():
                removed.hidden.append(str(node))
                node.extract()
        elif isinstance(node, Tag) and node.name in _ALWAYS_SHOWN:
            _walk(node, seen, sheets, removed)
        elif isinstance(node, Tag):
            _visit(node, seen, sheets, removed)


def _visit(tag: Tag, seen: _Seen, sheets: StyleSheets, removed: _Removed) -> None:
    style = sheets.declared_for(tag)
    if tag.has_attr("hidden") or is_removed(style) or (tag.name == "img" and not seen.inside(style).is_seen):
        removed.hidden.append(text_of(tag))
        tag.decompose()
    elif tag.name in _STRUCK or is_struck(style):
        removed.struck += len(text_of(tag).split())
        tag.decompose()
    else:
        _walk(tag, seen.inside(style), sheets, removed)
