"""Walks of a reader who searches, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from page_looks import broken_rules
from playwright.sync_api import expect
from search_sites import MATERIAL, built, mkdocs_build, served, write_site
from search_visits import VisitSite
from slow_cases import slow

pytestmark = pytest.mark.browser


def test_click_opens_and_escape_gives_the_focus_back(material: str, visit: VisitSite) -> None:
    here = visit(material).open()
    here.control.click()
    expect(here.input).to_be_focused()
    here.page.keyboard.press("Escape")
    expect(here.dialog).to_be_hidden()
    expect(here.control).to_be_focused()


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_keys_open(material: str, visit: VisitSite, keys: str) -> None:
    here = visit(material).open()
    here.page.keyboard.press(keys)
    expect(here.input).to_be_focused()
    here.page.keyboard.press("Escape")
    expect(here.control).to_be_focused()


def test_keys_are_left_alone_while_typing(site_at: Callable[..., Path], visit: VisitSite) -> None:
    page = {"index.md": '# Home\n\n<label>Name <input id="name"></label>\n'}
    with served(site_at(f"{MATERIAL}plugins: [pagefind]\n", page)) as url:
        here = visit(url).open()
        here.page.locator("#name").press_sequentially("a/b")
        assert here.page.locator("#name").input_value() == "a/b"
        assert here.page.locator("dialog.pagefind").count() == 0


def test_a_result_shows_title_kind_excerpt_and_sections(material: str, visit: VisitSite) -> None:
    here = visit(material).open().search("ceasefire")
    assert here.status == "2 results"
    first = here.dialog.locator("ol > li", has_text="Talks of Putin")
    assert first.locator("small").inner_text() == "Article"
    assert first.locator("mark").first.inner_text() == "ceasefire"
    sections = first.locator("ul a")
    assert sections.all_inner_texts() == ["What was agreed", "What was not agreed"]
    sections.first.click()
    expect(here.page).to_have_url(f"{material}articles/talks/#agreed")


def test_text_that_looks_like_html_stays_text(material: str, visit: VisitSite) -> None:
    here = visit(material).open().search("treaties")
    assert here.titles == ["Home"]
    excerpt = here.dialog.locator("ol > li > p")
    assert excerpt.inner_text() == (
        "This site is about talks & treaties, <script>alert(1)</script> and more."
    )
    assert excerpt.locator("mark").all_inner_texts() == ["treaties,"]


def test_arrows_move_and_enter_follows(material: str, visit: VisitSite) -> None:
    here = visit(material).open().search("geneva")
    links = here.dialog.locator("ol a")
    here.page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    here.page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    here.page.keyboard.press("ArrowUp")
    here.page.keyboard.press("ArrowUp")
    expect(here.input).to_be_focused()
    here.page.keyboard.press("ArrowDown")
    target = links.nth(0).get_attribute("href")
    here.page.keyboard.press("Enter")
    expect(here.page).to_have_url(re.compile(re.escape(str(target)) + "$"))


def test_enter_in_the_field_follows_the_first_result(material: str, visit: VisitSite) -> None:
    here = visit(material).open().search("letters")
    here.page.keyboard.press("Enter")
    expect(here.page).to_have_url(f"{material}articles/letters/")


def test_the_way_back_leads_to_the_search(material: str, visit: VisitSite) -> None:
    here = visit(material).open().search("letters")
    here.page.keyboard.press("Enter")
    expect(here.page).to_have_url(f"{material}articles/letters/")
    here.page.go_back()
    expect(here.dialog).to_be_visible()
    expect(here.input).to_have_value("letters")


@pytest.mark.parametrize(
    "words",
    [
        "Путіна",
        "путін",
        "Путиным",
        "Володимир Путін",
        "Kremlin chief",
        "the kremlin",
        "Putin",
        "vladimir put",
    ],
)
def test_an_entity_is_found_first_by_any_of_its_words(material: str, visit: VisitSite, words: str) -> None:
    here = visit(material).open().search(words)
    assert here.titles[0] == "Vladimir Putin"


@pytest.mark.parametrize("words", ["Lukašenka", "Lukasenka", "lukas"])
def test_marks_on_letters_make_no_difference(material: str, visit: VisitSite, words: str) -> None:
    here = visit(material).open().search(words)
    assert here.titles[0] == "Alaksandar Lukašenka"
    assert "Talks of Putin and Biden" in here.titles


def test_hidden_words_are_not_shown_and_the_summary_is(material: str, visit: VisitSite) -> None:
    here = visit(material).open().search("kremlin chief")
    text = here.dialog.locator("ol > li").first.inner_text()
    assert "President of Russia since 2012." in text
    assert "Kremlin" not in text


@pytest.mark.parametrize("words", ["unfindable", "hidden", "xqnothing"])
def test_what_is_left_out_is_not_found(material: str, visit: VisitSite, words: str) -> None:
    here = visit(material).open().search(words)
    assert here.titles == []
    assert here.status == "No results"


def test_stop_words_do_not_narrow(material: str, visit: VisitSite) -> None:
    here = visit(material).open().search("the letters of")
    assert here.titles == ["Letters"]


def test_facets_narrow_with_right_counts(material: str, visit: VisitSite) -> None:
    here = visit(material).open().search("putin")
    assert here.status == "3 results"
    assert here.facet("Type") == {"Article": "2", "Person": "1"}
    here.dialog.get_by_text("Year", exact=True).click()
    expect(here.dialog.get_by_role("checkbox", name="2022")).to_be_visible()
    assert here.facet("Year") == {"2022": "2", "2021": "2"}

    here.dialog.get_by_role("checkbox", name="Article").check()
    here.settle()
    assert here.status == "2 results"
    assert here.facet("Year") == {"2022": "1", "2021": "1"}
    # What else the group offers is counted as if nothing were chosen in it.
    assert here.facet("Type") == {"Article": "2", "Person": "1"}
    expect(here.dialog.get_by_role("checkbox", name="Article")).to_be_focused()

    here.dialog.get_by_role("checkbox", name="2022").check()
    here.settle()
    assert here.titles == ["Letters"]
    here.dialog.get_by_role("checkbox", name="2021").check()
    here.settle()
    assert sorted(here.titles) == ["Letters", "Talks of Putin and Biden"]

    here.dialog.get_by_role("button", name="Remove the filter Type:Article").click()
    here.settle()
    assert here.status == "3 results"
    expect(here.input).to_be_focused()


def test_facets_alone_browse(material: str, visit: VisitSite) -> None:
    here = visit(material).open()
    here.control.click()
    here.settle()
    assert here.titles == []
    assert here.facet("Type") == {"Article": "2", "Person": "2"}
    here.dialog.get_by_role("checkbox", name="Person").check()
    here.settle()
    assert here.status == "2 results"
    assert sorted(here.titles) == ["Alaksandar Lukašenka", "Vladimir Putin"]


def test_without_results_it_offers_to_drop_the_filters(material: str, visit: VisitSite) -> None:
    here = visit(material).open().search("letters")
    here.dialog.get_by_role("checkbox", name="Article").check()
    here.settle()
    here.search("host")
    assert here.status == "No results"
    here.dialog.get_by_role("button", name="Search without filters").click()
    here.settle()
    assert here.titles == ["Alaksandar Lukašenka"]


def test_an_address_shares_the_search(material: str, visit: VisitSite) -> None:
    here = visit(material).open().search("putin")
    here.dialog.get_by_role("checkbox", name="Article").check()
    here.settle()
    address = here.page.url
    other = visit(material)
    other.open(address.removeprefix(material))
    expect(other.input).to_have_value("putin")
    other.settle()
    assert sorted(other.titles) == sorted(here.titles)
    expect(other.dialog.get_by_role("checkbox", name="Article")).to_be_checked()
    other.page.keyboard.press("Escape")
    expect(other.page).to_have_url(material)


def test_more_results_come_when_asked_for(site_at: Callable[..., Path], visit: VisitSite) -> None:
    pages = {f"p{number}.md": f"# Page {number}\n\nAbout Minsk.\n" for number in range(7)}
    config = f"{MATERIAL}plugins:\n  - pagefind: {{results: 3}}\n"
    with served(site_at(config, pages | {"index.md": "# Home\n"})) as url:
        here = visit(url).open().search("minsk")
        assert (here.status, len(here.titles)) == ("7 results", 3)
        more = here.dialog.get_by_role("button", name="More results")
        more.click()
        expect(here.dialog.locator("ol > li")).to_have_count(6)
        expect(here.dialog.locator("ol > li:nth-child(4) a").first).to_be_focused()
        more.click()
        expect(here.dialog.locator("ol > li")).to_have_count(7)
        expect(more).to_be_hidden()


def test_a_site_without_pages_to_search_finds_nothing(tmp_path: Path, visit: VisitSite) -> None:
    pages = {"index.md": "---\nsearch: {exclude: true}\n---\n# Home\n"}
    done = mkdocs_build(write_site(tmp_path, f"{MATERIAL}plugins: [pagefind]\n", pages), "--strict")
    assert done.returncode == 0, done.stderr
    assert "There is no page to search" in done.stderr
    with served(tmp_path / "site") as url:
        here = visit(url).open().search("minsk")
        assert (here.status, here.titles) == ("No results", [])


def test_on_a_telephone_facets_fold_away(material: str, visit: VisitSite) -> None:
    size = {"width": 360, "height": 640}
    here = visit(material, viewport=size, has_touch=True, is_mobile=True).open()
    here.control.tap()
    here.input.fill("geneva")
    here.settle()
    fold = here.dialog.get_by_text("Filters", exact=True)
    expect(here.dialog.get_by_role("checkbox", name="Article")).to_be_hidden()
    fold.tap()
    here.dialog.get_by_role("checkbox", name="Article").tap()
    here.settle()
    assert here.status == "2 results"
    assert here.page.evaluate("document.querySelector('.pagefind').scrollWidth <= innerWidth")


def test_a_page_that_does_not_exist_has_the_search(material: str, visit: VisitSite) -> None:
    here = visit(material)
    here.expected = ("404",)
    here.open("no/such/page/").search("letters")
    here.page.keyboard.press("Enter")
    expect(here.page).to_have_url(f"{material}articles/letters/")


# Each theme and each kind of address; `make test-all` tries the other pairs.
@pytest.mark.parametrize(
    ("theme", "directories"),
    [
        ("mkdocs", "true"),
        ("readthedocs", "false"),
        ("material", "true"),
        *slow(("mkdocs", "false"), ("readthedocs", "true"), ("material", "false")),
    ],
)
def test_any_theme_and_kind_of_address(
    site_at: Callable[..., Path], visit: VisitSite, theme: str, directories: str
) -> None:
    config = f"theme: {{name: {theme}, font: false, highlightjs: false}}\nuse_directory_urls: {directories}\nplugins: [pagefind]\n"
    with served(site_at(config), "/sub/") as url:
        here = visit(url)
        # The script of the theme "mkdocs" stumbles where MkDocs' own search is off, with or without this one.
        here.expected = ("'backdrop'",) if theme == "mkdocs" else ()
        here.open("index.html")
        here.control.click()
        here.search("letters")
        here.page.keyboard.press("Enter")
        expect(here.page).to_have_url(f"{url}articles/letters{'/' if directories == 'true' else '.html'}")


def test_the_control_of_a_theme_is_used(site_at: Callable[..., Path], visit: VisitSite) -> None:
    page = {
        "index.md": '# Home\n\n<a href="search/" data-pagefind-open>Look</a>\n',
        "search.md": "# Search\n",
    }
    with served(site_at(f"{MATERIAL}plugins: [pagefind]\n", page)) as url:
        here = visit(url).open()
        assert here.control.count() == 1
        here.page.get_by_text("Look").click()
        expect(here.input).to_be_focused()
        plain = visit(url, java_script_enabled=False).open()
        plain.page.get_by_text("Look").click()
        expect(plain.page).to_have_url(f"{url}search/")


def test_odd_addresses_lead_to_their_pages(site_at: Callable[..., Path], visit: VisitSite) -> None:
    pages = {
        "index.md": "# Home\n",
        "мова/c# 100%.md": "# Odd\n\nWords of kestrels.\n\n## Part {#part}\n\nKestrels again.\n",
    }
    config = f"{MATERIAL}plugins: [pagefind]\nmarkdown_extensions: [attr_list]\n"
    with served(site_at(config, pages)) as url:
        here = visit(url).open().search("kestrels")
        here.dialog.locator("ol ul a").click()
        expect(here.page.locator("h1")).to_have_text(re.compile("Odd"))
        assert here.page.url.endswith("#part")


@pytest.fixture(scope="module")
def schemes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the pages in Material with a light and a dark scheme."""
    palette = (
        "palette: [{media: '(prefers-color-scheme: light)', scheme: default}, "
        "{media: '(prefers-color-scheme: dark)', scheme: slate}]"
    )
    config = f"theme: {{name: material, font: false, {palette}}}\nplugins: [pagefind]\n"
    with served(built(tmp_path_factory.mktemp("schemes"), config)) as url:
        yield url


# Colours are those of the scheme at any width.
@pytest.mark.parametrize(
    ("scheme", "width"),
    [("light", 1280), ("light", 360), ("dark", 360), *slow(("dark", 1280))],
)
def test_nothing_keeps_anyone_out(schemes: str, visit: VisitSite, scheme: str, width: int) -> None:
    """No rule of axe-core is broken, best practices among them, with the search closed and open.

    In the dark scheme only the rules of colours can give another answer.
    """
    dark = scheme == "dark"
    here = visit(schemes, viewport={"width": width, "height": 800}, color_scheme=scheme).open()
    # What is wrong with the theme itself is not looked at here.
    assert broken_rules(here.page, "[data-pagefind-open]", of_colours=dark) == []
    here.search("geneva")
    if width == 360:
        here.dialog.get_by_text("Filters", exact=True).click()
    here.dialog.get_by_role("checkbox", name="Article").check()
    here.settle()
    assert here.titles
    assert broken_rules(here.page, of_colours=dark) == []
    here.search("xqnothing")
    assert broken_rules(here.page, of_colours=dark) == []
