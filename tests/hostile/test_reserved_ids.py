"""Ids of the theme and of the site's own parts stay theirs, whichever way a text tries to take one."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import hostile_sites
import material
import pytest
from bs4 import BeautifulSoup
from small_sites import DOSSIER, Site

from dossier.render import STATIC

CONFIG = hostile_sites.CONFIG.replace("tables, toc]", "tables, toc, md_in_html]")
EMPTY = "-- content/people/nobody.md --\n---\ntitle: Nobody\n---\n"
THEMES = (
    Path(material.__file__).parent / "templates",
    Path(__file__).parents[2] / "plugins" / "mkdocs_dossier" / "theme",
    STATIC,
)
ID_IN_TEMPLATE = re.compile(r"\sid=\"([^\"{]+)\"")
ID_IN_SCRIPT = re.compile(r"\.id = \"([^\"]+)\"")
# What templates and scripts put together of parts, and what stands around or in a text.
MADE_OF_PARTS = (
    "__nav_1", "__nav_1_label", "__palette_0", "__tabbed_1_1", "__code_0", "md-top", "pagefind-dialog", "_", "__",
    "section-mentioned-in", "mention-1", "source-1", "quote-1", "point-1", "with:minsk", "mark:place",
    "rays:dossier-bound", "around:caption", "web:caption", "fn:1", "fnref:1", "fnref2:1",
)  # fmt: skip
WAYS = {
    "a heading's braces": "## Words {{#{id}}}\n",
    "a paragraph's braces": "Words.\n{{: #{id} }}\n",
    "braces with a name": "Words.\n{{: id='{id}' }}\n",
    "the braces of words": "Some *words*{{#{id}}} more.\n",
    "the braces of a link to an entity": "See [him](../people/vladimir-putin.md){{#{id}}}.\n",
    "the braces of a picture": "![x](../images/x.png){{#{id}}}\n",
    "a raw block": '<div id="{id}">words</div>\n',
    "raw words": "Some <b id='{id}'>words</b>.\n",
    "a raw heading": "<h2 id={id}>words</h2>\n",
    "a reference in a raw block": '<div id="{reference}">words</div>\n',
    "Markdown in a raw block": '<div id="{id}" markdown>\n\nwords\n\n</div>\n',
    "a fence": "```{{ .text #{id} }}\nwords\n```\n",
    "the name of a link": '<a name="{id}" href="https://example.org/">words</a>\n',
    "the name of a picture": '<img name="{id}" src="../images/x.png" alt="x">\n',
}
# Words alone are no harm, and an editor need not be told.
SILENT_WAYS = {
    "the words of a heading": "## {escaped}\n",
    "the words of two headings": "## {escaped}\n\nWords.\n\n## {escaped}\n",
    "a footnote": "Words[^{id}].\n\n[^{id}]: A note.\n",
}


AGREEMENT = "---\ntitle: A\nsigned: 2015-02-12\nprovisions:\n{provisions}---\nWords[^1].\n\n[^1]: A note.\n"
GENERATED = (
    "index",
    "people/index",
    "articles/index",
    "explore/index",
    "timeline/index",
    "timeline/2021",
    "relations/index",
)
OWN_WORDS = "what-was-said"


def ids_of(html: str) -> Counter[str]:
    return Counter(str(tag["id"]) for tag in BeautifulSoup(html, "html.parser").find_all(id=True))


def elements_of(html: str) -> dict[str, str]:
    """The name of the element that has each id of a page."""
    return {str(tag["id"]): tag.name for tag in BeautifulSoup(html, "html.parser").find_all(id=True)}


def ids_in_sources() -> set[str]:
    found = set()
    for folder in THEMES:
        for file in folder.rglob("*.html"):
            found.update(ID_IN_TEMPLATE.findall(file.read_text(encoding="utf-8")))
        for file in (folder / "assets" / "dossier").glob("*.js"):
            found.update(ID_IN_SCRIPT.findall(file.read_text(encoding="utf-8")))
    return found


def lines(way: str, ids: list[str]) -> str:
    return "\n\n".join(
        way.format(
            id=each,
            reference=f"&#{ord(each[0])};{each[1:]}",
            escaped=re.sub(r"([_:])", r"\\\1", each),
        )
        for each in ids
    )


class Taken:
    """A site whose texts try to take the theme's ids, a file for each way, and what its build told."""

    def __init__(self, folder: Path) -> None:
        empty = Site(folder / "empty", EMPTY, CONFIG).build().pages["people/nobody/index.html"]
        self.theme = elements_of(empty)
        self.ids = sorted({*self.theme, *ids_in_sources(), *MADE_OF_PARTS})
        self.paths = {way: f"articles/way-{number}" for number, way in enumerate((*WAYS, *SILENT_WAYS))}
        self.site = Site(folder / "taken", DOSSIER, CONFIG)
        for way, path in self.paths.items():
            text = lines((WAYS | SILENT_WAYS)[way], self.ids)
            self.site.write(f"-- content/{path}.md --\n---\ntitle: A\ndate: 2021-12-08\n---\n{text}")
        provisions = "".join(f"  - {{id: '{each}', title: T}}\n" for each in self.ids)
        self.site.write(f"-- content/agreements/taken.md --\n{AGREEMENT.format(provisions=provisions)}")
        self.site.build()

    def told(self, path: str) -> list[str]:
        return [text for _, text in self.site.messages if f"/{path}.md:" in text]

    def page(self, path: str) -> str:
        return self.site.pages[f"{path}/index.html"]


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    return Taken(tmp_path_factory.mktemp("taken"))


def test_the_ids_of_the_theme_are_known(taken: Taken) -> None:
    assert {"__search", "__drawer", "__palette_0", "__toc", "__config", "dossier-card"} <= set(taken.ids)


def test_no_page_has_an_id_twice_and_the_theme_keeps_its_own(taken: Taken) -> None:
    for path, html in taken.site.pages.items():
        assert [each for each, count in ids_of(html).items() if count > 1] == [], path
        if path != "404.html":
            assert taken.theme.items() <= elements_of(html).items(), path


@pytest.mark.parametrize("way", [way for way in WAYS if "name" not in way.split()[1]])
def test_who_tries_to_take_an_id_is_told_what_to_write(taken: Taken, way: str) -> None:
    told = taken.told(taken.paths[way])
    refused = [re.search(r"markup-removed: id was removed: “(.*?)” is an id", text) for text in told]
    assert Counter(found[1] for found in refused if found) == Counter(taken.ids)
    assert all("(write another, such as “text" in text for text in told if "markup-removed" in text)


@pytest.mark.parametrize("way", ["the name of a link", "the name of a picture"])
def test_who_tries_to_take_a_name_is_told(taken: Taken, way: str) -> None:
    told = [text for text in taken.told(taken.paths[way]) if "the attribute “name” of <" in text]
    assert len(told) == 1
    assert BeautifulSoup(taken.page(taken.paths[way]), "html.parser").select("main [name]") == []


@pytest.mark.parametrize("way", SILENT_WAYS)
def test_words_that_would_make_such_an_id_are_no_fault(taken: Taken, way: str) -> None:
    assert taken.told(taken.paths[way]) == []


def test_a_heading_has_a_stable_anchor_beside_the_one_that_is_taken(taken: Taken) -> None:
    page = BeautifulSoup(taken.page(taken.paths["the words of a heading"]), "html.parser")
    anchors = {heading.get_text(): heading["id"] for heading in page.select("main .dossier-text h2")}
    assert anchors["__search"] == "text-search"
    assert anchors["dossier-card"] == "text-dossier-card"
    assert anchors["mention-1"] == "text-mention-1"
    contents = {str(link["href"]) for link in page.select(".dossier-contents a")}
    assert {f"#{anchor}" for anchor in anchors.values()} <= contents


def test_front_matter_that_names_such_an_id_is_told_what_to_write(taken: Taken) -> None:
    told = [
        re.search(r":(\d+):\d+: warning: reserved-id: “(.*?)” is an id", text)
        for text in taken.told("agreements/taken")
    ]
    found = {match[2]: int(match[1]) for match in told if match}
    # A provision has “point-1” anyway.
    assert found == {each: 5 + number for number, each in enumerate(taken.ids) if each != "point-1"}
    page = BeautifulSoup(taken.page("agreements/taken"), "html.parser")
    assert len(page.select(".dossier-sections > li[id]")) == len(taken.ids)
    assert page.select_one(".dossier-sections > li[id=point-search]") is not None


def test_no_text_takes_an_id_of_the_rest_of_its_page(tmp_path: Path) -> None:
    """Every id of every page of a dossier: the front matter's, days, years, groups, ties, headings of parts."""
    site = Site(tmp_path, DOSSIER, CONFIG).build()
    before = {path: elements_of(html) for path, html in site.pages.items() if path != "404.html"}
    for path, elements in before.items():
        name = path.removesuffix("/index.html")
        file = next((f for f in (tmp_path / f"content/{name}.md",) if f.is_file()), None)
        wanted = [each for each in elements if each != OWN_WORDS]
        text = "\n\n".join(
            lines(way, wanted)
            for way in (WAYS["a paragraph's braces"], SILENT_WAYS["the words of a heading"])
        )
        if file is not None:
            file.write_text(f"{file.read_text(encoding='utf-8')}\n\n{text}", encoding="utf-8")
        elif path.removesuffix(".html") in GENERATED or name in GENERATED:
            own = name if name in GENERATED else path.removesuffix(".html")
            site.write(f"-- content/{own}.md --\n---\ntitle: A page\n---\n{text}")
    site.build()
    for path, elements in before.items():
        html = site.pages[path]
        assert [each for each, count in ids_of(html).items() if count > 1] == [], path
        now = elements_of(html)
        assert {each: now.get(each) for each in elements} == elements, path


def test_of_ids_that_a_text_gives_twice_the_first_is_kept_and_the_other_told(tmp_path: Path) -> None:
    text = """
Words.
{: #twice }

<p id="twice">Words.</p>

## Thrice

<p id="thrice">Words.</p>

Words[^1].

[^1]: A note.

<sup id="fnref:1">1</sup>
"""
    site = Site(tmp_path, DOSSIER, CONFIG)
    site.write(f"-- content/articles/twice.md --\n---\ntitle: A\ndate: 2021-12-08\n---\n{text}")
    site.build()
    told = [message for _, message in site.messages if "/twice.md:" in message]
    assert len(told) == 2
    assert "“twice” is the id of an earlier element (write another, such as “twice-2”)" in told[0]
    assert "“fnref:1” is the id of an earlier element" in told[1]
    html = site.pages["articles/twice/index.html"]
    assert set(ids_of(html).values()) == {1}
    assert elements_of(html)["thrice"] == "p"
    assert elements_of(html)["thrice-2"] == "h2"


def test_an_escape_or_a_reference_hides_no_id(tmp_path: Path) -> None:
    site = Site(tmp_path, DOSSIER, CONFIG)
    text = "## One {#\\_\\_search}\n\n## Two {#&#95;_search}\n\n[him](../people/vladimir-putin.md){#\\_\\_search}\n"
    site.write(f"-- content/articles/hidden.md --\n---\ntitle: A\ndate: 2021-12-08\n---\n{text}")
    site.build()
    told = [message for _, message in site.messages if "/hidden.md:" in message]
    assert ["“__search” is an id that the site itself uses" in message for message in told] == [True] * 3
    page = BeautifulSoup(site.pages["articles/hidden/index.html"], "html.parser")
    assert [heading["id"] for heading in page.select(".dossier-text h2")] == ["one", "two"]
    assert [link["href"] for link in page.select(".dossier-contents a")][:2] == ["#one", "#two"]


def test_a_heading_gives_way_to_a_provision_of_its_page(tmp_path: Path) -> None:
    provision = "  - {id: ceasefire, title: Ceasefire}\n"
    site = Site(tmp_path, DOSSIER, CONFIG)
    site.write(
        f"-- content/agreements/a.md --\n{AGREEMENT.format(provisions=provision)}\n## Ceasefire\n\nW.\n{{: #ceasefire }}\n"
    )
    site.build()
    html = site.pages["agreements/a/index.html"]
    assert elements_of(html)["ceasefire"] == "li"
    assert elements_of(html)["text-ceasefire"] == "h2"
    told = [message for _, message in site.messages if "/a.md:" in message]
    assert len(told) == 1
    assert "“ceasefire” is the id that the front matter gives to another part of the page" in told[0]
