"""Keep only the options of a code block that are safe and make sense.

Python-Markdown passes on what the braces of a fence contain. An option for Pygments that is no number or is
already set ends the build. Without Pygments the options become attributes, and one that is no text ends it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from markdown import Markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor

_NAME: Final = "fenced_code_block"
# The priority of Python-Markdown's own processor.
_PRIORITY: Final = 25
_OPTIONS: Final = frozenset(("hl_lines", "linenums", "guess_lang", "noclasses", "use_pygments"))
"""What Python-Markdown reads itself, as numbers or yes and no."""


class _Fences(FencedBlockPreprocessor):
    def handle_attrs(self, attrs: Iterable[tuple[str, str]]) -> tuple[str, list[str], dict[str, Any]]:
        """Id, classes and options: for Pygments only those it accepts, else only texts, as attributes."""
        identifier, classes, options = super().handle_attrs(attrs)
        if self.codehilite_conf:
            options = {name: value for name, value in options.items() if name in _OPTIONS}
        else:
            options = {name: value for name, value in options.items() if isinstance(value, str)}
        return identifier, classes, options


def tame_fences(md: Markdown) -> None:
    """Replace Python-Markdown's reading of fences with ours, where it is switched on."""
    if _NAME in md.preprocessors:
        theirs = md.preprocessors[_NAME]
        if type(theirs) is FencedBlockPreprocessor:
            config = theirs.config  # type: ignore[attr-defined]
            md.preprocessors.register(_Fences(md, config), _NAME, _PRIORITY)
