"""Lines that stand in an article and are none of its text, told by their words in several languages.

Teasers, buttons and credits anywhere, and at its head what the front matter says already.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from dossier.importer.metadata.authors import BY, is_byline
from dossier.importer.metadata.labels import is_dateline
from dossier.importer.metadata.moments import find_moments

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SHORT: Final = 200
_TEASER: Final = re.compile(
    r"^\W*(?:skip to|about sharing$|share page|copy link|close panel|listen to (?:this )?article|jump to|"
    r"zum inhalt|aller au contenu|saltar al|перейти (?:до|к)\b|"
    r"(?:published )?\d+ (?:minutes?|hours?|days?|weeks?) ago$|\d+ min(?:ute)?s? read$|"
    r"read (?:more|also|next|the full)|also read|see also|related(?: (?:articles?|stories|news|"
    r"content))?\b|"
    r"more (?:on this|from|stories|news)|recommended|you (?:may|might) also|don.t miss|most (?:read|"
    r"popular)|"
    r"subscribe|sign up|follow (?:us|our)|share (?:this|on|via)|share$|print$|e-?mail$|comments?$|"
    r"(?:leave|post) a comment|"
    r"advertisement|sponsored|download (?:our|the) app|join (?:us|our)|support (?:our|us)|click here to|"
    r"get (?:our|the) (?:newsletter|app)|(?:we|this site|this website) uses? cookies|"
    r"accept (?:all )?cookies|"
    r"all rights reserved|copyright\b|©|\(c\) \d{4}|tags?:|topics?(?::|$)|filed under|"
    r"photo(?:graph)?(?: credit)?:|"
    r"image:|"
    r"читайте (?:також|также|ще|ещё|еще)|підпис(?:уйтесь|уйтеся|атися|атись)|подпис(?:ывайтесь|аться)|"
    r"реклама$|поширити|поделиться|поділитися|теги:|теґи:|фото:|за темою|по теме|стежте за|следите за|"
    r"приєднуйтесь|"
    r"lesen sie (?:auch|mehr)|mehr zum thema|das könnte sie|anzeige$|newsletter|abonnieren|teilen$|"
    r"drucken$|"
    r"lire aussi|à lire aussi|publicité$|partager|leggi anche|czytaj (?:także|też)|lee también)",
    re.IGNORECASE,
)
_OF_THE_SITE: Final = re.compile(
    r"ctrl\s*\+\s*enter|unlimited access|register now|order reprints|^our standards\b|\btrust principles\b|"
    r"^a version of this (?:article|story)\b|^permalink\b|^keywords?\b|^related subjects\b|"
    r"(?:temps de lecture|lesezeit|reading time|час читання|время чтения)|receive new posts|"
    r"continue reading the main story|^supported by$|^see also:?$",
    re.IGNORECASE,
)
_BOX_HEADING: Final = 40
_BOX: Final = re.compile(
    r"^\W*(?:up next|more (?:on this|stories|news|from)\b.*|related\b.*|most (?:read|viewed|popular)|"
    r"top stories|"
    r"latest (?:news|stories|posts)|recommended\b.*|\w+ recommends|(?:also|read) (?:read|also|next|more)|"
    r"trending\b.*|see also|"
    r"what to read next|don.t miss|you (?:may|might) also.*|recent posts|editors?.? picks?|advertisement|"
    r"neueste (?:beiträge|meldungen)|mehr zum thema|weitere (?:meldungen|artikel|nachrichten)|meistgelesen|"
    r"lesen sie auch|auch interessant|articles (?:similaires|récents)|à lire aussi|lire aussi|"
    r"(?:останні|інші|свіжі|головні) новини|(?:читайте|дивіться) (?:також|ще)|популярн[іе]|за темою|"
    r"(?:последние|другие|главные) новости|(?:читайте|смотрите) (?:также|ещё|еще)|по теме|"
    r"lee también|te puede interesar|czytaj (?:także|też))\W*$",
    re.IGNORECASE,
)
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
_STEPS: Final = re.compile(
    r"^\W*(?:previous|prev|next|zurück|попередн\w+|наступн\w+|предыдущ\w+|следующ\w+)\b.{0,30}$",
    re.IGNORECASE,
)
_IS_SOMEBODY: Final = re.compile(r"^\S+(?: \S+){1,4} (?:is (?:a|an|the)|covers|reports|writes|ist|—|–) ")
_MARKUP: Final = re.compile(r"\]\([^)]*\)|^#+ |^- |[\\*>[]")


def leads_elsewhere(text: str) -> bool:
    """Whether a heading is that of a box about other pages."""
    return len(text) < _BOX_HEADING and _BOX.match(text) is not None


def is_teaser(text: str) -> bool:
    """Whether a line leads elsewhere or belongs to the page and not to the text."""
    return len(text) < _SHORT and (_TEASER.search(text) or _OF_THE_SITE.search(text)) is not None


def without_lines(blocks: Sequence[str], known: Sequence[str], authors: Sequence[str] = ()) -> list[str]:
    """Blocks of Markdown without teasers, and without those at either end that are about the page.

    At the head that is what only repeats what is `known`, at the end what tells who one of the `authors` is.
    """
    kept = [left for block in blocks if (left := _without(block, _is_no_text))]
    while kept and _ends_page(kept[-1], authors):
        kept.pop()
    shown: list[str] = []
    sentences = 0
    for number, block in enumerate(kept):
        unwanted = _is_credit if sentences else _says_nothing_new
        if left := _without(block, partial(unwanted, known=known, authors=authors)):
            shown.append(left)
            # A lead may stand above the byline.
            sentences += _begins_text(left)
            if number >= _HEAD_BLOCKS or sentences > 1 or _is_listed(left):
                return [*shown, *kept[number + 1 :]]
    return shown


def _ends_page(block: str, authors: Sequence[str]) -> bool:
    """Whether a block at the end is about the page: a heading of nothing, an author, a date."""
    words = _words(block)
    labelled = len(words) < _LEAD and is_dateline(words) and bool(list(find_moments(words)))
    return block.startswith("#") or labelled or _is_about(words, authors)


def _begins_text(block: str) -> bool:
    words = _words(block)
    return len(words) > _SHORT or (len(words) > _LEAD and _ENDS.search(words) is not None)


def _is_listed(block: str) -> bool:
    return block.startswith(("- ", "|", "1. "))


def _without(block: str, unwanted: Callable[[str], bool]) -> str:
    """A block without the lines that are not wanted; where lines hang together, all of it or nothing."""
    if block.startswith(" ") or _is_listed(block):
        return "" if unwanted(_words(block)) else block
    return _BROKEN.join(line for line in block.split(_BROKEN) if not unwanted(_words(line)))


def _is_no_text(line: str) -> bool:
    return is_teaser(line) or bool(_STEPS.search(line) or _SEPARATOR.match(line))


def _says_nothing_new(line: str, known: Sequence[str], authors: Sequence[str]) -> bool:
    return not _left_over(line, [*known, *authors]) or _is_credit(line, known, authors)


def _is_credit(line: str, known: Sequence[str], authors: Sequence[str]) -> bool:  # noqa: ARG001 - called alike
    """Whether a line says who wrote or when, and nothing else."""
    dated = bool(list(find_moments(line)))
    if len(line) > _BYLINE or (_ENDS.search(line) and not dated):
        return False
    # A byline may add where they write from.
    by_known = any(author and BY.sub("", line).startswith(author) for author in authors)
    return (
        by_known
        or (dated and _TIME.search(line) is not None)
        or is_byline(line)
        or (dated and is_dateline(line))
    )


def _is_about(text: str, authors: Sequence[str]) -> bool:
    """Whether a line at the end says who an author is, or names one alone."""
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
