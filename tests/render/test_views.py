from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from dossier.pipeline import Dossier
from dossier.render import Rendered, Renderer, generated_pages, possible_pages, year_pages
from dossier.render.dates import date_words
from dossier.render.export import Site

WriteFiles = Callable[[str], Path]
DOSSIER = """
-- sources.yaml --
- {id: pa-x, type: dataset, title: Peace Agreements Database, URL: "https://www.peaceagreements.org/"}
-- people/petro-poroshenko.md --
---
title: Petro Poroshenko
positions: [{position: president-of-ukraine, from: 2014-06-07, to: 2019-05-20}]
---
-- people/oleksandr-turchynov.md --
---
title: Oleksandr Turchynov
positions: [{position: president-of-ukraine, from: 2014-02-23, to: 2014-06-07, acting: true, note: by vote}]
---
-- people/volodymyr-zelensky.md --
---
title: Volodymyr Zelensky
positions: [{position: president-of-ukraine, from: 2019-05-20, sources: [pa-x]}]
---
-- people/leonid-kuchma.md --
---
title: Leonid Kuchma
born: 1938-08-09
---
-- positions/president-of-ukraine.md --
---
title: President of Ukraine
---
-- places/ukraine.md --
---
title: Ukraine
coordinates: [49, -31.5]
---
-- organisations/osce.md --
---
title: OSCE
---
-- agreements/minsk-protocol.md --
---
title: Minsk Protocol
aliases: [{text: Минский протокол, lang: ru}]
signed:
  - {value: 2014-09-05, sources: [own]}
  - {value: 2014-09-01, sources: [pa-x], note: {uk: як у базі}}
signatories:
  - {person: leonid-kuchma, for: ukraine, capacity: second president of Ukraine, note: as the text has it}
parties: [ukraine]
third_parties: [{ref: osce, role: mediator}]
languages: [ru, uk]
sources:
  - {id: own, title: Protocol, author: [{family: Tagliavini, given: Heidi}], issued: 2014-09-05}
---
-- agreements/minsk-ii.md --
---
title: Minsk II
relations: [{type: implements, target: minsk-protocol, note: by its preamble}]
provisions:
  - {number: "1", title: Ceasefire, text: At once., tracking: [{date: 2015-02-15, state: broken, by: osce}]}
  - {id: heavy-weapons, title: Withdrawal}
---
-- articles/an-article.md --
---
title: An article
date: 2021-12-08
publisher: The Paper
authors: [A. Author]
dateline: Kyiv
summary: A summary.
rights: {en: CC BY}
url: https://www.example.org/a
people: [petro-poroshenko]
---
Leonid Kuchma signed the Minsk Protocol in September 2014. Kuchma left.
"""


def rendered(folder: Path, *codes: str) -> tuple[Dossier, Renderer]:
    """A dossier that is read and what renders it; the findings have these codes."""
    dossier = Dossier.load(folder)
    assert [finding.code for finding in dossier.findings] == list(codes)
    for item in dossier.registry.items.values():
        dossier.read(item)
    return dossier, dossier.renderer(Site("A dossier", "", same_address))


def same_address(path: str) -> str:
    return path


def page_of(folder: Path, name: str, *codes: str) -> BeautifulSoup:
    dossier, renderer = rendered(folder, *codes)
    return soup(renderer.item(dossier.registry[name], same_address))


def soup(page: Rendered) -> BeautifulSoup:
    return BeautifulSoup(page.before + page.after, "html.parser")


def text(element: Tag | None) -> str:
    assert element is not None
    return " ".join(element.get_text(" ").split())


def section(page: BeautifulSoup, heading: str) -> Tag:
    """What follows a heading: a table or a list."""
    found = next(each for each in page.select("h2") if each.text == heading)
    following = found.find_next(["table", "dl", "ol", "ul", "div"])
    assert isinstance(following, Tag)
    return following


def beside(page: BeautifulSoup, label: str) -> list[str]:
    """What the column beside an article lists under a label."""
    head = next(each for each in page.select(".dossier-side h3") if each.text == label)
    following = head.find_next("ul")
    assert isinstance(following, Tag)
    return [text(item) for item in following.select("li")]


def relations(page: BeautifulSoup) -> list[list[str]]:
    """The rows of the table of relations."""
    rows = page.select("table.dossier-relations tbody tr")
    return [[text(cell) for cell in row.select("th, td")] for row in rows]


def fact(page: BeautifulSoup, label: str) -> list[str]:
    """What the facts say under a label."""
    term = next(each for each in page.select("dt") if each.text == label)
    values = []
    for sibling in term.find_next_siblings():
        if sibling.name != "dd":
            break
        values.append(text(sibling))
    return values


def test_competing_statements_stand_beside_each_other_with_their_sources(write_files: WriteFiles) -> None:
    page = page_of(write_files(DOSSIER), "minsk-protocol")
    assert fact(page, "Signed") == ["5 September 2014 [ 1 ]", "1 September 2014 [ 2 ] як у базі"]
    assert page.select_one('dd [lang="uk"]') is not None
    sources = [item.get_text() for item in section(page, "Sources").select("li")]
    assert sources == [
        "Heidi Tagliavini. Protocol. 5 September 2014.",
        "Peace Agreements Database. https://www.peaceagreements.org/",
    ]
    cited = [str(link["href"]) for link in page.select("sup a")]
    assert [page.find(id=href.removeprefix("#")) is not None for href in cited] == [True] * len(cited)


def test_signatories_are_shown_with_for_and_capacity(write_files: WriteFiles) -> None:
    table = section(page_of(write_files(DOSSIER), "minsk-protocol"), "Signatories")
    assert [text(cell) for cell in table.select("th")] == ["Signatory", "For", "In the capacity of"]
    assert [text(cell) for cell in table.select("td")] == [
        "Leonid Kuchma as the text has it", "Ukraine", "second president of Ukraine",
    ]  # fmt: skip


def test_parties_stand_apart_from_third_parties(write_files: WriteFiles) -> None:
    page = page_of(write_files(DOSSIER), "minsk-protocol")
    assert "Ukraine" in text(section(page, "Parties"))
    assert "OSCE" not in text(section(page, "Parties"))
    assert "OSCE mediator" in text(section(page, "Third parties"))
    assert "Ukraine" not in text(section(page, "Third parties"))


def test_relations_are_shown_in_both_directions(write_files: WriteFiles) -> None:
    folder = write_files(DOSSIER)
    assert relations(page_of(folder, "minsk-ii")) == [["Minsk Protocol", "implements by its preamble", ""]]
    assert ["Minsk II", "implemented by", ""] in relations(page_of(folder, "minsk-protocol"))
    (signed,) = relations(page_of(folder, "leonid-kuchma"))
    assert signed[:2] == ["Minsk Protocol", "signed"]


def test_each_provision_has_its_anchor(write_files: WriteFiles) -> None:
    page = page_of(write_files(DOSSIER), "minsk-ii")
    first, second = page.select("ol.dossier-sections > li")
    assert (first["id"], second["id"]) == ("point-1", "heavy-weapons")
    assert [str(item.a["href"]) for item in (first, second) if item.a] == ["#point-1", "#heavy-weapons"]
    for words in ("1 Ceasefire", "At once.", "Fulfilment", "15 February 2015", "broken", "OSCE"):
        assert words in text(first)
    assert text(second) == "2 Withdrawal"


def test_anchors_of_provisions_are_unique(write_files: WriteFiles) -> None:
    page = page_of(
        write_files("""
-- agreements/a.md --
---
title: A
provisions:
  - {number: "1", title: One}
  - {number: "1", title: One of another part}
  - {id: section-provisions, title: Named as a heading}
  - {id: two words, title: Two words}
---
"""),
        "a",
        "reserved-id",
    )
    ids = [str(element["id"]) for element in page.select("[id]")]
    assert ids == ["section-provisions", "point-1", "point-1-2", "point-section-provisions", "two-words"]


def test_the_holders_of_a_position_come_in_order(write_files: WriteFiles) -> None:
    table = section(page_of(write_files(DOSSIER), "president-of-ukraine"), "Holders")
    assert [[text(cell) for cell in row.select("td")] for row in table.select("tbody tr")] == [
        ["Oleksandr Turchynov acting by vote", "23 February 2014", "7 June 2014", ""],
        ["Petro Poroshenko", "7 June 2014", "20 May 2019", ""],
        ["Volodymyr Zelensky [ 1 ]", "20 May 2019", "", ""],
    ]
    bars = [
        [(bar["x"], bar["width"]) for bar in row.select("rect.dossier-surely")]
        for row in table.select("tbody tr")
    ]
    assert bars == [[("0.0%", "3.7%")], [("3.7%", "63.6%")], [("67.2%", "32.8%")]]


def test_mentions_are_quoted_with_a_way_to_the_place(write_files: WriteFiles) -> None:
    mentions = section(page_of(write_files(DOSSIER), "leonid-kuchma"), "Mentioned in")
    links = mentions.select("li a")
    assert [link["href"] for link in links] == [
        "articles/an-article.md#mention-1", "articles/an-article.md#mention-4",
    ]  # fmt: skip
    assert [[mark.text for mark in link.select("mark")] for link in links] == [["Leonid Kuchma"], ["Kuchma"]]
    assert "8 December 2021" in text(mentions)
    assert "The Paper" in text(mentions)


def test_an_article_shows_its_record_and_what_it_mentions(write_files: WriteFiles) -> None:
    page = page_of(write_files(DOSSIER), "an-article")
    head = text(page.select_one(".dossier-byline"))
    for words in ("8 December 2021", "The Paper", "A. Author", "Kyiv"):
        assert words in head
    assert fact(page, "Original") == ["example.org"]
    assert beside(page, "People") == ["Leonid Kuchma 2", "Petro Poroshenko"]
    assert beside(page, "Agreements") == ["Minsk Protocol"]
    assert beside(page, "Dates") == ["September 2014"]


def test_values_are_shown_in_words(write_files: WriteFiles) -> None:
    folder = write_files(DOSSIER)
    assert fact(page_of(folder, "ukraine"), "Coordinates") == ["49° N, 31.5° W"]
    protocol = page_of(folder, "minsk-protocol")
    assert fact(protocol, "Languages of the text") == ["Russian", "Ukrainian"]
    assert protocol.select_one('dd [lang="ru"]') is not None


def test_a_year_page_tells_day_by_day_what_is_stated_and_what_is_mentioned(write_files: WriteFiles) -> None:
    _, renderer = rendered(write_files(DOSSIER))
    page = soup(renderer.year(2014, same_address))
    assert [(each.name, each["id"], each.text) for each in page.select("h2[id], h3[id]")] == [
        ("h2", "2014-02", "February 2014"),
        ("h3", "2014-02-23", "23 February 2014"),
        ("h2", "2014-06", "June 2014"),
        ("h3", "2014-06-07", "7 June 2014"),
        ("h2", "2014-09", "September 2014"),
        ("h3", "2014-09-01", "1 September 2014"),
        ("h3", "2014-09-05", "5 September 2014"),
    ]
    (quoting,) = page.select(".dossier-spoken-of")
    assert "September 2014" in [mark.text for mark in quoting.select("mark")]
    assert "Oleksandr Turchynov took office: President of Ukraine" in text(page)
    years = [str(link["href"]) for link in page.select(".dossier-year-nav a")]
    assert years == ["timeline/1938.md", "timeline/index.md", "timeline/2019.md"]


def test_index_pages_list_every_item_of_a_type(write_files: WriteFiles) -> None:
    _, renderer = rendered(write_files(DOSSIER))
    people = soup(renderer.type_index("person", same_address))
    assert [link.text for link in people.select("a.dossier-link")] == [
        "Leonid Kuchma", "Petro Poroshenko", "Oleksandr Turchynov", "Volodymyr Zelensky",
    ]  # fmt: skip
    assert [heading.text for heading in people.select("h2")] == ["K", "P", "T", "Z"]
    home = soup(renderer.home(same_address))
    assert "4 people" in text(home)
    assert "An article" in text(home)


def test_a_plain_page_gets_nothing(write_files: WriteFiles) -> None:
    dossier, renderer = rendered(write_files("-- about.md --\nText.\n"))
    assert renderer.item(dossier.registry["about"], same_address) == Rendered()


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}"]
)
def test_no_text_of_front_matter_ever_becomes_a_tag(write_files: WriteFiles, hostile: str) -> None:
    quoted = "'" + hostile + "'"
    folder = write_files(f"""
-- people/a.md --
---
title: {quoted}
aliases: [{quoted}, {{text: {quoted}, lang: ru}}]
summary: {{en: {quoted}, uk: {quoted}}}
description: {quoted}
tags: [{quoted}]
same_as: [wikidata:Q1]
image: {{file: 'a.png', alt: {quoted}, author: {quoted}, licence: {quoted}}}
born: {{value: 1952, note: {quoted}, sources: [s]}}
positions: [{{position: b, note: {quoted}, sources: [s]}}]
sources:
  - {{id: s, title: {quoted}, author: {quoted}, publisher: {quoted}, genre: {quoted}, number: {quoted}}}
  - {{title: {quoted}, author: [{{family: {quoted}, given: {quoted}}}], container-title: {quoted}}}
---
-- a.png --
-- positions/b.md --
---
title: {quoted}
terms: [{quoted}]
excludes: [{quoted}]
---
-- places/p.md --
---
title: {quoted}
kind: {quoted}
names: [{{name: {quoted}, from: 1991}}]
---
-- agreements/c.md --
---
title: {quoted}
long_title: {quoted}
kind: {quoted}
stage: {quoted}
state: [{{value: {quoted}, note: {quoted}}}]
signatories: [{{person: a, capacity: {quoted}, note: {quoted}}}]
parties: [{{ref: p, by: {quoted}}}]
third_parties: [{{ref: p, role: {quoted}}}]
relations: [{{type: amends, target: c, note: {quoted}}}]
provisions: [{{id: {quoted}, number: {quoted}, title: {quoted}, text: {quoted}, note: {quoted},
  tracking: [{{state: {quoted}, source: {{title: {quoted}}}}}]}}]
---
-- articles/d.md --
---
title: {quoted}
date: 2021-12-08
dateline: {{place: {quoted}}}
authors: [{quoted}]
publisher: {quoted}
rights: {quoted}
people: [a]
agreements: [c]
---
See [[a]] and [[c]] in June 2021.
""")
    dossier, renderer = rendered(folder)
    pages = [renderer.item(item, same_address) for item in dossier.registry.items.values()]
    pages += [renderer.type_index(spec.type, same_address) for spec in dossier.registry.schema.entity_types]
    pages += [renderer.year(year, same_address) for year in sorted(renderer.years)]
    pages += [renderer.home(same_address), renderer.overview(same_address)]
    for page in pages:
        html = page.before + page.after
        assert "<script" not in html
        assert "<img src=x" not in html
        parsed = BeautifulSoup(html, "html.parser")
        assert not parsed.select("script, [onerror]")
        assert "49" not in parsed.get_text()
    assert hostile in soup(pages[0]).get_text()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2021-06-16", "16 June 2021"),
        ("2021-06", "June 2021"),
        ("2021", "2021"),
        ("0070", "70"),
        ("2014-09-05/2014-09-19", "5–19 September 2014"),
        ("2014-09/2015-02", "September 2014 to February 2015"),
        ("2014-12-30/2015-01-02", "30 December 2014 to 2 January 2015"),
        ("../2014", "until 2014"),
        ("2014/..", "from 2014"),
        ("2015~", "about 2015"),
        ("2015?", "2015 (uncertain)"),
        ("2015-02%", "about February 2015 (uncertain)"),
        ("2021-11-2X", "20–29 November 2021"),
        ("2021-11-0X", "1–9 November 2021"),
        ("2021-XX", "2021"),
        ("2021-24", "Winter 2021"),
        ("2021-33", "First quarter of 2021"),
        ("2022-40", "First half of 2022"),
        ("199X", "1990s"),
        ("18XX", "19th century"),
        ("20XX", "21st century"),
        ("-0043", "44 BC"),
        ("[2014,2015]", "2014 or 2015"),
        ("2021-12-07T10:00", "7 December 2021"),
    ],
)
def test_dates_in_words(value: str, words: str) -> None:
    assert date_words(value) == words


def test_the_pages_that_a_dossier_may_have_are_known_from_its_types(write_files: WriteFiles) -> None:
    dossier, renderer = rendered(write_files(DOSSIER))
    made = {page.path for page in (*generated_pages(dossier.registry), *year_pages(renderer.years))}
    assert "people/index.md" in made
    assert made - set(possible_pages(dossier.registry.schema)) == set()
