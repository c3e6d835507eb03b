"""Read what surrounds a stretch of text: the words before and after it, sentence starts, headlines.

It looks at a few dozen characters beside a hit and never at the whole text, so that the cost depends only on
the number of hits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.vocabulary import NameLanguage

_REACH: Final = 64
_OPENING: Final = "\"'“”‘’«»([{*_—–-`"
_GAPS: Final = " \n\u00a0\u202f"
_NEXT_WORD: Final = re.compile(r"[ \u00a0\u202f\n]([^\W\d_](?:[\w’'-]*\w)?)")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.[ -]?)*[^\W\d_]\.?")
_CONTENT_WORD: Final = re.compile(r"[^\W\d_][\w’'-]{3,}")
_SENTENCE_END: Final = ".!?:;…•*#>|"
_LONGEST_HEADLINE: Final = 160
_LONG: Final = 6
_INNER_CAPITAL: Final = re.compile(r"[a-z][A-Z]")
# Names with two capitals: "McGeorge", "DeShawn", "LeBron".
_JOINED_PREFIX: Final = re.compile(r"(?:Ma?c|D[aei]|L[ae]|Fitz|V[ao]n|O)[A-Z]")
_CLOSING: Final = "'’"
_SENTENCE_PARTS: Final = frozenset(",;:!?")
# Looking for so many words costs less than gathering all words of the text.
_FEW_WORDS: Final = 16
_SMALL_WORD: Final = re.compile(r"(?<![\w-])[^\W\d_A-Z][\w-]*")


class Word(NamedTuple):
    """A word with its offset, without the quotes and brackets around it, which `opens` records."""

    text: str
    start: int
    opens: bool = False

    @property
    def lower(self) -> str:
        """In lower case, without a full stop."""
        lower = self.text.lower()
        return lower.rstrip(".") if lower[-1:] == "." else lower

    @property
    def end(self) -> int:
        """The offset after it."""
        return self.start + len(self.text)

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()

    @property
    def initials(self) -> bool:
        """Whether it is one letter, or letters with full stops."""
        return self.capital and _INITIALS.fullmatch(self.text) is not None


@dataclass(frozen=True)
class MarkedText:
    """A text with the offsets where its names begin and end, and the given names that the gazetteer knows.

    ``starts`` are the offsets at which persons' full names begin, ``begins`` those of all names,
    ``people`` those at which the names and surnames of persons begin or end, but for common words,
    ``ends`` those at which names of entities other than persons end, ``joints`` those at which any name or
    surname begins or ends, so that a hyphen there joins two of them.
    """

    text: str
    language: NameLanguage
    starts: AbstractSet[int]
    begins: AbstractSet[int]
    people: AbstractSet[int]
    ends: AbstractSet[int]
    joints: AbstractSet[int]
    given: AbstractSet[str]
    _before: dict[int, Word | None] = field(default_factory=dict)
    _looked_for: dict[str, bool] = field(default_factory=dict)

    def word_before(self, start: int) -> Word | None:
        """The word directly before an offset as `word_before` reads it; read only once."""
        if start not in self._before:
            self._before[start] = word_before(self.text, start, self.language)
        return self._before[start]

    def words_back(self, start: int, most: int = 5) -> Iterator[Word]:
        """The words before an offset, the nearest first, up to the first punctuation; read only once."""
        return _back(self.word_before, start, most)

    def is_given_name(self, word: str) -> bool:
        """Whether the word is a given name in the tables or the gazetteer."""
        folded = fold_word(word)
        return folded in self.given or self.language.given_names.is_given_name(folded.lower())

    def cannot_be_given(self, word: Word) -> bool:
        """Whether a word that no table lists as a given name cannot be one: "SYG", "FonMin", "Whereas".

        Such a word has signs of an abbreviation or of an ordinary word, is a title with something added, is
        itself a name of the gazetteer, or stands in small letters elsewhere in the text.
        """
        words, lower = self.language.words, word.lower
        if word.initials:
            return False
        following = self.text[word.end + 1 : word.end + 3]
        if len(word.text) > 1 and word.text.isupper() and not following.isupper():
            return True
        if _INNER_CAPITAL.search(word.text) and not _JOINED_PREFIX.match(word.text):
            return True
        if any(part in words.titles or part in words.title_suffixes for part in lower.split("-")):
            return True
        if word.start in self.joints and word.end in self.joints:
            return True
        if len(lower) >= _LONG and lower.endswith(words.participle_endings) and self.opens(word):
            return True
        return self._has_small(lower)

    def opens(self, word: Word) -> bool:
        """Whether a sentence begins with the word."""
        return starts_sentence(self.text, word.start)

    def _has_small(self, word: str) -> bool:
        """Whether the text has a word in small letters.

        The first few words are looked for one by one, which costs a fraction of gathering all words.
        """
        found = self._looked_for.get(word)
        if found is None:
            few = len(self._looked_for) < _FEW_WORDS
            found = self._looked_for[word] = self._has(word) if few else word in self._small_words
        return found

    def _has(self, word: str) -> bool:
        """Whether `_SMALL_WORD` matches a word somewhere in the text."""
        at = self.text.find(word)
        while at >= 0:
            match = _SMALL_WORD.match(self.text, at)
            if match is not None and match[0] == word:
                return True
            at = self.text.find(word, at + 1)
        return False

    @cached_property
    def _small_words(self) -> AbstractSet[str]:
        """The words that the text has in small letters."""
        return frozenset(_SMALL_WORD.findall(self.text))

    def may_be_name(self, word: Word) -> bool:
        """Whether a word beside a name may be part of it: by its capital, or else as a given name."""
        return word.text[:1].isupper() if self.language.words.capitals else self.is_given_name(word.text)


def word_before(text: str, start: int, language: NameLanguage) -> Word | None:
    """The word directly before an offset, or None after punctuation and at the start."""
    if start == 0:
        return None
    end = start
    if text[start - 1] in _GAPS:
        end = start - 1
        if end == 0 or text[end - 1].isspace():
            return None
    elif text[start - 1] != ".":
        return None
    last = text[end - 1]
    if not (last.isalnum() or last in ".'’"):
        return None
    first = end - _REACH if end > _REACH else 0
    space = text.rfind(" ", first, end)
    line = text.rfind("\n", first if space < 0 else space, end)
    word = text[max(first, space + 1, line + 1) : end]
    bare = word
    if not word.isascii():
        # "Cypriots—President" is two words.
        bare = word[max(word.rfind("—"), word.rfind("–")) + 1 :]
    if bare and not bare[0].isalnum():
        bare = bare.lstrip(_OPENING)
    if not bare or (last in _CLOSING and bare[-2:-1] in _SENTENCE_PARTS):
        # “Needed,’” ends what comes before.
        return None
    if "\u00a0" in bare or "\t" in bare:
        bare = bare.split()[-1]
    found = Word(bare, end - len(bare), bare is not word and bare != word)
    if (end == start or last == ".") and not found.initials:
        # Before a space, a full stop does not end a sentence if it belongs to a title or to a shortened
        # word of a name: "Gen. Lee", "Ft. Worth".
        return None if end == start or found.lower not in language.stopped_words else found
    return found


def _back(word_before: Callable[[int], Word | None], start: int, most: int) -> Iterator[Word]:
    for _ in range(most):
        word = word_before(start)
        if word is None:
            return
        yield word
        if word.opens:
            return
        start = word.start


def title_span(page: MarkedText, start: int, title: str) -> tuple[int, int]:
    """The span of a title that has been read before a name that begins at `start`."""
    first = start
    for word in page.words_back(start, max(1, len(title.split()))):
        first = word.start
    return first, start - 1


def words_before(text: str, start: int, language: NameLanguage, most: int) -> list[Word]:
    """The words before an offset, the nearest first, up to the first punctuation."""
    return list(_back(lambda at: word_before(text, at, language), start, most))


def word_after(text: str, end: int) -> Word | None:
    """The word that follows an offset after a single space, or None."""
    match = _NEXT_WORD.match(text, end)
    return Word(match[1], match.start(1)) if match else None


def starts_sentence(text: str, start: int) -> bool:
    """Whether a sentence, a line or a quotation begins at the offset."""
    before = text[max(0, start - 4) : start]
    stripped = before.rstrip(" \u00a0" + _OPENING)
    if not stripped:
        return start < 4 or before.strip() != ""
    return stripped[-1] in _SENTENCE_END or stripped[-1] == "\n" or before.rstrip()[-1:] in '"“‘«('


def in_headline(text: str, start: int, end: int) -> bool:
    """Whether the line is short, is not a sentence, and nearly every longer word has a capital."""
    first = text.rfind("\n", max(0, start - _LONGEST_HEADLINE), start) + 1
    if first == 0 and start > _LONGEST_HEADLINE:
        return False
    last = text.find("\n", end, end + _LONGEST_HEADLINE)
    if last < 0:
        if len(text) - end > _LONGEST_HEADLINE:
            return False
        last = len(text)
    line = text[first:last].rstrip()
    if len(line) > _LONGEST_HEADLINE or line.endswith((".", ",", ";")):
        return False
    words = _CONTENT_WORD.findall(line)
    return len(words) >= 4 and sum(1 for word in words if word[0].isupper()) >= 0.8 * len(words)


def paragraph_start(text: str, at: int, reach: int = 4000) -> int:
    """Where the paragraph of an offset begins, looking no farther back than `reach` characters."""
    first = max(0, at - reach)
    found = text.rfind("\n\n", first, at)
    return found + 2 if found >= 0 else first
