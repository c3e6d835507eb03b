"""Tests of the links for contributors: where the editor finds the files, and what stands on the pages."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from bs4 import Tag
from mkdocs.config import load_config
from small_sites import CONFIG, DOSSIER, Site

from mkdocs_dossier.editing import set_edit_uri

GITHUB = "repo_url: https://github.com/o/r\n"
HARD = 'A “call” & <b>50 % = #1?</b> \\"😀 שלום'


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (GITHUB, "https://github.com/o/r/edit/HEAD/my%20site/content/"),
        ("repo_url: https://github.com/o/r.git/\n", "https://github.com/o/r/edit/HEAD/my%20site/content/"),
        ("repo_url: https://codeberg.org/o/r\n", "https://codeberg.org/o/r/_edit/HEAD/my%20site/content/"),
        (f"{GITHUB}edit_uri: edit/main/content\n", "edit/main/content/"),
        # Also where it is what MkDocs would guess, or none at all.
        (f"{GITHUB}edit_uri: edit/master/docs/\n", "edit/master/docs/"),
        (f"{GITHUB}edit_uri: ''\n", ""),
        ("repo_url: https://gitlab.com/o/r\n", ""),
        ("repo_url: https://gitlab.com/o/r\nedit_uri: -/edit/main/content/\n", "-/edit/main/content/"),
        ("repo_url: https://bitbucket.org/o/r\n", ""),
        ("repo_url: https://git.example.org/o/r\n", ""),
        ("", None),
    ],
)
def test_the_editor_finds_the_files_where_the_site_or_the_repository_says(
    tmp_path: Path, options: str, expected: str | None
) -> None:
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "my site"
    Site(folder, DOSSIER, CONFIG + options)
    config = load_config(str(folder / "mkdocs.yml"))
    set_edit_uri(config)
    assert config.edit_uri == expected


def test_a_dossier_outside_of_the_repository_is_not_edited_there(tmp_path: Path) -> None:
    (tmp_path / "site" / ".git").mkdir(parents=True)
    (tmp_path / "content").mkdir()
    Site(tmp_path / "site", "", CONFIG.replace("docs_dir: content", "docs_dir: ../content") + GITHUB)
    config = load_config(str(tmp_path / "site" / "mkdocs.yml"))
    set_edit_uri(config)
    assert config.edit_uri == ""


def actions(site: Site, page: str) -> dict[str, str]:
    """The address of each link for contributors on a page."""
    rows = site.soup(page).select("nav.dossier-actions")
    return {link.text: str(link["href"]) for row in rows for link in row.select("a")}


def test_each_page_leads_to_the_forms_of_its_repository(tmp_path: Path) -> None:
    more = f'-- content/articles/2021/hard.md --\n---\ntitle: "{HARD}"\ndate: 2021-12-08\npublisher: P\n---\nText.\n'
    site = Site(tmp_path, DOSSIER + more, f"{CONFIG}{GITHUB}site_url: https://example.org/d/\n")
    (tmp_path / "content" / "over us").mkdir()
    (tmp_path / "content" / "over us" / "о нас.md").write_text("# About\n", encoding="utf-8")
    site.build(strict=True)
    page = actions(site, "articles/2021/hard/index.html")
    assert page["Edit this page"] == "https://github.com/o/r/edit/HEAD/content/articles/2021/hard.md"
    title = HARD.replace("\\", "")
    asked = parse_qs(urlsplit(page["Report an error"]).query)
    assert asked["title"] == [f"Error: {title}"]
    assert asked["body"][0].splitlines()[:3] == [
        f"Page: {title}",
        "Address: https://example.org/d/articles/2021/hard/",
        "File: articles/2021/hard.md",
    ]
    edit = actions(site, "over us/о нас/index.html")["Edit this page"]
    assert edit.isascii()
    assert " " not in edit
    assert unquote(edit) == "https://github.com/o/r/edit/HEAD/content/over us/о нас.md"
    for path in ("index.html", "people/index.html", "timeline/index.html", "timeline/1991/index.html"):
        assert list(actions(site, path)) == ["Add an article", "Report an error"], path
    assert actions(site, "404.html") == {}
    assert "md-source" in site.pages["index.html"]
    assert 'data-md-component="source"' not in "".join(site.pages.values())


def test_a_host_that_is_not_known_gets_what_the_site_says_and_the_theme_may_show_it(tmp_path: Path) -> None:
    config = CONFIG.replace("font: false", "font: false, features: [content.action.edit]")
    config += 'repo_url: https://git.example.org/r\nedit_uri_template: "edit/{path}?a=1&b"\n'
    site = Site(tmp_path, DOSSIER, config).build(strict=True)
    page = site.soup("articles/a-call/index.html")
    icon = page.select_one("a.md-content__button")
    assert isinstance(icon, Tag)
    assert icon["href"] == "https://git.example.org/r/edit/articles/a-call.md?a=1&b"
    assert actions(site, "articles/a-call/index.html") == {}
    assert not site.soup("index.html").select("nav.dossier-actions")
