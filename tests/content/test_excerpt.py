"""What ``publish: excerpt`` lets through: the first paragraph and nothing of the next, however they are separated."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from dossier.content.excerpt import first_paragraph
from dossier.content.spoofing import UNSEEN

FIRST = "They met in Minsk."
SECRET = "Nobody may read this."
# Every character that leaves a line empty: white space, formats, and letters that no font draws.
UNSEEN_CHARACTERS = [
    chr(code)
    for code in range(sys.maxunicode + 1)
    if unicodedata.category(chr(code)) in ("Zs", "Zl", "Zp", "Cf") or UNSEEN.match(chr(code))
]
ONLY_LOOK_EMPTY = [
    *["&nbsp;", "&#160;", "&#xA0;", "&emsp;", "&ZeroWidthSpace;", "&NoBreak;", "&shy;", "&#8203;", "&#x3000;"],
    *["<br>", "<br/>", "<BR />", "<wbr>", "<span></span>", "<b> </b>", "\\", "\u00a0\u200b\u3000", "\ufffc", "![](gap.png)"],
    *["***", "* * *", "---", "___", "•", "⁂", "—", "…", "<!-- an editor's note -->", "\t", "{: }", " \u00a0 \t"],
]  # fmt: skip
IN_ONE_LINE = [
    *["\u2029", "\u2028\u2028", "\x85\x85", "\x85\u2028", "\r\r", "\r\n\r\n", "\v\v", "\f\f"],
    *["<br><br>", "<br/> <br/>", "<BR>&nbsp;<BR>", "<br>\u200b<br>", "<br></b><br>", "<br>\n<br>"],
    *[
        "</p><p>",
        "<p>",
        "<P class='next'>",
        "<hr>",
        "</div>",
        "<h2>",
        "<ul><li>",
        "<table><tr><td>",
        "<!--\n\n-->",
    ],
    *["&#8233;", "&#x2029;", "&#8232;&#8232;", "&#10;&#10;", "&NewLine;&NewLine;"],
]
OTHER_BLOCKS = [
    *["# {}", "###{}", "> {}", "- {}", "* {}", "+ {}", "1. {}", "1) {}", "| {} |", "!!! note\n    {}", "??? note\n    {}"],
    *["```\n{}\n```", "~~~\n{}\n~~~", "[^1]: {}", "*[XYZ]: {}", "[id]: {}", ":   {}", "    {}", "\t{}", "\u3000{}"],
    *["\u00a0\u00a0{}", "{} | more\n--- | ---\n1 | 2", "<div>{}</div>", "<p>{}</p>", "<blockquote>{}</blockquote>"],
]  # fmt: skip


@pytest.mark.parametrize("line", [*ONLY_LOOK_EMPTY, "", "  "])
def test_a_line_that_only_looks_empty_ends_the_paragraph(line: str) -> None:
    assert first_paragraph(f"{FIRST}\n{line}\n{SECRET}") == FIRST


def test_every_unseen_character_ends_the_paragraph_where_it_stands_alone() -> None:
    assert len(UNSEEN_CHARACTERS) > 300
    texts = {sign: first_paragraph(f"{FIRST}\n{sign}\n{SECRET}") for sign in UNSEEN_CHARACTERS}
    assert {sign for sign, text in texts.items() if text != FIRST} == set()


@pytest.mark.parametrize("separator", IN_ONE_LINE)
def test_what_separates_paragraphs_without_an_empty_line_ends_them(separator: str) -> None:
    assert first_paragraph(f"{FIRST}{separator}{SECRET}").strip() == FIRST


@pytest.mark.parametrize("block", OTHER_BLOCKS)
def test_another_block_ends_the_paragraph(block: str) -> None:
    assert first_paragraph(f"{FIRST}\n{block.format(SECRET)}\n{SECRET}") == FIRST


@pytest.mark.parametrize("block", OTHER_BLOCKS)
def test_blocks_before_the_paragraph_are_passed_over(block: str) -> None:
    shown = first_paragraph(f"{block.format('Passed over.')}\n\n{FIRST}\n\n{SECRET}")
    assert shown == ("Passed over." if block.startswith("<") else FIRST)


@pytest.mark.parametrize(
    "before",
    [
        *["# Talks\n", "# Talks\n\n", "Talks\n=====\n", "Talks\n-----\n\n", "![The hall](hall.png)\n\n", "[TOC]\n\n"],
        *["<!-- a note\n\nof the editor -->\n\n", "<style>\np {color: red}\n\nq {}\n</style>\n\n", "***\n\n", "{: .lead }\n\n"],
        *["```\ncode\n\nmore code\n```\n\n", "1. A point\n2. Another\n\n", "\n\n\u00a0\n", "<div>\n\n", "<p>"],
    ],
)  # fmt: skip
def test_what_is_no_paragraph_is_passed_over(before: str) -> None:
    assert first_paragraph(f"{before}{FIRST}\n\n{SECRET}") == FIRST


@pytest.mark.parametrize(
    "text",
    [
        "They met\nin Minsk\non 11 February\n2015. Then they left.",
        "“We met,” he said.",
        "„Wir trafen uns“, sagte er.",
        "¿Qué dijo?",
        "— Так, — сказав він.",
        "**They** met; `<p>` is a tag, and [[minsk|the city]] is not.",
        "Un&nbsp;mot\u00a0: c’est\u202ffini.",
        "من\u200cخواهم",
        "東京で\n会った。",
        "He spoke of <b>peace</b>.<br>\nShe did not.",
        "[The text](minsk.md) was signed.",
        "A hyphen -\nand a plus.",
    ],
)
def test_a_whole_paragraph_is_kept(text: str) -> None:
    assert first_paragraph(f"{text}\n\n{SECRET}") == text


def test_a_text_without_a_paragraph_gives_nothing() -> None:
    assert first_paragraph("") == first_paragraph("# Talks\n\n- a list\n- of points\n") == ""
    assert first_paragraph("They met. <!-- never closed\n\nSecret.") == "They met."


AWKWARD = st.sampled_from(
    [
        *ONLY_LOOK_EMPTY,
        *IN_ONE_LINE,
        *OTHER_BLOCKS,
        "\n",
        "\n\n",
        " ",
        FIRST,
        "`",
        "``",
        "<",
        ">",
        "[",
        "![",
        "&",
        "#",
    ]
)


@given(st.lists(AWKWARD, max_size=8).map("".join))
def test_an_excerpt_is_one_paragraph_to_markdown_as_well(body: str) -> None:
    shown = first_paragraph(body)
    html = Markdown(
        extensions=["abbr", "admonition", "attr_list", "def_list", "footnotes", "tables"]
    ).convert(shown)
    assert html.count("<p>") <= 1
    assert not any(
        f"<{tag}" in html for tag in ("li>", "h1", "h2", "blockquote", "table", "pre", "dd>", "hr")
    )
