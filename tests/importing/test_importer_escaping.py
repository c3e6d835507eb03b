"""Imported text is published unchanged: text that looks like markup stays text."""

from __future__ import annotations

import html
import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from dossier.importing.body.escaping import plain
from dossier.importing.body.inline import Style
from dossier.importing.body.markdown import write

EXTENSIONS = ("abbr", "admonition", "attr_list", "footnotes", "fenced_code", "tables", "toc")
AWKWARD = """[[minsk-ii]] [[minsk-ii|words]] *[NATO]: x|[^1]: y|[^1]|[a](b)|[a]: http://b|![a](b)|<b>|</p>|<script>|<!-- a -->|&amp;|&copy|&lt;b|
*a*|**a**|_a_|__a__|`a`|``|\\|\\*|# a|#|a #|## a {#b}|{: .c }|{.c}|> a|- a|+ a|* a|1. a|12.|1) a|---|***|===|--- |___|!!! note|??? a|=== "a"|
| a | b ||--- | ---|:--|:--:|~~~|```|```python|    a|\t|[TOC]|: a|*[a]: b|http://a.b/c_d_e|<http://a.b>|a@b.c|%|$$|^a^|~a~|==a==|{{ a }}|{% a %}|
  |\xa0|\u2028|\u200b|\ufeff|\x02|\x03|klzzwxh:0001|wzxhzdk:0|@a|a_b_c|5 * 3 * 2|3 < 4 > 2|a<b|a&b|1986. A year|-5|+5|“a”|'a'|"a\""""
WORDS = st.sampled_from([part for part in AWKWARD.replace("\n", "").split("|") if part] + ["|", "||", " | "])
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=6), st.sampled_from("abc йц")), max_size=8).map(" ".join)
GLUED = st.lists(st.one_of(WORDS, st.text(max_size=4)), max_size=8).map("".join)


def published(body: str) -> str:
    """The text that a reader of the built page sees, as one line."""
    page = Markdown(extensions=list(EXTENSIONS)).convert(body)
    return " ".join(BeautifulSoup(page, "lxml").get_text(" ").split())


def seen(text: str) -> str:
    return " ".join(plain(text).split())


def written(markup: str) -> str:
    soup = BeautifulSoup(f"<body>{markup}</body>", "lxml")
    return "\n\n".join(write(soup.body, Style("https://a.example/")))


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


def shown_by_html(markup: str) -> str:
    soup = BeautifulSoup(f"<body>{markup}</body>", "lxml")
    return seen(soup.body.get_text(" ")) if soup.body else ""


@settings(max_examples=200, deadline=None)
@given(st.one_of(TEXTS, GLUED))
@example("[[minsk-ii]]")
@example("*[NATO]: x")
@example("--- a")
def test_a_paragraph_stays_as_it_is(text: str) -> None:
    markup = f"<p>{html.escape(text)}</p>"
    assert letters(published(written(markup))) == letters(shown_by_html(markup))


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_structures_keep_their_words(one: str, two: str, three: str) -> None:
    a, b, c = map(html.escape, (one, two, three))
    markup = (
        f"<h2>{a}</h2><ul><li>{b}</li><li>{c}<ul><li>{a}</li></ul></li></ul><p>x</p><blockquote><p>{b}</p><p>{c}</p></blockquote>"
        f"<p>{a}<br>{b}<br>{c}</p><ol><li>{c}</li><li>{a}</li></ol><p>z <a href='/x_y(1)'>{b}</a> <b>{c}</b> and <i>{a}</i> w</p>"
        f"<table><tr><th>{a} h</th><th>{b} h</th></tr><tr><td>{c} d</td><td>{a} e</td></tr></table><p>end</p>"
    )
    assert letters(published(written(markup))) == letters(shown_by_html(markup))


@pytest.mark.parametrize("text", [part for part in AWKWARD.split("|") if part.strip()])
def test_awkward_words_alone_and_as_the_second_line(text: str) -> None:
    for markup in (
        f"<p>{html.escape(text)}</p>",
        f"<p>first<br>{html.escape(text)}<br>last</p>",
        f"<p>first<br>{html.escape(text)}</p>",
    ):
        assert letters(published(written(markup))) == letters(shown_by_html(markup))


def test_links_lead_where_they_led() -> None:
    markup = """<p><a href="/a_b*c(d)?x=1&amp;y=[2]">one</a> <a href="javascript:alert(1)">two</a> <a href="#three">three</a>
    <a href="data:text/html,x">four</a> <a href="mailto:a@b.c">five</a> <a href="http://127.0.0.1/">six</a></p>"""
    page = Markdown(extensions=list(EXTENSIONS)).convert(written(markup))
    links = [(a["href"], a.get_text()) for a in BeautifulSoup(page, "lxml").find_all("a")]
    assert links == [("https://a.example/a_b%2Ac%28d%29?x=1&y=%5B2%5D", "one")]
    assert published(written(markup)) == "one two three four five six"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("10<sup>6</sup> crowns", "10⁶ crowns"),
        ("10<sup>−3</sup> m", "10⁻³ m"),
        ("5 km<sup>2</sup> of CO<sub>2</sub>", "5 km² of CO₂"),
        ("2<sup>x+1</sup>", "2^(x+1)"),
        ("the 19<sup>th</sup> of May", "the 19th of May"),
        ("failed.<sup>3</sup> They", "failed.³ They"),
        ("failed.<sup>[3]</sup> They", "failed.\\[3] They"),
        ("<sup>1</sup>/<sub>2</sub> of it", "¹/₂ of it"),
        ("Reed<sup>TM</sup>", "ReedTM"),
    ],
)
def test_raised_numbers_keep_their_value(markup: str, expected: str) -> None:
    assert written(f"<p>{markup}</p>") == expected
