"""Tests of the addresses for contributors: each host's own, encoded, and none where the host is not known."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from dossier.content.schema import load_schema
from dossier.edit.drafting import form
from dossier.render import repository_at

FORM = form(load_schema()["article"])
HARD = "“Talks” & 50 % = #1? <b>+</b> 😀 שלום"


@pytest.mark.parametrize(
    ("address", "edit_uri", "folder"),
    [
        ("https://github.com/o/r/", "https://github.com/o/r/edit/HEAD/content/", "o/r/new/HEAD/content/articles"),
        ("https://github.com/o/r.git", "./edit/a/b/my folder/", "o/r/new/a/b/my%20folder/articles"),
        ("https://www.github.com/o/r", "blob/main/c%20d/", "o/r/new/main/c%20d/articles"),
        ("https://gitlab.com/o/team/r", "-/edit/main/content/", "o/team/r/-/new/main/content/articles"),
        ("https://codeberg.org/o/r", "src/branch/main/", "o/r/_new/main/articles"),
    ],
)  # fmt: skip
def test_the_form_for_an_article_is_that_of_its_host(address: str, edit_uri: str, folder: str) -> None:
    repository = repository_at(address)
    assert repository
    whole = repository.new_file(edit_uri, "articles", FORM)
    parts, asked = urlsplit(whole), parse_qs(urlsplit(whole).query)
    assert parts.path == f"/{folder}"
    assert len(whole) < 2_000
    if parts.netloc == "gitlab.com":
        assert asked == {"file_name": ["new-article.md"]}
    else:
        assert asked == {"filename": ["new-article.md"], "value": [FORM]}


@pytest.mark.parametrize(
    "edit_uri",
    ["", "edit/main", "raw/main/content/", "?edit=content/", "edit/main/?file=content/", "https://example.org/edit/main/"],
)  # fmt: skip
def test_an_editor_elsewhere_says_nothing_of_the_form(edit_uri: str) -> None:
    repository = repository_at("https://github.com/o/r")
    assert repository
    assert repository.new_file(edit_uri, "articles", FORM) == ""


@pytest.mark.parametrize(
    "address",
    ["https://github.com/o", "https://github.com/o/r/tree/main/site", "https://gitlab.com/o/r/-/tree/main",
     "https://github.com/o/r?a=b", "https://github.com.example.org/o/r", "https://bitbucket.org/o/r",
     "https://git.example.org/o/r", "https://example.org/github.com/o/r", ""],
)  # fmt: skip
def test_what_is_not_known_to_be_a_repository_gets_no_guess(address: str) -> None:
    assert repository_at(address) is None


def test_only_gitlab_needs_the_name_of_the_branch() -> None:
    found = [repository_at(f"https://{host}/o/r") for host in ("github.com", "codeberg.org", "gitlab.com")]
    assert [each.edit_uri("") for each in found if each] == [
        "https://github.com/o/r/edit/HEAD/",
        "https://codeberg.org/o/r/_edit/HEAD/",
        "",
    ]


@pytest.mark.parametrize(
    ("address", "names"),
    [("https://github.com/o/r", ("title", "body")), ("https://codeberg.org/o/r", ("title", "body")),
     ("https://gitlab.com/o/r", ("issue[title]", "issue[description]"))],
)  # fmt: skip
def test_a_report_keeps_every_character(address: str, names: tuple[str, str]) -> None:
    repository = repository_at(address)
    assert repository
    asked = parse_qs(urlsplit(repository.new_issue(HARD, f"{HARD}\n{HARD}")).query)
    assert asked == {names[0]: [HARD], names[1]: [f"{HARD}\n{HARD}"]}


def test_a_text_that_makes_the_address_too_long_is_left_out() -> None:
    repository = repository_at("https://github.com/o/r")
    assert repository
    assert repository.new_issue("A", "я" * 2_000) == "https://github.com/o/r/issues/new?title=A"
