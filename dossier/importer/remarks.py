"""What an editor must know of an import: a field, and why it is missing or doubtful."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at.

    Attributes:
        field: the field of the front matter, or ``text``.
        message: what is the matter with it, one line.
        is_missing: whether there is no value at all.
    """

    field: str
    message: str
    is_missing: bool = False

    def __str__(self) -> str:
        """As it stands in the front matter and on standard error."""
        return f"{'missing' if self.is_missing else 'uncertain'}: {self.field}: {self.message}"


def missing(field: str, message: str) -> Remark:
    """The remark that a field has no value."""
    return Remark(field, message, is_missing=True)


def uncertain(field: str, message: str) -> Remark:
    """The remark that a value may be wrong."""
    return Remark(field, message)
