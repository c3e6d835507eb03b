"""Tell the themes apart on which a dossier can be built, and say what each does in its own way.

Everything else here treats them alike. Material for MkDocs and MaterialX both come as the Python package
``material``, so their templates say which one is there.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_THEME: Final = Path(__file__).parent / "theme"
# The pages of a dossier include it, and no other theme has it.
_NEEDED: Final = "partials/tabs.html"
_BASE: Final = "base.html"
_GENERATOR: Final = re.compile(r"mkdocs-(?P<name>materialx?)-[0-9]")
# What both themes load from Google unless the site says something else.
_FONTS: Final = {"text": "Roboto", "code": "Roboto Mono"}


@dataclass(frozen=True, slots=True)
class ThemeAdapter:
    """What a theme does in its own way.

    Attributes:
        credit: its name in the line at the foot of each page that says what made the site.
        search: the name of its search plugin, as MkDocs keeps it.
        toggles: the ids of the check boxes that open and close parts of its pages.
        templates: the folders with our templates for it, the first to be looked at first.
    """

    credit: str
    search: str
    toggles: tuple[str, ...]
    templates: tuple[Path, ...]


_MATERIAL: Final = ThemeAdapter("Material for MkDocs", "material/search", ("__drawer", "__search"), (_THEME,))
_MATERIALX: Final = ThemeAdapter(
    "MaterialX",
    "materialx/search",
    (*_MATERIAL.toggles, "__toc"),
    (_THEME.with_name("theme_materialx"), _THEME),
)


def use_own_fonts(theme: MutableMapping[str, object]) -> bool:
    """Have pages use the fonts of the reader's system, not those of another host.

    Returns:
        Whether the site named fonts of another host; without a word of the site, a theme names its own.
    """
    fonts = theme.get("font")
    theme["font"] = False
    return bool(fonts) and not (isinstance(fonts, dict) and fonts.items() <= _FONTS.items())


def adapter_of(directories: Sequence[str]) -> ThemeAdapter | None:
    """The adapter of the theme whose templates are in these folders; None if a dossier cannot use it."""
    if not any(Path(directory, _NEEDED).is_file() for directory in directories):
        return None
    for base in reversed([Path(directory, _BASE) for directory in directories]):
        if base.is_file() and (found := _GENERATOR.search(base.read_text(encoding="utf-8"))):
            return _MATERIALX if found["name"] == "materialx" else _MATERIAL
    return _MATERIAL
