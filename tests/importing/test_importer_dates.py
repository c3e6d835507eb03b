"""The date of publication: where pages state it, and the days of a page that are none."""

from __future__ import annotations

import json

import pytest
from importing.test_importer_text import TITLE, imported, page, paragraphs

OTHER = "Wool prices fall for the third week"


def dated(
    top: str = "", *, head: str = "", after: str = "", before: str = "", more: str = ""
) -> dict[str, object]:
    return dict(imported(page(f"{top}{paragraphs()}{more}", after, before, head)).fields)


def meta(name: str, value: str) -> str:
    return f'<meta name="{name}" content="{value}">'


def canonical(path: str) -> str:
    return f'<link rel="canonical" href="https://daily.example{path}">'


def linked_data(*nodes: dict[str, str]) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@graph": nodes})}</script>'


def teasers(form: str) -> str:
    return "".join(form.format(title=f"{OTHER} {n}", day=f"2{n}") for n in range(3))


TIMES = '<article><h3><a href="/o">{title}</a></h3><time class="published" datetime="2025-11-{day}">x</time></article>'
LINES = '<div><p>Published {day} November 2025</p><p><a href="/o">{title}</a></p></div>'


def where(**parts: str) -> dict[str, str]:
    return parts


FOUND = {
    "by address": (where(head=canonical("/2019/03/14/lock/")), "2019-03-14"),
    "by address with hyphens": (where(head=canonical("/news/2019-03-14-lock.html")), "2019-03-14"),
    "by address in eight digits": (where(head=canonical("/news/20190314/lock.html")), "2019-03-14"),
    "below a class of footers": (where(top='<div class="footer"><span class="d-date">03.09.2020</span></div>'), "2020-09-03"),
    "the only date of a theme": (where(top='<time class="entry-date updated" datetime="2022-05-17T06:00:00+00:00">May 17</time>'), "2022-05-17"),
    "in an attribute": (where(top='<span class="date" data-date="2014-02-11T10:00:00Z">long ago</span>'), "2014-02-11"),
    "in a tooltip": (where(top='<abbr class="timeago" title="2014-02-11T10:00:00Z">long ago</abbr>'), "2014-02-11"),
    "in seconds since 1970": (where(top='<time datetime="1392112800000">Feb 11</time>'), "2014-02-11"),
    "year first": (where(top="<div>2022 February 24</div>"), "2022-02-24"),
    "dots and spaces": (where(top="<div>24. 2. 2022</div>"), "2022-02-24"),
    "at the end": (where(more="<p>Published: 9 October 2013</p>"), "2013-10-09"),
    "in one line elsewhere": (where(after="<div><p>Published on 7 June 2019</p></div>"), "2019-06-07"),
    "of two times, the published": (where(top='<div><time datetime="2020-02-02">Updated 2 Feb 2020</time> <time datetime="2019-01-01">Published 1 Jan 2019</time></div>'), "2019-01-01"),
    "of two times, the earlier": (where(top='<div><time datetime="2020-02-02">2 Feb</time> <time datetime="2019-01-01">1 Jan</time></div>'), "2019-01-01"),
    "earlier than a vague statement": (where(top='<p class="date">4 June 2015</p>', head=meta("date", "2020-09-09")), "2015-06-04"),
    "signed below": (where(after='<div class="post-footer">Dieser Beitrag wurde am 14. Dezember 2015 um 14:48 von Ann Lang veröffentlicht und unter Kanäle abgelegt.</div>'), "2015-12-14"),
    "signed below in few words": (where(after='<div class="asset-footer">Von Ann am 03.05.2013, 11:51 | 0 Meinungen</div>'), "2013-05-03"),
    "alone below": (where(more="<h5>23.01.2019</h5>"), "2019-01-23"),
    "with a time below": (where(after="<div>January 13, 2020 at 08:45 AM | subjects: canals</div>"), "2020-01-13"),
    "in brackets before the text": (where(top=f"<p><strong>(18.01.2018) The ferry</strong> stopped. {'It had run for ninety years without a day of rest, in ice and in flood. ' * 3}</p>"), "2018-01-18"),
    "in the script of a page": (where(after='<script>var post = {"id": "7", "pub_date": "2014-12-27T17:10:17Z", "by": "Ann"};</script>'), "2014-12-27"),
    "of a mail": (where(head=linked_data({"@type": "NewsArticle", "headline": TITLE, "datePublished": "Tue Jan 28 15:28:56 CET 2020"})), "2020-01-28"),
    "in Chinese": (where(top="<div>发布日期：2019-03-06 来源：河港报</div>"), "2019-03-06"),
    "beside a hidden change": (where(top='<div>Ann<span class="updated">2019-01-07T17:27:31+02:00</span><span>Juni 19th, 2018</span>|Canals|</div>'), "2018-06-19"),
    "for programs, although of a change by class": (where(top='<div>on <time class="updated" datetime="2014-06-29" pubdate>June 29, 2014</time></div>'), "2014-06-29"),
    "alone rather than what is of a date": (where(top='<p>A statement of the board, 12 June 2019</p><p class="dated">13 June 2019</p>'), "2019-06-13"),
    "not the first article of the data, but its own": (
        where(
            head=canonical("/a")
            + linked_data(
                {"@type": "NewsArticle", "headline": OTHER, "url": "https://daily.example/b", "datePublished": "2025-11-20"},
                {"@type": "NewsArticle", "headline": TITLE, "url": "https://daily.example/a", "datePublished": "2018-04-02"},
            )
        ),
        "2018-04-02",
    ),
    "not that of teasers above": (where(top="<p>12 May 2016</p>", before=teasers(TIMES)), "2016-05-12"),
    **{
        f"in meta {name}": (where(head=meta(name, "2014-02-03")), "2014-02-03")
        for name in ("publication_date", "release_date", "date_published", "cXenseParse:recs:publishtime", "published_at")
    },
}  # fmt: skip

NONE = {
    "a month in the address": where(head=canonical("/2019/03/lock/")),
    "a number in the address": where(head=canonical("/news/12019031455/lock.html")),
    "teasers": where(after=teasers(TIMES)),
    "lines of teasers": where(after=teasers(LINES)),
    "the state of the site": where(after="<div><p>Stand: 27.11.2025</p></div>"),
    "the year of the footer": where(after="<div><p>Copyright 2014 The Institute</p></div>"),
    "a change": where(top="<p>Last updated: 3 March 2021</p>"),
    "a change in meta": where(head=meta("dcterms.modified", "2020-01-01")),
    "an event": where(more="<p>The board meets on 5 June 2022 at the old customs house.</p>"),
    "a comment": where(
        after="<div><b>ferryman</b><time datetime='2016-01-01'>x</time><p>Well said.</p></div>"
    ),
    "the day of the first sentence, in Chinese": where(
        top="<p>2014年8月22日，第三届论坛在北京国家体育场举行，活动吸引了国内众多组织和媒体参加。</p>"
    ),
    "several alone below": where(after="<div>3 May 2013</div><div>4 May 2013</div>"),
    "a day in a table of facts": where(
        more="<table><tr><th>Opened</th><td>3 May 2013</td></tr><tr><th>Length</th><td>4 km</td></tr></table>"
    ),
    "comments": where(
        after='<div class="comments"><div>Posted by Ann on 3 May 2013</div><p>Well said.</p></div>'
    ),
    "several in scripts": where(
        after='<script>[{"published_at": "2014-12-27"}, {"published_at": "2014-12-28"}]</script>'
    ),
    "an event beside the text": where(
        after="<div><span class='date'>5 December 2025</span><p>A walk.</p></div>"
    ),
}


@pytest.mark.parametrize("name", FOUND)
def test_found(name: str) -> None:
    parts, day = FOUND[name]
    assert dated(**parts).get("date") == day


@pytest.mark.parametrize("name", NONE)
def test_none_is_better_than_a_wrong_one(name: str) -> None:
    fields = dated(**NONE[name])
    assert "date" not in fields
    assert fields["status"] == "draft"


def test_without_a_headline_the_top_of_the_page_is_uncertain() -> None:
    markup = f"<html lang='en'><head><title>Daily</title></head><body><div>Monday, 3 May 2021</div><div>{paragraphs()}</div></body></html>"
    found = imported(markup)
    assert found.fields.get("status") == "draft"
    assert any(remark.field == "date" and remark.needs_review for remark in found.remarks)


def test_the_headline_is_found_by_the_title_of_the_window() -> None:
    top = "<div>Monday, 3 May 2021</div><div><span>27 April 2021</span><a href='/o'>" + OTHER + "</a></div>"
    article = f"<div class='t'>{TITLE}</div><div>14 March 2019 10:22</div>{paragraphs()}"
    markup = f"<html lang='en'><head><title>{TITLE} - Daily</title></head><body>{top}<div>{article}</div></body></html>"
    assert imported(markup).fields["date"] == "2019-03-14"


def test_the_address_that_the_headline_links_to() -> None:
    markup = page(paragraphs()).replace(
        f"<h1>{TITLE}</h1>", f"<h2><a href='/blog/2020/01/13/lock/'>{TITLE}</a></h2>"
    )
    assert imported(markup).fields["date"] == "2020-01-13"


@pytest.mark.parametrize(
    "line",
    [
        "Четвер, 24 лютого 2022, 10:15",
        "10:15, 24 лютого 2022",
        "24.02.2022 10:15",
        "лютий 24, 2022",
        "24 февраля 2022 г., 10:15",
        "24 фев. 2022",
        "Opublikowano: 24 lutego 2022, 10:15",
        "24. února 2022 10:15",
        "Donnerstag, 24. Februar 2022, 10.15 Uhr",
        "Publié le 24 février 2022 à 10h15, mis à jour le 25 février 2022",
        "24 de febrero de 2022 10:15",
        "24 de fevereiro de 2022 às 10h15",
        "24 febbraio 2022 alle 10:15",
        "24 Şubat 2022",
        "2022年2月24日",
        "Posted: 02/24/2022",
        "Thursday 24th February 2022",
    ],
)
def test_the_line_below_the_headline(line: str) -> None:
    assert dated(f"<div>{line}</div>").get("date") == "2022-02-24"


def test_a_conflict_is_told() -> None:
    found = imported(page(f'<p class="date">4 June 2015</p>{paragraphs()}', head=meta("date", "2020-09-09")))
    assert any("2015-06-04" in one.message and "2020-09-09" in one.message for one in found.remarks)
