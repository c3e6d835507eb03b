"""Find where a text has more markup than a Markdown parser can handle.

Some constructs make Python-Markdown take quadratic time or run out of stack: unclosed brackets, deep
nesting, thousands of footnotes or abbreviations. A text is measured before it is parsed, in one pass per
construct. Each limit is far beyond what editors write; the numbers were found by experiment, such that a
text at any one limit is parsed within seconds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

TOO_LONG: Final = "prose-too-long"
TOO_DEEP: Final = "prose-too-deep"
TOO_DENSE: Final = "prose-too-dense"

_LONGEST: Final = 300_000
_MOST_LINES: Final = 20_000
_LONGEST_BLOCK: Final = 100_000
_MOST_LINES_IN_BLOCK: Final = 2_000
_DEEPEST: Final = 12
# The sum over all lines of a text that have many levels.
_MOST_LEVELS: Final = 30_000
_WIDEST_TABLE: Final = 20_000
_INDENT: Final = 4

_BLANK: Final = re.compile(r"\n(?:[ \t]*\n)+")
# The characters before the words of a line: indentation, marks of quotations, lists and admonitions.
_PREFIX: Final = re.compile(r"(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*")
_NESTING: Final = re.compile(r">|[-*+]|\d+[.)]")
_ADMONITIONS: Final = ("!!!", "???")
_RULE: Final = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*")
_BRACKET: Final = re.compile(r"\[|\]\(?|\)")
# One class of signs, not one after the other: spaces that may stand in two places take quadratic time.
_TABLE_HEAD: Final = re.compile(r"^(?=[^\n|]*\|)(?=[^\n-]*-)[ \t|:-]+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Excess:
    """Where a text goes beyond a limit: the offset, the finding's code, what is wrong, how to fix it."""

    offset: int
    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class _Count:
    """How often a construct may stand in a text, or in one block of it."""

    what: str
    pattern: re.Pattern[str]
    most: int
    hint: str = "split the text into several files"


# Limits for a whole text. The parser looks for each abbreviation in every text node, renumbers at each
# footnote, and searches again for a fence from each line that may open one, for a tag from each “<”.
_IN_TEXT: Final = (
    _Count("footnotes and references to them", re.compile(r"\[\^"), 1_000),
    _Count("abbreviations", re.compile(r"^[ \t]*\*\[", re.MULTILINE), 100),
    _Count("code fences", re.compile(r"^[ \t]*(?:```|~~~)", re.MULTILINE), 500),
    _Count("admonitions", re.compile(r"^[ \t>]*(?:!!!|\?\?\?)", re.MULTILINE), 500),
    _Count("characters “<”", re.compile("<"), 5_000, "write &lt; for a “<” that begins no tag"),
    _Count("tags that are not closed by “>”", re.compile(r"<[A-Za-z/!?](?=[^<>]*(?:<|\Z))"), 50,
           "write &lt; for a “<” that begins no tag"),
    _Count("comments and declarations", re.compile(r"<[!?]"), 500, "remove them"),
    _Count("square brackets", re.compile(r"\["), 5_000),
    _Count("emphasis marks", re.compile(r"[*_]+"), 20_000),
    _Count("quotation marks", re.compile("[\"']"), 20_000),
    _Count("link definitions", re.compile(r"^[ ]{0,3}\[[^\]\n]*\]:", re.MULTILINE), 1_000),
)  # fmt: skip
_OVERLONG: Final = (
    _Count("an abbreviation spelt out in over 300 characters",
           re.compile(r"^[ \t]*\*\[[^\]\n]*\]:.{301}", re.MULTILINE), 0,
           "write the explanation into the text"),
    _Count("over 99 characters “`” or “~” in a row", re.compile("`{100}|~{100}"), 0, "write three of them"),
    # Python makes no number from over 4,300 digits; parsers make one from a reference and the end of an id.
    _Count("over 1,000 digits in a row", re.compile(r"(?<!\d)\d{1001}"), 0,
           "publish them as a .txt file and link to it"),
    _Count("over 200 characters “|” in one line", re.compile(r"^(?:[^|\n]*\|){201}", re.MULTILINE), 0,
           "publish the data as a .csv file and link to it"),
)  # fmt: skip
_IN_BLOCK: Final = (
    _Count("emphasis marks in one paragraph", re.compile(r"(?<![*_])[*_]+(?=\S)|(?<=\S)[*_]+"), 400),
    _Count("characters “<” in one paragraph", re.compile("<"), 500),
    _Count("headings without a blank line between them", re.compile(r"^(?:#|=+$|-+$)", re.MULTILINE), 200),
    _Count("characters “`” in one paragraph", re.compile("`+"), 2_000),
)


def excesses(body: str) -> Iterator[Excess]:
    """The places where a text goes beyond a limit, the first of each kind."""
    if len(body) > _LONGEST:
        yield Excess(0, TOO_LONG, f"the text has over {_LONGEST:,} characters", "split it into several files")
        return
    if body.count("\n") > _MOST_LINES:
        yield Excess(0, TOO_LONG, f"the text has over {_MOST_LINES:,} lines", "split it into several files")
        return
    measures: tuple[Callable[[str], Iterator[Excess]], ...] = (_depth, _counts, _blocks, _cells, _named_twice)
    for measure in measures:
        yield from measure(body)


def _depth(body: str) -> Iterator[Excess]:
    start = total = 0
    for line in body.split("\n"):
        depth = _levels(line)
        total += depth
        if depth > _DEEPEST or total > _MOST_LEVELS:
            message = f"lists, quotations or admonitions are nested over {_DEEPEST} levels deep"
            yield Excess(start, TOO_DEEP, message, "use fewer levels")
            return
        start += len(line) + 1


def _levels(line: str) -> int:
    """The depth of a line in lists and quotations; 0 for one that is not deep, or only indented."""
    prefix = _PREFIX.match(line)
    if not prefix or len(prefix[0]) <= _DEEPEST or _RULE.fullmatch(line):
        return 0
    marks = len(_NESTING.findall(prefix[0]))
    if not marks and not line.startswith(_ADMONITIONS, prefix.end()):
        return 0
    expanded = prefix[0].expandtabs(_INDENT)
    return (len(expanded) - len(expanded.lstrip())) // _INDENT + marks


def _counts(body: str) -> Iterator[Excess]:
    for count in (*_OVERLONG, *_IN_TEXT):
        yield from _exceeded(count, body, 0)


def _blocks(body: str) -> Iterator[Excess]:
    ends = [match.start() for match in _BLANK.finditer(body)]
    for start, end in pairwise((0, *ends, len(body))):
        block = body[start:end]
        if len(block) < _DEEPEST:
            continue
        found = list(_block(block, start))
        if found:
            # Only the first block over a limit; a hostile text has thousands.
            yield from found
            return


def _block(block: str, start: int) -> Iterator[Excess]:
    if len(block) > _LONGEST_BLOCK or block.count("\n") > _MOST_LINES_IN_BLOCK:
        message = (
            f"the text has over {_MOST_LINES_IN_BLOCK:,} lines or {_LONGEST_BLOCK:,} characters "
            "without a blank line"
        )
        yield Excess(start, TOO_LONG, message, "put blank lines between its parts")
        return
    for count in _IN_BLOCK:
        yield from _exceeded(count, block, start)
    yield from _brackets(block, start)


def _exceeded(count: _Count, text: str, start: int) -> Iterator[Excess]:
    for number, match in enumerate(count.pattern.finditer(text)):
        if number >= count.most:
            what = f"over {count.most:,} {count.what}" if count.most else count.what
            yield Excess(start + match.start(), TOO_DENSE, f"the text has {what}", count.hint)
            return


_MOST_UNCLOSED: Final = 50


def _brackets(block: str, start: int) -> Iterator[Excess]:
    """Brackets that nest too deep or are never closed: a parser follows each of them to the end."""
    opened: list[int] = []
    targets = 0
    for match in _BRACKET.finditer(block):
        sign = match[0]
        if sign == "[":
            opened.append(match.start())
        elif sign == ")":
            targets = max(0, targets - 1)
        else:
            if opened:
                opened.pop()
            targets += sign == "]("
        if len(opened) > _MOST_UNCLOSED or targets > _MOST_UNCLOSED:
            message = f"over {_MOST_UNCLOSED} brackets are open at once"
            yield Excess(
                start + match.start(),
                TOO_DENSE,
                message,
                "close them, or write \\[ for a bracket that opens nothing",
            )
            return


def _cells(body: str) -> Iterator[Excess]:
    """Tables with too many cells: every row gets as many as the head has, however short it is."""
    cells = 0
    for head in _TABLE_HEAD.finditer(body):
        following = _BLANK.search(body, head.end())
        end = following.start() if following else len(body)
        cells += head[0].count("|") * (body.count("\n", head.end(), end) + 1)
        if cells > _WIDEST_TABLE:
            message = f"the text has tables with over {_WIDEST_TABLE:,} cells"
            yield Excess(head.start(), TOO_DENSE, message, "publish the data as a .csv file and link to it")
            return


_MOST_REFERENCES: Final = 100
_FOOTNOTE: Final = re.compile(r"\[\^([^\]\n]{1,200})\](?!:)")


def _named_twice(body: str) -> Iterator[Excess]:
    """Too many references to one footnote: the parser seeks a new name for each."""
    for label, times in Counter(_FOOTNOTE.findall(body)).items():
        if times > _MOST_REFERENCES:
            offset = body.find(f"[^{label}]")
            message = f"the text has over {_MOST_REFERENCES} references to one footnote"
            yield Excess(offset, TOO_DENSE, message, "write a footnote for each")
            return
