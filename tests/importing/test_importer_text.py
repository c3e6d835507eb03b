"""The text of an article, told from teasers, captions, comments and calls by form, by vote and by JSON-LD."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from dossier.importing import Original
from dossier.importing.article import Imported, import_page

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
#: Six paragraphs of an article.
PARAGRAPHS = (
    "The dyke board closed the upper lock on Monday, and the barges that had waited since the spring were sent back to the lower harbour. Nobody on the board would say for how long.",
    "Engineers had found that two of the gates no longer met in the middle, so that the water of the canal ran into the meadows whenever the wind stood in the west for more than a day.",
    "The repair will cost more than the province has set aside for all of its locks, and the treasurer warned that the money could not be found before the next budget.",
    "In the villages along the canal the news was taken calmly. Most of the trade had moved to the road years ago, and the last of the grain boats was sold in the winter.",
    "Only the ferrymen complained, because the passengers who change boats at the lock are the ones who still pay the full fare, and there are fewer of them every year.",
    "A second opinion is to be heard in May, although the board has already said that it would not change what had been decided.",
)  # fmt: skip
TEASER = "Wool prices fell for the third week in a row, and the market in the old town stayed nearly empty."
TITLE = "Board closes the upper lock"


def paragraphs(texts: tuple[str, ...] = PARAGRAPHS) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(article: str, after: str = "", before: str = "", head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title>{head}</head><body>'
        f'<div class="w">{before}<div class="c"><h1>{TITLE}</h1>{article}</div>{after}</div></body></html>'
    )


def imported(markup: str) -> Imported:
    return import_page(Original("page.html", markup.encode(), "", "text/html", "utf-8"), NOW, kind="html")


def plain(markup: str) -> list[str]:
    return imported(markup).body.split("\n\n")


def linked_data(**fields: str) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, **fields}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def card(number: int, form: str) -> str:
    return form.format(link=f"/n{number}", words=f"Market number {number} closes early", text=TEASER)


FORMS = {
    "wrapped in a link": '<a href="{link}"><h3>{words}</h3><p>{text}</p></a>',
    "wrapped, without a heading": '<a href="{link}"><p>{words}</p><p>{text}</p></a>',
    "below a linked headline": '<div><h3><a href="{link}">{words}</a></h3><p>{text}</p></div>',
    "below a subject": '<div><span>Trade</span><h4><a href="{link}">{words}</a></h4><p>{text}</p></div>',
    "items": '<li><a href="{link}">{words}</a><br>{text}</li>',
    "paragraphs": '<p><a href="{link}">{words}</a><br>{text}</p>',
    "with a date": '<div><p>27 Nov 2026</p><a href="{link}">{words}</a><p>{text}</p></div>',
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("place", ["after", "inside"])
def test_teasers_in_whole_sentences_go(form: str, place: str) -> None:
    cards = "".join(card(number, FORMS[form]) for number in range(4))
    row = f"<ul>{cards}</ul>" if form == "items" else f"<div>{cards}</div>"
    text = paragraphs()
    inside = f"{paragraphs(PARAGRAPHS[:3])}{row}{paragraphs(PARAGRAPHS[3:])}"
    assert plain(page(text, after=row) if place == "after" else page(inside)) == list(PARAGRAPHS)


def test_what_a_page_lists_stays_if_it_is_all_there_is() -> None:
    rows = "".join(
        f"<div><h3><a href='https://other{n}.example/'>{text[:40]}</a></h3><p>{text}</p></div>"
        for n, text in enumerate(PARAGRAPHS)
    )
    body = imported(page(rows)).body
    assert all(text in body for text in PARAGRAPHS)


@pytest.mark.parametrize(
    "box",
    [
        '<div><img src="a.jpg"><p>The lock seen from the north.</p></div>',
        '<div><a href="#"><img src="a.jpg"></a><p>The lock seen from the north.</p></div>',
        '<div><picture><img src="a.jpg"></picture><span>The lock seen from the north.</span></div>',
        '<table><tr><td><img src="a.jpg"></td></tr><tr><td>The lock seen from the north.</td></tr></table>',
    ],
)
def test_a_caption_goes_with_its_picture(box: str) -> None:
    text = f"{paragraphs(PARAGRAPHS[:2])}{box}{paragraphs(PARAGRAPHS[2:])}"
    assert plain(page(text)) == list(PARAGRAPHS)


def test_the_captions_of_a_story_in_pictures_stay() -> None:
    boxes = "".join(f'<div><img src="{n}.jpg"><p>{text}</p></div>' for n, text in enumerate(PARAGRAPHS))
    assert plain(page(boxes)) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "heading", ["3 comments", "Kommentare (2)", "Comentarios", "Коментарі", "Commentaires"]
)
def test_comments_go(heading: str) -> None:
    comments = (
        f"<div><h3>{heading}</h3><div><b>ferryman</b><p>{TEASER}</p></div><p>{TEASER} Really.</p></div>"
    )
    assert plain(page(paragraphs(), after=comments)) == list(PARAGRAPHS)


@pytest.mark.parametrize("name", ["reactions-kommentare", "articleComments", "commentaires", "comentarios"])
def test_comments_go_by_their_class(name: str) -> None:
    comments = f'<div class="{name}"><div>ferryman</div><p>{TEASER}</p><p>{TEASER} Really.</p></div>'
    assert plain(page(paragraphs(), after=comments)) == list(PARAGRAPHS)


def test_what_stands_in_the_midst_of_the_text_stays() -> None:
    between = (
        "<h2>What broke</h2><p>Two gates.</p>"
        "<ul><li>the north gate</li><li>the south gate</li></ul>"
        "<blockquote>It cannot wait.</blockquote>"
        "<table><tr><th>Gate</th><th>Gap</th></tr><tr><td>North</td><td>4</td></tr></table>"
    )
    shown = plain(page(f"{paragraphs(PARAGRAPHS[:3])}{between}{paragraphs(PARAGRAPHS[3:])}"))
    assert shown[3:-3] == [
        "## What broke",
        "Two gates.",
        "- the north gate\n- the south gate",
        "> It cannot wait.",
        "| Gate | Gap |\n| --- | --- |\n| North | 4 |",
    ]


def test_a_table_beside_the_text_goes() -> None:
    record = "<div><dl><dt>Version</dt><dd>2.0</dd></dl><table><tr><th>Title</th><th>Version</th></tr><tr><td>Lock</td><td>2.0</td></tr></table></div>"
    assert "Version" not in imported(page(paragraphs(), after=record)).body


def test_what_stands_above_the_headline_goes() -> None:
    slides = "".join(f"<div>0{n}.10.2026</div><div>{TEASER} Slide {n}.</div>" for n in range(4))
    assert plain(page(paragraphs(), before=f"<div>{slides}</div>")) == list(PARAGRAPHS)


CALL = "The editors of this paper work for you every day, and they thank all of those who make their work possible."


def test_what_the_text_for_search_engines_passes_over_goes_and_is_told() -> None:
    text = f"{paragraphs(PARAGRAPHS[:3])}<p>{CALL}</p>{paragraphs(PARAGRAPHS[3:])}<p>{CALL} Thank you.</p>"
    found = imported(page(text, head=linked_data(articleBody="\n".join(PARAGRAPHS))))
    assert found.body.split("\n\n") == list(PARAGRAPHS)
    assert any("The editors of this paper" in remark.message for remark in found.remarks)


def test_a_text_for_search_engines_that_ends_early_takes_nothing_away() -> None:
    short = "\n".join(PARAGRAPHS[:5]) + PARAGRAPHS[5][:20]
    assert plain(page(paragraphs(), head=linked_data(articleBody=short))) == list(PARAGRAPHS)


def test_a_page_without_text_takes_the_one_for_search_engines_and_says_so() -> None:
    head = linked_data(articleBody="<p>" + "</p><p>".join(PARAGRAPHS) + "</p>")
    found = imported(
        f'<html lang="en"><head><title>{TITLE}</title>{head}</head><body><div></div></body></html>'
    )
    assert found.body.split("\n\n") == list(PARAGRAPHS)
    assert found.fields["status"] == "draft"
    assert any("search engines" in remark.message for remark in found.remarks)


@pytest.mark.parametrize(
    ("around", "about"),
    [
        ("<p><a href='/in'>Already a subscriber? Log in to read.</a></p>", "subscription"),
        ("<div>Please enable JavaScript to see the weather.</div>", "JavaScript"),
    ],
)
def test_a_short_article_is_not_taken_for_a_wall(around: str, about: str) -> None:
    short = ("The lock is closed.", "The board met on Monday.", "It meets again in May.")
    found = imported(page(paragraphs(short), before=around))
    assert found.body.split("\n\n") == list(short)
    assert any(about in remark.message for remark in found.remarks)


def test_one_sentence_can_be_an_article() -> None:
    sentence = "The upper lock stays closed until the board has heard the second opinion."
    assert plain(page(f"<p>{sentence}</p>", before="<ul><li><a href='/'>Home</a></li></ul>")) == [sentence]


@pytest.mark.parametrize(
    "name", ["Report-Section Section--Ads", "content-tags", "shareContent", "post-rating"]
)
def test_a_name_does_not_take_away_a_part_of_the_text(name: str) -> None:
    parts = "".join(f'<div class="{name}">{paragraphs(PARAGRAPHS[n : n + 3])}</div>' for n in (0, 3))
    assert plain(page(parts)) == list(PARAGRAPHS)


def test_the_same_name_takes_away_a_short_call() -> None:
    call = '<div class="ads-box"><p>Buy two lamps and get one free until Sunday evening.</p></div>'
    text = f"{paragraphs(PARAGRAPHS[:3])}{call}{paragraphs(PARAGRAPHS[3:])}"
    assert plain(page(text)) == list(PARAGRAPHS)


def test_paragraphs_above_a_headline_in_their_midst_stay() -> None:
    text = f"{paragraphs(PARAGRAPHS[:2])}<h1>{TITLE}</h1>{paragraphs(PARAGRAPHS[2:])}"
    markup = f'<html lang="en"><head><title>{TITLE}</title></head><body><div>{text}</div></body></html>'
    assert [text for text in plain(markup) if text != f"# {TITLE}"] == list(PARAGRAPHS)


def test_a_lead_in_bold_outside_the_box_of_the_text_stays() -> None:
    lead = "The board has shut the lock for good, say those who know it."
    markup = (
        f'<html lang="en"><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>'
        f'<div class="intro"><strong>{lead}</strong></div><div>{paragraphs()}</div></body></html>'
    )
    assert plain(markup) == [f"**{lead}**", *PARAGRAPHS]


def test_a_tree_of_years_and_months_goes() -> None:
    years = "".join(
        f"<ul><li><a href='#'>►</a> <a href='/{year}'>{year}</a> <span>({year - 2000})</span>"
        f"<ul><li><a href='/{year}/m'>May</a> <span>(3)</span></li></ul></li></ul>"
        for year in range(2010, 2016)
    )
    assert plain(page(paragraphs(), after=f"<div><h2>Archive</h2>{years}</div>")) == list(PARAGRAPHS)


def test_links_to_share_the_page_go() -> None:
    shares = "".join(
        f'<li><a href="https://{site}/save?url=https%3A%2F%2Fdaily.example%2Fa">{site}</a></li>'
        for site in ("getpocket.com", "www.xing.com", "www.tumblr.com")
    )
    head = '<link rel="canonical" href="https://daily.example/a">'
    assert plain(page(f"{paragraphs()}<ul>{shares}</ul>", head=head)) == list(PARAGRAPHS)


#: Three sentences without spaces: a lock is closed, ships turned back; two gates no longer meet; the repair is dear.
CHINESE = (
    "堤防委员会星期一关闭了上游船闸，从春天起一直等候的驳船被送回下游港口。委员会没有人愿意说明要关闭多久。",
    "工程师发现两扇闸门已经不能在中间合拢，因此只要西风刮上一天，运河的水就会流进草地。",
    "修理的费用超过全省为所有船闸准备的款项，财务主管警告说，在下一个预算之前找不到这笔钱。",
)  # fmt: skip


@pytest.mark.parametrize("length", [1, 2, 3])
def test_a_text_without_spaces(length: int) -> None:
    menu = "<ul><li><a href='/'>首页</a></li><li><a href='/n'>新闻</a></li></ul>"
    title = "上游船闸关闭"
    markup = (
        f'<html lang="zh"><head><title>{title}</title></head><body>{menu}<div><h1>{title}</h1>'
        f"<p>2016-05-04 11:10 来源：河港报</p>{paragraphs(CHINESE[:length])}</div>"
        "<div><h3>热门评论</h3></div></body></html>"
    )
    found = imported(markup)
    assert found.body.split("\n\n")[-length:] == list(CHINESE[:length])
    assert "首页" not in found.body
    assert "评论" not in found.body
    assert found.fields["date"] == "2016-05-04"


def test_a_poem_is_a_text_to_look_at() -> None:
    verses = [
        f"Over the lock the gulls go {n} times round<br>and the water keeps its counsel" for n in "abcde"
    ]
    found = imported(page(paragraphs(tuple(verses))))
    assert found.body.count("the water keeps its counsel") == len(verses)
    assert found.fields["status"] == "draft"
    assert any("no sentence ends" in remark.message for remark in found.remarks)


def test_much_hidden_text_without_a_full_stop_is_read_once() -> None:
    # Reading it again from each word takes minutes.
    hidden = f'<div style="display:none">{"word " * 200_000}</div>'
    assert plain(page(paragraphs(), after=hidden)) == list(PARAGRAPHS)
