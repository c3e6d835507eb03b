"""A page saved by a browser with all that it needs in one file (MHTML) in, its HTML part out.

The form is that of RFC 2557: a mail of several parts. The first HTML part is the page.
"""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dossier.errors import ImportRefusedError

if TYPE_CHECKING:
    from email.message import Message

    from dossier.importer.original import Original

_MOST_PARTS: Final = 10_000


def page_in(original: Original) -> tuple[Original, str]:
    """The page as if it had been saved alone, and when it was saved, as the archive says, or "".

    Raises:
        ImportRefusedError: no page is in it.
    """
    try:
        mail = email.message_from_bytes(original.data, policy=email.policy.compat32)
        part = _first_page(mail)
        data = part.get_payload(decode=True) if part else None
    except (RecursionError, ValueError, LookupError, AssertionError):
        raise ImportRefusedError(f"{original.name}: the archive of the page is damaged") from None
    if part is None or not isinstance(data, bytes) or not data.strip():
        raise ImportRefusedError(f"{original.name}: no web page is in this archive")
    url = _header(mail, "Snapshot-Content-Location") or _header(part, "Content-Location")
    page = replace(
        original, data=data, url=url, media_type="text/html", charset=part.get_content_charset() or ""
    )
    return page, _header(mail, "Date")


def _first_page(mail: Message) -> Message | None:
    for number, part in enumerate(mail.walk()):
        if number > _MOST_PARTS:
            return None
        if part.get_content_type() in ("text/html", "application/xhtml+xml") and not part.is_multipart():
            return part
    return None


def _header(part: Message, name: str) -> str:
    return " ".join(str(part.get(name) or "").split())[:2000]
