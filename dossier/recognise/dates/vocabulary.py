"""Hold the words, patterns and guards by which one language writes its dates."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import ModuleType


@dataclass(frozen=True, slots=True)
class DateLanguage:
    """What the engine of dates needs to know of one language."""


def load_date_language(folder: Path, rules: ModuleType | None) -> DateLanguage:
    """The dates of a language, from its folder and the code that its ``rules.py`` brings.

    Raises:
        LanguageError: a file of the language is wrong.
    """
    return DateLanguage()
