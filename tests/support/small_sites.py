"""Make small sites, written as strings (txtar: ``-- content/people/x.md --``) and built by MkDocs itself."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Literal

from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config

_FILE = re.compile(r"^-- (?P<path>\S+) --\n", re.MULTILINE)
CONFIG = """
site_name: A dossier
docs_dir: content
theme: {name: material, font: false}
plugins:
  - search
  - dossier
markdown_extensions: [abbr, admonition, attr_list, footnotes, smarty, tables, toc]
validation:
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""
DOSSIER = """
-- content/about.md --
---
title: About us
---
A dossier on Minsk.
-- content/sources.yaml --
- {id: pa-x, type: dataset, title: Peace Agreements Database, URL: "https://www.peaceagreements.org/"}
-- content/people/vladimir-putin.md --
---
title: Vladimir Putin
summary: President of Russia.
born: 1952-10-07
citizenship: [russia]
positions: [{position: president-of-russia, from: 2012-05-07}]
---
He met Angela Merkel in Minsk on 11 February 2015.
-- content/people/angela-merkel.md --
---
title: Angela Merkel
---
-- content/positions/president-of-russia.md --
---
title: President of Russia
terms: [Russian president]
jurisdiction: russia
---
-- content/places/russia.md --
---
title: Russia
---
-- content/places/minsk.md --
---
title: Minsk
coordinates: [53.9, 27.57]
---
-- content/organisations/osce.md --
---
title: OSCE
founded: 1975-08-01
---
-- content/events/minsk-summit.md --
---
title: Minsk summit
when: 2015-02-11/2015-02-12
place: minsk
participants: [vladimir-putin, angela-merkel]
outcomes: [minsk-ii]
---
-- content/agreements/minsk-ii.md --
---
title: Minsk II
aliases: [Package of Measures]
signed: [{value: 2015-02-12, sources: [pa-x]}, {value: 2015-02, note: as others say}]
signed_at: minsk
signatories: [{person: vladimir-putin, for: russia, capacity: president}]
third_parties: [{ref: osce, role: mediator}]
provisions:
  - {number: "1", title: Ceasefire, text: An immediate ceasefire.}
  - {number: "2", title: Withdrawal, text: Of heavy weapons.}
---
Its text was agreed in Minsk.
-- content/articles/a-call.md --
---
title: A call
date: 2021-12-08
publisher: The Paper
people: [vladimir-putin]
sources: [pa-x]
---
On 7 December 2021 Vladimir Putin spoke of the Package of Measures that was agreed in Minsk.
Putin left Minsk.

## What was said

The Russian president did not say that thirty years earlier it was otherwise. See [the text](../agreements/minsk-ii.md#point-1).
"""


class Site:
    """A site in a folder, and what its last build logged."""

    def __init__(self, folder: Path, archive: str = "", config: str | None = CONFIG) -> None:
        """Without a `config`, the folder has its ``mkdocs.yml``."""
        self.folder = folder
        self.messages: list[tuple[str, str]] = []
        self.write((f"-- mkdocs.yml --\n{config}\n" if config else "") + archive.lstrip())

    def write(self, archive: str) -> None:
        """Write files given as a txtar archive."""
        parts = _FILE.split(archive)
        for path, text in zip(parts[1::2], parts[2::2], strict=True):
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def build(self, command: Literal["build", "serve"] = "build", **options: object) -> Site:
        """Build the site as ``mkdocs build`` or ``serve`` does, keeping level and text of its warnings and errors."""
        self.messages.clear()
        handler = _Messages(self.messages)
        logger = logging.getLogger("mkdocs")
        logger.addHandler(handler)
        try:
            config = load_config(str(self.folder / "mkdocs.yml"), **options)
            config.plugins.on_startup(command=command, dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        finally:
            logger.removeHandler(handler)
        return self

    @property
    def pages(self) -> dict[str, str]:
        """The HTML of each page, by its path in the site."""
        root = self.folder / "site"
        files = sorted(root.rglob("*.html"))
        return {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in files}

    def soup(self, page: str) -> BeautifulSoup:
        """A page, parsed."""
        return BeautifulSoup((self.folder / "site" / page).read_text(encoding="utf-8"), "html.parser")

    def article(self, page: str) -> str:
        """The text of a page's own part, white space made one."""
        content = self.soup(page).select_one("article.md-content__inner")
        assert content is not None
        return " ".join(content.get_text(" ").split())


class _Messages(logging.Handler):
    def __init__(self, messages: list[tuple[str, str]]) -> None:
        super().__init__(logging.WARNING)
        self._messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        self._messages.append((record.levelname, record.getMessage()))
