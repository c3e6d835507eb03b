"""Say why the text that was found in a page is no article.

An error page, a cookie wall, a paywall and an empty shell for scripts all come with the status and the looks
of a page. They are short, and they say what they are.
"""

from __future__ import annotations

import re
from typing import Final

from dossier.importing.body.furniture import words_in

_ERROR_TITLE: Final = re.compile(
    r"^\W*(?:error\W*)?(?:40[0-9]|410|429|451|50[0-9]|52[0-9])(?:\W*$|\W+(?:not|error|forbidden|page|"
    r"access|bad|internal|service|gone|"
    r"gateway|unauthori[sz]ed|too|seite|сторін|страниц|помилка|ошибка))|\b(?:page|file|article|url|site|"
    r"document)\b.{0,20}\bnot (?:be )?found\b|^not found\b|"
    r"\b(?:cannot|can.t|couldn.t|could not|unable to) (?:be )?f[io]u?nd|access (?:denied|forbidden|"
    r"to this page)|^forbidden|service unavailable|"
    r"internal server error|bad gateway|gateway time-?out|too many requests|just a moment|"
    r"attention required|are you (?:a |not a )?(?:robot|human)|"
    r"captcha|verify (?:that )?you are|security check|checking your browser|pardon our interruption|"
    r"request blocked|you have been blocked|^(?:sign|log) ?in\b|^oops\W*$|"
    r"\bdoes not exist or has been (?:re)?moved|"
    r"^we.ll be (?:right )?back|scheduled maintenance|^search results\b|^redirecting|"
    r"temporarily unavailable|under maintenance|no longer available|unavailable for legal reasons|"
    r"сторінк\w+ не (?:знайдено|існує)|не знайдено|страниц\w+ не (?:найдена|существует)|не найден[ао]?$|"
    r"доступ (?:заборонено|запрещ[её]н)|"
    r"seite (?:wurde )?nicht gefunden|nicht gefunden|zugriff verweigert|page (?:introuvable|"
    r"non trouvée)|no encontrada|nie znaleziono",
    re.IGNORECASE,
)
_SCRIPTS: Final = re.compile(
    r"(?:enable|activate|turn on|requires?|needs?|without|allow) java\s?script|"
    r"java\s?script (?:is )?(?:disabled|required|not enabled|to run)|"
    r"(?:увімкніть|включите|ввімкніть) java\s?script|aktivieren sie (?:bitte )?java\s?script|"
    r"activer java\s?script",
    re.IGNORECASE,
)
_PAYMENT: Final = re.compile(
    r"(?:subscribe|sign in|log ?in|register|sign up)\b[^.]{0,40}\bto (?:continue|read|access|keep|"
    r"unlock|view)|to (?:continue|keep) reading|"
    r"already a (?:subscriber|member)|subscribers? only|subscriber-only|only (?:available )?(?:to|"
    r"for) subscribers|for (?:paying )?subscribers|"
    r"reached your (?:limit|monthly)|free articles?|this (?:article|content|story|"
    r"post) is (?:reserved )?for|unlock this|premium content|"
    r"start your (?:free )?trial|jetzt (?:abonnieren|weiterlesen|registrieren)|nur für abonnenten|"
    r"mit (?:einem )?abo|weiterlesen mit|"
    r"réservé aux abonnés|(?:для|только|лише|тільки) (?:передплатник|подписчик)\w*|"
    r"оформіть (?:передплату|підписку)|оформите подписку|"
    r"читати (?:далі|повністю)[^.]{0,30}(?:підпис|передплат)",
    re.IGNORECASE,
)
_COOKIES: Final = re.compile(
    r"(?:accept|manage|reject|necessary|use of|uses?|store) (?:all )?cookies|cookie (?:settings|policy|"
    r"consent|preferences)|"
    r"we value your privacy|your (?:privacy|consent)|our (?:\d+ )?partners|legitimate interest|"
    r"einwilligung|cookies? (?:akzeptieren|zustimmen)|"
    r"with (?:ads|advertising) and tracking|файл\w* cookie|acceptez?[^.]{0,20}cookies",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"[.!?…»”\")]\s|[.!?…]$|[。！？｡۔।॥။።]")
_SHORT: Final = 1_200
_WALL_SHORT: Final = 1_500
_LEAST: Final = 40
_ENOUGH: Final = 200
_FEWEST: Final = 2
_FEWEST_WORDS: Final = 3
_END: Final = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？｡])")
_LETTER: Final = re.compile(r"[^\W\d_]")


def why_no_article(title: str, text: str, page_text: str) -> str:
    """Why this is no article, or "".

    `text` is what was found, `page_text` all visible text of the page, each as plain text.
    """
    shown = text or page_text
    if len(shown) < _SHORT:
        if _ERROR_TITLE.search(title[:200]) or _ERROR_TITLE.search(shown[:200]):
            return f"this is an error page, not an article (“{(title or shown)[:60].strip()}”)"
        if _SCRIPTS.search(page_text[:20_000]) and _sentences(text, _SCRIPTS) < _FEWEST:
            return "the page is empty without JavaScript; save it in a browser once its text shows"
    if len(text) < _WALL_SHORT and len(_COOKIES.findall(shown)) >= 2:
        return "only a notice about cookies was found; accept it in a browser, and save the page"
    is_short = len(text) < _WALL_SHORT // 2 and _sentences(text, _PAYMENT) <= _FEWEST
    if is_short and _PAYMENT.search(page_text[:20_000]):
        return (
            "only the beginning before a paywall was found; save the page in a browser where you can read it"
        )
    letters = len(_LETTER.findall(text))
    if letters < _LEAST or (letters < _ENOUGH and not has_sentence(text)):
        return "no text of an article was found in the page"
    return ""


def _sentences(text: str, wall: re.Pattern[str]) -> int:
    """How many sentences of a text are not about what keeps readers out."""
    parts = _END.split(text[:_WALL_SHORT])
    return sum(words_in(part) >= _FEWEST_WORDS and not wall.search(part) for part in parts)


def has_sentence(text: str) -> bool:
    """Whether a sentence ends in a text; in a poem or a list none may."""
    return _SENTENCE.search(text) is not None


def may_miss_text(page_text: str) -> bool:
    """Whether the page says that it shows its text only with scripts."""
    return _SCRIPTS.search(page_text[:20_000]) is not None


def ends_at_wall(page_text: str) -> bool:
    """Whether the page says that its text goes on for subscribers."""
    return _PAYMENT.search(page_text[-20_000:]) is not None
