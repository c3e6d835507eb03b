"""Goldens: the HTML and the mentions expected of a Markdown text, with one behaviour per file.

Lines of the form ``-- name --`` separate the sections of a file: ``options`` (``link`` and ``page``, the id
of the item that has this body), ``markdown``, ``html`` and ``mentions``. The texts mention the items of
`dossier/` beside this file.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import cast

import pytest

from dossier.linking import LinkedDocument, LinkWhich, convert, document_of
from dossier.pipeline import Dossier

FOLDER = Path(__file__).parent
GOLDENS = sorted(FOLDER.glob("*.md"))
SECTION = re.compile(r"^-- (\w+) --\n", re.MULTILINE)
FRONT_MATTER = "---\ntitle: Golden\ndate: 2021-12-08\n---\n"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier with every golden as an article of it."""
    folder = tmp_path_factory.mktemp("golden") / "content"
    shutil.copytree(FOLDER / "dossier", folder)
    (folder / "articles").mkdir()
    for golden in GOLDENS:
        text = sections_in(golden.read_text(encoding="utf-8"))["markdown"]
        article = text if text.startswith("---\n") else FRONT_MATTER + text
        (folder / "articles" / golden.name).write_text(article, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def dossiers(content: Path) -> dict[str, Dossier]:
    """The dossier with each way to choose what is linked."""
    loaded = {
        which: Dossier.load(content, which=cast("LinkWhich", which))
        for which in ("first-in-section", "first-in-article", "every")
    }
    assert [str(finding) for dossier in loaded.values() for finding in dossier.findings] == []
    return loaded


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.stem)
def test_golden(golden: Path, dossiers: dict[str, Dossier], pytestconfig: pytest.Config) -> None:
    text = golden.read_text(encoding="utf-8")
    sections = sections_in(text)
    html, mentions = converted(dossiers, golden.stem, options_in(sections))
    if pytestconfig.getoption("--regenerate-goldens"):
        given = text[: text.index("-- html --")] if "html" in sections else text
        golden.write_text(f"{given}-- html --\n{html}-- mentions --\n{mentions}", encoding="utf-8")
    else:
        assert html == sections["html"]
        assert mentions == sections["mentions"]


def sections_in(text: str) -> dict[str, str]:
    parts = SECTION.split(text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def options_in(sections: dict[str, str]) -> dict[str, str]:
    lines = sections.get("options", "").splitlines()
    return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}


def converted(dossiers: dict[str, Dossier], name: str, options: dict[str, str]) -> tuple[str, str]:
    """The HTML of an article, and a line for each item that was found in it."""
    dossier = dossiers[options.get("link", "first-in-section")]
    article = dossier.registry[name]
    page = dossier.registry[options.get("page", name)]
    html, linked = convert(document_of(dossier.registry, page, article.body), dossier.context)
    lines = [*found_in(linked), *(f"[[{unknown}]] unknown" for unknown in linked.unknown_ids)]
    return f"{html}\n", "".join(f"{line}\n" for line in lines)


def found_in(linked: LinkedDocument) -> list[str]:
    """What was found, in the order of the text: words, what they mean, where the anchor is."""
    lines = [
        (refused.start, refused.end, f"refused: {', '.join(refused.candidates)}")
        for refused in linked.unresolved
    ]
    for placed in linked.mentions:
        mention = placed.mention
        via = f" as {mention.via}" if mention.via else ""
        meaning = f"{mention.entity}{via}{anchor_words(placed.anchor)}"
        lines.append((mention.start, mention.end, meaning))
    for dated in linked.dates:
        date = dated.mention
        relative = " relative" if date.relative else ""
        lines.append((date.start, date.end, f"{date.value}{relative}{anchor_words(dated.anchor)}"))
    return [f"{linked.text[start:end]!r}: {meaning}" for start, end, meaning in sorted(lines)]


def anchor_words(anchor: str) -> str:
    return f" #{anchor}" if anchor else " no anchor"
