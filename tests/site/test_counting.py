"""Tests of the bars in the timeline's overview, which count articles by month and year, in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from site_fixtures import mkdocs_build
from site_server import served
from site_visits import Contexts, Visit

CONFIG = "site_name: Northland\ndocs_dir: content\ntheme: {name: material, font: false}\nplugins: [dossier]\n"
# What articles are dated, with the words, the first and the last moment in years, and the height of its bar.
BY_MONTH = {
    ("2014-03-05",): ("1 article in March 2014", 2014 + 2 / 12, 2014 + 3 / 12, 1 / 3),
    ("2014-12-30", "2014-12", "2014-12-31"): ("3 articles in December 2014", 2014 + 11 / 12, 2015, 1),
    ("2015",): ("1 article in 2015", 2015, 2016, 1 / 3),
    ("2016-01-01", "2016-01-02"): ("2 articles in January 2016", 2016, 2016 + 1 / 12, 2 / 3),
    ("2016-22",): ("1 article in Summer 2016", 2016 + 152 / 366, 2016 + 244 / 366, 1 / 3),
    ("2017-1X",): ("1 article in 2017, month 1X", 2017 + 273 / 365, 2018, 1 / 3),
    ("2017-XX",): ("1 article in 2017", 2017, 2018, 1 / 3),
}
BY_YEAR = {
    (f"{year}-05-01", *(f"{year}-07-0{day}" for day in range(1, year % 3 + 1))): (
        f"1 article in {year}" if year % 3 == 0 else f"{year % 3 + 1} articles in {year}",
        year,
        year + 1,
        (year % 3 + 1) / 3,
    )
    for year in range(2001, 2015)
}
COUNTED = {"by month": BY_MONTH, "by year": BY_YEAR}


def site_of(folder: Path, dates: list[str]) -> Path:
    """The site of a dossier with an article of each date."""
    (folder / "content" / "articles").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "content" / "index.md").write_text("A dossier.\n", encoding="utf-8")
    for number, date in enumerate(dates):
        text = f"---\ntitle: Article {number}\ndate: {date}\n---\nWords.\n"
        (folder / "content" / "articles" / f"a{number}.md").write_text(text, encoding="utf-8")
    mkdocs_build(folder, folder / "site")
    return folder / "site"


@pytest.fixture(scope="module", params=COUNTED)
def counted(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """How articles are counted, and the address of a dossier in which they are."""
    dates = [date for group in COUNTED[request.param] for date in group]
    with served(site_of(tmp_path_factory.mktemp("counted"), dates)) as url:
        yield request.param, url


@pytest.mark.browser
@pytest.mark.parametrize("zoom", [1, 4])
def test_each_bar_stands_at_its_time_with_its_length_and_height(
    contexts: Contexts, counted: tuple[str, str], zoom: int
) -> None:
    how, url = counted
    visit = Visit(contexts.page(viewport={"width": 1280, "height": 900}), url)
    visit.open(f"timeline/#zoom={zoom}")
    expected = list(COUNTED[how].values())
    first, last = int(expected[0][1]), int(expected[-1][2])
    measured = bars(visit.page)
    assert [words for words, *_ in measured] == [words for words, *_ in expected]
    for (words, left, width, height), (_, start, end, share) in zip(measured, expected, strict=True):
        years = last - first
        assert left == pytest.approx((start - first) / years, abs=0.002), words
        assert width == pytest.approx((end - start) / years, abs=0.002), words
        assert height == pytest.approx(share, abs=0.001), words
    assert visit.troubles == []
    visit.page.close()


def bars(page: Page) -> list[tuple[str, float, float, float]]:
    """Each bar: its words, its left end and width as shares of the axis, its height as one of the highest."""
    found = page.evaluate("""() => {
        const axis = document.querySelector(".scroll > ol").getBoundingClientRect();
        return [...document.querySelectorAll(".scroll > ol > li > p a")].map((bar) => {
            const box = bar.getBoundingClientRect();
            const share = parseFloat(bar.style.getPropertyValue("--share")) / 100;
            return [bar.title, (box.left - axis.left) / axis.width, box.width / axis.width, share];
        });
    }""")
    return [tuple(each) for each in found]


@pytest.mark.browser
@pytest.mark.parametrize("zoom", ["abc", "", "-3", "1e400", "NaN", "0", "99999999"])
def test_a_zoom_that_is_none_does_not_pull_the_axis_apart(
    contexts: Contexts, counted: tuple[str, str], zoom: str
) -> None:
    visit = Visit(contexts.page(viewport={"width": 1280, "height": 900}), counted[1])
    visit.open(f"timeline/#zoom={zoom}")
    width = visit.page.locator(".scroll > ol").evaluate("axis => axis.getBoundingClientRect().width")
    assert 600 < width < 100_000
    assert visit.troubles == []
    visit.page.close()


@pytest.mark.browser
def test_an_overview_without_a_date_has_nothing_to_draw_and_no_fault(
    contexts: Contexts, tmp_path: Path
) -> None:
    with served(site_of(tmp_path, [])) as url:
        visit = Visit(contexts.page(), url)
        visit.open("timeline/")
        assert visit.page.get_by_role("button", name="Zoom in").count() == 0
        assert visit.troubles == []
        visit.page.close()
