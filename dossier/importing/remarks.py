"""Say what an editor must know of an import: of which field, and what is missing, doubtful or left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """What a remark says of its field."""

    MISSING = "missing"
    UNCERTAIN = "uncertain"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Remark:
    """One item to look at.

    Attributes:
        field: the field of the front matter, or ``text``.
        message: what is the matter with it, one line.
        about: whether there is no value, a doubtful one, or one of which something was left out.
    """

    field: str
    message: str
    about: About = About.UNCERTAIN

    @property
    def is_missing(self) -> bool:
        """Whether there is no value at all."""
        return self.about is About.MISSING

    @property
    def needs_review(self) -> bool:
        """Whether an editor must look at it before the article is published."""
        return self.about is not About.LEFT_OUT

    def __str__(self) -> str:
        """As it stands in the front matter and on standard error."""
        return f"{self.about}: {self.field}: {self.message}"


def missing(field: str, message: str) -> Remark:
    """The remark that a field has no value."""
    return Remark(field, message, About.MISSING)


def uncertain(field: str, message: str) -> Remark:
    """The remark that a value may be wrong."""
    return Remark(field, message)


def left_out(field: str, message: str) -> Remark:
    """The remark that a part of the page was not taken for part of the article."""
    return Remark(field, message, About.LEFT_OUT)
