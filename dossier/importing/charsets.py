"""Decode bytes to text, with a remark where the stated encoding was not trusted.

Labels mean what the Encoding Standard says (webencodings), and charset-normalizer guesses where there is no
label. This module adds four rules. The encoding that a page states is often wrong, so a label counts only if
the bytes read as text in it. charset-normalizer takes UTF-16 without a byte order mark for a code page full
of zeros. It gives up an encoding at the first byte that does not fit, so this module handles damaged UTF-8
and single damaged bytes. And where it finds no difference, the encoding that is most common on the web wins.

The order is that of HTML: a byte order mark, the server, the page, a guess
(https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from bs4.dammit import EncodingDetector
from charset_normalizer import CharsetMatch, from_bytes
from webencodings import UTF8, Encoding, lookup

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
_LABEL_WITHIN: Final = 16_384
# The encodings to guess among, the most usual first: it wins where several fit equally well. If every
# encoding took part, short texts would go to rare ones: iso-8859-16, mac-roman or IBM's code pages.
_GUESSES: Final = (
    """windows-1251 windows-1252 windows-1250 windows-1253 koi8-u koi8-r iso-8859-2 iso-8859-5 iso-8859-7
    ibm866 shift_jis euc-jp gb18030 big5 euc-kr"""
).split()
_USUAL: Final = "windows-1252"
# These two differ in few letters, and charset-normalizer weighs letters, so the language that it finds
# decides. A Polish or Czech text of less than three sentences is sometimes read wrongly, with a remark.
_CENTRAL: Final = "windows-1250"
_CENTRAL_LANGUAGES: Final = frozenset("Czech Polish Slovak Hungarian Croatian Slovene Romanian".split())
_ASCII_LETTERS: Final = re.compile(rb"[A-Za-z]")
# The standard reads GBK with the decoder of its superset; Python's own codec stops at the euro sign.
_DECODERS: Final = {"gbk": "gb18030"}
# UTF-16 shows in the bytes; if the label in a page could be read, the page is in another encoding.
_NO_LABELS: Final = frozenset(("replacement", "x-user-defined", "utf-16le", "utf-16be"))
_SOME_DAMAGED: Final = 0.01
_MOSTLY_RIGHT: Final = 3
# A space after each 10 letters is a zero in 22 bytes; binary data has zeros on both sides.
_ZEROS: Final = 0.03
_ONE_SIDED: Final = 4
_FEWEST: Final = 4
_ENOUGH: Final = 100_000
# None of these is the second byte of a letter in any of the encodings above.
_RUN: Final = re.compile(rb"[^<>\n]+")
_NOT_LATIN: Final = re.compile("[\u0370-\u1fff\u2e80-\uffef]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and a remark for the editor or ""."""

    text: str
    remark: str = ""


def decode(data: bytes, from_server: str = "") -> Decoded:
    """Decode bytes to text; every input gives a text.

    Args:
        data: the bytes of a page, a text or a table.
        from_server: the label that the server gave them, else "".
    """
    wide = _marked(data) or _wide_without_mark(data)
    if wide:
        return Decoded(_text(data, wide).lstrip("\ufeff"))
    stated = [one for label in (from_server, _in_page(data)) if (one := _encoding(label))]
    # This encoding uses only ASCII bytes, so it passes for UTF-8.
    if data.isascii() and stated and stated[0].name == "iso-2022-jp":
        return Decoded(_text(data, stated[0]))
    try:
        return Decoded(data.decode("utf-8"), _lie(stated, data))
    except UnicodeDecodeError:
        return _not_utf8(data, stated)


def as_utf8(head: bytes) -> bytes:
    """The first bytes of a file as UTF-8 where they are in UTF-16, else as they are."""
    wide = _marked(head) or _wide_without_mark(head)
    return _text(head, wide).encode("utf-8", "ignore") if wide else head


def _marked(data: bytes) -> Encoding | None:
    return next((lookup(label) for mark, label in _MARKS if data.startswith(mark)), None)


def _wide_without_mark(data: bytes) -> Encoding | None:
    """UTF-16 without a byte order mark, in which one of the two bytes of markup and spaces is always zero."""
    head = data[:1024]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    most = max(even, odd)
    # In a letter such as 一 (U+4E00) the other byte is zero.
    if most < max(_FEWEST, _ZEROS * len(head), _ONE_SIDED * min(even, odd)):
        return None
    return lookup("utf-16be" if even > odd else "utf-16le")


def _in_page(data: bytes) -> str:
    found = EncodingDetector.find_declared_encoding(
        data[:_LABEL_WITHIN], is_html=True, search_entire_document=True
    )
    return found or ""


def _encoding(label: str) -> Encoding | None:
    """The encoding that a label names, None if it names none that a page can be in."""
    found: Encoding | None = lookup(label)
    return None if found is None or found.name in _NO_LABELS else found


def _text(data: bytes, encoding: Encoding) -> str:
    return data.decode(_DECODERS.get(encoding.name, encoding.codec_info.name), "replace")


def _lie(stated: list[Encoding], data: bytes) -> str:
    if not stated or stated[0].name in (UTF8.name, _USUAL) or data.isascii():
        return ""
    return f"it is labelled {stated[0].name} but is UTF-8"


def _not_utf8(data: bytes, stated: list[Encoding]) -> Decoded:
    sample = _sample(data)
    guess = _guess(sample)
    for one in stated:
        if one != UTF8 and not _is_wrong(one, guess, sample):
            return Decoded(_text(data, one), "" if one is stated[0] else _other(stated, one))
    damaged = data.decode("utf-8", "replace")
    bad = damaged.count("\ufffd")
    valid = sum(character > "\x7f" for character in damaged) - bad
    # Text in a code page hardly ever contains valid UTF-8 sequences; damaged UTF-8 is mostly valid.
    if _MOSTLY_RIGHT * bad <= valid or (bad == 1 and UTF8 in stated):
        return Decoded(damaged, "some bytes are not UTF-8 and show as \ufffd")
    return Decoded(_text(data, guess), _other(stated, guess))


def _other(stated: list[Encoding], read_as: Encoding) -> str:
    said = f"it is labelled {stated[0].name} but" if stated else "its encoding is not labelled; it"
    return f"{said} was read as {read_as.name}"


def _sample(data: bytes) -> bytes:
    """The runs between tags and line ends, or within a tag, that are not ASCII; no more than is enough."""
    runs = (run[0] for run in _RUN.finditer(data) if not run[0].isascii())
    sample = bytearray()
    for run in runs:
        sample += run + b"\n"
        if len(sample) > _ENOUGH:
            break
    return bytes(sample[:_ENOUGH])


def _guess(sample: bytes) -> Encoding:
    """The encoding in which a text reads best, the usual one where several fit equally well."""
    candidates = [one for label in _GUESSES if (one := lookup(label))]
    readings = {one.name: match for one in candidates if (match := _reading(sample, one))}
    best = min(readings, key=lambda name: readings[name], default=_USUAL)
    if best in readings and not readings[best].coherence and _is_mostly_ascii(sample):
        best = _USUAL
    usual, central = readings.get(_USUAL), readings.get(_CENTRAL)
    if best == _USUAL and usual and central and usual.language in _CENTRAL_LANGUAGES and not usual < central:
        best = _CENTRAL
    return lookup(best)


def _is_mostly_ascii(sample: bytes) -> bool:
    return len(_ASCII_LETTERS.findall(sample)) >= 2 * sum(byte > 127 for byte in sample)


def _reading(sample: bytes, encoding: Encoding) -> CharsetMatch | None:
    """How well bytes read in an encoding, without those that do not fit; None if they read as nothing."""
    text = _text(sample, encoding)
    if text.count("\ufffd") > _SOME_DAMAGED * len(text):
        return None
    codec = encoding.codec_info.name
    whole = text.replace("\ufffd", "").encode(codec, "ignore")
    return from_bytes(whole, cp_isolation=[codec], enable_fallback=False).best()


def _is_wrong(stated: Encoding, guess: Encoding, sample: bytes) -> bool:
    """Whether a text does not read in the stated encoding, but does in one of another script.

    Between code pages with the same letters, a guess is no better than what the page says.
    """
    if stated == guess or _reading(sample, stated):
        return False
    return any(_NOT_LATIN.search(_text(sample, one)) for one in (stated, guess))
