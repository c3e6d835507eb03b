"""Make sites of hostile cases, and hold what their builds reported."""

from __future__ import annotations

import os
from pathlib import Path

from hostile_cases import Case
from mkdocs.exceptions import Abort, BuildError
from small_sites import DOSSIER, Site

from dossier.model.findings import one_line

CONFIG = """
site_name: A dossier
site_url: https://dossier.example/
docs_dir: content
theme:
  name: material
  font: false
  palette:
    - {scheme: default, toggle: {icon: material/weather-night, name: Dark}}
    - {scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}
plugins: [pagefind, dossier]
markdown_extensions: [abbr, admonition, attr_list, fenced_code, footnotes, smarty, tables, toc]
"""


class Built:
    """A site of many cases: its files, and the findings of its build by file."""

    def __init__(self, folder: Path, cases: tuple[Case, ...]) -> None:
        self.site = Site(folder, DOSSIER, CONFIG)
        self.folder = folder / "site"
        for case in cases:
            case.write(folder / "content")
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
