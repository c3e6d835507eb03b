"""The timeline's overview and the pages of years, without a host."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from dossier.model.edtf import EDTFError
from dossier.pipeline import Dossier
from dossier.render import Renderer
from dossier.render.chronology import MOST, brief_date, brief_time, chronology, timeline_data, timeline_files
from dossier.render.export import Site
from dossier.render.extents import NEVER, extent, span

WriteFiles = Callable[[str], Path]
DOSSIER = """
-- people/ann-ash.md --
---
title: Ann Ash
born: 1950
positions: [{position: envoy, from: 2019-01-01, to: 2021-06}]
---
-- people/bob-birch.md --
---
title: Bob Birch
---
-- positions/envoy.md --
---
title: Envoy
---
-- organisations/council.md --
---
title: Council
founded: 1999~
---
-- agreements/accord.md --
---
title: Accord
signed: 2020-02-03
state: [{value: suspended, from: 2021-03, according_to: council}]
signatories: [ann-ash]
---
-- events/summit.md --
---
title: Summit
when: 2019-12/2020-01
participants: [ann-ash, council]
outcomes: [accord]
---
-- articles/one.md --
---
title: One
date: 2020-02-04
---
Ann Ash signed the Accord yesterday.
-- articles/two.md --
---
title: Two
date: 2020-02-09
---
It rained on 3 February 2020.
-- articles/three.md --
---
title: Three
date: 2021-04-01
---
Nothing.
"""


def renderer_of(folder: Path) -> Renderer:
    dossier = Dossier.load(folder)
    assert [str(finding) for finding in dossier.findings] == []
    for item in dossier.registry.items.values():
        dossier.read(item)
    return dossier.renderer(Site("A dossier", "", lambda path: path))


def overview(renderer: Renderer) -> BeautifulSoup:
    return BeautifulSoup(renderer.overview(lambda path: path).after, "html.parser")


def words(element: object) -> str:
    return " ".join(element.get_text().split()) if hasattr(element, "get_text") else ""


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2014-07-02", "2014.499"),
        ("2014-12-31", "2014.997"),
        ("2013-11-21/2014-02-22", "2013.888 2014.145"),
        ("2014", "2014 2015 2014.5 2014.5"),
        ("2014-02/2014-03", "2014.085 2014.247 2014.159 2014.164"),
        ("2014-09/2014-09", "2014.666 2014.748 2014.707 2014.707"),
        ("2022-02-24/..", "2022.148 9999 2022.148 2022.148"),
        ("2022-02-24/", "2022.148 9999 2022.148 2022.148"),
        ("../2014", "-9999 2015 2014 2014"),
        ("2014~", "2013 2016 2014.5 2014.5"),
        ("2014-07-02?", "2014.496 2014.504 2014.5 2014.5"),
        ("2014-11-2X", "2014.885 2014.912 2014.899 2014.899"),
        ("201X", "2010 2020 2015 2015"),
        ("[2014..2016]", "2014 2017 2015.5 2015.5"),
        ("[2014-01-01..]", "2014 9999 2014 2014"),
        ("[..2014]", "-9999 2015 2015 2015"),
    ],
)
def test_how_far_a_date_reaches_and_what_of_it_is_certain(value: str, told: str) -> None:
    found = extent(value)
    assert str(found) == told
    assert found.start <= found.sure_start <= found.sure_end <= found.end
    assert found.is_exact_day == (value.count("-") == 2 and " " not in told)


def test_what_is_no_date_reaches_nowhere() -> None:
    with pytest.raises(EDTFError):
        extent("soon")


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2019-01-01", "2021-06", "2019 2021.496 2019 2021.416"),
        ("2019-01-01", "", f"2019 {NEVER:.0f} 2019 2019"),
        ("", "2021", f"-{NEVER:.0f} 2022 2021 2021"),
        ("2021", "2019", "2021 2022 2021.5 2021.5"),
    ],
)
def test_a_beginning_and_an_end_stated_apart_are_one_stretch(start: str, end: str, told: str) -> None:
    assert str(span(start, end)) == told


def test_where_neither_beginning_nor_end_is_told_there_is_no_stretch() -> None:
    assert span("", "") is None


def test_under_its_year_a_date_does_not_repeat_it() -> None:
    values = ("2014-03-16", "2014-03", "2014", "2014~", "2014-02/2014-03", "2013-11-21/2014-02-22", "2014-21")
    assert [brief_date(value, 2014) for value in values] == [
        "16 March", "March", "2014", "about 2014", "February to March",
        "21 November 2013 to 22 February 2014", "Spring",
    ]  # fmt: skip
    assert brief_time("2014-02/2014-03", 2014) == (
        '<time datetime="2014-02" data-edtf="2014-02/2014-03">February to March</time>'
    )


def test_the_overview_lists_what_is_stated_by_year(write_files: WriteFiles) -> None:
    page = overview(renderer_of(write_files(DOSSIER)))
    listed = [
        (words(year.h2.a), [words(entry) for entry in year.select("ul > li")])
        for year in page.select(".dossier-chronology > li")
        if year.h2 is not None
    ]
    assert listed == [
        ("1999", ["about 1999 Council founded"]),
        ("2019", ["December 2019 to January 2020 Summit"]),
        ("2020", ["3 February Accord signed"]),
        ("2021", ["March Accord: suspended"]),
    ]
    assert [words(each.summary) for each in page.select("details")] == ["Before: 1950–2019"]
    assert [words(each) for each in page.select(".dossier-chronology p")] == [
        "Articles: 2 in February", "Articles: 1 in April",
    ]  # fmt: skip
    # The year of a birth is on no line, but its page is reached from here.
    assert "timeline/1950.md" in [str(link["href"]) for link in page.select(".dossier-others a")]


def test_each_line_says_where_it_lies_and_links_to_its_item(write_files: WriteFiles) -> None:
    page = overview(renderer_of(write_files(DOSSIER)))
    lines = page.select("li[data-type]")
    assert [(line["data-type"], line.get("data-at")) for line in lines] == [
        ("organisation", "1998 2000.997 1999.499 1999.499"),
        ("event", "2019.915 2020.085 2019.997 2020.003"),
        ("agreement", None),  # An exact day says it itself.
        ("agreement", "2021.162 2021.247 2021.204 2021.204"),
    ]
    assert [str(line.a["href"]) for line in lines if line.a] == [
        "organisations/council.md", "events/summit.md", "agreements/accord.md", "agreements/accord.md",
    ]  # fmt: skip
    assert [each["data-edtf"] for each in page.select("[data-edtf]")] == [
        "1999~", "2019-12/2020-01", "2020-02-03", "2021-03",
    ]  # fmt: skip


def test_the_filters_know_whom_each_line_concerns(write_files: WriteFiles) -> None:
    renderer = renderer_of(write_files(DOSSIER))
    data = json.loads(timeline_data(renderer.view))
    items = {item[0]: item[2:] for part in data.values() for item in part["items"]}
    assert list(data) == ["person", "agreement", "organisation"]
    assert items["ann-ash"] == [[1, 2, 3], [["2019 2021.496 2019 2021.416", "Envoy", "positions/envoy.md"]]]
    assert items["council"] == [[0, 1, 3], []]
    assert items["accord"] == [[1, 2, 3], []]
    assert "bob-birch" not in items
    assert [file.path for file in timeline_files(renderer.view)] == ["assets/dossier/timeline.json"]


def test_a_year_page_leads_to_its_months_and_quotes_with_one_link_each(write_files: WriteFiles) -> None:
    rendered = renderer_of(write_files(DOSSIER)).year(2020, lambda path: path)
    page = BeautifulSoup(rendered.after, "html.parser")
    months = page.select(".dossier-months a")
    assert months == []  # One month alone needs no way to it.
    quoting = page.select(".dossier-spoken-of li")
    assert [words(line) for line in quoting] == [
        "Ann Ash signed the Accord yesterday. One",
        "It rained on 3 February 2020. Two",
    ]
    assert [len(line.select("a")) for line in quoting] == [1, 1]
    year = BeautifulSoup(renderer_of(write_files(DOSSIER)).year(2021, lambda path: path).after, "html.parser")
    assert [(link["href"], words(link)) for link in year.select(".dossier-months a")] == [
        ("#2021-03", "March 1"), ("#2021-04", "April 1"), ("#2021-06", "June 1"),
    ]  # fmt: skip
    assert "Accord changed state: suspended (Council)" in words(year)


def many(articles: int, events: int, years: int = 10) -> str:
    """A dossier of so many articles over some years and so many events, each article of a day with a sentence."""
    files = [
        f"-- articles/a{number}.md --\n---\ntitle: Article {number}\n"
        f"date: {2010 + number % years}-{number // years % 12 + 1:02d}-{number // years // 12 % 28 + 1:02d}\n---\n"
        f"Event {number % events} was on 3 March {2010 + number % years}.\n"
        for number in range(articles)
    ]
    files += [
        f"-- events/e{number}.md --\n---\ntitle: Event {number}\n"
        f"when: {2010 + number % 10}-{number % 12 + 1:02d}-{number % 28 + 1:02d}\n---\n"
        for number in range(events)
    ]
    return "".join(files)


def test_pages_stay_small_however_large_the_dossier(write_files: WriteFiles) -> None:
    renderer = renderer_of(write_files(many(900, 600, years=3)))
    listed = list(chronology(renderer.view).entries())
    assert len(listed) == MOST
    page = overview(renderer)
    assert f"{MOST} of 600 dates" in words(page)
    assert len(page.select(".dossier-chronology p a")) <= 12 * 3
    html = str(page)
    beyond = len(gzip.compress(html.encode())) - len(gzip.compress(words(page).encode()))
    assert beyond < 5000
    year = BeautifulSoup(renderer.year(2010, lambda path: path).after, "html.parser")
    quoted = [line for line in year.select(".dossier-spoken-of li") if line.a is not None]
    assert 0 < len(quoted) <= 200
    assert "more sentences" in words(year)


def test_what_most_articles_mention_is_listed_first(write_files: WriteFiles) -> None:
    files = many(3, MOST + 1)
    renderer = renderer_of(write_files(files))
    listed = {entry.item.id for entry in chronology(renderer.view).entries()}
    assert {"e0", "e1", "e2"} <= listed
    assert len(listed) == MOST
