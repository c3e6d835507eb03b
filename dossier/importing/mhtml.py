"""Read a page that a browser saved in one file with everything that it needs (MHTML).

The form is that of RFC 2557: a mail of several parts. The first HTML part is the page; Chromium makes a part
of each style sheet, even of those in the page itself.
"""

from __future__ import annotations

import email
import email.policy
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from dossier.model.errors import ImportRefusedError

if TYPE_CHECKING:
    from email.message import Message

    from dossier.importing.original import Original

_MOST_PARTS: Final = 10_000
_MOST_OF_SHEETS: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class SavedPage:
    """What an archive holds.

    Attributes:
        page: the page as it would be if saved alone.
        saved: when it was saved, as the archive says, or "".
        sheets: its style sheets by the address that the page gives them.
    """

    page: Original
    saved: str
    sheets: Mapping[str, str]


def page_in(original: Original) -> SavedPage:
    """The page in an archive, with its style sheets.

    Raises:
        ImportRefusedError: it holds no page.
    """
    try:
        mail = email.message_from_bytes(original.data, policy=email.policy.compat32)
        part = _first_page(mail)
        data = part.get_payload(decode=True) if part else None
    except (RecursionError, ValueError, LookupError, AssertionError):
        raise ImportRefusedError(f"{original.name}: the web archive is damaged") from None
    if part is None or not isinstance(data, bytes) or not data.strip():
        raise ImportRefusedError(f"{original.name}: this archive contains no web page")
    url = _header(mail, "Snapshot-Content-Location") or _header(part, "Content-Location")
    page = replace(
        original, data=data, url=url, media_type="text/html", charset=part.get_content_charset() or ""
    )
    return SavedPage(page, _header(mail, "Date"), _sheets(mail))


def _first_page(mail: Message) -> Message | None:
    for number, part in enumerate(mail.walk()):
        if number > _MOST_PARTS:
            return None
        if part.get_content_type() in ("text/html", "application/xhtml+xml") and not part.is_multipart():
            return part
    return None


def _sheets(mail: Message) -> dict[str, str]:
    sheets: dict[str, str] = {}
    size = 0
    for part in mail.walk():
        data = part.get_payload(decode=True) if part.get_content_type() == "text/css" else None
        if isinstance(data, bytes) and (size := size + len(data)) <= _MOST_OF_SHEETS:
            css = data.decode("utf-8", "replace")
            sheets[f"cid:{_header(part, 'Content-ID').strip('<>')}"] = css
            sheets[_header(part, "Content-Location")] = css
    return sheets


def _header(part: Message, name: str) -> str:
    return " ".join(str(part.get(name) or "").split())[:2000]
