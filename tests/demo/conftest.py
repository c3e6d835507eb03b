"""Build and serve the dossier in ``content/``, and a copy of it that continues in 2023, once each."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from site_fixtures import kinds, look, made_once, mkdocs_build, pages, site_url, visit

__all__ = ["kinds", "look", "pages", "site_url", "visit"]

ROOT = Path(__file__).parents[2]
# What an editor adds: nothing in these tests may hold only for what the dossier says today.
ADDED = {
    "people/quirin-vale.md": "---\ntitle: Quirin Vale\nsummary: An envoy.\nborn: 1961-02-03\n---\n",
    "agreements/vale-protocol.md": """---
title: Vale Protocol
summary: Two points on what comes next.
kind: protocol
signed: 2023-05-09
signatories: [quirin-vale]
provisions:
  - {number: "1", title: Talks, text: Talks go on.}
  - {number: "2", title: Report, text: They are reported.}
---
""",
    "articles/what-comes-next.md": """---
title: What comes next
date: 2023-05-10
people: [quirin-vale]
agreements: [vale-protocol]
---
Quirin Vale signed the Vale Protocol on Tuesday. It is to be carried out by the end of June.
""",
}


def grown(folder: Path) -> None:
    """Copy the dossier and add to it."""
    for name in ("content", "site_config"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    for path, text in ADDED.items():
        file = folder / "content" / path
        assert not file.exists()
        file.write_text(text, encoding="utf-8")


# The copy holds all that the dossier holds, so what is right there is right here; `make test-all` looks at both.
@pytest.fixture(scope="session", params=[pytest.param("as it is", marks=pytest.mark.slow), "grown"])
def dossier(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of ``mkdocs.yml``, ``content/`` and ``site_config/``."""
    return ROOT if request.param == "as it is" else made_once(tmp_path_factory, "grown", grown)


@pytest.fixture(scope="session")
def built_site(dossier: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that ``mkdocs build --strict`` makes of the dossier."""
    name = "demo" if dossier == ROOT else "grown-demo"
    return made_once(tmp_path_factory, name, lambda folder: mkdocs_build(dossier, folder / "site")) / "site"


@pytest.fixture(scope="session")
def site_as_it_is(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that is made of the dossier without anything added."""
    return made_once(tmp_path_factory, "demo", lambda folder: mkdocs_build(ROOT, folder / "site")) / "site"
