"""Distinguish our own markup from an author's while a page is made.

Links, dates and anchors that the linker puts into a text carry a mark in their attributes that no author
can know: each process makes a new one, and it is removed before anything is published. The sanitiser accepts
our names only with the mark. A host leaves an address with the mark alone, since it is not relative.
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


def left_alone(address: str) -> str:
    """An address that the host must not look up."""
    return f"{MARK}:{address}"


def with_addresses(html: str) -> str:
    """HTML with the addresses that the host left alone, as they were written."""
    return html.replace(f"{MARK}:", "")
