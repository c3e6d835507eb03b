"""Find the place in the file of a stretch of a document's plain text, also where markup interrupts its words.

It stands alone because findings, commands and explanations must give the same place for the same words.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from dossier.content.excerpt import CODE_SPAN
from dossier.content.suppressions import blank_suppressions
from dossier.model.findings import Location
from dossier.model.registry import Item

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
    |(?<!!)\[\[[^\[\]|\n]{{1,200}}(?:\\?\||(?=\]\]))
    |\[\^[^\]\n]{{1,200}}\]
    |\]\((?:[^()\n]|\([^()\n]{{0,200}}\)){{0,500}}\)
    |\]\[[^\]\n]{{0,200}}\]
    |</?[A-Za-z][\w-]{{0,40}}(?:\s[^<>]{{0,1000}})?/?>
    |\{{:?[ ]*(?:[\#.][\w-]|[\w-]{{1,40}}=)[^{{}}\n]{{0,200}}\}}""",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_LETTERS: Final = re.compile(r"(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});)|[^\W_]+")
_BETWEEN: Final = re.compile(r"[^\w\[<]*")


class Locator:
    """Finds the place in the file for a stretch of an item's plain text."""

    def __init__(self, item: Item, text: str) -> None:
        self.item: Final = item
        self.text: Final = text
        self._written: Final = Written(item)
        self._in_text: Final = _Occurrences(text)
        self._in_body: Final = _Occurrences(self._written.body)

    def location(self, start: int, end: int) -> Location:
        """The place of a stretch, of its first letter where markup interrupts it.

        The words around it distinguish it from the same words elsewhere, such as in code, which the plain
        text lacks. Of several equal places it is the one with the same number of earlier ones before it as
        in the plain text. Where the file has other words, such as ``[[id]]`` for a title, it is the place
        between the words around it, and the first line of the body if even these are not found.
        """
        found = next((at for at in self._offsets(start, end) if at >= 0), -1)
        return self._written.location(found) if found >= 0 else self._written.first

    def _offsets(self, start: int, end: int) -> Iterator[int]:
        """Where in the body a stretch may be, or -1, the surest first."""
        for around in _AROUND:
            left, right = self._around(start, end, around)
            if (left, right) != (start, end):
                yield self._as_it_is(start, left, right)
        first, last = self._text_letters.number(start), self._text_letters.number(end)
        for left, right in _ON_BOTH_SIDES:
            yield self._by_letters(start, first - left, first, last, last + right)
        words = self.text[start:end]
        if self._in_text.count(words) == self._in_body.count(words) == self._in_prose.count(words):
            yield self._as_it_is(start, start, end)
        for left, right in _ON_BOTH_SIDES:
            yield self._between(first - left, first, last, last + right)
        for left, right in _ON_ONE_SIDE:
            yield self._by_letters(start, first - left, first, last, last + right)
        yield self._as_it_is(start, start, end)
        yield self._by_letters(start, first, first, last, last)
        for left, right in _ON_ONE_SIDE:
            yield self._between(first - left, first, last, last + right)

    def _around(self, start: int, end: int, around: int) -> tuple[int, int]:
        """A stretch with so many characters on both sides, as far as its paragraph has them."""
        first = self.text.rfind(_BREAK, max(0, start - around - len(_BREAK)), start)
        last = self.text.find(_BREAK, end, end + around + len(_BREAK))
        left = first + len(_BREAK) if first >= 0 else max(0, start - around)
        return left, last if last >= 0 else min(len(self.text), end + around)

    def _as_it_is(self, start: int, left: int, right: int) -> int:
        """The place of what begins at `start`; it and what is around it are written as in the plain text."""
        words = self.text[left:right]
        position = self._in_body.like(words, self._in_text.before(words, left))
        return position + start - left if position >= 0 else -1

    def _by_letters(self, start: int, left: int, first: int, last: int, right: int) -> int:
        """The place of what begins at `start` and has the letters from `first` to `last`.

        It is found by the letters from `left` to `right`.
        """
        left = max(0, left)
        letters = self._text_letters.letters.text[left:right]
        found = self._body_letters.letters.like(letters, self._text_letters.letters.before(letters, left))
        if first == last or found < 0:
            return -1
        at = self._body_letters.offsets[found + first - left]
        signs = self.text[start : self._text_letters.offsets[first]]
        return at - len(signs) if self._written.body.endswith(signs, 0, at) else at

    def _between(self, left: int, first: int, last: int, right: int) -> int:
        """The place of the letters from `first` to `last`, which the body lacks, by those on both sides."""
        left = max(0, left)
        shown = self._text_letters.letters.text
        before, after = shown[left:first], shown[last:right]
        found = self._body_letters.letters.text.find(before + after) if before or after else -1
        if found < 0:
            return -1
        at = self._body_letters.offsets[found + len(before) - 1] + 1 if found + len(before) else 0
        between = _BETWEEN.match(self._written.body, at)
        return between.end() if between else at

    @cached_property
    def _text_letters(self) -> _Letters:
        return _Letters(self.text)

    @cached_property
    def _in_prose(self) -> _Occurrences:
        return _Occurrences(_UNREAD.sub(lambda found: " " * len(found[0]), self._written.body))

    @cached_property
    def _body_letters(self) -> _Letters:
        return _Letters(self._in_prose.text)


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
    """The letters and digits of a text, without what is between them, and the offset of each in the text."""

    def __init__(self, text: str) -> None:
        parts: list[str] = []
        self.offsets: Final[list[int]] = []
        for found in _LETTERS.finditer(text):
            if found["entity"]:
                shown = "".join(filter(str.isalnum, html.unescape(found[0])))
                self.offsets.extend([found.start()] * len(shown))
            else:
                shown = found[0]
                self.offsets.extend(range(*found.span()))
            parts.append(shown)
        self.letters: Final = _Occurrences("".join(parts))

    def number(self, offset: int) -> int:
        """How many letters the text has before an offset."""
        return bisect_left(self.offsets, offset)


class _Occurrences:
    """The places of words in a text; it searches for the same words only once."""

    def __init__(self, text: str) -> None:
        self.text: Final = text
        self._starts: dict[str, list[int]] = {}

    def before(self, words: str, offset: int) -> int:
        """How often the words occur before an offset."""
        return bisect_right(self._of(words), offset - len(words))

    def count(self, words: str) -> int:
        """How often the words occur."""
        return len(self._of(words))

    def like(self, words: str, earlier: int) -> int:
        """The place of the words after `earlier` others, or the last place if there are fewer; -1 if none."""
        starts = self._of(words)
        return starts[min(earlier, len(starts) - 1)] if starts else -1

    def _of(self, words: str) -> list[int]:
        starts = self._starts.get(words)
        if starts is None:
            starts = self._starts[words] = []
            found = self.text.find(words)
            while found >= 0:
                starts.append(found)
                found = self.text.find(words, found + len(words))
        return starts
