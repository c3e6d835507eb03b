"""Write an invented dossier that has every kind of page, and more on its timeline than a screen has room for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from northland_dossier import PIXEL

_FILE = re.compile(r"^-- (\S+) --\n", re.MULTILINE)
# As that of this repository, so that its features of the theme are looked at too.
CONFIG = """
site_name: "Norland, Sudmark and the lake: a dossier"
site_description: Relations between Norland and Sudmark around Lake Alda, all of it invented.
site_url: ""
repo_url: https://github.com/example/lake
docs_dir: content
theme:
  name: {theme}
  language: en
  custom_dir: overrides
  font: false
  features: [navigation.tabs, navigation.top, navigation.indexes, toc.follow]
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: white
      accent: indigo
      toggle: {{icon: material/weather-night, name: Switch to the dark scheme}}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: black
      accent: indigo
      toggle: {{icon: material/weather-sunny, name: Switch to the light scheme}}
extra_css: [assets/site.css]
plugins:
  - pagefind: {{facets: [Type, Year, Person, Agreement, Organisation, Publisher]}}
  - dossier
markdown_extensions: [abbr, admonition, attr_list, footnotes, smarty, tables, toc]
extra: {{generator: false}}
"""
# Its own colours of what can be followed.
STYLE = """
[data-md-color-scheme="default"] { --md-accent-fg-color: #00696b; --md-typeset-a-color: #00696b; }
[data-md-color-scheme="slate"][data-md-color-primary] { --md-accent-fg-color: #5fd0cf; --md-typeset-a-color: #5fd0cf; }
"""
YEARS = range(2014, 2023)
GIVEN = ("Alma", "Birk", "Cleo", "Dag", "Elin", "Finn", "Gerd", "Hauk", "Inga", "Jarl", "Kari", "Lars")
SURNAMES = ("Moen", "Nygard", "Oppdal", "Prestvik", "Rustad", "Solberg")


def write_lake_dossier(folder: Path, theme: str = "material") -> Path:
    """Write the dossier and its ``mkdocs.yml`` into a folder; gives the folder."""
    texts = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    parts = _FILE.split(texts)
    files = (
        dict(zip(parts[1::2], parts[2::2], strict=True)) | dict(_rounds()) | dict(_delegates()) | dict(_old())
    )
    for name, text in (
        {f"content/{path}": text for path, text in files.items()}
        | {"mkdocs.yml": CONFIG.format(theme=theme), "overrides/assets/site.css": STYLE}
    ).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (folder / "content" / "images").mkdir()
    (folder / "content" / "images" / "ada.png").write_bytes(PIXEL)
    return folder


def _rounds() -> Iterator[tuple[str, str]]:
    """A round of talks in every second month, and minutes of every second round."""
    for number, (year, month) in enumerate(
        ((year, month) for year in YEARS for month in (1, 3, 5, 7, 9, 11)), 1
    ):
        name, day = f"Round {number} of the lake talks", f"{year}-{month:02}-{number % 27 + 1:02}"
        person = _names()[number % len(_names())]
        yield (
            f"events/round-{number}.md",
            (
                f"---\ntitle: {name}\nsummary: Talks of envoys.\nkind: talks\nwhen: {day}\nplace: aldamouth\n"
                f"participants: [{{ref: {_id(person)}, role: envoy}}, {{ref: heidi-sund, role: chair}}]\n---\n"
            ),
        )
        if number % 3 == 0:
            yield (
                f"agreements/minutes-{number}.md",
                (
                    f"---\ntitle: Minutes of round {number}\nsummary: What the envoys agreed on.\nkind: minutes\n"
                    f"signed: {day}\nsigned_at: aldamouth\nsignatories: [{_id(person)}]\n---\n"
                ),
            )


def _delegates() -> Iterator[tuple[str, str]]:
    for number, name in enumerate(_names()):
        yield (
            f"people/{_id(name)}.md",
            (
                f"---\ntitle: {name}\nsummary: Delegate at the lake talks.\nborn: {1940 + number}-03-0{number % 9 + 1}\n"
                f"citizenship: [{('norland', 'sudmark', 'ostria')[number % 3]}]\n---\n"
            ),
        )


def _old() -> Iterator[tuple[str, str]]:
    """Treaties of long ago, and one a year since the first article."""
    for number, year in enumerate((*range(1905, 2013, 12), *YEARS)):
        yield (
            f"agreements/border-treaty-{number}.md",
            (
                f"---\ntitle: Border Treaty of {year}\nsummary: A treaty on the border.\nkind: treaty\n"
                f"signed: {year}-04-{number + 10}\nparties: [norland, sudmark]\n---\n"
            ),
        )


def _names() -> list[str]:
    return [f"{given} {SURNAMES[at % len(SURNAMES)]}" for at, given in enumerate(GIVEN)]


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")
