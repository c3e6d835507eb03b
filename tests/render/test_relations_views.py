from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup, Tag

from dossier.pipeline import Dossier
from dossier.render import Renderer
from dossier.render.export import Site

WriteFiles = Callable[[str], Path]
DOSSIER = """
-- people/anna-adler.md --
---
title: Anna Adler
citizenship: [{value: ukraine, sources: [{title: A passport}]}]
relations:
  - {type: adviser_to, target: boris-bohm, note: unpaid, sources: [{title: A letter}]}
---
-- people/boris-bohm.md --
---
title: Boris Bohm
positions: [{position: chair, from: 2014, to: 2015}, {position: chair, from: 2016, to: 2017}]
---
-- people/clara-cohn.md --
---
title: Clara Cohn
---
-- people/dora-dahl.md --
---
title: Dora Dahl
---
-- positions/chair.md --
---
title: Chair
---
-- places/ukraine.md --
---
title: Ukraine
---
-- agreements/old-protocol.md --
---
title: Old Protocol
signed: [{value: 2014-09-05}, {value: 2014-09-01}]
signatories: [anna-adler, boris-bohm]
---
-- agreements/new-protocol.md --
---
title: New Protocol <b>&amp;
signed: 2015-02-12
relations:
  - {type: implements, target: old-protocol, note: by its preamble}
  - {type: endorsed_by, target: resolution}
---
-- agreements/resolution.md --
---
title: Resolution
adopted: 2015-02-17
---
-- agreements/far-treaty.md --
---
title: Far Treaty
signed: 1990
relations: [{type: refers_to, target: farther-treaty}]
---
-- agreements/farther-treaty.md --
---
title: Farther Treaty
signed: 1980
relations: [{type: refers_to, target: farthest-treaty}]
---
-- agreements/farthest-treaty.md --
---
title: Farthest Treaty
signed: 1970
---
-- agreements/alone.md --
---
title: Alone
---
-- articles/first.md --
---
title: First
date: 2015-03-01
---
Anna Adler met Boris Bohm. Anna Adler signed the Old Protocol. Clara Cohn slept.
-- articles/second.md --
---
title: Second
date: 2016-03-01
---
Boris Bohm told Anna Adler of the Old Protocol. Clara Cohn told Anna Adler.
"""


def same_address(path: str) -> str:
    return path


def rendered(folder: Path) -> tuple[Dossier, Renderer]:
    dossier = Dossier.load(folder)
    assert [str(finding) for finding in dossier.findings] == []
    for item in dossier.registry.items.values():
        dossier.read(item)
    return dossier, dossier.renderer(Site("A dossier", "", same_address))


def all_pages(folder: Path) -> Mapping[str, BeautifulSoup]:
    """Every page of a dossier that shows relations, by its path."""
    dossier, renderer = rendered(folder)
    html = {item.path: renderer.item(item, same_address) for item in dossier.registry.items.values()}
    html["relations/index.md"] = renderer.relations(same_address)
    return {path: BeautifulSoup(page.before + page.after, "html.parser") for path, page in html.items()}


@functools.cache
def pages_of(folder: Path) -> Mapping[str, BeautifulSoup]:
    return all_pages(folder)


@pytest.fixture
def pages(write_files: WriteFiles) -> Mapping[str, BeautifulSoup]:
    return pages_of(write_files(DOSSIER))


def text(element: Tag | None) -> str:
    assert element is not None
    return " ".join(element.get_text(" ").split())


def rows(page: BeautifulSoup) -> list[list[str]]:
    return [
        [text(cell) for cell in row.select("th, td")] for row in page.select(".dossier-relations tbody tr")
    ]


def rays(page: BeautifulSoup, side: str) -> list[str]:
    return [text(item) for item in page.select(f".dossier-around .dossier-{side} li")]


def test_the_table_says_what_binds_and_how_often_both_are_named(pages: Mapping[str, BeautifulSoup]) -> None:
    assert rows(pages["people/anna-adler.md"]) == [
        ["Boris Bohm", "adviser to [ 2 ] unpaid", "2 sentences: 1 2"],
        ["Old Protocol", "signed", "2 sentences: 1 2"],
        ["Clara Cohn", "", "1 sentence"],
        ["Ukraine", "citizen of [ 1 ]", ""],
    ]
    assert rows(pages["people/boris-bohm.md"])[0] == ["Anna Adler", "advised by", "2 sentences: 1 2"]


def test_sentences_are_evidence(pages: Mapping[str, BeautifulSoup]) -> None:
    page = pages["people/anna-adler.md"]
    row = page.find(id="with:boris-bohm")
    assert isinstance(row, Tag)
    found = [page.find(id=str(link["href"])[1:]) for link in row.select("td:last-child a")]
    assert [text(quotation if isinstance(quotation, Tag) else None) for quotation in found] == [
        "Boris Bohm told Anna Adler of the Old Protocol.",
        "Anna Adler met Boris Bohm.",
    ]


def test_the_picture_tells_what_is_bound_from_what_is_only_mentioned(
    pages: Mapping[str, BeautifulSoup],
) -> None:
    page = pages["people/anna-adler.md"]
    assert rays(page, "together") == [
        "2 sentences Boris Bohm", "2 sentences Old Protocol", "1 sentence Clara Cohn",
    ]  # fmt: skip
    assert rays(page, "bound") == ["adviser to Boris Bohm", "signed Old Protocol", "citizen of Ukraine"]
    widths = [
        float(str(path["stroke-width"])) for path in page.select(".dossier-together path[stroke-width]")
    ]
    assert widths == sorted(widths, reverse=True)
    assert page.select(".dossier-bound path[stroke-width]") == []


def test_terms_that_repeat_are_one_bond(pages: Mapping[str, BeautifulSoup]) -> None:
    assert ["Chair", "holds or held", ""] in rows(pages["people/boris-bohm.md"])
    assert rows(pages["positions/chair.md"]) == [["Boris Bohm", "held by", ""]]


def test_who_has_no_ties_gets_no_section(pages: Mapping[str, BeautifulSoup]) -> None:
    page = pages["agreements/alone.md"]
    assert page.find(id="section-relations") is page.find(id="section-chain") is None
    assert page.select(".dossier-around, .dossier-chain, .dossier-relations") == []


def test_every_link_of_the_pictures_and_tables_leads_to_something(pages: Mapping[str, BeautifulSoup]) -> None:
    checked = 0
    for path, page in pages.items():
        parts = ".dossier-around a, .dossier-around use, .dossier-relations a, .dossier-chain a"
        chosen = "a, use" if path.startswith("relations/") else parts
        for link in page.select(chosen):
            target, _, anchor = str(link["href"]).partition("#")
            if target.startswith("timeline/"):
                continue
            there = pages[target or path]
            assert not anchor or there.find(id=anchor) is not None, (path, link["href"])
            checked += 1
    assert checked > 100


def test_ids_are_unique(pages: Mapping[str, BeautifulSoup]) -> None:
    for path, page in pages.items():
        ids = [str(each["id"]) for each in page.select("[id]")]
        assert sorted(ids) == sorted(set(ids)), path


def test_a_chain_is_told_in_words_in_order_of_date(pages: Mapping[str, BeautifulSoup]) -> None:
    chain = pages["agreements/old-protocol.md"].select(".dossier-chain > li")
    assert [text(member) for member in chain] == [
        "Old Protocol 5 September 2014",
        "New Protocol <b>&amp; 12 February 2015 implements Old Protocol endorsed by Resolution",
        "Resolution 17 February 2015",
    ]
    assert chain[0].strong is not None
    links = [str(link["href"]) for link in chain[1].select("ul a")]
    assert links == [f"agreements/new-protocol.md#with:{name}" for name in ("old-protocol", "resolution")]


def test_a_chain_ends_after_two_steps(pages: Mapping[str, BeautifulSoup]) -> None:
    names = [text(each) for each in pages["agreements/far-treaty.md"].select(".dossier-chain > li > p a")]
    assert "Farthest Treaty" in names
    assert [text(h) for h in pages["agreements/far-treaty.md"].select("#section-chain")] == [
        "Connected agreements"
    ]


def test_a_chain_of_many_says_how_many_it_leaves_out(write_files: WriteFiles) -> None:
    hub = "-- agreements/hub.md --\n---\ntitle: Hub\nsigned: 2000\n---\n"
    spokes = "".join(
        f"-- agreements/a-{n}.md --\n---\ntitle: A {n}\nsigned: {2001 + n}\n"
        f"relations: [{{type: amends, target: hub}}]\n---\n"
        for n in range(20)
    )
    page = all_pages(write_files(hub + spokes))["agreements/hub.md"]
    assert len(page.select(".dossier-chain > li")) == 12
    assert "9 more" in text(page.select_one(".dossier-chain ~ p.dossier-note"))


def test_people_are_chained_by_the_same_rule(pages: Mapping[str, BeautifulSoup]) -> None:
    chain = pages["people/anna-adler.md"].select(".dossier-chain > li")
    assert [text(member) for member in chain] == ["Anna Adler adviser to Boris Bohm", "Boris Bohm"]


def test_titles_with_markup_are_text(pages: Mapping[str, BeautifulSoup]) -> None:
    for path in ("agreements/old-protocol.md", "agreements/resolution.md"):
        assert pages[path].find("b") is None
        assert any("New Protocol <b>&amp;" in row[0] for row in rows(pages[path]))


def test_pictures_are_well_formed(write_files: WriteFiles) -> None:
    dossier, renderer = rendered(write_files(DOSSIER))
    html = [renderer.item(dossier.registry["anna-adler"], same_address).after]
    html += [renderer.item(dossier.registry["new-protocol"], same_address).after]
    html += [renderer.relations(same_address).after]
    pictures = 0
    for page in html:
        for part in page.split("<svg")[1:]:
            ET.fromstring("<svg" + part[: part.index("</svg>")] + "</svg>")
            pictures += 1
    assert pictures > 10


def test_a_page_with_many_neighbours_is_bounded_and_loses_no_name(write_files: WriteFiles) -> None:
    people = "".join(
        f"-- people/p{n:03}-x.md --\n---\ntitle: P{n:03} X\ncitizenship: [land]\n---\n" for n in range(150)
    )
    page = all_pages(write_files(f"-- places/land.md --\n---\ntitle: Land\n---\n{people}"))["places/land.md"]
    assert len(page.select(".dossier-around li")) == 8
    assert len(page.select(".dossier-relations tbody tr")) == 60
    assert len(page.select("details tbody tr")) == 40
    assert text(page.select_one("details summary")) == "130 more"
    for number in range(150):
        assert f"P{number:03} X" in page.get_text()


def test_the_overview_has_the_same_ties_in_picture_and_table(pages: Mapping[str, BeautifulSoup]) -> None:
    page = pages["relations/index.md"]
    drawn = [str(edge["href"])[1:] for edge in page.select('svg a[aria-hidden="true"]')]
    listed = [str(row["id"]) for row in page.select("tbody tr")]
    assert sorted(drawn) == sorted(listed)
    assert len(set(drawn)) == len(drawn) > 2
    first = page.select("tbody tr")[0]
    assert "Boris Bohm" in text(first)
    assert "2 sentences" in text(first)


def test_the_overview_of_a_big_dossier_is_bounded(write_files: WriteFiles) -> None:
    names = [f"P{a}{b} Q{a}{b}" for a in "abcdefghijkl" for b in "mnopqrstuv"]
    people = "".join(
        f"-- people/{name.lower().replace(' ', '-')}.md --\n---\ntitle: {name}\n---\n" for name in names
    )
    sentences = " ".join(
        f"{one} met {other}." for number, one in enumerate(names) for other in names[number + 1 : number + 4]
    )
    article = f"-- articles/a.md --\n---\ntitle: A\ndate: 2020\n---\n{sentences}\n"
    page = all_pages(write_files(people + article))["relations/index.md"]
    assert len(page.select("svg g > a text")) == 12
    assert 10 < len(page.select("tbody tr")) <= 72
    assert "354" in text(page.select_one(".dossier-lead"))


def test_an_empty_overview_says_so(write_files: WriteFiles) -> None:
    page = all_pages(write_files("-- people/anna-adler.md --\n---\ntitle: Anna Adler\n---\n"))
    assert "No two" in text(page["relations/index.md"])


def test_the_same_dossier_gives_the_same_bytes(write_files: WriteFiles) -> None:
    folder = write_files(DOSSIER)
    once, again = all_pages(folder), all_pages(folder)
    assert {path: str(page) for path, page in once.items()} == {
        path: str(page) for path, page in again.items()
    }
