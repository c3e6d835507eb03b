"""Companies: a surname in its place in, whether it is a company's name there out.

"Vance shares", "Ford Motor Co", "Owen fell 2 pct", "Carter, the retailer": the founder is not meant.
"""

from __future__ import annotations

import re
from typing import Final

from dossier.recognise.names.words import COMPANY_HEADS, LEGAL_FORMS

_PLAIN_FORMS: Final = frozenset({"company", "group", "holding"})
_ENDS: Final = (LEGAL_FORMS - _PLAIN_FORMS) | COMPANY_HEADS
_LONGER: Final = re.compile(r"(?: (?:&|[A-Z][\w&'’-]*\.?)){1,4}")
_PROPERTY: Final = re.compile(
    r"(?:['’]s)? (?:shares|stock|stockholders|shareholders|bonds|plc|dealers?|dealerships?|assembly|plants?|"
    r"factory|factories|trucks?|vans|showrooms?)\b"
)
_MOVED: Final = re.compile(
    r"(?:['’]s shares)? (?:rose|fell|gained|lost|climbed|dropped|slipped|added|shed|jumped|surged|slid|eased|"
    r"closed|opened|tumbled|rallied)(?: (?:by|at|up|down|another|about|nearly)){0,2} "
    r"(?:[$£€]?\d[\d.,/]{0,9}(?: \d/\d)?(?: ?%| (?:pct|percent|per cent|cents?|pence|points?)\b)"
    r"|a (?:quarter|half|penny)(?=[.,;]))(?![^.]{0,60}\b(?:polls?|votes?|voters|support|approval)\b)"
)
_CALLED: Final = re.compile(
    r", (?:an?|the) (?:[a-z][a-z-]{0,20} ){0,3}"
    r"(?:retailer|bank|lender|carmaker|automaker|company|firm|insurer|airline|brewer|drugmaker|manufacturer|"
    r"chain|conglomerate|utility|publisher|brokerage|supermarket|shipbuilder|builder|supplier)\b(?! of)"
)
_SHARES_IN: Final = re.compile(r"\b(?:[Ss]hares|[Ss]take|[Ss]tock|holding) (?:in|of) $")


def is_company(text: str, start: int, end: int) -> bool:
    """Whether what stands around a word makes a company of it, by itself or as a part of a longer name."""
    after = text[end : end + 1]
    if after == " " and (text[end + 1 : end + 2].isupper() or text[end + 1 : end + 2] == "&"):
        found = begins_company(text, end)
    elif after and after in " '’":
        found = _PROPERTY.match(text, end) is not None or _MOVED.match(text, end) is not None
    else:
        found = after == "," and _CALLED.match(text, end) is not None
    return found or (
        text[max(0, start - 4) : start] in (" in ", " of ")
        and _SHARES_IN.search(text[max(0, start - 14) : start]) is not None
    )


def begins_company(text: str, end: int) -> bool:
    """Whether capitalised words follow of which one says that the whole is a company: "Vance Steel Co"."""
    match = _LONGER.match(text, end)
    return match is not None and any(word.lower().rstrip(".") in _ENDS for word in match.group().split())
