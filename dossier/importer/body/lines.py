"""Lines that stand in an article and are none of its text, told by their words in several languages.

Teasers, buttons and credits anywhere, and at its head what the front matter says already.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dossier.importer.metadata.authors import BY
from dossier.importer.metadata.moments import find_moments

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORT: Final = 200
_TEASER: Final = re.compile(
    r"^\W*(?:read (?:more|also|next|the full)|also read|see also|related(?: (?:articles?|stories|news|"
    r"content))?\b|"
    r"more (?:on this|from|stories|news)|recommended|you (?:may|might) also|don.t miss|most (?:read|"
    r"popular)|"
    r"subscribe|sign up|follow (?:us|our)|share (?:this|on|via)|share$|print$|e-?mail$|comments?$|"
    r"(?:leave|post) a comment|"
    r"advertisement|sponsored|download (?:our|the) app|join (?:us|our)|support (?:our|us)|click here to|"
    r"get (?:our|the) (?:newsletter|app)|(?:we|this site|this website) uses? cookies|"
    r"accept (?:all )?cookies|"
    r"all rights reserved|copyright\b|©|tags?:|topics?(?::|$)|filed under|photo(?:graph)?(?: credit)?:|"
    r"image:|"
    r"читайте (?:також|также|ще|ещё|еще)|підпис(?:уйтесь|уйтеся|атися|атись)|подпис(?:ывайтесь|аться)|"
    r"реклама$|поширити|поделиться|поділитися|теги:|теґи:|фото:|за темою|по теме|стежте за|следите за|"
    r"приєднуйтесь|"
    r"lesen sie (?:auch|mehr)|mehr zum thema|das könnte sie|anzeige$|newsletter|abonnieren|teilen$|"
    r"drucken$|"
    r"lire aussi|à lire aussi|publicité$|partager|leggi anche|czytaj (?:także|też)|lee también)",
    re.IGNORECASE,
)
_SMALL_WORDS: Final = re.compile(
    r"\b(?:by|par|von|publi[ée]e?|le|à|datum|erschienen|montag|dienstag|mittwoch|donnerstag|freitag|"
    r"samstag|sonntag|pressemitteilung|press release|published|posted|updated|last|modified|on|at|in|"
    r"from|issued|date|time|reading|"
    r"min(?:ute)?s?|read|am|pm|"
    r"gmt|utc|cet|cest|est|edt|bst|eet|eest|msk|of|von|am|um|uhr|stand|aktualisiert|veröffentlicht|"
    r"автори?|дата|"
    r"опубліковано|опубликовано|оновлено|обновлено|о|в|року|года|р|г|хв|мин|читання|час|monday|tuesday|"
    r"wednesday|thursday|"
    r"friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|and|und|та|и|і)\b",
    re.IGNORECASE,
)
_HEAD_BLOCKS: Final = 8
_LEAD: Final = 60
_DATE_IN_WORDS: Final = re.compile(
    r"\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?[^\W\d]+\.?,?\s+(?:de\s+)?\d{4}|"
    r"[^\W\d]+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
)
_NUMBERS: Final = re.compile(r"\d[\d:./T+Z-]*")
_STEPS: Final = re.compile(
    r"^\W*(?:previous|prev|next|zurück|попередн\w+|наступн\w+|предыдущ\w+|следующ\w+)\b.{0,30}$",
    re.IGNORECASE,
)
_IS_SOMEBODY: Final = re.compile(r"^\S+(?: \S+){1,4} (?:is (?:a|an|the)|covers|reports|writes|ist|—|–) ")
_MARKUP: Final = re.compile(r"\]\([^)]*\)|^#+ |[\\*>]")


def is_teaser(text: str) -> bool:
    """Whether a line leads elsewhere or belongs to the page and not to the text."""
    return len(text) < _SHORT and _TEASER.search(text) is not None


def without_lines(blocks: Sequence[str], known: Sequence[str]) -> list[str]:
    """Blocks of Markdown without teasers, and without those at either end that are about the page.

    At the head that is what only repeats what is `known`, at the end what tells who an author is.
    """
    kept = [block for block in blocks if not is_teaser(_words(block)) and not _STEPS.search(_words(block))]
    while kept and (kept[-1].startswith("#") or _is_about(_words(kept[-1]), known)):
        kept.pop()
    shown: list[str] = []
    for number, block in enumerate(kept):
        words = _words(block)
        if _left_over(words, known):
            shown.append(block)
            if len(words) > _LEAD or number >= _HEAD_BLOCKS:
                return [*shown, *kept[number + 1 :]]
    return shown


def _is_about(text: str, authors: Sequence[str]) -> bool:
    """Whether a line at the end says who an author is."""
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
