"""Read the head of a record or a letter: whom it is from, to and about, and the list of who took part.

Whoever stands there is at home in the text, so a title alone means somebody of the head before anybody whom
the text only mentions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dossier.model.mentions import Document
from dossier.recognise.names.vocabulary import NameLanguage

# In characters: no head goes on for longer, nor does a title or what follows a label.
_LONGEST_HEAD: Final = 4000
_LONGEST_TITLE: Final = 300
# A longer line is no member of a list.
_LONGEST_LINE: Final = 150
_SENTENCE_END: Final = re.compile(r"[.!?:](?:[\"'”’)]|\s|$)")
# No such word with a full stop is longer: "Amb.", "U.S.".
_LONGEST_STOPPED: Final = 6
_STOPPED_WORD: Final = re.compile(r"\b(?:\w\.)?\w{1,3}\.$")


def title_end(document: Document) -> int:
    """The end of the title: the first heading, or a first line that is short and not a sentence."""
    if document.headings:
        return document.headings[0][1]
    end = document.text.find("\n\n", 0, _LONGEST_TITLE)
    return end if end > 0 and not document.text[:end].endswith(".") else 0


@dataclass(frozen=True)
class Head:
    """The head of one document, read when it is first needed."""

    document: Document
    language: NameLanguage

    @cached_property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """The spans of the lines, the title among them, that say whom the text is from, to and about."""
        text, roles = self.document.text, self.language.roles
        title = 0, title_end(self.document)
        titles = (title,) if roles.addressed.search(text, *title) else ()
        labels = roles.head_labels.finditer(text, 0, _LONGEST_HEAD)
        lines = ((label.end(), _line_end(text, label.end())) for label in labels)
        return tuple(span for span in (*titles, *lines) if span[0] < span[1])

    @cached_property
    def lists(self) -> tuple[tuple[int, int], ...]:
        """The spans of the lists of who took part."""
        text = self.document.text
        labels = self.language.roles.participants.finditer(text, 0, _LONGEST_HEAD)
        return tuple(
            (label.end(), _list_end(text, label.end(), self.language.roles.list_end)) for label in labels
        )

    def contains(self, at: int) -> bool:
        """Whether an offset is in the head."""
        return any(first <= at < last for first, last in (*self.parts, *self.lists))

    def is_line(self, start: int, end: int) -> bool:
        """Whether a stretch is a whole line, as a signature is."""
        text = self.document.text
        return text[max(0, start - 1) : start] in ("", "\n") and text[end : end + 1] in ("", "\n")


def _line_end(text: str, start: int) -> int:
    """The end of a sentence or line that begins at an offset."""
    last = min(len(text), start + _LONGEST_TITLE)
    end = text.find("\n", start, last)
    end = last if end < 0 else end
    for stop in _SENTENCE_END.finditer(text, start, end):
        if not _STOPPED_WORD.search(text, max(start, stop.start() - _LONGEST_STOPPED), stop.start() + 1):
            return stop.start()
    return end


def _list_end(text: str, start: int, ends: re.Pattern[str]) -> int:
    """The end of the short lines that begin at an offset and are no sentences."""
    last = min(len(text), start + _LONGEST_HEAD)
    while start < last:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end].rstrip()
        is_sentence = line.endswith((".", "!", "?", "”")) and not _STOPPED_WORD.search(line)
        if is_sentence or len(line) > _LONGEST_LINE or ends.match(line):
            break
        start = end + 1
    return min(start, last)
