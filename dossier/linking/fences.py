"""Blocks of code with an author's options in; the same with those that are safe and make sense out.

Python-Markdown hands what stands in the braces of a fence on as it is: to Pygments, where an option that is
no number or is given already ends the build, or into attributes, where one that is no text does.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from markdown import Markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor

_NAME: Final = "fenced_code_block"
# That of Python-Markdown.
_PRIORITY: Final = 25
_OPTIONS: Final = frozenset(("hl_lines", "linenums", "guess_lang", "noclasses", "use_pygments"))
"""What Python-Markdown reads itself, as numbers or yes and no."""


class _Fences(FencedBlockPreprocessor):
    def handle_attrs(self, attrs: Iterable[tuple[str, str]]) -> tuple[str, list[str], dict[str, Any]]:
        """Id, classes and options: for Pygments those that it may have, else texts alone, as attributes."""
        identifier, classes, options = super().handle_attrs(attrs)
        if self.codehilite_conf:
            options = {name: value for name, value in options.items() if name in _OPTIONS}
        else:
            options = {name: value for name, value in options.items() if isinstance(value, str)}
        return identifier, classes, options


def tame_fences(md: Markdown) -> None:
    """Put our reading of fences in the place of Python-Markdown's, where that is switched on."""
    if _NAME in md.preprocessors:
        theirs = md.preprocessors[_NAME]
        if type(theirs) is FencedBlockPreprocessor:
            config = theirs.config  # type: ignore[attr-defined]
            md.preprocessors.register(_Fences(md, config), _NAME, _PRIORITY)
