"""Checks read texts without making pages of them; they find what the site's build finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lake_dossier import write_lake_dossier
from markdown import Markdown
from read_twice import EXTENSIONS, differently_read, findings_of_the_build

from dossier.edit.check.plain import read_plain
from dossier.linking.tree_text import read_tree
from dossier.pipeline import Dossier

GOLDEN = Path(__file__).parents[1] / "golden"
FRONT_MATTER = "---\ntitle: Golden\ndate: 2021-12-08\n---\n"

WriteFiles = Callable[[str], Path]


def golden_articles() -> Iterator[tuple[str, str]]:
    for golden in sorted(GOLDEN.glob("*.md")):
        text = re.split(r"^-- \w+ --\n", golden.read_text(encoding="utf-8"), flags=re.MULTILINE)
        names = re.findall(r"^-- (\w+) --\n", golden.read_text(encoding="utf-8"), re.MULTILINE)
        markdown = dict(zip(names, text[1:], strict=True))["markdown"]
        yield golden.name, markdown if markdown.startswith("---\n") else FRONT_MATTER + markdown


@pytest.fixture(scope="module", params=["golden", "lake"])
def content(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented dossier, and the goldens as articles of the dossier that they mention."""
    if request.param == "lake":
        folder = tmp_path_factory.mktemp("texts") / "lake"
        return write_lake_dossier(folder) / "content"
    folder = tmp_path_factory.mktemp("golden") / "content"
    for file in (GOLDEN / "dossier").rglob("*.md"):
        target = folder / file.relative_to(GOLDEN / "dossier")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    (folder / "articles").mkdir()
    for name, text in golden_articles():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    return folder


def test_texts_mentions_and_dates_are_those_of_the_build(content: Path) -> None:
    assert differently_read(content) == []


def test_findings_of_the_texts_are_those_of_the_build(content: Path) -> None:
    assert bool(findings_of_the_build(content)) == (content.parent.name != "lake")


def test_most_of_a_dossier_is_read_without_the_parser(tmp_path: Path) -> None:
    content = write_lake_dossier(tmp_path) / "content"
    bodies = [thing.body for thing in Dossier.load(content, drafts=True).registry.things.values()]
    assert sum(read_plain(body) is not None for body in bodies) > len(bodies) / 2


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["Word", "word", " ", "  ", "\n", "\n\n", "\n\n\n", "# ", "## A", "#", "1. ", "10", "- ", "+ ", ": ",
                 "“Q”", "'s", "!", "!!! note", "...", "--", "—", "\u00a0", "\u2028", "\x0b", "\t", "    ", "(a)",
                 "http://a.b", "Term\n: x", "|", "===", "---", "é", "1) ", "~~~", "\ufeff", "\x85", "\x1c"]
            ),
            st.text(max_size=4),
        ),
        max_size=12,
    )
)  # fmt: skip
def test_plain_text_is_what_the_parser_makes_of_it(parts: list[str]) -> None:
    markdown = "".join(parts)
    plain = read_plain(markdown)
    if plain is None:
        return
    parser = Markdown(extensions=list(EXTENSIONS))
    lines = markdown.split("\n")
    for preprocessor in parser.preprocessors:
        lines = preprocessor.run(lines)
    root = parser.parser.parseDocument(lines).getroot()
    for processor in parser.treeprocessors:
        changed = processor.run(root)
        root = root if changed is None else changed
    reading = read_tree(root, lambda number: "")
    assert (reading.text, tuple(reading.headings)) == plain
