"""Cut a text down to its first paragraph, which is all that ``publish: excerpt`` may show.

This is a separate module because it must be stricter than Markdown: a paragraph ends here wherever an
editor sees it end. Text that is pasted from elsewhere separates paragraphs with lines that only look empty,
with line ends that Markdown does not know, and with tags. In doubt, less is published.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from dossier.content.spoofing import REFERENCE, UNSEEN, referred
from dossier.content.suppressions import without_suppressions
from dossier.model.registry import EXCERPT, METADATA, Item

_LINE_ENDS: Final = "\n\r\v\f\x1c\x1d\x1e\x85\u2028"
_PARAGRAPH_END: Final = "\u2029"
_LINE_END: Final = re.compile(f"\r\n|[{_LINE_ENDS}]")
_TAG: Final = re.compile(r"</?[A-Za-z][^>]*>")
# What browsers never show: HTML Standard, 13.2.5 (comments) and 15.3.1 (elements that are not rendered).
_NOT_SHOWN: Final = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|<(?P<tag>script|style|template|title|noscript)\b.*?(?:</(?P=tag)\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
CODE_SPAN: Final = r"(?P<code>(?<![`\\])(?P<ticks>`+)(?!`)[^\n]{0,1000}?(?<!`)(?P=ticks)(?!`))"
"""The pattern of code in a line of Markdown, in which nothing else has a meaning."""
# Elements that are blocks, and line breaks that leave a line empty.
_BLOCK_TAG: Final = re.compile(
    rf"""{CODE_SPAN}
    |</?(?:address|article|aside|blockquote|body|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure
        |footer|form|h[1-6]|header|hgroup|hr|html|iframe|li|main|menu|nav|object|ol|p|pre|search|section|summary
        |table|tbody|td|tfoot|th|thead|tr|ul)\b[^>]*>
    |<br\b[^>]*>(?:\s|{UNSEEN.pattern}|&[\#\w]+;|{_TAG.pattern})*<br\b[^>]*>""",
    re.IGNORECASE | re.VERBOSE,
)
_PICTURE: Final = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])")
_FENCE: Final = re.compile(r"\s*(`{3,}|~{3,})")
_INDENTED: Final = re.compile(r"\t|[ ]{4}|[^\S\t ]")
_HEADING: Final = re.compile(r"[ ]{0,3}#")
_UNDERLINE: Final = re.compile(r"[ ]{0,3}(?:=+|-+)\s*")
_SENTENCE_END: Final = re.compile(r"[.!?…。！？]\W*$")
_TABLE_HEAD: Final = re.compile(r"(?=[^|]*\|)[\s|:-]*-[\s|:-]*")
# Quotations, bullets, tables, admonitions, definitions (of links, footnotes, abbreviations and terms), tables
# of contents, mathematics, attributes and templates.
_OTHER_BLOCK: Final = re.compile(
    r"[ ]{0,3}(?:>|[-*+][ \t]|\||!!!|\?\?\?|\*?\[[^\]]*\]:|:[ \t]|~[ \t]|\[\[?_?TOC_?\]\]?|\$\$|\{)"
)
_NUMBERED: Final = re.compile(r"[ ]{0,3}\d{1,9}[.)][ \t]")
# Only 1 begins a list within a paragraph (CommonMark 0.31, 5.3): a line may well begin with the year “2014.”
_NUMBERED_ONE: Final = re.compile(r"[ ]{0,3}1[.)][ \t]")


def first_paragraph(body: str) -> str:
    r"""The first paragraph of a Markdown text, "" where it has none.

    Headings, lists, quotations, tables, code, pictures, definitions and comments are passed over.

    >>> first_paragraph("# Talks\n\nThey met\nin Minsk.\n\u00a0\nMore.")
    'They met\nin Minsk.'
    """
    paragraph: list[str] = []
    passed_over = False
    for line, following in _lines(body):
        if _is_empty(line):
            passed_over = passed_over and bool(line.strip())
        elif passed_over or _HEADING.match(line) or (not paragraph and _begins_other_block(line, following)):
            passed_over = passed_over or not _is_heading(line, following)
        elif not (paragraph and _interrupts(line, following)):
            paragraph.append(line.rstrip())
            continue
        if paragraph:
            break
    return "\n".join(paragraph)


def _lines(body: str) -> Iterator[tuple[str, str]]:
    """The lines of a text that are not code, each with the one that follows it; code leaves an empty line."""
    text = _NOT_SHOWN.sub(lambda hidden: "\n\n" if "\n" in hidden[0] else "", body)
    text = REFERENCE.sub(_line_end, text).replace(_PARAGRAPH_END, "\n\n")
    text = _BLOCK_TAG.sub(lambda found: found["code"] or "\n\n", text)
    lines = _LINE_END.split(text)
    fence = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) and line.strip() == mark[1] else fence
            yield "", ""
        elif mark:
            fence = mark[1]
            yield "", ""
        else:
            yield line, following


def _line_end(reference: re.Match[str]) -> str:
    """A line end in place of a reference to one; any other reference as it is."""
    sign = referred(reference)
    return sign if sign in (*_LINE_ENDS, _PARAGRAPH_END) else reference[0]


def _is_empty(line: str) -> bool:
    """Whether a reader sees no words on a line: only blanks, invisible characters, tags, pictures, a rule."""
    words = REFERENCE.sub(referred, _TAG.sub("", _PICTURE.sub("", line)))
    return not any(unicodedata.category(sign)[0] in "LN" and not UNSEEN.match(sign) for sign in words)


def _begins_other_block(line: str, following: str) -> bool:
    """Whether a line begins something other than a paragraph."""
    return bool(
        _INDENTED.match(line)
        or _OTHER_BLOCK.match(line)
        or _NUMBERED.match(line)
        or _is_heading(line, following)
        or _TABLE_HEAD.fullmatch(following)
    )


def _is_heading(line: str, following: str) -> bool:
    """Whether a line is a heading, below which a paragraph may begin at once.

    To Markdown, a sentence with a rule right below it is a heading too; no editor means that.
    """
    underlined = _UNDERLINE.fullmatch(following) and not _SENTENCE_END.search(line)
    return bool(_HEADING.match(line) or underlined)


def _interrupts(line: str, following: str) -> bool:
    """Whether a line within a paragraph ends it."""
    return bool(
        _INDENTED.match(line)
        or _OTHER_BLOCK.match(line)
        or _NUMBERED_ONE.match(line)
        or _TABLE_HEAD.fullmatch(following)
    )


def published_body(item: Item) -> str:
    """The part of an item's body that may be shown: all, the first paragraph (``excerpt``) or none of it.

    The withheld part is not read for mentions either, so no page quotes it.
    """
    return published_part(item.fields.text("publish"), item.body)


def published_part(publish: str, body: str) -> str:
    """The part of a body that front matter with this value of ``publish`` lets readers see."""
    if publish == METADATA:
        return ""
    shown = without_suppressions(body)
    return first_paragraph(shown) if publish == EXCERPT else shown
