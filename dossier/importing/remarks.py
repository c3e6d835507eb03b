"""Hold the remarks of an import for its editor: which field is missing, uncertain or cut."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """What a remark says about its field."""

    MISSING = "missing"
    UNCERTAIN = "uncertain"
    LEFT_OUT = "left out"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark on an import.

    Attributes:
        field: the field of the front matter, or ``text``.
        message: what is wrong with it, on one line.
        about: whether there is no value, an uncertain one, one of which a part was left out, or one that is
            kept under another name.
    """

    field: str
    message: str
    about: About = About.UNCERTAIN

    @property
    def is_missing(self) -> bool:
        """Whether the field has no value."""
        return self.about is About.MISSING

    @property
    def needs_review(self) -> bool:
        """Whether an editor must check the field before the article is published."""
        return self.about in (About.MISSING, About.UNCERTAIN)

    def __str__(self) -> str:
        """The remark as it stands in the front matter and on standard error."""
        return f"{self.about}: {self.field}: {self.message}"


def missing(field: str, message: str) -> Remark:
    """The remark that a field has no value."""
    return Remark(field, message, About.MISSING)


def uncertain(field: str, message: str) -> Remark:
    """The remark that a value may be wrong."""
    return Remark(field, message)


def left_out(field: str, message: str) -> Remark:
    """The remark that a part of the page was left out of the article."""
    return Remark(field, message, About.LEFT_OUT)


def kept(field: str, message: str) -> Remark:
    """The remark that a value was kept under another name."""
    return Remark(field, message, About.KEPT)
