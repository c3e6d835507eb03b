"""Tests of the written documentation: links lead to files, commands exist, pictures are small."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dossier.cli import COMMANDS
from dossier.content.assets import PUBLISHED
from dossier.content.schema import load_schema
from dossier.linking.sanitising import TAGS
from dossier.model.site_paths import CARDS
from dossier.render.export import SITE_FEED, citation_paths

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
GUIDES = (
    "checks.md",
    "commands.md",
    "editors.md",
    "hosts.md",
    "importing.md",
    "plugins.md",
    "search.md",
    "security.md",
    "site.md",
    "stability.md",
)
PAGES += [ROOT / "SECURITY.md", *(ROOT / "docs" / name for name in GUIDES)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    # What stands in code is an example.
    text = re.sub(
        r"^ *```.*?^ *```$|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE
    )
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_to_headings_lead_to_one(page: Path) -> None:
    for target, anchor in re.findall(
        r"\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)", page.read_text(encoding="utf-8")
    ):
        file = page.parent / target if target else page
        headings = re.findall(r"^#+ (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        # GitHub's own rule: small letters, no punctuation, a hyphen for each blank.
        known = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
        assert anchor in known, f"{target}#{anchor}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_paths_exist(page: Path) -> None:
    for path in re.findall(
        r"`((?:dossier|docs|plugins|tests|site_config|\.github)/[\w./-]*)`", page.read_text("utf-8")
    ):
        # A dossier makes this one when it adds types.
        assert (ROOT / path).exists() or path.startswith("site_config/schema"), path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:`|^)make ([a-z-]+)", text, re.MULTILINE)) <= targets
    assert set(re.findall(r"`dossier ([a-z]+)", text)) <= set(COMMANDS)


def test_examples_of_types_are_types(tmp_path: Path) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for number, example in enumerate(re.findall(r"```yaml\n(type: .*?)```", text, re.DOTALL)):
        (tmp_path / f"{number}.yaml").write_text(example, encoding="utf-8")
    schema = load_schema(tmp_path)
    assert schema["vessel"].fields["flag"].edge
    assert "facility" in schema["event"].fields["place"].to
    assert schema["person"].fields["call_sign"].naming == "alias"
    assert "born" in schema["person"].fields


def test_the_page_on_the_site_names_every_file_that_is_offered() -> None:
    text = (ROOT / "docs" / "site.md").read_text(encoding="utf-8")
    for path in (SITE_FEED, CARDS, *citation_paths("articles/talks/").values()):
        assert f"`{path}" in text or f"`{path.rpartition('/')[2]}`" in text, path


def test_the_page_on_security_lists_what_is_allowed() -> None:
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    lists = [set(re.findall(r"`([^`]+)`", part)) for part in re.findall(r":\n\n(`.*?`\.)\n", text, re.DOTALL)]
    assert lists == [set(TAGS), set(PUBLISHED)]


def test_pictures_are_small() -> None:
    pictures = list((ROOT / "docs" / "images").iterdir())
    assert pictures
    assert all(picture.stat().st_size < 300_000 for picture in pictures)
