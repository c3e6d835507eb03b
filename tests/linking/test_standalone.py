"""The Markdown extension on its own: found by its entry point, told apart by the document's text."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest

from dossier.standalone import ContentError


@pytest.fixture
def content(tmp_path: Path) -> Path:
    files = {
        "people/ada-moss.md": "---\ntitle: Ada Moss\n---\n\nAda Moss led the talks.\n",
        "articles/talks.md": "---\ntitle: Talks\ndate: 2021-12-08\n---\n\nIn June, Ada Moss spoke.\n",
    }
    for name, text in files.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def _convert(text: str, content: Path) -> str:
    configs = {"dossier": {"content": str(content)}}
    return markdown.markdown(text, extensions=["dossier"], extension_configs=configs)


def test_links_a_document_that_the_dossier_holds(content: Path) -> None:
    html = _convert("In June, Ada Moss spoke.", content)
    assert 'href="../people/ada-moss.md"' in html
    assert '<time datetime="2021-06" data-edtf="2021-06">June</time>' in html
    assert "timeline" not in html


def test_an_entity_does_not_link_to_itself(content: Path) -> None:
    assert "<a" not in _convert("Ada Moss led the talks.", content)


def test_leaves_any_other_text_alone(content: Path) -> None:
    assert _convert("Ada Moss in another text.", content) == "<p>Ada Moss in another text.</p>"


def test_errors_in_the_dossier_are_told_with_their_place(content: Path) -> None:
    (content / "people" / "ada-moss.md").write_text("---\nborn: yesterday\n---\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        _convert("In June, Ada Moss spoke.", content)
    assert "people/ada-moss.md:2:7" in str(caught.value)
