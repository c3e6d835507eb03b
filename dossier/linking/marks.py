"""What tells our own markup from an author's while a page is made.

Links, dates and anchors that the linker puts into a text carry a mark in their attributes that no author
can know: it is made anew in each process, and taken out before anything is published. The sanitiser lets
our names through only with it.
"""

from __future__ import annotations

import secrets
from typing import Final

MARK: Final = f"mark{secrets.token_hex(8)}-"


def marked(value: str) -> str:
    """A value with our mark."""
    return MARK + value


def unmarked(text: str) -> str:
    """Text or a value without our marks."""
    return text.replace(MARK, "")
