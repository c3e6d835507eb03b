"""Quote the sentences of a document that mention an entity, with the mentions marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.model.linked import OBJECT, LinkedDocument

_LONGEST: Final = 400
_AROUND: Final = 160
# What a browser shows as one blank; a single non-breaking one stays.
_UNEVEN: Final = re.compile(r"\s{2,}|[\t\n\r\v\f]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence with the mentions in it.

    Attributes:
        parts: the sentence cut into stretches, each with whether it is a mention.
        anchor: the anchor of the first mention on the document's page; "" where it has none.
    """

    parts: tuple[tuple[str, bool], ...]
    anchor: str

    @property
    def text(self) -> str:
        """The sentence as plain text."""
        return "".join(text for text, _ in self.parts)


class Quoter:
    """Quotes sentences of one document."""

    def __init__(self, document: LinkedDocument) -> None:
        self._text = document.text
        self._sentences = document.sentences

    def sentence_at(self, offset: int) -> int:
        """The number, from 0, of the sentence that contains an offset in the text."""
        return self._sentences.number(offset)

    def quotations(self, mentions: Sequence[tuple[int, int, str]]) -> Iterator[Quotation]:
        """One quotation a sentence, in the order of the text.

        `mentions` are start, end and anchor, in the order of the text.
        """
        by_sentence: dict[int, list[tuple[int, int, str]]] = {}
        for mention in mentions:
            by_sentence.setdefault(self.sentence_at(mention[0]), []).append(mention)
        for index, found in by_sentence.items():
            start, end = self._sentences.spans[index]
            yield self._quotation(start, max(end, found[-1][1]), found)

    def _quotation(self, start: int, end: int, mentions: Sequence[tuple[int, int, str]]) -> Quotation:
        before = after = ""
        if end - start > _LONGEST:
            first, last = mentions[0][0], min(mentions[-1][1], mentions[0][0] + _LONGEST)
            cut = self._text.rfind(" ", start, max(start, first - _AROUND)) + 1
            if cut > start:
                start, before = cut, "… "
            stop = self._text.find(" ", last + _AROUND, end)
            if stop > 0:
                end, after = stop, " …"
        parts: list[tuple[str, bool]] = [(before, False)]
        position = start
        for mention_start, mention_end, _ in mentions:
            if mention_end <= end:
                parts.append((self._tidy(position, mention_start), False))
                parts.append((self._tidy(mention_start, mention_end), True))
                position = mention_end
        parts += [(self._tidy(position, end), False), (after, False)]
        anchor = next((anchor for _, _, anchor in mentions if anchor), "")
        return Quotation(tuple(part for part in parts if part[0]), anchor)

    def _tidy(self, start: int, end: int) -> str:
        return _UNEVEN.sub(" ", self._text[start:end]).replace(OBJECT, "…")
