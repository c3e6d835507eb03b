"""Detect that a theme's files are not its own: Material and MaterialX install into the same folder.

Both may be installed, as this package brings Material. Whichever came last has replaced files of the other,
and no installer says so: pages would then have the templates of one theme and the scripts of the other.
"""

from __future__ import annotations

import hashlib
import sys
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Sequence
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Final

from dossier.model.hosts import THEMES

_RECORD: Final = "RECORD"
_HASH: Final = "sha256="
_FOLDER: Final = "material/"
# Thousands of drawings are alike in both themes, and nobody would look for a fault there.
_ICONS: Final = "/.icons/"
_COMPARED: Final = (".html", ".py", ".yml", ".js", ".css")


def refusals_of_mixed_themes(name: str, path: Sequence[str] | None = None) -> Iterator[str]:
    """A refusal if the files of a theme were replaced by those of the other.

    It names the two commands that bring them back. Both themes may be installed as long as the one that the
    site names is whole.

    Args:
        name: the name of the theme in the site's configuration.
        path: the folders in which packages are installed; None for those of this program.
    """
    if name not in THEMES:
        return
    packages = {theme: _installed(theme.package, path) for theme in THEMES.values()}
    wanted, found = THEMES[name], packages[THEMES[name]]
    other = next(theme for theme in packages if theme is not wanted)
    if packages[other] is None or found is None or _is_whole(found):
        return
    yield (
        f"{other.title} has replaced files of the theme {wanted.title}, because both are installed into the "
        f"same folder. Run “pip uninstall --yes {other.package}” and then “pip install --force-reinstall "
        f'--no-deps "{wanted.requirement}"”; no build works between the two.'
    )


def _installed(package: str, path: Sequence[str] | None) -> Distribution | None:
    return next(iter(distributions(name=package, path=list(sys.path if path is None else path))), None)


def _is_whole(found: Distribution) -> bool:
    """Whether the files of a package are those that its installer wrote (the “RECORD” of wheels)."""
    return all(file.is_file() and _hash(file) == expected for file, expected in _recorded(found))


def _recorded(found: Distribution) -> Iterator[tuple[Path, str]]:
    """The files to compare, each with its hash."""
    for line in (found.read_text(_RECORD) or "").splitlines():
        name, _, rest = line.partition(",")
        if name.startswith(_FOLDER) and name.endswith(_COMPARED) and _ICONS not in name:
            yield Path(str(found.locate_file(name))), rest.partition(",")[0]


def _hash(file: Path) -> str:
    digest = hashlib.sha256(file.read_bytes()).digest()
    return f"{_HASH}{urlsafe_b64encode(digest).decode().rstrip('=')}"
