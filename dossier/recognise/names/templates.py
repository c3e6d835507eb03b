"""Fill in and match templates: "{adjective} {role}" makes "Russian president" from its parts, and finds it.

With templates a language says in which order the parts of a phrase come. Braces hold the name of a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Final

_PART: Final = re.compile(r"\{(\w+)\}")
_WORD: Final = r"\w+"
_PART_OR_STAR: Final = re.compile(r"(\{\w+\}|\*)")


def fill(templates: Iterable[str], **parts: Sequence[str]) -> Iterator[str]:
    """Every phrase that templates make from the choices for each part.

    >>> list(fill(["{adjective} {role}", "{role} of {name}"], adjective=["US"], name=["Ohio"], role=["head"]))
    ['US head', 'head of Ohio']

    Raises:
        KeyError: a template names a part that is not given.
    """
    for template in templates:
        names, form = _read(template)
        for values in product(*[parts[name] for name in names]):
            yield form % values


@lru_cache(maxsize=1024)
def matching(template: str, **parts: str) -> re.Pattern[str]:
    """A pattern for what a template makes, with a group for each part; ``*`` stands for anything.

    Args:
        template: as for `fill`.
        parts: the patterns of the parts that are more or less than one word.

    >>> matching("minister of {field}", field=".+").fullmatch("minister of foreign affairs")["field"]
    'foreign affairs'
    """

    def of_piece(piece: str) -> str:
        if piece == "*":
            return ".*"
        part = _PART.fullmatch(piece)
        return f"(?P<{part[1]}>{parts.get(part[1], _WORD)})" if part else re.escape(piece)

    return re.compile("".join(map(of_piece, _PART_OR_STAR.split(template))), re.IGNORECASE)


@lru_cache(maxsize=1024)
def _read(template: str) -> tuple[tuple[str, ...], str]:
    """The parts of a template in order, and a format in which they are ``%s``."""
    pieces = _PART.split(template.replace("%", "%%"))
    return tuple(pieces[1::2]), "%s".join(pieces[::2])
