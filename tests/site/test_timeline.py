"""The timeline's overview in a real browser: as a picture, as a list, on a phone, on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect
from site_visits import Contexts, Visit, add_style

pytestmark = pytest.mark.browser

OVERVIEW = "timeline/"
SHOWN = ".dossier-timeline li.on > a"
Open = Callable[..., Page]


@pytest.fixture
def overview(contexts: Contexts, site_url: str) -> Iterator[Open]:
    """Opens the overview, with options of the browser's context; nothing may go wrong on it."""
    visits = []

    def opened(fragment: str = "", **options: object) -> Page:
        visits.append(visit := Visit(contexts.page(**options), site_url))
        visit.open(OVERVIEW + fragment)
        return visit.page

    yield opened
    for visit in visits:
        visit.page.close()
        assert visit.troubles == []


def entry(page: Page, words: str) -> Locator:
    return page.locator(".dossier-timeline ul a", has_text=words)


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def sideways(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def boxes(locator: Locator) -> list[dict[str, float]]:
    found = [each.bounding_box() for each in locator.all() if each.is_visible()]
    return [dict(box) for box in found if box]


def test_everything_stands_at_its_time_and_nothing_on_top_of_another(overview: Open) -> None:
    page = overview()
    frame = page.locator(".scroll ol").bounding_box()
    assert frame is not None
    summit = entry(page, "2021 Aldamouth summit")
    expect(summit).to_be_visible()
    mark = page.locator("li.on", has_text="2021 Aldamouth summit").bounding_box()
    assert mark is not None
    # The sixteenth of June 2021, in nine years from 2014 on.
    assert mark["x"] - frame["x"] == pytest.approx(frame["width"] * (2021 + 166 / 365 - 2014) / 9, abs=3)
    placed = boxes(page.locator(".scroll :is(li.on > a, input)"))
    assert len(placed) > 30
    for number, box in enumerate(placed):
        assert box["width"] >= 24
        assert box["height"] >= 24
        for other in placed[:number]:
            apart_x = box["x"] + box["width"] <= other["x"] + 1 or other["x"] + other["width"] <= box["x"] + 1
            apart_y = (
                box["y"] + box["height"] <= other["y"] + 1 or other["y"] + other["height"] <= box["y"] + 1
            )
            assert apart_x or apart_y, (box, other)


def test_what_finds_no_room_is_counted_and_found_by_zooming(overview: Open) -> None:
    page = overview()
    shown = page.locator(SHOWN).count()
    more = page.locator(".more input").first
    counted = sum(int(each.input_value()) for each in page.locator(".more input").all())
    expect(page.get_by_role("status")).to_contain_text(f"{shown + counted} of")
    more.click()
    assert "zoom=4" in page.url
    assert page.locator(SHOWN).count() > shown
    page.goto(page.url.replace("zoom=4", "zoom=32"))
    assert page.locator(SHOWN).count() == shown + counted


def test_soft_ends_are_drawn_where_a_date_is_not_certain(overview: Open) -> None:
    page = overview("#zoom=8")
    build_up = page.locator("li.on", has_text="Build-up of boats")
    expect(build_up).to_have_class("on wide soft")
    assert "linear-gradient" in build_up.evaluate("each => getComputedStyle(each, '::before').maskImage")
    sure = page.locator("li.on", has_text="End of the River Treaty")
    expect(sure).to_have_class("on wide")


def test_the_keyboard_reaches_zooms_and_opens_everything(overview: Open) -> None:
    page = overview()
    region = page.get_by_role("region", name="Timeline")
    for _ in range(40):
        page.keyboard.press("Tab")
        if region.evaluate("each => each === document.activeElement"):
            break
    expect(region).to_be_focused()
    page.keyboard.press("+")
    page.keyboard.press("+")
    assert "zoom=4" in page.url
    before = region.evaluate("each => each.scrollLeft")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("([each, left]) => each.scrollLeft < left", arg=[region.element_handle(), before])
    page.keyboard.press("-")
    assert "zoom=2" in page.url
    for _ in range(12):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        expect(focused).to_be_in_viewport()
        assert focused.evaluate("each => each.offsetWidth >= 24 && each.offsetHeight >= 24")
        assert focused.evaluate("each => getComputedStyle(each).outlineStyle") != "none"
    while not page.locator(":focus").evaluate("each => each.matches('ul a')"):
        page.keyboard.press("Tab")
    expect(page.locator(":focus [data-edtf]")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).not_to_have_text("Timeline")


def test_a_filter_by_type_is_in_the_address_and_can_be_shared(overview: Open) -> None:
    page = overview()
    expect(button(page, "Agreements")).to_have_attribute("aria-pressed", "true")
    button(page, "Agreements").click()
    expect(button(page, "Agreements")).to_have_attribute("aria-pressed", "false")
    expect(entry(page, "Second Lake Accord").first).to_be_hidden()
    expect(entry(page, "2021 Aldamouth summit")).to_be_visible()
    fragment = page.url.partition("#")[2]
    count = page.get_by_role("status").inner_text()
    shared = overview(f"#{fragment}")
    expect(entry(shared, "Second Lake Accord").first).to_be_hidden()
    expect(shared.get_by_role("status")).to_have_text(count)
    only = overview("#type=event")
    assert set(only.locator("li.on[data-type]").evaluate_all("all => all.map(e => e.dataset.type)")) == {
        "event"
    }


def test_a_filter_by_person_and_agreement_shows_what_concerns_them(overview: Open) -> None:
    page = overview()
    button(page, "By name …").click()
    person = page.get_by_label("Person", exact=True)
    expect(person).to_be_focused()
    person.select_option(label="Heidi Sund")
    expect(entry(page, "Second Lake Accord").first).to_be_visible()
    expect(entry(page, "2018 Vesthaven summit")).to_be_hidden()
    expect(page.locator(".scroll + div")).to_contain_text("Offices")
    page.get_by_label("Agreement", exact=True).select_option(label="Alda Memorandum")
    expect(entry(page, "Alda Memorandum")).to_be_visible()
    assert "person=heidi-sund" in page.url
    shared = overview("#" + page.url.partition("#")[2])
    expect(shared.get_by_label("Agreement", exact=True)).to_have_value("alda-memorandum")
    expect(shared.get_by_role("status")).to_have_text(page.get_by_role("status").inner_text())


def test_all_years_and_the_list_are_one_press_away(overview: Open) -> None:
    page = overview()
    expect(page.locator("#year-1987")).to_be_hidden()
    expect(page.get_by_role("status")).to_have_text(
        re.compile(r"^\d+ of \d+ dates in 2014 to 2022, \d+ in other years$")
    )
    button(page, "All years").click()
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^(\d+) of \1 dates in \d+ to \d+$"))
    expect(entry(page, "Council of Coasts").first).to_be_visible()
    button(page, "As a list").click()
    expect(page.locator("details", has_text="Before")).to_be_visible()
    expect(entry(page, "Second Lake Accord").first).to_be_visible()
    assert len(boxes(page.locator(".dossier-timeline ul a", has_text="Treaty"))) > 5


def test_the_list_keeps_nothing_of_the_picture(overview: Open) -> None:
    page = overview()
    button(page, "As a list").click()
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^(\d+) of \1 dates$"))
    expect(page.locator(".dossier-timeline ol [style]")).to_have_count(0)
    expect(page.locator(".scroll + div")).to_have_text("")
    assert entry(page, "Closing of the East Bank").first.bounding_box()["width"] > 200  # type: ignore[index]
    button(page, "As a list").click()
    expect(page.locator(".scroll + div")).to_contain_text("Agreements")
    assert boxes(page.locator(".scroll li.on > a"))


def test_an_anchor_of_a_year_is_found_in_the_picture(overview: Open) -> None:
    page = overview("#year-1987")
    expect(button(page, "All years")).to_have_attribute("aria-pressed", "true")


def test_without_scripts_it_is_a_list_by_year_with_every_word(overview: Open) -> None:
    page = overview(java_script_enabled=False)
    expect(page.get_by_role("button", name="Zoom in")).to_have_count(0)
    for year in ("2014", "2018", "2022"):
        expect(page.locator(f"#year-{year} a")).to_be_visible()
    lines = page.locator(".dossier-timeline > ol ul > li")
    assert lines.count() > 50
    for line in lines.all()[::10]:
        expect(line).to_be_visible()
        expect(line.locator("[data-edtf]")).to_be_visible()
    page.locator("summary").first.click()
    expect(entry(page, "River Treaty").first).to_be_visible()


def test_on_paper_it_is_the_list(overview: Open) -> None:
    page = overview("#zoom=4", viewport={"width": 800, "height": 900})
    page.emulate_media(media="print")
    expect(button(page, "Zoom in")).to_be_hidden()
    tops = [box["y"] for box in boxes(page.locator(".dossier-timeline ul a"))]
    assert len(tops) > 50
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)
    assert sideways(page) <= 0


@pytest.mark.parametrize("fragment", ["", "#zoom=8", "#list=yes", "#all=yes"])
def test_no_page_scrolls_sideways_on_a_narrow_screen(overview: Open, fragment: str) -> None:
    for options in ({"viewport": {"width": 320, "height": 640}}, {"viewport": {"width": 640, "height": 640}}):
        page = overview(fragment, **options)
        if options["viewport"]["width"] == 640:
            add_style(page, "html { font-size: 250% !important; }")
        assert sideways(page) <= 0


def test_a_year_page_leads_to_its_months_and_neighbours(visit: Visit) -> None:
    page = visit.page
    visit.open("timeline/2014/")
    page.locator(".dossier-months a", has_text="September").click()
    expect(page.locator('[id="2014-09"]')).to_be_in_viewport()
    page.locator(".dossier-year-nav a", has_text="2015").click()
    expect(page.locator("h1")).to_have_text("2015")
