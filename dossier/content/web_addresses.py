"""Decide whether a page may lead to an address that an author wrote, and say why not."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

_SCHEMES: Final = frozenset(("http", "https", "mailto"))
_SCHEME: Final = re.compile(r"([^/?#\[\]@]*?):")
# Before browsers follow an address, they drop these characters or read them as others.
_INVISIBLE: Final = re.compile("[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
_WEB: Final = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_BARRED: Final = re.compile(r"[\s<>\"]")
_OTHER_HOST: Final = re.compile(r"[/\\]{2}")


def refusal_of_link(address: str) -> str:
    r"""Why a link must not lead to an address, "" if it may.

    It may be relative, or have the scheme http, https or mailto.

    >>> refusal_of_link("../people/x.md"), refusal_of_link("https://example.org/?a=b:c")
    ('', '')
    >>> refusal_of_link("java\tscript:alert(1)")
    'it contains an invisible character'
    >>> refusal_of_link("JavaScript:alert(1)"), refusal_of_link("//example.org/")
    ('the scheme “JavaScript” is not allowed', 'it leads to another host without a scheme such as https')
    """
    trimmed = address.strip(" \n")
    if _INVISIBLE.search(trimmed.replace(" ", "")):
        return "it contains an invisible character"
    if _OTHER_HOST.match(trimmed):
        return "it leads to another host without a scheme such as https"
    scheme = _SCHEME.match(trimmed)
    if scheme is None:
        return ""
    if scheme[1].lower() not in _SCHEMES:
        return f"the scheme “{scheme[1]}” is not allowed"
    return "" if scheme[1].lower() == "mailto" else _refusal_of_host(trimmed)


def refusal_of_picture(address: str) -> str:
    """Why a page must not show a picture from an address, "" if it may: only the site's own files are shown.

    >>> refusal_of_picture("../images/minsk.jpg"), refusal_of_picture("https://example.org/x.png")
    ('', 'only pictures that are files of this site are shown')
    """
    refused = refusal_of_link(address)
    if refused or _SCHEME.match(address.strip()):
        return "only pictures that are files of this site are shown"
    return ""


def refusal_of_web_address(address: str) -> str:
    """Why a text is no address that begins with https:// or http://, "" if it is one.

    >>> refusal_of_web_address("https://example.org/a?b#c"), refusal_of_web_address("example.org")
    ('', 'it does not begin with https:// or http://')
    """
    if not _WEB.match(address):
        return "it does not begin with https:// or http://"
    barred = _BARRED.search(address)
    return f"it contains “{barred[0]}”" if barred else refusal_of_link(address)


def _refusal_of_host(address: str) -> str:
    if "\\" in address:
        return "it contains a backslash"
    try:
        parts = urlsplit(address)
        named, port_read = parts.hostname, parts.port
    except ValueError:
        return "its host or port cannot be read"
    if not named or port_read == 0:
        return "it names no host"
    if "@" in parts.netloc:
        return "a user name before its host hides where it leads"
    return ""
