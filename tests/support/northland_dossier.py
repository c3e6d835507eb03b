"""Write a small dossier with a picture, other scripts, a plain page, and links that have no card."""

from __future__ import annotations

import base64
from pathlib import Path

# One dark pixel.
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
FILES = {
    "content/index.md": "A dossier.\n",
    "content/about.md": "---\ntitle: About us\nsummary: Who we are.\n---\nWe write.\n\n## How\n\nWith care.\n",
    "content/people/ada-berg.md": """---
title: Ada Berg
summary: President of Northland.
aliases: [{text: عادة برغ, lang: ar}, {text: עדה ברג, lang: he}]
image:
  file: images/ada.png
  alt: Ada Berg at a desk
  author: Bo Lens
  licence: CC BY 4.0
  source: https://example.org/ada
positions:
  - {position: president-of-northland, from: 2014-06-07, to: 2019-05-20}
---
""",
    "content/people/carl-dahl.md": "---\ntitle: Carl Dahl\nsummary: A clerk.\n---\n",
    "content/positions/president-of-northland.md": "---\ntitle: President of Northland\nsummary: An office.\n---\n",
    "content/articles/early.md": "---\ntitle: Early\ndate: 2010-03-01\n---\nAda Berg met Carl Dahl.\n",
    "content/articles/held.md": "---\ntitle: Held\ndate: 2014-12-01\n---\nAda Berg met Carl Dahl.\n",
    "content/articles/uncarded.md": """---
title: Uncarded
date: 2013-06-01
---
On 4 May 2013 Carl Dahl wrote of 7 June 2014, of May 2013 and of the 1790s. See [[about]] and [[early]].
""",
    "content/articles/arabic.md": """---
title: خبر
date: 2015-01-02
language: ar
---
قابلت عادة برغ الرئيس يوم الجمعة.

## عنوان

نص آخر طويل بعض الشيء.
""",
}
CONFIG = """
site_name: Northland
site_description: A dossier on Northland.
docs_dir: content
site_url: {site_url}
theme:
  name: {theme}
  font: false
  direction: {direction}
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: {{icon: material/weather-night, name: Dark}}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {{icon: material/weather-sunny, name: Light}}
plugins: [pagefind, dossier]
"""


def write_dossier(
    folder: Path, *, site_url: str = '""', direction: str = "ltr", theme: str = "material"
) -> Path:
    """Write the dossier and its ``mkdocs.yml`` into a folder; gives the folder."""
    config = CONFIG.format(site_url=site_url, direction=direction, theme=theme)
    for path, text in (FILES | {"mkdocs.yml": config}).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    picture = folder / "content" / "images" / "ada.png"
    picture.parent.mkdir()
    picture.write_bytes(PIXEL)
    return folder
