"""Markdown that is plain prose in, its text and headings out, without the parser.

Most articles are paragraphs and headings. Where nothing in a text can mean anything to Python-Markdown or to
one of the extensions in `dossier.edit.check.texts`, what a reader sees is known without parsing. Anything
else gives None, and is parsed; a test compares the two.
"""

from __future__ import annotations

import re
from typing import Final

# No character that opens markup, no control character or form of white space that the parser changes.
_MARKUP: Final = re.compile(
    r"[*_`\\\[\]<>&|~{}^=\t\r\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]|[ ]$", re.MULTILINE
)
_BLOCKS: Final = re.compile(r"\n{2,}")
# Every line begins with a letter, a bracket or a quotation mark, or a number that begins no list.
_LINE: Final = r"(?:[^\W\d_]|[(“”‘’\"'«„—–…£$€]|\d+(?![\d.)]))[^#\n]*"
_HEADING: Final = re.compile(rf"#{{1,6}}[ ]+({_LINE})")
_PARAGRAPH: Final = re.compile(rf"{_LINE}(?:\n{_LINE})*")


def read_plain(markdown: str) -> tuple[str, tuple[tuple[int, int], ...]] | None:
    """The text of plain Markdown with the spans of its headings, or None where it is not plain.

    The text is that of `dossier.linking.tree_text`: blocks parted and ended by a blank line.
    """
    body = markdown.strip("\n")
    if _MARKUP.search(body):
        return None
    headings: list[tuple[int, int]] = []
    parts: list[str] = []
    length = 0
    for block in _BLOCKS.split(body) if body else ():
        heading = _HEADING.fullmatch(block)
        if heading is not None:
            block = heading[1].strip()
            headings.append((length, length + len(block)))
        elif _PARAGRAPH.fullmatch(block) is None:
            return None
        parts += [block, "\n\n"]
        length += len(block) + 2
    return "".join(parts), tuple(headings)
