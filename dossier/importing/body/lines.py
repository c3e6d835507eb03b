"""Leave out the lines of an article that are not its text, and list them.

Furniture of the page goes wherever it stands; at the head, lines that repeat the front matter go as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from dossier.importing.body.furniture import is_furniture, is_sentence
from dossier.importing.metadata.authors import BY, is_byline
from dossier.importing.metadata.labels import is_dateline
from dossier.importing.metadata.moments import find_moments

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SHORT: Final = 200
_SEPARATOR: Final = re.compile(r"^[\s_*=~#•·–—-]*$")
_SMALL_WORDS: Final = re.compile(
    r"\b(?:by|par|von|publi[ée]e?|le|à|datum|erschienen|montag|dienstag|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche|jour|mise?|ago|hours?|days?|years?|mittwoch|donnerstag|freitag|"
    r"samstag|sonntag|pressemitteilung|press release|published|posted|updated|last|modified|on|at|in|"
    r"from|issued|date|time|reading|"
    r"min(?:ute)?s?|read|am|pm|a\.m|p\.m|et|pt|"
    r"gmt|utc|cet|cest|est|edt|bst|eet|eest|msk|of|von|am|um|uhr|stand|aktualisiert|veröffentlicht|"
    r"автори?|дата|"
    r"опубліковано|опубликовано|оновлено|обновлено|о|в|року|года|р|г|хв|мин|читання|час|monday|tuesday|"
    r"wednesday|thursday|"
    r"friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|and|und|та|и|і)\b",
    re.IGNORECASE,
)
_HEAD_BLOCKS: Final = 8
_BROKEN: Final = "  \n"
_BYLINE: Final = 120
_ENDS: Final = re.compile(r"[.!?…][»”\")]?$")
_LEAD: Final = 60
_DATE_IN_WORDS: Final = re.compile(
    r"\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?[^\W\d]+\.?,?\s+(?:de\s+)?\d{4}|"
    r"[^\W\d]+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
)
_TIME: Final = re.compile(r"(?<![\d.:])\d{1,2}[:.]\d{2}(?![\d.:])")
_NUMBERS: Final = re.compile(r"\d[\d:./T+Z-]*")
_IS_SOMEBODY: Final = re.compile(r"^\S+(?: \S+){1,4} (?:is (?:a|an|the)|covers|reports|writes|ist|—|–) ")
_LETTER: Final = re.compile(r"[^\W\d_]")
_LINK: Final = re.compile(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\(")
_IN_LIST: Final = re.compile(r"#|- |\d+\. ")
_MARKUP: Final = re.compile(r"\]\([^)]*\)|^#+ |^- |^\d+\. |[\\*>[]")


@dataclass(frozen=True, slots=True)
class Sifted:
    """The blocks that stay, and the lines that were left out."""

    blocks: list[str]
    left_out: list[str]


def without_lines(blocks: Sequence[str], known: Sequence[str], authors: Sequence[str] = ()) -> Sifted:
    """Blocks of Markdown without furniture, and without those at either end that are about the page.

    At the head those are lines that only repeat what is `known`; at the end, lines that introduce one of the
    `authors`.
    """
    gone: list[str] = []
    kept = [left for block in blocks if (left := _without(block, _is_no_text, gone))]
    while kept and _ends_page(kept[-1], authors):
        gone.append(kept.pop())
    repeated: list[str] = []
    shown = _without_head(kept, known, authors, repeated)
    return Sifted(shown, [_words(line) for line in [*repeated, *gone]])


def says_something_new(line: str, known: Sequence[str]) -> bool:
    """Whether a line says more than the metadata do."""
    return _LETTER.search(line) is not None and bool(_left_over(line, known))


def _without_head(
    kept: list[str], known: Sequence[str], authors: Sequence[str], gone: list[str]
) -> list[str]:
    shown: list[str] = []
    sentences = 0
    for number, block in enumerate(kept):
        unwanted = _is_credit if sentences else _says_nothing_new
        if left := _without(block, partial(unwanted, known=known, authors=authors), gone):
            shown.append(left)
            # A lead may stand above the byline.
            sentences += _begins_text(left)
            if number >= _HEAD_BLOCKS or sentences > 1 or _is_listed(left):
                return [*shown, *kept[number + 1 :]]
    return shown


def _ends_page(block: str, authors: Sequence[str]) -> bool:
    """Whether a block at the end is about the page: a heading without text, an author, a date."""
    words = _words(block)
    labelled = len(words) < _LEAD and is_dateline(words) and bool(list(find_moments(words)))
    dated = labelled and not _states_something(words, authors)
    return block.startswith("#") or dated or _is_about(words, authors)


def _begins_text(block: str) -> bool:
    words = _words(block)
    return len(words) > _SHORT or (len(words) > _LEAD and _ENDS.search(words) is not None)


def _is_listed(block: str) -> bool:
    return block.startswith(("- ", "|", "1. "))


def _without(block: str, unwanted: Callable[[str], bool], gone: list[str]) -> str:
    """A block without the unwanted lines; a list stays whole or goes whole, a table stays."""
    if block.startswith((" ", "|")):
        return block
    if _is_listed(block):
        lines = [line.strip() for line in block.split("\n")]
        if not all(map(unwanted, lines)):
            return block
        gone += lines
        return ""
    lines = block.split(_BROKEN)
    gone += [line for line in lines if unwanted(line)]
    return _BROKEN.join(line for line in lines if not unwanted(line))


def _is_no_text(line: str) -> bool:
    words = _words(line)
    linked = sum(len(_words(link)) for link in _LINK.findall(line)) / max(1, len(words))
    in_list = _IN_LIST.match(line) is not None
    return is_furniture(words, linked, in_list=in_list) or _SEPARATOR.match(words) is not None


def _says_nothing_new(line: str, known: Sequence[str], authors: Sequence[str]) -> bool:
    return not _left_over(_words(line), [*known, *authors]) or _is_credit(line, known, authors)


def _is_credit(line: str, known: Sequence[str], authors: Sequence[str]) -> bool:
    """Whether a line only says who wrote the article or when."""
    words = _words(line)
    dated = bool(list(find_moments(words)))
    if len(words) > _BYLINE or (_ENDS.search(words) and not dated):
        return False
    if _states_something(words, [*known, *authors]):
        return False
    # A byline may add the place that an author writes from.
    by_known = any(author and BY.sub("", words).startswith(author) for author in authors)
    return (
        by_known
        or (dated and _TIME.search(words) is not None)
        or is_byline(words)
        or (dated and is_dateline(words))
    )


def _states_something(words: str, known: Sequence[str]) -> bool:
    """Whether a line is a sentence that says more than who wrote the article and when."""
    return is_sentence(words) and len(_left_over(words, known).split()) > 1


def _is_about(text: str, authors: Sequence[str]) -> bool:
    """Whether a line at the end introduces an author, or is only an author's name."""
    if (
        len(text) < _LEAD
        and not _ENDS.search(text)
        and any(author and text.startswith(author) for author in authors)
    ):
        return True
    named = any(author and text.startswith(f"{author} ") for author in authors)
    return named and len(text) < 2 * _SHORT and _IS_SOMEBODY.search(text) is not None


def _words(block: str) -> str:
    return " ".join(_MARKUP.sub("", block).split())


def _left_over(text: str, known: Sequence[str]) -> str:
    """The letters of a line that neither the metadata nor words such as “published” account for."""
    left = BY.sub("", text)
    for value in sorted(filter(None, known), key=len, reverse=True):
        left = re.sub(re.escape(value), " ", left, flags=re.IGNORECASE)
    if list(find_moments(left)):
        left = _DATE_IN_WORDS.sub(" ", left)
    left = re.sub(r"[\W_]+", " ", _SMALL_WORDS.sub(" ", _NUMBERS.sub(" ", left))).strip()
    return left if len(left) > 2 else ""
