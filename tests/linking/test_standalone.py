"""Tests of the Markdown extension alone: its entry point finds it, and it knows a document by its text."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
from small_sites import Site

from dossier.model.errors import ContentError


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


def test_files_of_the_same_text_get_only_what_is_right_for_each(
    content: Path, caplog: pytest.LogCaptureFixture
) -> None:
    body = "In June, Ada Moss spoke.\n"
    (content / "articles/again.md").write_text(f"---\ntitle: Again\ndate: 2011-12-08\n---\n\n{body}")
    html = _convert(body, content)
    assert 'data-id="ada-moss"' in html
    assert "data-edtf" not in html
    assert "articles/again.md, articles/talks.md have the same text" in caplog.text
    (content / "articles/2011").mkdir()
    (content / "articles/again.md").rename(content / "articles/2011/again.md")
    # Links from there differ, and the host does not tell which file it is.
    assert _convert(body, content) == "<p>In June, Ada Moss spoke.</p>"


def test_what_is_not_to_be_published_is_left_out(content: Path) -> None:
    body = "The first paragraph.\n\nAda Moss in the second."
    (content / "articles/part.md").write_text(
        f"---\ntitle: Part\ndate: 2021-01-01\npublish: excerpt\n---\n\n{body}\n"
    )
    assert _convert(body, content) == "<p>The first paragraph.</p>"


HOSTED = """
site_name: Without the plugin
docs_dir: content
theme: mkdocs
plugins: []
markdown_extensions: [{dossier: {content: CONTENT}}]
"""


def test_a_host_tells_the_file_by_its_path(content: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    body = "In June, Ada Moss spoke.\n"
    (content / "articles/2011").mkdir()
    (content / "articles/2011/again.md").write_text(
        f"---\ntitle: Again\ndate: 2011-12-08\n---\n\n{body}", encoding="utf-8"
    )
    folder = tmp_path_factory.mktemp("host")
    content.rename(folder / "content")
    site = Site(folder, "", HOSTED.replace("CONTENT", str(folder / "content"))).build()
    for page, june, link in (
        ("articles/2011/again", "2011-06", "../../../people/ada-moss/"),
        ("articles/talks", "2021-06", "../../people/ada-moss/"),
    ):
        soup = site.soup(f"{page}/index.html")
        assert [str(time["data-edtf"]) for time in soup.select("time")] == [june]
        assert [str(a["href"]) for a in soup.select("a.dossier-link")] == [link]
