"""Make sites of hostile cases, and hold what their builds reported."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from host_environments import Combination
from hostile_cases import Case
from mkdocs.exceptions import Abort, BuildError
from small_sites import DOSSIER, Site

from dossier.model.findings import one_line

_CONFIG = """
site_name: A dossier
site_url: https://dossier.example/
docs_dir: content
theme:
  name: {theme}
  font: false
  palette:
    - {{scheme: default, toggle: {{icon: material/weather-night, name: Dark}}}}
    - {{scheme: slate, toggle: {{icon: material/weather-sunny, name: Light}}}}
plugins: [pagefind, dossier]
markdown_extensions: [abbr, admonition, attr_list, fenced_code, footnotes, smarty, tables, toc]
"""
CONFIG = _CONFIG.format(theme="material")


class Built:
    """A site of many cases: its files, and the findings of its build by file."""

    def __init__(self, folder: Path, cases: tuple[Case, ...]) -> None:
        self.site = _written(folder, cases)
        self.folder = folder / "site"
        self.error = ""
        try:
            self.site.build()
        except (BuildError, Abort) as error:
            self.error = str(error)
        self.messages = [text for _, text in self.site.messages]

    def told(self, case: Case) -> list[str]:
        """The messages about the files of a case."""
        # Files are named from where the build was started.
        content = os.path.relpath(self.folder.parent / "content")
        paths = [one_line(path) for path in (case.path, *(path for path, _ in case.beside))]
        folders = [path.rpartition("/")[0] for path in paths]
        return [
            text
            for text in self.messages
            if text.startswith(tuple(f"dossier: {content}/{path}:" for path in (*paths, *folders)))
        ]


def site_on(combination: Combination, folder: Path, cases: tuple[Case, ...]) -> Path:
    """The folder of the site that another host makes of cases that must build, with another theme."""
    _written(folder, cases, combination.theme)
    done = subprocess.run((*combination.command, "build"), cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def _written(folder: Path, cases: tuple[Case, ...], theme: str = "material") -> Site:
    site = Site(folder, DOSSIER, _CONFIG.format(theme=theme))
    for case in cases:
        case.write(folder / "content")
    return site
