"""Bytes and what is said of their encoding in, text out, with a remark where the saying was not trusted.

What a page says of its encoding is often wrong; UTF-8 proves itself, and a wrong Cyrillic code page shows
in letters that no word has.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*(?P<meta>[\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"'](?P<xml>[\w.:-]+)",
    re.IGNORECASE,
)
_META_WITHIN: Final = 16_384
# What the Encoding Standard reads these labels as (https://encoding.spec.whatwg.org/#names-and-labels).
_READ_AS: Final = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "euc_kr": "cp949", "shift_jis": "cp932",
}  # fmt: skip
_CYRILLIC: Final = ("cp1251", "koi8_u", "iso8859_5", "cp866")
_GUESSES: Final = (*_CYRILLIC, "cp1252", "cp1250")
_SOME_BAD: Final = 0.001
_MOSTLY_RIGHT: Final = 3
_SAMPLE: Final = 200_000
_CONTROL_C1: Final = re.compile("[\x80-\x9f]")
_ODD_CASE: Final = re.compile(r"[^\W\d_A-Z][^\W\d_a-zа-яёіїєґ]")
# Letters that stand beside each other in Cyrillic text read as Western European.
_MOJIBAKE: Final = re.compile("[À-ÿ]{3}")
_WORDLIKE: Final = re.compile("[а-яёіїєґ]{2}")
_TEXT_CODECS_ONLY: Final = frozenset(("utf_7", "idna", "punycode", "raw_unicode_escape", "unicode_escape"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and a remark for the editor or ""."""

    text: str
    remark: str = ""


def decode(data: bytes, from_server: str = "") -> Decoded:
    """Read bytes as text; every input gives some."""
    marked = _marked(data) or _wide_without_mark(data)
    if marked:
        return Decoded(data.decode(marked, "replace").lstrip("\ufeff"))
    stated = _codec(from_server) or _codec(_in_page(data))
    try:
        return Decoded(data.decode("utf-8"), _lie(stated, data))
    except UnicodeDecodeError:
        return _not_utf8(data, stated)


def as_utf8(head: bytes) -> bytes:
    """The first bytes of a file as UTF-8 where they are in two or four bytes a letter, else as they are."""
    wide = _marked(head) or _wide_without_mark(head)
    return head.decode(wide, "ignore").encode("utf-8", "ignore") if wide else head


def _marked(data: bytes) -> str:
    return next((name for mark, name in _BOMS if data.startswith(mark)), "")


def _lie(stated: str, data: bytes) -> str:
    if stated in ("", "utf-8", "cp1252") or data.isascii():
        return ""
    return f"it is said to be {stated} but is UTF-8"


def _not_utf8(data: bytes, stated: str) -> Decoded:
    if stated and stated != "utf-8":
        text = data.decode(stated, "replace")
        if not _looks_wrong(text):
            return Decoded(text)
    damaged = data.decode("utf-8", "replace")
    bad = damaged.count("\ufffd")
    valid = sum(character > "\x7f" for character in damaged) - bad
    # Text in a code page hardly ever holds what is right in UTF-8; damaged UTF-8 mostly does.
    if bad <= _SOME_BAD * len(damaged) or _MOSTLY_RIGHT * bad <= valid:
        return Decoded(damaged, "some bytes are no UTF-8 and show as \ufffd")
    guess = max(_GUESSES, key=lambda name: _score(data[:_SAMPLE].decode(name, "replace")))
    said = f"it is said to be {stated}" if stated else "its encoding is not stated"
    return Decoded(data.decode(guess, "replace"), f"{said} and was read as {guess}")


def _looks_wrong(text: str) -> bool:
    sample = text[:_SAMPLE]
    if sample.count("\ufffd") > _SOME_BAD * len(sample):
        return True
    letters = sum(character.isalpha() and character > "\x7f" for character in sample)
    odd = 3 * len(_MOJIBAKE.findall(sample)) + len(re.findall("[а-яё][А-ЯЁ]", sample))
    return letters > 20 and odd > 0.3 * letters


def _score(text: str) -> float:
    """How much a text looks like one: Cyrillic letters in small case, no controls, no mixture of cases."""
    wordlike = 2 * len(_WORDLIKE.findall(text)) + len(re.findall("[a-z][ß-öø-ÿąćęłńśźżšžčěř]", text))
    wrong = len(_CONTROL_C1.findall(text)) + text.count("\ufffd") + len(re.findall("[а-яё][А-ЯЁЂЃЌЏ]", text))
    return wordlike - 3 * wrong - 2 * len(_MOJIBAKE.findall(text)) - len(re.findall("[─-▟]", text))


def _wide_without_mark(data: bytes) -> str:
    """UTF-16 without a mark: every second byte of its markup is nothing."""
    head = data[:64]
    if len(head) < 8:
        return ""
    if not any(head[1:32:2]) and all(head[0:16:2]):
        return "utf-16-le"
    return "utf-16-be" if not any(head[0:32:2]) and all(head[1:16:2]) else ""


def _in_page(data: bytes) -> str:
    found = _META.search(data[:_META_WITHIN])
    return (found["meta"] or found["xml"]).decode("ascii") if found else ""


def _codec(label: str) -> str:
    """Python's name of an encoding, "" where it knows none that gives text."""
    try:
        name = codecs.lookup(label.strip()[:40]).name if label else ""
    except (LookupError, ValueError):
        return ""
    try:
        b"a".decode(name or "utf-8")
    except (LookupError, ValueError):
        return ""
    # A page whose markup could be read to find this label is not in two or four bytes a letter.
    wide = name.startswith(("utf-16", "utf-32"))
    return "" if wide or name.replace("-", "_") in _TEXT_CODECS_ONLY else _READ_AS.get(name, name)
