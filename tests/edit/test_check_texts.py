"""Checks read texts without making pages of them; they find what the site's build finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from checking import findings
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from dossier.content.schema import load_schema
from dossier.edit.check.plain import read_plain
from dossier.edit.check.texts import ReadText, TextReader
from dossier.linking import LinkedDocument
from dossier.linking.tree_text import read_tree
from dossier.model.findings import Finding
from dossier.model.mentions import EntityId
from dossier.pipeline import Dossier

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
EXTENSIONS = ("abbr", "admonition", "attr_list", "fenced_code", "footnotes", "tables")
FRONT_MATTER = "---\ntitle: Golden\ndate: 2021-12-08\n---\n"

WriteFiles = Callable[[str], Path]


def linked(content: Path) -> tuple[Dossier, dict[EntityId, LinkedDocument]]:
    """Every text as the site's build reads it, with the findings of it."""
    dossier = Dossier.load(content, drafts=True)
    markdown = Markdown(extensions=[*EXTENSIONS, dossier.extension])
    found = {}
    for thing in dossier.registry.things.values():
        dossier.begin(thing)
        markdown.reset().convert(thing.body)
        dossier.collect(thing)
        if dossier.extension.linked is not None:
            found[thing.id] = dossier.extension.linked
    return dossier, found


def golden_articles() -> Iterator[tuple[str, str]]:
    for golden in sorted(GOLDEN.glob("*.md")):
        text = re.split(r"^-- \w+ --\n", golden.read_text(encoding="utf-8"), flags=re.MULTILINE)
        names = re.findall(r"^-- (\w+) --\n", golden.read_text(encoding="utf-8"), re.MULTILINE)
        markdown = dict(zip(names, text[1:], strict=True))["markdown"]
        yield golden.name, markdown if markdown.startswith("---\n") else FRONT_MATTER + markdown


@pytest.fixture(scope="module", params=["golden", "demo"])
def content(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo dossier, and the goldens as articles of the dossier that they mention."""
    if request.param == "demo":
        return ROOT / "content"
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
    dossier, expected = linked(content)
    read = dict(TextReader(dossier.registry).read_all())
    assert len(expected) > 50
    for thing, document in expected.items():
        found: ReadText = read[thing]
        assert found.text == document.text, thing
        assert list(found.mentions) == [placed.mention for placed in document.mentions], thing
        assert tuple(found.unresolved) == document.unresolved, thing
        assert list(found.dates) == [placed.mention for placed in document.dates], thing


def test_findings_of_the_texts_are_those_of_the_build(content: Path) -> None:
    dossier, _ = linked(content)
    codes = {"ambiguous-mention", "unknown-reference"}

    def of_texts(found: list[Finding]) -> list[Finding]:
        return sorted(finding for finding in found if finding.code in codes)

    assert of_texts(findings(content)) == of_texts(dossier.findings)


def test_most_of_the_demo_is_read_without_the_parser() -> None:
    schema = load_schema(None)
    assert schema
    bodies = [thing.body for thing in Dossier.load(ROOT / "content", drafts=True).registry.things.values()]
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
