"""No sentence of an article is lost because it begins like furniture; all furniture is reported."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from importing.withheld import SENTENCES, google, libre, web, word

from dossier.importing import Original
from dossier.importing.article import Imported, import_page

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
FIRST, SECOND, THIRD = (f"<p>{sentence}</p>" for sentence in SENTENCES)

KEPT = """\
Previous rounds had ended in silence.
Prev was all that stood on the torn ticket.
Next came the question of the pilots.
Next, the ferries were counted.
Related claims were to be heard by the court of the port.
Related to the mayor by marriage, the captain kept silent.
Recommended by both chambers, the judge was sworn in.
Read the treaty twice, the clerk advised.
Read more slowly, the interpreter begged.
Read also what he left unsaid, she wrote.
Read next to nothing into it, was the advice.
See also Annex 4.
See also the map that is kept in the archive.
More from fear than from conviction, they signed.
More on this was not to be had.
More stories were told that night than anyone could check.
Most popular of all was the ferry to the islands.
Most read the letter standing.
Share prices rose by a fifth.
Share this bread, the old man told them.
Share the burden or leave, the minister said.
Sharing the river was never in question.
Subscribe to this view who will.
Sign up or go home, the sergeants shouted.
Follow us to the bridge, the scouts whispered.
Follow our lead, they wrote to the smaller ports.
Join us in mourning, the notice read.
Support our claim and you shall have the ferries, he promised.
Don't miss the tide, the pilots warned.
You may also ask why nobody went.
You might also call it a truce.
Copyright was not among the matters of the treaty.
Advertisement of the posts began in May.
Sponsored by nobody, the talks limped on.
Comments were not allowed in the hall.
Print was the only trade left in the town.
Tags were sewn on every sack.
Topics of the second day were gas and grain.
Keywords in the cables were blacked out.
Permalink was the name of the ship.
All rights reserved to the port are listed in the annex.
They asked for unlimited access to the docks.
The reading time allowed to each speaker was ten minutes.
Register now or lose your vote, the posters said.
Get the app inspected first, the council demanded.
Download the app and you are counted, it was feared.
Click here to there took an hour by cart.
Skip to the end, the chairman said.
Jump to no conclusion, the report warns.
Listen to this: nobody had been told.
Trending upwards, the toll reached forty.
Latest reports spoke of calm.
Top stories of the house were closed to guests.
Back to top speed, the ferry left.
Photo: nobody was allowed to take one on the steps of the old house.
Recent posts along the river were manned by boys.
Newsletter after newsletter had gone out in vain.
Supported by the smaller states, the motion passed.
Log in one hand, he kept the fire alive.
Print this on your banners, the poet wrote.
“Share this with nobody”, the envoy said.
Copyright 1998 was stamped on every sheet of the map, the judge noted.
E-mail from the mayor arrived at noon.
Related or not, the two men were seen together.
Share what, and with whom?
“Subscribe” was written on the wall.
По теме пошлин стороны не сказали ничего.
За темою мита сторони не сказали нічого.
Подписаться под этим никто не решился.
Реклама висела на каждом доме.
Поделиться хлебом согласились не все.
Следующие переговоры пройдут в мае.
Попередні переговори нічого не дали.
Teilen wollte den Fluss niemand.
Zurück blieb nur der Lotse.
Partager le fleuve ne suffisait pas.
""".splitlines()

FURNITURE = """\
Read more
Read more: Why the pilots stayed at home
Read also: What the council decided
Related articles
Related stories
Related: The bridge that nobody wanted
See also: Ships and their flags
Share this
Share this article
Share this article on Facebook.
Share on Twitter
Sign up for our newsletter
Sign up for our daily newsletter.
Sign up to get our newsletter every morning.
Subscribe
Subscribe now.
Subscribe to our channel.
Follow us on Telegram.
Follow us on Facebook and Twitter to get the latest news first.
Join us on WhatsApp
You may also like
Don't miss
Most read
Most popular stories
More from Harbour News
More stories
Recommended for you
Advertisement
Sponsored content
Leave a comment
12 comments
Listen to this article
Copyright 2021 Harbour News. All rights reserved.
© 2021 Harbour News
Photo: Jane Doe / Agency
Previous article
Next: The second day
Skip to content
We use cookies to improve this site.
Download our app.
Support our journalism
Support our work today.
Click here to subscribe.
Читайте також: Що вирішила рада
Читайте также
Підписуйтесь на наш канал у Telegram.
Реклама
Lesen Sie auch: Was der Rat beschloss
Lire aussi : Ce que le conseil a décidé
""".splitlines()


def imported(body: str, head: str = "", title: str = "Harbour closed") -> Imported:
    return page(web(f"<article><h1>{title}</h1>{body}</article>", head))


def page(markup: str) -> Imported:
    return import_page(Original("page.html", markup.encode()), NOW)


def told(article: Imported) -> str:
    return " ".join(str(remark) for remark in article.remarks if not remark.needs_review)


@pytest.mark.parametrize("sentence", KEPT)
def test_a_sentence_stays_wherever_it_stands(sentence: str) -> None:
    for body in (
        f"{FIRST}{SECOND}<p>{sentence}</p>{THIRD}",
        f"{FIRST}<p>{sentence}</p><p>{sentence}</p>{SECOND}{THIRD}",
        f"<div>{FIRST}</div><div>{SECOND}</div><div><p>{sentence}</p></div><div>{THIRD}</div>",
        f"{FIRST}<section><p>{sentence}</p>{SECOND}</section>{THIRD}",
        f"{FIRST}{SECOND}{THIRD}<p>{sentence}</p>",
        f"{SENTENCES[0]}<br><br>{sentence}<br><br>{SENTENCES[1]}<br><br>{SENTENCES[2]}",
        f"{FIRST}<blockquote><p>{sentence}</p></blockquote>{SECOND}{THIRD}",
    ):
        article = imported(body)
        assert sentence in article.body
        assert told(article) == ""


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_goes_and_is_told(line: str) -> None:
    label, sign, rest = line.partition(": ")
    linked = f"{label}{sign}<a href='/2'>{rest}</a>" if rest and "Photo" not in line else line
    for body in (
        f"{FIRST}{SECOND}<p>{linked}</p>{THIRD}",
        f"{FIRST}{SECOND}{THIRD}<p>{line}</p>",
        f"{FIRST}{SECOND}<p><strong>{line}</strong></p>{THIRD}",
    ):
        article = imported(body)
        assert line not in article.body
        assert line[:40] in told(article)
        for sentence in SENTENCES:
            assert sentence in article.body


@pytest.mark.parametrize(
    "heading",
    ["Next steps", "Previous agreements", "Related agreements", "Recommended measures", "Share of the vote",
     "Most popular candidates", "Comments by the parties", "More from less", "Trending upwards", "Topics of the day"],
)  # fmt: skip
def test_a_heading_and_its_section_stay(heading: str) -> None:
    for body in (
        f"{FIRST}<h2>{heading}</h2>{SECOND}{THIRD}",
        f"{FIRST}<section><h2>{heading}</h2>{SECOND}</section>{THIRD}",
        f"{FIRST}<div><p><strong>{heading}</strong></p>{SECOND}</div>{THIRD}",
    ):
        article = imported(body)
        assert heading in article.body
        assert all(sentence in article.body for sentence in SENTENCES)


@pytest.mark.parametrize(
    "item", ["Related parties", "Next of kin", "Share capital", "Sponsored seats", "Comments in writing"]
)
def test_short_items_and_cells_stay(item: str) -> None:
    listed = f"{FIRST}{SECOND}<ul><li>{item}</li><li>Observers</li></ul>{THIRD}"
    assert f"- {item}\n- Observers" in imported(listed).body
    cells = f"{FIRST}{SECOND}<table><tr><th>{item}</th><th>Number</th></tr><tr><td>Vienna</td><td>3</td></tr></table>{THIRD}"
    assert f"| {item} | Number |" in imported(cells).body


@pytest.mark.parametrize("word", ["Next", "Tags", "Comments", "Share", "Print", "Related"])
def test_cells_of_data_are_no_furniture(word: str) -> None:
    cells = f"<table><tr><th>Sign</th><th>Number</th></tr><tr><td>{word}</td><td>3</td></tr></table>"
    assert f"| {word} | 3 |" in imported(f"{FIRST}{SECOND}{cells}{THIRD}").body


def test_lines_of_a_verse_are_judged_one_by_one() -> None:
    verse = "Read more than they could write,<br>share what they had to share,<br>and sail."
    assert "share what they had to share" in imported(f"{FIRST}<p>{verse}</p>{SECOND}{THIRD}").body


def test_a_list_of_links_that_the_text_announces_stays() -> None:
    links = "<ul><li><a href='/1'>Protocol of May</a></li><li><a href='/2'>Annex of June</a></li></ul>"
    assert "Protocol of May" in imported(f"{FIRST}<p>The papers of the day:</p>{links}{SECOND}{THIRD}").body
    article = imported(f"{FIRST}<p>Read more:</p>{links}{SECOND}{THIRD}")
    assert "Protocol of May" not in article.body
    assert "Protocol of May" in told(article)


def test_a_list_of_buttons_goes() -> None:
    article = imported(f"{FIRST}{SECOND}<ul><li>Share</li><li>Print</li><li>E-mail</li></ul>{THIRD}")
    assert "Print" not in article.body
    assert "Print" in told(article)


@pytest.mark.parametrize(
    "address",
    ["https://other.example/text", "/documents/text.pdf", "text.html", "https://daily.example/text"],
)
def test_a_paragraph_that_is_a_link_stays(address: str) -> None:
    head = '<link rel="canonical" href="https://daily.example/1">'
    link = f'<p><a href="{address}">The text of the accord</a></p>'
    for body in (
        f"{FIRST}{link}{SECOND}{THIRD}",
        f"{FIRST}{link}{link.replace('text of', 'map of')}{SECOND}{THIRD}",
        f"{FIRST}{SECOND}{THIRD}{link}",
    ):
        assert "[The text of the accord](https://" in imported(body, head).body


def test_links_to_other_pages_at_the_end_go_and_are_told() -> None:
    links = "".join(f'<div><a href="/{n}">Another story of the port, number {n}</a></div>' for n in range(12))
    article = imported(
        f"{FIRST}{SECOND}{THIRD}{links}", '<link rel="canonical" href="https://daily.example/1">'
    )
    assert "number 3" not in article.body
    assert "number 3" in told(article)
    assert "and 4 more" in told(article)


@pytest.mark.parametrize(
    "line",
    ["The talks began at 10:30 on 16 June 2021.", "Released on 16 June 2021, the crews went home.", "Issued at Vienna in two copies on 16 June 2021.",
     "Date palms were planted on 16 June 2021."],
)  # fmt: skip
def test_a_sentence_with_a_date_is_no_dateline(line: str) -> None:
    assert line in imported(f"<p>{line}</p>{FIRST}{SECOND}{THIRD}").body
    assert line in imported(f"{FIRST}{SECOND}{THIRD}<p>{line}</p>").body


@pytest.mark.parametrize(
    "line", ["Published 10:30, 16 June 2021", "Published: 16 June 2021", "Updated 16 June 2021 at 11:15"]
)
def test_a_dateline_goes(line: str) -> None:
    assert line not in imported(f"<p>{line}</p>{FIRST}{SECOND}{THIRD}").body


@pytest.mark.parametrize(
    "title",
    ["How <b> works", "Why <script> was banned", "a < b and b > c", "The <title> of things", "<i>Never</i> again", "R&amp;D and its cost"],
)  # fmt: skip
@pytest.mark.parametrize("head", ["", "<meta property='og:title' content='{}'>"])
def test_a_headline_keeps_what_looks_like_markup(title: str, head: str) -> None:
    escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    article = imported(FIRST + SECOND + THIRD, head.format(escaped), escaped)
    wanted = "Why was banned" if "script" in title else title
    assert article.fields["title"] == wanted


def test_markup_in_the_data_of_a_page_is_none_of_the_title() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "<i>Harbour</i> &amp; port"}</script>'
    assert page(web(FIRST + SECOND + THIRD, data)).fields["title"] == "Harbour & port"


@pytest.mark.parametrize("write", [google, word, libre], ids=["Google", "Word", "LibreOffice"])
@pytest.mark.parametrize("window", ["Harbour closed", "draft-3 final", ""])
def test_the_title_of_a_document_is_its_title(write: object, window: str) -> None:
    sections = f"<h1>Background</h1>{FIRST}<h1>What is to come</h1>{SECOND}"
    markup = write(sections).replace("<title>Harbour closed</title>", f"<title>{window}</title>")  # type: ignore[operator]
    article = page(markup)
    assert article.fields["title"] == "Harbour closed"
    assert "Harbour closed" not in article.body
    assert re.findall(r"^## .*", article.body, re.MULTILINE) == ["## Background", "## What is to come"]


def test_the_name_of_a_site_is_no_headline() -> None:
    article = page(
        web(
            f"<header><h1>Harbour News</h1></header><div><h1>Pilots stay at home</h1>{FIRST}{SECOND}{THIRD}</div>"
        )
    )
    assert article.fields["title"] == "Pilots stay at home"
