"""Mark up captions as what they are, so that they go or stay with their picture.

Many sites write a caption as a paragraph beside the picture, where it reads like a sentence of the article.
"""

from __future__ import annotations

from typing import Final

from bs4 import Tag

from dossier.importing.body.blocks import BLOCKS, HEADINGS, leaf_blocks, text_of

_PICTURES: Final = ("img", "amp-img", "picture")
_BOXES: Final = ("div", "section", "span", "center", "a", "td", "table", "tbody", "tr", "amp-img", "picture")
_NO_CAPTION: Final = (*HEADINGS, "ul", "ol", "blockquote", "pre", "form", "article", "main")
_LONGEST: Final = 300
_MOST_BLOCKS: Final = 3
_SHARE_OF_PAGE: Final = 0.3


def mark_captions(body: Tag) -> None:
    """Make a ``figure`` of each box that holds a picture and a few words."""
    boxes: dict[int, Tag] = {}
    for picture in body.find_all(_PICTURES):
        if picture.find_parent("figure") is None and (box := _box_of(picture)) is not None:
            boxes[id(box)] = box
    # In a story in pictures, the captions are the text.
    if sum(len(text_of(box)) for box in boxes.values()) > _SHARE_OF_PAGE * len(text_of(body)):
        return
    for box in boxes.values():
        if any(id(parent) in boxes for parent in box.parents):
            continue
        blocks = [block for block in leaf_blocks(box) if text_of(block)]
        words = [child for child in box.children if not isinstance(child, Tag) or text_of(child)]
        for part in blocks or words:
            if isinstance(part, Tag):
                part.name = "figcaption"
            elif str(part).strip():
                part.wrap(Tag(name="figcaption"))
        box.name = "figure"


def _box_of(picture: Tag) -> Tag | None:
    """The smallest box around a picture that has text, if the text may be its caption."""
    for parent in picture.parents:
        if parent.name not in _BOXES:
            return None
        if text := text_of(parent):
            blocks = [block for block in parent.find_all(BLOCKS) if text_of(block)]
            leaves = [block for block in blocks if block.find(BLOCKS) is None]
            fits = len(text) <= _LONGEST and len(leaves) <= _MOST_BLOCKS
            return parent if fits and parent.find(_NO_CAPTION) is None else None
    return None
