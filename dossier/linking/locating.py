"""Find the place in the file of a stretch of a document's plain text, also where markup interrupts its words.

It stands alone because findings, commands and explanations must give the same place for the same words.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from dossier.content.excerpt import CODE_SPAN
from dossier.content.suppressions import blank_suppressions
from dossier.model.findings import Location
from dossier.model.registry import Item, Registry

# How many characters on both sides are searched for with the words, the most first.
_AROUND: Final = (40, 15, 6)
# The same in letters before and after them, where the words are not found as they are written.
_ON_BOTH_SIDES: Final = ((40, 40), (15, 15))
_ON_ONE_SIDE: Final = ((15, 0), (0, 15), (6, 6))
_BREAK: Final = "\n\n"
# What Markdown contains and readers do not see as words, and code, which the plain text lacks.
_UNREAD: Final = re.compile(
    rf"""^[ ]{{0,3}}(?P<fence>`{{3,}}|~{{3,}})[^\n]*\n.*?(?:^[ ]{{0,3}}(?P=fence)|\Z)
    |{CODE_SPAN}
    |<!--(?:(?!-->).){{0,1000}}-->
    |^[ ]{{0,3}}\*?\[[^\]\^\n]{{1,200}}\]:[^\n]*      # the address of a link, the words of an abbreviation
    |!\[[^\]\n]{{0,500}}\](?:\([^()\n]{{0,500}}\)|\[[^\]\n]{{0,200}}\])
    |\[\[(?P<id>[^\[\]|\n]{{1,200}}?)(?:(?P<bar>\\?\|)|(?=\]\](?!\()))
    |\[\^[^\]\n]{{1,200}}\]
    |\]\((?:[^()\n]|\([^()\n]{{0,200}}\)){{0,500}}\)
    |\]\[[^\]\n]{{0,200}}\]
    |</?[A-Za-z][\w-]{{0,40}}(?:\s[^<>]{{0,1000}})?/?>
    |\{{:?[ ]*(?:[\#.][\w-]|[\w-]{{1,40}}=)[^{{}}\n]{{0,200}}\}}""",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_LETTERS: Final = re.compile(r"(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});)|[^\W_]+")
_INDENTED: Final = re.compile(r"[ ]{0,3}\t|[ ]{4}")
# What indented blocks may belong to: list items, notes, tabs, footnotes, definitions of terms.
_HOLDS_BLOCKS: Final = re.compile(r"[ ]{0,3}(?:[-*+:][ \t]|\d{1,9}[.)][ \t]|!!!|\?\?\?|===|\[\^)")


class Locator:
    """Finds the place in the file for a stretch of an item's plain text.

    The registry tells which title stands for ``[[id]]`` in the plain text.
    """

    def __init__(self, item: Item, text: str, registry: Registry) -> None:
        self.item: Final = item
        self.text: Final = text
        self._registry: Final = registry
        self._written: Final = Written(item)
        self._in_text: Final = _Occurrences(text)

    def location(self, start: int, end: int) -> Location:
        """The place of a stretch, of its first letter where markup interrupts it, of ``[[`` for a title.

        The words around it distinguish it from the same words elsewhere, such as in code, which the plain
        text lacks. Of several equal places it is the one with the same number of earlier ones before it as
        in the plain text. Where the file does not have the words, it is the first line of the body.
        """
        found = next((at for at in self._offsets(start, end) if at >= 0), -1)
        return self._written.location(found) if found >= 0 else self._written.first

    def _offsets(self, start: int, end: int) -> Iterator[int]:
        """Where in the body a stretch may be, or -1, the surest first.

        Only where the file has some words as often as the plain text are the earlier ones surely the same.
        """
        around = [self._around(start, end, each) for each in _AROUND]
        around = [each for each in around if each != (start, end)]
        yield from (self._as_it_is(start, *each, is_sure=True) for each in around)
        first, last = self._text_letters.number(start), self._text_letters.number(end)
        both_sides = [(first - left, first, last, last + right) for left, right in _ON_BOTH_SIDES]
        one_side = [(first - left, first, last, last + right) for left, right in _ON_ONE_SIDE]
        yield from (self._by_letters(start, *each, is_sure=True) for each in both_sides)
        yield self._as_it_is(start, start, end, is_sure=True)
        yield self._by_letters(start, first, first, last, last, is_sure=True)
        yield from (self._as_it_is(start, *each) for each in around)
        yield from (self._by_letters(start, *each) for each in (*both_sides, *one_side))
        yield self._as_it_is(start, start, end)
        yield self._by_letters(start, first, first, last, last)

    def _around(self, start: int, end: int, around: int) -> tuple[int, int]:
        """A stretch with so many characters on both sides, as far as its paragraph has them."""
        first = self.text.rfind(_BREAK, max(0, start - around - len(_BREAK)), start)
        last = self.text.find(_BREAK, end, end + around + len(_BREAK))
        left = first + len(_BREAK) if first >= 0 else max(0, start - around)
        return left, last if last >= 0 else min(len(self.text), end + around)

    def _as_it_is(self, start: int, left: int, right: int, *, is_sure: bool = False) -> int:
        """The place of what begins at `start`; it and what is around it are written as in the plain text."""
        written = self._in_prose if is_sure else self._in_body
        position = written.like(self._in_text, self.text[left:right], left, is_sure=is_sure)
        return position + start - left if position >= 0 else -1

    def _by_letters(
        self, start: int, left: int, first: int, last: int, right: int, *, is_sure: bool = False
    ) -> int:
        """The place of what begins at `start` and has the letters from `first` to `last`.

        It is found by the letters from `left` to `right`.
        """
        if first == last:
            return -1
        left, shown = max(0, left), self._text_letters.letters
        found = self._body_letters.letters.like(shown, shown.text[left:right], left, is_sure=is_sure)
        if found < 0:
            return -1
        at = self._body_letters.offsets[found + first - left]
        signs = self.text[start : self._text_letters.offsets[first]]
        return at - len(signs) if self._written.body.endswith(signs, 0, at) else at

    @cached_property
    def _text_letters(self) -> _Letters:
        return _Letters(self.text)

    @cached_property
    def _in_body(self) -> _Occurrences:
        return _Occurrences(self._written.body)

    @cached_property
    def _in_prose(self) -> _Occurrences:
        return _Occurrences(self._prose[0])

    @cached_property
    def _body_letters(self) -> _Letters:
        return _Letters(*self._prose)

    @cached_property
    def _prose(self) -> tuple[str, list[tuple[int, str]]]:
        """The body with blanks for what readers do not see, and the words shown for each ``[[id]]``."""
        shown: list[tuple[int, str]] = []

        def blank(found: re.Match[str]) -> str:
            if found["id"]:
                words = self._registry.link_words(found["id"].strip())
                if words is None:
                    return found[0]
                if not found["bar"]:
                    shown.append((found.start(), words))
            return " " * len(found[0])

        return _UNREAD.sub(blank, _without_indented_code(self._written.body)), shown


class Written:
    """An item's body as its file has it, with the comments that suppress findings blanked out."""

    def __init__(self, item: Item) -> None:
        self.item: Final = item
        self.first: Final = Location(item.body_line, 1)

    @cached_property
    def body(self) -> str:
        """The body, computed when first needed: most documents leave nothing open."""
        return blank_suppressions(self.item.body)

    def location(self, offset: int) -> Location:
        """The place in the file of an offset in the body."""
        return Location.of(self.body, offset, self.item.body_line)


class _Letters:
    """The letters and digits of a text, without what is between them, and the offset of each in the text.

    `inserted` are words that the text lacks, each with its offset, in order.
    """

    def __init__(self, text: str, inserted: Iterable[tuple[int, str]] = ()) -> None:
        parts: list[str] = []
        self.offsets: Final[list[int]] = []
        position = 0
        for at, words in (*inserted, (len(text), "")):
            for found in _LETTERS.finditer(text, position, at):
                shown = _letters(html.unescape(found[0])) if found["entity"] else found[0]
                parts.append(shown)
                self.offsets.extend([found.start()] * len(shown) if found["entity"] else range(*found.span()))
            parts.append(_letters(words))
            self.offsets.extend([at] * len(parts[-1]))
            position = at
        self.letters: Final = _Occurrences("".join(parts))

    def number(self, offset: int) -> int:
        """How many letters the text has before an offset."""
        return bisect_left(self.offsets, offset)


class _Occurrences:
    """The places of words in a text; it searches for the same words only once."""

    def __init__(self, text: str) -> None:
        self.text: Final = text
        self._starts: dict[str, list[int]] = {}

    def like(self, other: _Occurrences, words: str, offset: int, *, is_sure: bool) -> int:
        """The place of the words that another text has at an offset, or -1.

        As many equal ones are before it as in the other text. It is the last place if there are fewer; if
        `is_sure`, there is none unless both texts have the words equally often.
        """
        starts = self._of(words)
        if not starts or (is_sure and len(starts) != len(other._of(words))):
            return -1
        return starts[min(bisect_left(other._of(words), offset), len(starts) - 1)]

    def _of(self, words: str) -> list[int]:
        starts = self._starts.get(words)
        if starts is None:
            starts = self._starts[words] = []
            found = self.text.find(words)
            while found >= 0:
                starts.append(found)
                # Those that overlap count too: of a name three times in a row, its pairs are two.
                found = self.text.find(words, found + 1)
        return starts


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _without_indented_code(body: str) -> str:
    """The body with blanks for code that is indented, unless a list item or a note may contain the lines."""
    lines: list[str] = []
    begins_block, is_held = True, False
    for line in body.split("\n"):
        if not line.strip():
            begins_block = True
        elif not _INDENTED.match(line):
            is_held = bool(_HOLDS_BLOCKS.match(line)) or (is_held and not begins_block)
            begins_block = False
        elif begins_block and not is_held:
            line = " " * len(line)
        lines.append(line)
    return "\n".join(lines)
