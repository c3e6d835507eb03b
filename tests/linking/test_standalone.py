"""Tests of the Markdown extension for hosts without plugins, each as such a host converts its pages."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import markdown
import pytest
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page

from dossier.linking import DossierExtension
from dossier.model.errors import ContentError, ExtensionError
from dossier.pipeline import Dossier
from dossier.standalone.current import current_dossier
from dossier.standalone.extension import MISSING, TWICE, _tell
from dossier.standalone.options import read_options

# Converts a page by its path in the host's folder of sources.
Convert = Callable[[str], str]
BODY = "In June, Ada Moss spoke.\n"
ADA = "---\ntitle: Ada Moss\n---\n\nAda Moss led the talks.\n"


def _article(year: int, body: str = BODY, more: str = "") -> str:
    return f"---\ntitle: Of {year}\ndate: {year}-12-08\n{more}---\n\n{body}"


def _write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        file = folder / f"{name.replace('__', '/')}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A dossier in a folder that a host's folder of sources contains."""
    folder = tmp_path / "docs/dossier"
    _write(folder, people__ada_moss="", articles__talks=_article(2021))
    (folder / "people/ada_moss.md").rename(folder / "people/ada-moss.md")
    (folder / "people/ada-moss.md").write_text(ADA, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def _untold() -> Iterator[None]:
    _tell.cache_clear()
    yield
    _tell.cache_clear()


# Hosts -------------------------------------------------------------------------------------------------


def _convert(text: str, content: Path, **options: object) -> str:
    """A text, as a host converts it that does not say what it converts."""
    configs = {"dossier": {"content": str(content), **options}}
    return markdown.markdown(text, extensions=["dossier"], extension_configs=configs)


def _mkdocs(folder: Path, **options: object) -> Callable[..., str]:
    file = folder / "mkdocs.yml"
    extension = json.dumps({"dossier": {"content": "docs/dossier", **options}})
    file.write_text(f"site_name: X\ndocs_dir: docs\nplugins: []\nmarkdown_extensions: [{extension}]\n")
    config = load_config(str(file))

    def convert(path: str, generated_by: str | None = None) -> str:
        files = get_files(config)
        source = files.get_file_from_path(path)
        assert source is not None
        source.generated_by = generated_by
        page = Page(None, source, config)
        page.read_source(config)
        page.render(config, files)
        return page.content or ""

    return convert


class _ZensicalContext(Extension):
    """What Zensical 0.1.3 puts before all other extensions, in ``zensical/extensions/context.py``."""

    def __init__(self, page: object, config: dict[str, Any]) -> None:
        super().__init__()
        self.page, self.host_config = page, config

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        processor = Preprocessor(md)
        processor.run = lambda lines: lines  # type: ignore[method-assign]
        processor.page, processor.config = self.page, self.host_config  # type: ignore[attr-defined]
        md.preprocessors.register(processor, "rendering_context", 0)


def _zensical(folder: Path) -> Convert:
    def convert(path: str) -> str:
        config = {"docs_dir": "docs", "root_dir": str(folder)}
        text = (folder / "docs" / path).read_text(encoding="utf-8")
        # It leaves line ends as they are.
        body = text.split("---\n")[-1].lstrip("\n").replace("\n", "\r\n")
        return markdown.Markdown(
            extensions=[_ZensicalContext(SimpleNamespace(path=path, url=""), config), "dossier"],
            extension_configs={"dossier": {"content": "docs/dossier"}},
        ).convert(body)

    return convert


@pytest.fixture(params=[_mkdocs, _zensical], ids=["MkDocs", "Zensical"])
def convert(request: pytest.FixtureRequest, content: Path) -> Convert:
    """How a host converts a page that tells its path."""
    found: Convert = request.param(content.parents[1])
    return found


# Where the host tells the path -------------------------------------------------------------------------


def test_files_of_the_same_text_get_each_its_own_date_and_links(content: Path, convert: Convert) -> None:
    _write(content, articles__2011__again=_article(2011))
    early, late = convert("dossier/articles/2011/again.md"), convert("dossier/articles/talks.md")
    assert 'data-edtf="2011-06"' in early
    assert "../../people/ada-moss" in early
    assert 'data-edtf="2021-06"' in late
    assert late.count("dossier-link") == 1


def test_a_page_outside_the_dossier_stays_as_it_is(content: Path, convert: Convert) -> None:
    text = f"{BODY} [[ada-moss]] <b onclick='x()'>!</b>\n"
    _write(content.parent, articles__talks=text, dossier2__articles__talks=text)
    _write(content, articles__talks=_article(2021, text))
    for path in ("articles/talks.md", "dossier2/articles/talks.md"):
        assert convert(path).split() == f"<p>{text.strip()}</p>".split()
    inside = convert("dossier/articles/talks.md")
    assert inside.count("dossier-link") == 2
    assert "onclick" not in inside


@pytest.mark.parametrize("suffix", ["markdown", "mdown", "mkdn", "mkd"])
def test_a_file_that_the_dossier_does_not_read_is_cleaned(
    suffix: str, content: Path, convert: Convert, caplog: pytest.LogCaptureFixture
) -> None:
    text = "Ada Moss <script>alert(1)</script> <b onclick='x()'>spoke</b>.\n\nMore.\n"
    file, path = content / f"articles/a.{suffix}", f"dossier/articles/a.{suffix}"
    file.write_text(_article(2021, text), encoding="utf-8")
    html = convert(path)
    assert "<b>spoke</b>" in html
    assert "onclick" not in html
    assert "alert" not in html
    assert "data-id" not in html
    assert caplog.records[-1].message.startswith(f"articles/a.{suffix}: the dossier does not read this file")
    file.write_text(_article(2021, text, "publish: metadata\n"), encoding="utf-8")
    assert convert(path) == ""
    file.write_text(_article(2021, text, "status: draft\n"), encoding="utf-8")
    assert convert(path) == ""


def test_a_page_that_another_plugin_made_stays_as_it_is(content: Path) -> None:
    convert = _mkdocs(content.parents[1])
    (content / "made.md").write_text("<button onclick='x()'>A</button>\n", encoding="utf-8")
    assert "onclick" not in convert("dossier/made.md")
    assert "onclick" in convert("dossier/made.md", generated_by="another")


def test_a_trusted_dossier_keeps_the_html_of_a_file_that_it_does_not_read(content: Path) -> None:
    (content / "articles/a.markdown").write_text(_article(2021, "<b onclick='x()'>A</b>\n"), encoding="utf-8")
    html = _mkdocs(content.parents[1], trusted_authors=True)("dossier/articles/a.markdown")
    assert html == "<p><b onclick='x()'>A</b></p>"


def test_the_dossier_may_be_the_folder_of_all_sources(tmp_path: Path) -> None:
    _write(tmp_path / "docs", people__moss=ADA, articles__talks=_article(2021), index="Welcome, Ada Moss.\n")
    convert = _mkdocs(tmp_path, content="docs")
    assert 'href="../../people/moss/"' in convert("articles/talks.md")
    assert 'href="people/moss/"' in convert("index.md")


def test_an_edit_shows_at_once(content: Path, convert: Convert) -> None:
    path = "dossier/articles/talks.md"
    assert 'data-edtf="2021-06"' in convert(path)
    _write(content, articles__talks=_article(2021, "In July, Ada Moss and Cy Dale spoke.\n"))
    assert 'data-edtf="2021-07"' in convert(path)
    _write(content, articles__talks=_article(2019, "In July, Ada Moss and Cy Dale spoke.\n"))
    assert 'data-edtf="2019-07"' in convert(path)
    _write(content, people__cy=ADA.replace("Ada Moss", "Cy Dale"), articles__new=_article(2001))
    assert 'data-edtf="2001-06"' in convert("dossier/articles/new.md")
    assert 'data-id="cy"' in convert(path)


def test_what_changed_elsewhere_shows_in_the_next_build(
    content: Path, convert: Convert, monkeypatch: pytest.MonkeyPatch
) -> None:
    # No time passes here after which all files are looked at.
    monkeypatch.setattr("dossier.standalone.current._SHARE", 10**9)
    _write(content, articles__talks=_article(2021, "Cy Dale spoke.\n"), articles__other=_article(2011))
    first, second = "dossier/articles/talks.md", "dossier/articles/other.md"
    assert "data-id" not in convert(first)
    convert(second)
    _write(content, people__cy=ADA.replace("Ada Moss", "Cy Dale"))
    assert "data-id" in convert(first)


def test_an_edit_shows_where_the_time_and_size_of_the_file_stay(content: Path, convert: Convert) -> None:
    file, path = content / "articles/talks.md", "dossier/articles/talks.md"
    convert(path)
    before = file.stat()
    file.write_text(_article(2019, BODY.replace("June", "July")), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert 'data-edtf="2019-07"' in convert(path)


def test_what_is_not_to_be_published_is_left_out_by_path(content: Path, convert: Convert) -> None:
    body = "The first paragraph.\n\nAda Moss in the second.\n"
    _write(
        content,
        articles__part=_article(2021, body, "publish: excerpt\n"),
        articles__draft=_article(2021, body, "status: draft\n"),
        articles__talks=_article(2021, "Ada Moss spoke of [[draft]] and [it](draft.md).\n"),
    )
    assert convert("dossier/articles/part.md") == "<p>The first paragraph.</p>"
    assert convert("dossier/articles/draft.md") == ""
    talks = convert("dossier/articles/talks.md")
    assert talks.count("<a") == 1
    assert "<span>Draft</span> and <span>it</span>" in talks


def test_raw_html_counts_from_the_file_as_with_the_plugin(content: Path) -> None:
    raw = (
        '<a href="../people/ada-moss.md#x">Her</a> <img src="../../hall.png"> <a href="nowhere.md">none</a>\n'
    )
    _write(content, articles__talks=_article(2021, raw))
    (content.parent / "hall.png").write_bytes(b"")
    html = _mkdocs(content.parents[1])("dossier/articles/talks.md")
    assert 'href="../../people/ada-moss/#x"' in html
    assert 'src="../../../hall.png"' in html
    assert 'href="nowhere.md"' in html


def test_a_text_that_the_host_has_changed_is_linked_and_nothing_is_read_again(content: Path) -> None:
    dossier = current_dossier(read_options({"content": str(content)}, Path()))
    first = dossier.with_file("articles/talks.md", BODY)
    assert dossier.with_file("articles/talks.md", "Changed by a macro.") is first
    (content / "articles/talks.md").write_text(_article(2021, "Edited.\n"), encoding="utf-8")
    assert dossier.with_file("articles/talks.md", "Changed by a macro.") is not first


# Where it does not -------------------------------------------------------------------------------------


def test_links_a_document_that_the_dossier_holds(content: Path) -> None:
    html = _convert(BODY, content)
    assert 'href="../people/ada-moss.md"' in html
    assert '<time datetime="2021-06" data-edtf="2021-06">June</time>' in html
    assert "timeline" not in html


def test_an_entity_does_not_link_to_itself(content: Path) -> None:
    assert "<a" not in _convert("Ada Moss led the talks.", content)


def test_leaves_any_other_text_alone_but_for_what_is_dangerous(content: Path) -> None:
    html = _convert("Ada Moss in <b onclick='x()'>another</b> text.", content)
    assert html == "<p>Ada Moss in <b>another</b> text.</p>"


def test_a_date_that_changed_shows_at_once(content: Path) -> None:
    _convert(BODY, content)
    _write(content, articles__talks=_article(1999))
    assert 'data-edtf="1999-06"' in _convert(BODY, content)


def test_a_draft_that_was_just_written_is_left_out(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # No time passes here after which all files are looked at.
    monkeypatch.setattr("dossier.standalone.current._SHARE", 10**9)
    _convert(BODY, content)
    _write(content, articles__new=_article(2021, "A secret.\n", "status: draft\n"))
    assert _convert("A secret.\n", content) == ""


def test_files_of_the_same_text_get_nothing_that_may_be_wrong(
    content: Path, caplog: pytest.LogCaptureFixture
) -> None:
    body = "In June, Ada Moss spoke.\n\nMoss left."
    _write(
        content,
        articles__talks=_article(2021, body),
        articles__again=_article(2011, body, "people: [ada-moss]\npublish: excerpt\n"),
    )
    for _ in range(2):
        assert _convert(body, content) == "<p>In June, Ada Moss spoke.</p>"
    told = [record.message for record in caplog.records if "same text" in record.message]
    assert len(told) == 1
    assert told[0].startswith("articles/again.md, articles/talks.md: ")
    _write(content, articles__again=_article(2011, body, "status: draft\n"))
    assert _convert(body, content) == ""


SECRET = "The first paragraph.\n\nAda Moss in the second.\n"
OUTLINE = "people:\n  - ada-moss\n"


def _whole(text: str, content: Path, *extensions: str) -> str:
    """A text that its host hands on with its front matter."""
    configs = {"dossier": {"content": str(content)}}
    return markdown.markdown(text, extensions=[*extensions, "dossier"], extension_configs=configs)


@pytest.mark.parametrize("extensions", [["meta"], []], ids=["meta", "alone"])
@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ("status: draft\n", ""),
        ("publish: metadata\n", ""),
        ("publish: excerpt\n", "<p>The first paragraph.</p>"),
    ],
)
def test_what_is_not_to_be_published_is_left_out_with_front_matter(
    more: str, shown: str, extensions: list[str], content: Path
) -> None:
    whole = _article(2021, SECRET, f"{more}{OUTLINE}")
    _write(content, articles__secret=whole)
    changed = whole.replace("in the", "within the")
    # The front matter is that of a published article.
    published = _article(2021, SECRET)
    for text in (whole, changed, published, f"\ufeff{whole}".replace("\n", "\r\n")):
        assert _whole(text, content, *extensions) == shown
    # Front matter that is not even YAML publishes nothing that it may mean to keep back.
    for broken in (
        changed.replace("title: ", "title: Of: "),
        changed.replace(more, f"a: b: c\n{{{more.strip()}}}\n"),
    ):
        assert _whole(broken, content, *extensions) == ""
    # A file without a text has nothing to leave out but its front matter.
    empty = _article(2021, "", f"{more}summary: A secret.\n{OUTLINE}")
    assert _whole(empty, content, *extensions) == ""


def test_the_front_matter_stays_for_the_host(content: Path) -> None:
    parser = markdown.Markdown(
        extensions=["meta", "dossier"], extension_configs={"dossier": {"content": content}}
    )
    assert "data-id" in parser.convert(_article(2021))
    assert parser.Meta["title"] == ["Of 2021"]  # type: ignore[attr-defined]
    assert parser.reset().convert(_article(2021, SECRET, f"status: draft\n{OUTLINE}")) == ""
    assert parser.Meta["status"] == ["draft"]  # type: ignore[attr-defined]


def test_a_text_between_rules_is_no_front_matter(content: Path) -> None:
    for text in ("---\n\nOne.\n\n---\n\nTwo.\n", "---\n\nOne.\n\nTwo.\n"):
        assert _convert(text, content) == markdown.markdown(text).replace("<hr />", "<hr>")
    body = "---\nstatus: draft\n---\n\nAda Moss quotes it.\n"
    _write(content, articles__talks=_article(2021, body))
    assert "data-id" in _convert(body, content)


def test_one_parser_may_convert_several_texts(content: Path) -> None:
    parser = markdown.Markdown(
        extensions=["toc", "dossier"], extension_configs={"dossier": {"content": content}}
    )
    texts = (BODY, "# Mention 1\n\nAnother.", BODY)
    first, other, again = (parser.reset().convert(text) for text in texts)
    assert first == again
    assert "data-id" in first
    assert "data-id" not in other


# What it refuses and what it says ------------------------------------------------------------------------


def test_errors_in_the_dossier_are_told_in_one_line(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(content.parent)
    (content / "people/ada-moss.md").write_text(
        "---\ntitle: A\nborn: yesterday\nbron: 1\n---\n", encoding="utf-8"
    )
    for _ in range(2):
        with pytest.raises(ContentError) as caught:
            _convert(BODY, Path("dossier"))
        told = str(caught.value)
        assert told.startswith("dossier/people/ada-moss.md:3:7: error: wrong-value: ")
        assert told.endswith(
            "; 1 more error; “dossier check --content dossier” lists everything that is wrong"
        )
        assert "\n" not in told
        assert caught.value.code == told
        assert [finding.line for finding in caught.value.findings] == [3, 4]


def test_an_error_that_is_gone_stops_nothing(content: Path, convert: Convert) -> None:
    path = "dossier/articles/talks.md"
    _write(content, articles__talks=_article(2021, more="people: [nobody]\n"))
    with pytest.raises(ContentError, match="unknown-reference"):
        convert(path)
    _write(content, articles__talks=_article(2021))
    assert "data-id" in convert(path)


def test_severities_and_comments_count_as_in_a_build(content: Path, tmp_path: Path) -> None:
    unknown = "people: [nobody]"
    _write(content, articles__talks=_article(2021, more=f"{unknown}\n"))
    (tmp_path / "checks.yaml").write_text("severities: {unknown-reference: warning}\n", encoding="utf-8")
    assert "data-id" in _convert(BODY, content, checks=str(tmp_path / "checks.yaml"))
    allowed = f"{unknown} # dossier: allow unknown-reference: not yet written\n"
    _write(content, articles__talks=_article(2021, more=allowed))
    assert "data-id" in _convert(BODY, content)
    (tmp_path / "types").mkdir()
    (tmp_path / "types/vessel.yaml").write_text("type: [", encoding="utf-8")
    with pytest.raises(ContentError, match=r"types/vessel\.yaml:\d+:\d+: error: yaml-syntax"):
        _convert(BODY, content, schema_dir=str(tmp_path / "types"))


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            {"link": "evry"},
            "the option “link” of the Markdown extension “dossier” is “evry”: did you mean “every”?",
        ),
        ({"link": ["every"]}, "is “['every']”: did you mean “every”?"),
        ({"trusted_authors": "perhaps"}, "“perhaps”: use true or false"),
        ({"content": "nowhere"}, "there is no folder “nowhere”"),
        ({"content": ""}, "is “”: write the path of the dossier's folder"),
        (
            {"schema_dir": "nowhere"},
            "the option “schema_dir” of the Markdown extension “dossier” is “nowhere”",
        ),
        ({"checks": "nowhere"}, "there is no file “nowhere”"),
        ({"linkz": "every"}, "has no option “linkz”; did you mean “link”?"),
        ({"zzz": 1}, "its options are content, schema_dir, checks, link, trusted_authors"),
        ({"default_extensions": True}, "which only the plugin has; list the extensions"),
    ],
)
def test_a_wrong_option_is_refused_in_one_line(options: dict[str, object], told: str, content: Path) -> None:
    configs = {"dossier": {"content": str(content), **options}}
    parser = markdown.Markdown(extensions=["dossier"], extension_configs=configs)
    with pytest.raises(ExtensionError) as caught:
        parser.convert(BODY)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_it_refuses_to_do_what_the_plugin_does(content: Path) -> None:
    of_plugin: DossierExtension = Dossier.load(content).extension(None)
    with pytest.raises(ExtensionError) as caught:
        markdown.markdown(BODY, extensions=["dossier", of_plugin])
    assert str(caught.value) == TWICE


def test_it_says_once_what_needs_the_plugin(content: Path, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(2):
        _convert(BODY, content)
    # Python shows this level, and strict builds count only what the loggers of hosts get.
    assert [(r.levelname, r.name.split(".")[0], r.message) for r in caplog.records] == [
        ("WARNING", "dossier", MISSING)
    ]
    page = (Path(__file__).parents[2] / "docs/site.md").read_text(encoding="utf-8")
    assert "\n## Hosts without plugins\n" in page
