"""Compare the blocks of a page with the text that the page itself calls that of its article, in JSON-LD.

What stands between blocks that are in it and is not in it, the site put there: teasers, captions, calls.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from bs4 import Tag

from dossier.importing.body.blocks import HEADINGS, letters_of, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_TAG: Final = re.compile(r"<[^<>]{1,300}>")
_SHORTEST: Final = 30
_LEAST: Final = 400
_COVERED: Final = 0.7
_AT_END: Final = 60
_SHOWN: Final = 0.5
_OF_TEXT: Final = ("p", "div", "section", "li", "span")
_NOT_OF_TEXT: Final = (*HEADINGS, "table", "blockquote", "figure")


def plain_text(stated: str) -> str:
    """The text without the markup that some sites leave in it; its paragraphs are lines."""
    return html.unescape(_TAG.sub("\n", html.unescape(stated)))


def put_in(body: Tag, stated: str) -> bool:
    """Whether a page that shows less than half of the text `stated` got it as paragraphs."""
    lines = [line for line in map(str.strip, plain_text(stated).split("\n")) if line]
    length = sum(map(len, lines))
    if length < _LEAST or len(text_of(body)) > _SHOWN * length:
        return False
    for line in lines:
        paragraph = Tag(name="p")
        paragraph.string = line
        body.append(paragraph)
    return True


def compared(kept: Sequence[Tag], blocks: Sequence[Tag], stated: str) -> tuple[Sequence[Tag], Sequence[Tag]]:
    """The blocks `kept` with those that are in the text `stated`, and the blocks that it passes over.

    It says nothing unless it covers most of the text that was found, and nothing about what follows where it
    ends early.
    """
    letters = letters_of(plain_text(stated))
    own = [letters_of(text_of(block)) for block in blocks]
    found = [place for place, words in enumerate(own) if len(words) >= _SHORTEST and words in letters]
    wanted = {id(block) for block in kept}
    of_kept = sum(len(words) for words, block in zip(own, blocks, strict=True) if id(block) in wanted)
    covered = sum(len(own[place]) for place in found)
    if len(letters) < _LEAST or covered < _COVERED * max(len(letters), of_kept):
        return kept, []
    first, last = found[0], found[-1]
    rest = letters[letters.find(own[last]) + len(own[last]) :]
    is_whole = len(rest) < _AT_END and not (rest and any(words.startswith(rest) for words in own[last + 1 :]))
    passed_over = [
        block
        for place, block in enumerate(blocks)
        if (first < place < last or (place > last and is_whole))
        and block.name in _OF_TEXT
        and block.find_parent(_NOT_OF_TEXT) is None
        and own[place] not in letters
    ]
    return [*kept, *(blocks[place] for place in found if id(blocks[place]) not in wanted)], passed_over
