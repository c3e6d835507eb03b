"""Tell the furniture of a page, such as “Read more” and “Share this”, from the sentences of an article.

Both may begin with the same words, so the beginning alone decides nothing. Furniture is a line that says
nothing else, a label with a link after it, a call without a full stop, or a sentence about the site and its
channels.
"""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Final

_LONGEST: Final = 200
_BOX_HEADING: Final = 40
_LINKED: Final = 0.5
_SOME_LINK: Final = 0.3
_ALL_LINK: Final = 0.9
_FEWEST_WORDS: Final = 3
_WORDS_BEFORE_COLON: Final = 6
_WORDS_WITH_DOTS: Final = 5
_WORDS_WITHOUT_END: Final = 12
_END: Final = re.compile(r"[.!?。！？｡؟۔।॥။።][\"'”’»“)\]」』）]*(?:\s?\[?\d{1,3}\]?|\s?[*†‡↩])*$")
_DOTS: Final = re.compile(r"(?:…|\.\.\.)[\"'”’»“)\]]*$")
_OPENS_WITH_QUOTE: Final = re.compile(r"^\s*[\"“„«‹‘'”]")
_EDGES: Final = re.compile(r"^[\W_]+|[\W_]+$")
#: Of scripts that put no space between words, two Chinese or Japanese characters, or four of Thai, Lao,
#: Burmese or Khmer, count as a word.
_UNSPACED: Final = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_STACKED: Final = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_LETTER: Final = rf"[^\W{_UNSPACED}{_STACKED}]"
_WORD: Final = re.compile(
    rf"[{_UNSPACED}]{{1,2}}|[{_STACKED}]{{1,4}}|{_LETTER}+(?:[^\s\w{_STACKED}]+{_LETTER}+)*"
)
#: Scripts that often end a sentence with no sign, but a space.
_UNSIGNED: Final = re.compile(f"[{_STACKED}]")


def _read() -> dict[str, str]:
    """The expressions of each section of the table, as alternatives."""
    text = files("dossier.importing.body").joinpath("furniture.txt").read_text(encoding="utf-8")
    sections: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("[") and line.endswith("]") and line[1:-1].isalpha():
            section = sections.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            section.append(line)
    return {name: "|".join(lines) for name, lines in sections.items()}


def _compiled(pattern: str, section: str) -> re.Pattern[str]:
    """The expression that `pattern` gives once WORDS is replaced by the alternatives of a section."""
    words = _TABLE[section]
    for name in ("thing", "channel"):
        words = words.replace(f"{{{name}}}", f"(?:{_TABLE[name]})")
    return re.compile(pattern.replace("WORDS", f"(?:{words})"), re.IGNORECASE)


_TABLE: Final = _read()
_WHOLE: Final = _compiled("WORDS", "whole")
_BOX: Final = _compiled("WORDS", "box")
_OPEN: Final = _compiled("WORDS", "open")
_LABEL: Final = _compiled(r"^\W*WORDS(?=\W|$)(?P<sign>\s*[:–—|»›→>]|\s-\s)?", "label")
_CALL: Final = _compiled(r"^\W*WORDS(?!\w)", "call")
_ABOUT_SITE: Final = _compiled(r"^\W*WORDS", "site")
_LOOSE_BOX: Final = re.compile(
    r"^\W*(?:related\b.*|more (?:on|from)\b.*|recommended\b.*|trending\b.*|you (?:may|might) also.*|"
    r"most (?:read|popular|viewed)\b.*|(?:top|latest|other|recent) \w+|\w+ recommends)\W*$",
    re.IGNORECASE,
)


def is_furniture(text: str, linked: float = 0.0, *, in_list: bool = False) -> bool:
    """Whether a line leads elsewhere or belongs to the page and not to the text.

    `linked` is how much of it stands in links, from 0 to 1. A line in a list, a table or a heading is seldom
    a whole sentence, so there only a line that says nothing else is furniture.

    >>> is_furniture("Read more"), is_furniture("Next: The end", 1), is_furniture("Get our newsletter!")
    (True, True, True)
    >>> is_furniture("Read more widely, she told them."), is_furniture("Next steps", in_list=True)
    (False, False)
    """
    if len(text) >= _LONGEST:
        return False
    said, whole = _EDGES.sub("", text), is_sentence(text)
    if _WHOLE.fullmatch(said) or _BOX.fullmatch(said) or _ABOUT_SITE.match(text):
        return True
    label = _LABEL.match(text)
    if label and ((label["sign"] and linked > _SOME_LINK) or linked > _LINKED):
        return True
    if in_list or _OPENS_WITH_QUOTE.match(text) or (whole and linked < _ALL_LINK):
        return False
    called = _OPEN.fullmatch(said) or _CALL.match(text)
    return bool(called or (label and label["sign"]))


def is_sentence(text: str) -> bool:
    """Whether a line ends like a sentence, or like the introduction of a list or a quotation.

    >>> is_sentence("Previous talks had failed."), is_sentence("Read more…"), is_sentence("Related demands")
    (True, False, False)
    """
    words = words_in(text)
    if _DOTS.search(text):
        return words >= _WORDS_WITH_DOTS and "," in text
    if text.endswith((":", ";", "：", "；")):
        return words >= _WORDS_BEFORE_COLON
    if _UNSIGNED.search(text) and words >= _WORDS_WITHOUT_END:
        return True
    return words >= _FEWEST_WORDS and _END.search(text) is not None


def words_in(text: str) -> int:
    """How many words a text has, about as many as its translation where no spaces part them.

    >>> words_in("Talks ended on Friday."), words_in("会谈于星期五结束。")
    (4, 4)
    """
    return len(_WORD.findall(text))


def heads_box(text: str) -> bool:
    """Whether a heading can only be that of a box about other pages."""
    return len(text) < _BOX_HEADING and _BOX.fullmatch(_EDGES.sub("", text)) is not None


def may_head_box(text: str) -> bool:
    """Whether a heading is that of a box about other pages if only links follow it."""
    loose = _LOOSE_BOX.match(text) or _WHOLE.fullmatch(_EDGES.sub("", text))
    return len(text) < _BOX_HEADING and not is_sentence(text) and loose is not None
