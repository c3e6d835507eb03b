"""Hold the words, patterns and tables by which one language writes names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import ModuleType


@dataclass(frozen=True, slots=True)
class NameLanguage:
    """What the engine of names needs to know of one language."""


def load_name_language(folder: Path, rules: ModuleType | None) -> NameLanguage:
    """The names of a language, from its folder and the code that its ``rules.py`` brings.

    Raises:
        LanguageError: a file of the language is wrong.
    """
    return NameLanguage()
