"""Comments that suppress a finding: where they count, and that no page shows them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from checking import findings
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from dossier.content.excerpt import published_body
from dossier.content.suppressions import blank_suppressions, suppressions_in_file, without_suppressions
from dossier.pipeline import Dossier
from dossier.standalone import StandaloneExtension

WriteFiles = Callable[[str], Path]
COMMENT = "<!-- dossier: allow ambiguous-mention: which Doe is not said -->"
DOES = "-- content/people/a.md --\n---\ntitle: Jane Doe\n---\n-- content/people/b.md --\n---\ntitle: John Doe\n---\n"
ARTICLE = "-- content/articles/x.md --\n---\ntitle: X\ndate: 2021\npublisher: P\n---\n"


def codes(folder: Path) -> list[tuple[str, int]]:
    return [(f.code, f.line) for f in findings(folder / "content") if f.path.startswith("articles/")]


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("On Monday Doe spoke.", [("ambiguous-mention", 6)]),
        (f"On Monday Doe spoke. {COMMENT}", []),
        (f"{COMMENT}\nOn Monday\nDoe spoke.", []),
        (f"{COMMENT}\n\nOn Monday\nDoe spoke.", []),
        (f"Text.\n{COMMENT}\nOn Monday Doe spoke.", []),
        (f"{COMMENT}\nOn Monday Doe spoke.\n\nOn Tuesday Doe slept.", [("ambiguous-mention", 9)]),
        (f"Text. {COMMENT}\nOn Monday Doe spoke.", [("suppression-unused", 6), ("ambiguous-mention", 7)]),
        (f"On Monday Doe spoke.\n\n{COMMENT}", [("ambiguous-mention", 6), ("suppression-unused", 8)]),
        (f"On Monday Doe spoke. `{COMMENT}`", [("ambiguous-mention", 6)]),
        (f"```\n{COMMENT}\n```\n\nOn Monday Doe spoke.", [("ambiguous-mention", 10)]),
        ("On Monday Doe spoke. <!-- dossier: allow ambiguous-mention -->",
         [("ambiguous-mention", 6), ("suppression-without-reason", 6)]),
        ("<!--dossier:allow ambiguous-mention:over\ntwo lines-->\nOn Monday Doe spoke.", []),
        (f"{COMMENT}\n<!-- dossier: allow unknown-reference: not yet there -->\nOn Monday Doe met [[nobody-here]].", []),
    ],
)  # fmt: skip
def test_where_a_comment_in_prose_counts(
    write_files: WriteFiles, body: str, left: list[tuple[str, int]]
) -> None:
    assert codes(write_files(f"{DOES}{ARTICLE}{body}\n")) == left


@pytest.mark.parametrize(
    ("head", "left"),
    [
        ("born: 1950\ndied: 1949", ["dates-out-of-order"]),
        ("born: 1950\ndied: 1949 # dossier: allow dates-out-of-order: so it is told", []),
        ("born: 1950\n# dossier: allow dates-out-of-order: so it is told\ndied: 1949", []),
        ("born: 1950\n# dossier: allow dates-out-of-order: so it is told\n# and by whom\ndied: 1949", []),
        ("# dossier: allow dates-out-of-order: so it is told\nborn: 1950\ndied: 1949",
         ["suppression-unused", "dates-out-of-order"]),
        ("born: 1950\ndied: 1949#dossier: allow dates-out-of-order: no comment", ["yaml-syntax"]),
        ('born: 1950\ndied: 1949\nsummary: "a #dossier: nothing"', ["dates-out-of-order"]),
    ],
)  # fmt: skip
def test_where_a_comment_in_front_matter_counts(write_files: WriteFiles, head: str, left: list[str]) -> None:
    folder = write_files(
        f"-- content/people/a.md --\n---\ntitle: Jane Doe\n{head}\n---\n{ARTICLE}Jane Doe.\n"
    )
    found = [f.code for f in findings(folder / "content")]
    assert found == left


def test_the_first_line_of_front_matter_stands_for_the_file(write_files: WriteFiles) -> None:
    folder = write_files(
        "-- content/peple/a.md --\n---\n# dossier: allow unknown-folder: a page of its own\ntitle: A\n---\n"
    )
    assert findings(folder / "content") == []


def test_a_comment_counts_in_the_shared_sources(write_files: WriteFiles) -> None:
    folder = write_files(
        "-- content/sources.yaml --\n# dossier: allow uncited-source: to be cited\n- {id: src-x, title: X}\n"
        "- {id: src-y, title: Y}\n"
    )
    assert [(f.code, f.line) for f in findings(folder / "content")] == [("uncited-source", 3)]


def test_no_comment_hides_that_a_file_is_left_out(write_files: WriteFiles) -> None:
    folder = write_files(
        "-- content/people/a.md --\n---\n# dossier: allow duplicate-key: why not\ntitle: A\n"
        "title: B # dossier: allow yaml-syntax: why not\n---\n"
        "-- content/people/b.md --\n---\n# dossier: allow yaml-syntax: why not\ntitle: A: B\n---\n"
    )
    assert "yaml-syntax" in [f.code for f in findings(folder / "content") if f.path == "people/b.md"]


def test_the_build_of_a_site_is_silent_as_well(write_files: WriteFiles) -> None:
    folder = write_files(
        f"{DOES}{ARTICLE}{COMMENT}\nOn Monday Doe spoke.\n"
        "-- content/peple/a.md --\n---\n# dossier: allow unknown-folder: a page of its own\ntitle: A\n---\n"
    )
    dossier = Dossier.load(folder / "content")
    item = dossier.registry["x"]
    extension = dossier.extension(item)
    html = Markdown(extensions=[extension]).convert(published_body(item))
    dossier.add(item, extension.linked)
    assert dossier.findings == []
    assert "<!--" not in html
    assert "not said" not in html


def test_a_host_without_plugins_shows_no_comment(write_files: WriteFiles) -> None:
    content = write_files(f"{DOES}{ARTICLE}Text.\n\n{COMMENT}\nJane Doe spoke.\n") / "content"
    html = Markdown(extensions=[StandaloneExtension(content=str(content))]).convert(
        f"Text.\n\n{COMMENT}\nJane Doe spoke."
    )
    assert "not said" not in html
    assert 'data-id="a"' in html


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"One.\n\n{COMMENT}\nTwo.\n", "One.\n\n\nTwo.\n"),
        (f"One {COMMENT} two.\n", "One two.\n"),
        (f"{COMMENT} One.\n", "One.\n"),
        (f"One\n{COMMENT}\ntwo.\n\nThree.\n", "One\ntwo.\n\n\nThree.\n"),
        (f"One.\n\n{COMMENT} {COMMENT}\n{COMMENT}\nTwo.\n", "One.\n\n\n\nTwo.\n"),
        (f"One {COMMENT} {COMMENT} two {COMMENT}\n", "One two\n"),
        (f"One\n{COMMENT}\n{COMMENT}\ntwo.\n\nThree.\n", "One\ntwo.\n\n\n\nThree.\n"),
        (f"```\n{COMMENT}\n```\n", f"```\n{COMMENT}\n```\n"),
        ("<!-- another comment -->\n", "<!-- another comment -->\n"),
        ("<!-- dossier: allow x: never ended\n\nText.\n", "<!-- dossier: allow x: never ended\n\nText.\n"),
    ],
)
def test_what_is_published_has_its_lines_where_they_were(text: str, published: str) -> None:
    assert without_suppressions(text) == published


def test_a_thousand_comments_cost_no_more_than_their_length() -> None:
    """Nothing is timed: a cost that grew with the square of this would not end."""
    text = f"{COMMENT} " * 20_000 + f"\n{COMMENT}" * 20_000
    assert len(suppressions_in_file(text)) == 1000
    assert len(blank_suppressions(text)) == len(text)
    assert len(without_suppressions(text)) < len(text)
    yaml = "---\n" + "# dossier: allow x: y\n" * 20_000 + "---\n"
    assert len(suppressions_in_file(yaml)) == 1000


PARTS = st.sampled_from(
    [COMMENT, "a", "\n", "\n\n", " ", "```\n", "`", "<!--", "-->", "# dossier: allow x: y", "---\n"]
)


@given(st.lists(PARTS, max_size=14))
def test_blanks_keep_every_place(parts: list[str]) -> None:
    text = "".join(parts)
    blanked = blank_suppressions(text)
    assert len(blanked) == len(text)
    assert [i for i, c in enumerate(text) if c == "\n"] == [i for i, c in enumerate(blanked) if c == "\n"]


@given(st.lists(PARTS, max_size=14))
def test_any_text_can_be_read(parts: list[str]) -> None:
    text = "".join(parts)
    for suppression in suppressions_in_file(text):
        assert 1 <= suppression.first <= suppression.last <= text.count("\n") + 1
    without_suppressions(text)
