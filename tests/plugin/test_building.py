from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from mkdocs.exceptions import Abort
from small_sites import CONFIG, DOSSIER, Site

from mkdocs_dossier.plugin import OTHER_FONTS

PAGE = "articles/a-call/index.html"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path, DOSSIER)


def test_a_small_dossier_builds_strictly(site: Site) -> None:
    site.build(strict=True)
    assert site.messages == []
    assert {
        "index.html",
        PAGE,
        "articles/index.html",
        "people/index.html",
        "people/vladimir-putin/index.html",
        "agreements/minsk-ii/index.html",
        "timeline/index.html",
        "timeline/2015/index.html",
        "timeline/2021/index.html",
        "about/index.html",
    } <= site.pages.keys()
    assert "timeline/2011/index.html" not in site.pages
    # What a preview shows to editors is not in it.
    files = [file for file in (site.folder / "site").rglob("*") if file.is_file()]
    assert [file for file in files if b"dossier-explain" in file.read_bytes() or "explain" in file.name] == []


def test_an_article_links_to_what_it_mentions_and_is_mentioned_there(site: Site) -> None:
    site.build()
    link = site.soup(PAGE).select_one('article a.dossier-link[data-id="vladimir-putin"]')
    assert link is not None
    assert (link.text, link["data-type"]) == ("Vladimir Putin", "person")
    assert link["href"] == "../../people/vladimir-putin/"

    back = site.soup("people/vladimir-putin/index.html").select_one(".dossier-mentions li a")
    assert back is not None
    assert [mark.text for mark in back.select("mark")] == ["Vladimir Putin"]
    path, _, anchor = str(back["href"]).partition("#")
    assert path == "../../articles/a-call/"
    target = site.soup(PAGE).find(id=anchor)
    assert target is not None
    assert target.text == "Vladimir Putin"


def test_a_date_leads_to_its_place_on_the_timeline(site: Site) -> None:
    site.build()
    date = site.soup(PAGE).select_one("article p > span > a.dossier-date")
    assert date is not None
    assert date.time is not None
    assert date["href"] == "../../timeline/2021/#2021-12-07"
    assert site.soup("timeline/2021/index.html").find(id="2021-12-07") is not None


def test_a_year_that_only_a_relative_date_speaks_of_has_its_page(site: Site) -> None:
    """An article of 2021 that says “thirty years earlier” needs the page of 1991."""
    site.build(strict=True)
    assert "thirty years earlier" in site.article(PAGE)
    assert "thirty years earlier" in site.article("timeline/1991/index.html")
    assert "timeline/1991.md" not in "".join(site.pages.values())


def test_every_internal_link_anchor_and_asset_exists_and_ids_are_unique(site: Site) -> None:
    site.build()
    assert broken_links(site.folder / "site", site.pages) == []


def test_without_directory_urls(tmp_path: Path) -> None:
    site = Site(tmp_path, DOSSIER, config=f"{CONFIG}use_directory_urls: false\n").build(strict=True)
    assert "people/vladimir-putin.html" in site.pages
    link = site.soup("articles/a-call.html").select_one('article a[data-id="vladimir-putin"]')
    assert link is not None
    assert link["href"] == "../people/vladimir-putin.html"
    assert broken_links(site.folder / "site", site.pages) == []


def test_under_a_project_path_all_links_are_relative(tmp_path: Path) -> None:
    config = f"{CONFIG}site_url: https://example.org/project/\n"
    site = Site(tmp_path, DOSSIER, config=config).build(strict=True)
    for name, page in site.pages.items():
        if name == "404.html":
            continue  # MkDocs gives this one absolute paths, as it is served from anywhere.
        for element, attribute, target in targets_in(page):
            parts = urlsplit(target)
            inside = not parts.scheme and not parts.netloc
            assert not inside or not parts.path.startswith("/"), f"{name}: {element} {attribute}={target}"
    assert broken_links(site.folder / "site", site.pages) == []


def test_no_generated_page_stands_in_the_navigation(site: Site) -> None:
    site.build()
    soup = site.soup(PAGE)
    navigation = soup.select_one("nav.md-tabs")
    assert navigation is not None
    titles = [" ".join(link.text.split()) for link in navigation.select("a")]
    assert titles == [
        "Home", "Articles", "Explore", "People", "Agreements", "Events", "Organisations", "Places", "Positions",
        "Timeline", "Relations", "About us",
    ]  # fmt: skip


def test_the_navigation_does_not_grow_with_the_dossier(tmp_path: Path) -> None:
    def navigation_links(site: Site) -> int:
        navigation = site.build().soup("index.html").select_one("nav.md-tabs")
        assert navigation is not None
        return len(navigation.select("a"))

    site = Site(tmp_path, DOSSIER)
    before = navigation_links(site)
    for number in range(20):
        person = f"---\ntitle: Person Number{number}\nborn: {1900 + number}\n---\n"
        (site.folder / f"content/people/person-{number}.md").write_text(person, encoding="utf-8")
    assert navigation_links(site) == before


def test_a_navigation_of_the_users_own_is_kept(tmp_path: Path) -> None:
    config = f"{CONFIG}nav: [{{Start: index.md}}, {{Who: people/index.md}}]\n"
    site = Site(tmp_path, DOSSIER, config=config).build()
    navigation = site.soup(PAGE).select_one("nav.md-tabs")
    assert navigation is not None
    titles = [" ".join(link.text.split()) for link in navigation.select("a")]
    assert titles == ["Start", "Who"]
    assert "people/vladimir-putin/index.html" in site.pages


def test_which_mentions_are_linked_is_an_option(tmp_path: Path) -> None:
    every = CONFIG.replace("- dossier", "- dossier: {link: every}")
    site = Site(tmp_path, DOSSIER).build()
    first = len(site.soup(PAGE).select('p a[data-id="minsk"]'))
    (site.folder / "mkdocs.yml").write_text(every, encoding="utf-8")
    assert (first, len(site.build().soup(PAGE).select('p a[data-id="minsk"]'))) == (1, 2)


def test_errors_in_front_matter_fail_the_build_with_every_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = Site(
        tmp_path,
        """
-- content/people/a.md --
---
title: A
bron: 1952
---
-- content/people/b.md --
---
title: B
citizenship: [nowhere]
born: then
---
-- content/articles/c.md --
---
title: [
---
""",
    )
    with pytest.raises(Abort):
        site.build()
    assert site.messages[-1] == ("ERROR", "the dossier has 4 errors, see above")
    assert [level for level, _ in site.messages] == ["ERROR"] * 5
    said = "\n".join(text for _, text in site.messages)
    for words in (
        "articles/c.md:3:1: error: yaml-syntax",
        "people/a.md:3:1: error: unknown-field: “bron” is not a field here (did you mean “born”?)",
        "people/b.md:3:15: error: unknown-reference",
        "people/b.md:4:7: error: wrong-value",
    ):
        assert words in said
    assert "Traceback" not in said
    assert "Traceback" not in capsys.readouterr().err
    assert not (site.folder / "site/people/a/index.html").exists()


def test_an_unknown_id_in_the_text_fails_the_build_at_its_line(tmp_path: Path) -> None:
    site = Site(
        tmp_path,
        """
-- content/people/angela-merkel.md --
---
title: Angela Merkel
---
-- content/articles/a.md --
---
title: A
date: 2021
---

One. Two [[angela-merkle]].
""",
    )
    with pytest.raises(Abort):
        site.build()
    message = site.messages[0][1]
    assert "articles/a.md:6:10: error: unknown-reference" in message
    assert "did you mean “angela-merkel”?" in message


AMBIGUOUS = """
-- content/people/bill-clinton.md --
---
title: Bill Clinton
---
-- content/people/hillary-clinton.md --
---
title: Hillary Clinton
---
-- content/articles/a.md --
---
title: A
date: 2021
---
Then Clinton spoke.
"""


def test_a_warning_builds_on(tmp_path: Path) -> None:
    site = Site(tmp_path, AMBIGUOUS).build()
    (warning,) = site.messages
    assert warning[0] == "WARNING"
    assert "articles/a.md:5:6: warning: ambiguous-mention" in warning[1]
    assert "Bill Clinton (bill-clinton) or Hillary Clinton (hillary-clinton)" in warning[1]
    assert "Then Clinton spoke." in site.article("articles/a/index.html")


def test_a_warning_fails_a_strict_build(tmp_path: Path) -> None:
    with pytest.raises(Abort):
        Site(tmp_path, AMBIGUOUS).build(strict=True)


def test_a_schema_folder_that_is_wrong_fails_the_build_without_a_traceback(tmp_path: Path) -> None:
    config = CONFIG.replace("- dossier", "- dossier: {schema_dir: types}")
    site = Site(
        tmp_path, "-- types/vessel.yaml --\ntype: vessel\n-- content/index.md --\nHi\n", config=config
    )
    with pytest.raises(Abort):
        site.build()
    assert site.messages[0][1].startswith("vessel.yaml:1:1: error: schema: folder: Field required")


def test_a_body_that_looks_like_metadata_is_kept(tmp_path: Path) -> None:
    site = Site(
        tmp_path,
        """
-- content/articles/a.md --
---
title: The title
date: 2021
---
Title: not metadata
Hide: navigation

And more.
-- content/about.md --
Note: this is text as well.

And more.
""",
    ).build()
    assert "Title: not metadata Hide: navigation And more." in site.article("articles/a/index.html")
    assert "Note: this is text as well." in site.article("about/index.html")
    assert "The title" in site.soup("articles/a/index.html").select_one("title").text  # type: ignore[union-attr]


def test_the_theme_reads_only_what_the_schema_let_through(tmp_path: Path) -> None:
    site = Site(
        tmp_path,
        """
-- content/people/a.md --
---
title: A
x_template: nothing.html
x_robots: noindex
x_hide: [toc]
---
-- content/about.md --
---
title: About
template: nothing.html
---
""",
    )
    with pytest.raises(Abort):
        site.build()
    assert "about.md:3:1: error: unknown-field: “template”" in site.messages[0][1]
    (site.folder / "content/about.md").write_text("---\ntitle: About\n---\n", encoding="utf-8")
    assert "noindex" not in site.build().pages["people/a/index.html"]


@pytest.mark.parametrize("own_title", ["", "# Minsk II\n\n"])
def test_a_page_lists_its_headings_and_those_that_are_made_for_it(tmp_path: Path, own_title: str) -> None:
    site = Site(
        tmp_path,
        f"""
-- content/agreements/minsk-ii.md --
---
title: Minsk II
provisions: [{{title: Ceasefire}}]
sources: [{{title: Its text}}]
---
{own_title}Text.

## A section

### Within it
""",
    ).build(strict=True)
    contents = site.soup("agreements/minsk-ii/index.html").select_one("nav.dossier-contents")
    assert contents is not None
    links = [str(link["href"]) for link in contents.select("a")]
    assert links == ["#a-section", "#section-provisions", "#section-sources"]


SECOND = "“Talks in Geneva” is a second title beside “Talks in Vienna”, so the page shows it as a section"


def test_links_and_headings_that_go_wrong_are_reported_once_each_with_their_line(tmp_path: Path) -> None:
    site = Site(
        tmp_path,
        """
-- content/articles/talks.md --
---
title: Talks in Vienna
date: 2021-12-08
---
They met in [Vienna](../places/viena.md "The city"), as <img src="../maps/hall.csv" alt="the plan">
and <a href="../places/vienna.md?x=1#y">its page</a> show. ![A map](map.png){ width=100 }

See [the city](../places/vienna/), [2021](../timeline/2021.md), [all](index.md) and <a href="no.md">none</a>.
See [an empty year](../timeline/1890.md) and <a href="../timeline/2031.md">another</a>.

# Talks in Geneva

More.
-- content/places/vienna.md --
---
title: Vienna
---
-- content/maps/hall.csv --
x
""",
    ).build()
    place = "articles/talks.md"
    assert [(level, text.partition(place)[2].partition(" (")[0]) for level, text in site.messages] == [
        ("WARNING", ":5:22: warning: broken-link: “../places/viena.md” leads to no file"),
        ("WARNING", ":6:69: warning: broken-link: “map.png” leads to no file"),
        ("WARNING", ":8:16: warning: broken-link: “../places/vienna/” leads to no file"),
        ("WARNING", ":8:94: warning: broken-link: “no.md” leads to no file"),
        ("WARNING", f":11:1: warning: second-title: {SECOND}"),
        ("WARNING", ":9:21: warning: broken-link: “../timeline/1890.md” leads to no file"),
        ("WARNING", ":9:55: warning: broken-link: “../timeline/2031.md” leads to no file"),
    ]
    page = site.soup("articles/talks/index.html")
    assert [heading.text for heading in page.select("h1")] == ["Talks in Vienna"]
    text = page.select_one(".dossier-text")
    assert text is not None
    assert [heading.text for heading in text.select("h2")] == ["Talks in Geneva"]
    assert [picture["src"] for picture in text.select("img")] == ["../../maps/hall.csv", "map.png"]
    assert [link["href"] for link in text.select("a:not(.dossier-date)")] == [
        "../places/viena.md",
        "../../places/vienna/?x=1#y",
        "../places/vienna/",
        "../../timeline/2021/",
        "../",
        "no.md",
        "../../timeline/1890/",
        "../../timeline/2031/",
    ]
    assert not (tmp_path / "site/timeline/1890").exists()


HOSTILE = '</title><script>alert("x")</script><img src=x onerror=alert(1)>'


def test_hostile_front_matter_is_text_on_every_page(tmp_path: Path) -> None:
    quoted = "'" + HOSTILE + "'"
    site = Site(
        tmp_path,
        f"""
-- content/people/a.md --
---
title: {quoted}
summary: {quoted}
aliases: [{quoted}]
tags: [{quoted}]
same_as: [wikidata:Q1]
x_any: {quoted}
---
-- content/articles/b.md --
---
title: {quoted}
date: 2021
publisher: {quoted}
authors: [{quoted}]
description: {quoted}
dateline: {quoted}
rights: {quoted}
sources: [{{title: {quoted}, author: {quoted}}}]
---
About [[a]].
-- content/about.md --
---
title: {quoted}
---
""",
    ).build()
    for name, page in site.pages.items():
        soup = BeautifulSoup(page, "html.parser")
        scripts = soup.select('script:not([type="application/json"])')
        assert not [s for s in scripts if "alert(" in s.text], name
        assert not soup.select("[onerror]"), name
    assert site.soup("people/a/index.html").h1.text == HOSTILE  # type: ignore[union-attr]
    assert HOSTILE in site.soup("people/index.html").text


def test_drafts_and_withheld_text_stay_off_the_site(tmp_path: Path) -> None:
    articles = "".join(
        f"-- content/articles/{name}.md --\n---\ntitle: {name}\ndate: 2021-12-08\n{line}\n---\n"
        f"## Heading\n\nAngela Merkel spoke of {name}-first.\n\nThen she spoke of {name}-second.\n"
        for name, line in (
            ("drafted", "status: draft"),
            ("recorded", "publish: metadata"),
            ("excerpted", "publish: excerpt"),
        )
    )
    site = Site(tmp_path, DOSSIER + articles)
    site.build(strict=True)
    text = "".join(
        file.read_text(encoding="utf-8") for file in (tmp_path / "site").rglob("*.[hjx][tsm]*[lnp]")
    )
    assert "excerpted-first" in text
    for withheld in ("drafted", "recorded-first", "recorded-second", "excerpted-second"):
        assert withheld not in text, withheld
    assert "articles/recorded/index.html" in site.pages


def test_two_builds_give_the_same_bytes(site: Site) -> None:
    first = {name: text.encode() for name, text in site.build().pages.items()}
    shutil.rmtree(site.folder / "site")
    second = {name: text.encode() for name, text in site.build().pages.items()}
    assert first == second


def test_a_dossiers_own_type_and_field_need_no_python(tmp_path: Path) -> None:
    config = CONFIG.replace("- dossier", "- dossier: {schema_dir: site_config/schema}")
    archive = """
-- site_config/schema/vessel.yaml --
type: vessel
folder: vessels
label: Vessel
plural: Vessels
help: A ship.
fields:
  imo: {value: integer, required: true, label: IMO number}
  launched: {value: date, label: Launched, timeline: launched}
  master: {value: reference, to: [person], label: Master, edge: {label: commanded by, inverse: commands}}
-- site_config/schema/event.yaml --
type: event
fields:
  vessels: {value: reference, to: [vessel], list: true, label: Vessels, edge: {label: with, inverse: was at}}
-- content/vessels/nikopol.md --
---
title: Nikopol
imo: 1234567
launched: 1999-05-20
master: roman-mokryak
---
-- content/people/roman-mokryak.md --
---
title: Roman Mokryak
---
-- content/events/kerch-strait.md --
---
title: Kerch Strait incident
when: 2018-11-25
vessels: [nikopol]
---
-- content/articles/a.md --
---
title: Shots at sea
date: 2018-11-26
---
The Nikopol was fired on.
"""
    site = Site(tmp_path, archive, config=config).build(strict=True)
    link = site.soup("articles/a/index.html").select_one("article p a.dossier-link")
    assert link is not None
    assert (link.text, link["data-type"], link["data-id"]) == ("Nikopol", "vessel", "nikopol")
    page = site.article("vessels/nikopol/index.html")
    for words in ("IMO number 1234567", "Launched 20 May 1999", "Master Roman Mokryak", "was fired on"):
        assert words in page
    assert "was at Kerch Strait incident" in page
    assert "commands Nikopol" in site.article("people/roman-mokryak/index.html")
    assert "Nikopol" in site.article("vessels/index.html")
    assert "Vessels" in site.soup("index.html").select_one("nav.md-tabs").text  # type: ignore[union-attr]
    assert "launched" in site.article("timeline/1999/index.html")

    vessel = site.folder / "content/vessels/nikopol.md"
    vessel.write_text(vessel.read_text(encoding="utf-8").replace("1234567", "unknown"), encoding="utf-8")
    with pytest.raises(Abort):
        site.build()
    assert "vessels/nikopol.md:3:6: error: wrong-value: imo: “unknown” is not a whole number" in str(
        site.messages
    )


def targets_in(page: str) -> list[tuple[str, str, str]]:
    """All addresses in a page: element, attribute, address."""
    soup = BeautifulSoup(page, "html.parser")
    return [
        (element.name, attribute, str(element[attribute]))
        for attribute in ("href", "src", "action")
        for element in soup.find_all(attrs={attribute: True})
    ]


def broken_links(root: Path, pages: dict[str, str]) -> list[str]:
    """Addresses within a site that lead nowhere, anchors that no page has, and ids that stand twice."""
    ids = {name: re.findall(r"<[^>]*\sid=[\"']?([^\"'\s>]+)", page) for name, page in pages.items()}
    found = [f"{name}: id {each} twice" for name, all_ids in ids.items() for each in sorted(twice(all_ids))]
    for name, page in pages.items():
        if name == "404.html":
            continue
        for element, _, target in targets_in(page):
            parts = urlsplit(urljoin(f"http://site/{name}", target))
            if parts.netloc != "site" or parts.scheme != "http":
                continue
            path = unquote(parts.path).lstrip("/")
            file = f"{path}index.html" if not path or path.endswith("/") else path
            if not (root / file).is_file():
                found.append(f"{name}: {element} {target}")
            elif parts.fragment and unquote(parts.fragment) not in ids.get(file, []):
                found.append(f"{name}: {element} {target}: no such anchor")
    return found


def twice(values: list[str]) -> set[str]:
    return {value for value in values if values.count(value) > 1}


def test_excluded_pages_stay_off_the_site(tmp_path: Path) -> None:
    secret = "-- content/people/secret-person.md --\n---\ntitle: Secret Person\n---\nNothing to see.\n"
    site = Site(tmp_path, DOSSIER + secret, CONFIG + "exclude_docs: secret-person.md\n")
    site.build(strict=True)
    assert "people/secret-person/index.html" not in site.pages
    assert not [name for name, page in site.pages.items() if "Secret Person" in page]


def test_pages_of_other_plugins_are_kept(tmp_path: Path) -> None:
    hook = tmp_path / "report.py"
    hook.write_text(
        "from mkdocs.plugins import event_priority\nfrom mkdocs.structure.files import File\n"
        "@event_priority(200)\ndef on_files(files, config):\n"
        "    files.append(File.generated(config, 'generated/report.md', content='# Report'))\n    return files\n",
        encoding="utf-8",
    )
    site = Site(tmp_path, DOSSIER, CONFIG + f"hooks: [{hook.as_posix()}]\n").build()
    assert "Report" in site.pages["generated/report/index.html"]


def test_a_readme_is_the_home_page_with_the_way_into_the_dossier(tmp_path: Path) -> None:
    site = Site(tmp_path, DOSSIER + "-- content/README.md --\nWelcome to these pages.\n").build(strict=True)
    home = site.soup("index.html")
    assert "Welcome to these pages." in home.text
    assert home.select_one(".dossier-counts a") is not None


def test_a_title_in_the_text_stands_above_the_facts(tmp_path: Path) -> None:
    person = (
        "-- content/people/own-title.md --\n---\ntitle: Own Title\nborn: 1950\n---\n# Own Title\n\nText.\n"
    )
    site = Site(tmp_path, DOSSIER + person).build()
    page = site.pages["people/own-title/index.html"]
    assert page.index("<h1") < page.index("dossier-type") < page.index("Text.")


LISTS_NO_EXTENSION = re.sub("(?m)^markdown_extensions: .*\n", "", CONFIG)
EVERYDAY = """
-- content/articles/everyday.md --
---
title: Everyday
date: 2021-12-08
---
- [x] done
- [ ] open

| left | right |
|:-----|------:|
| a    | b     |

Term
:   Meaning[^1]

[^1]: A note.

!!! note "Mind"
    This.

<details markdown="1"><summary>More</summary>
**Words**
</details>

```{.python linenums="1"}
x = 1
```

*[HTML]: Hypertext

HTML is 5 < 6 & more. <!-- for editors --> He ~~never~~ left, "as https://example.org/a says".

??? tip
    Open it.
"""


def test_everyday_markdown_is_whole_and_gives_no_message(tmp_path: Path) -> None:
    site = Site(tmp_path, DOSSIER + EVERYDAY, LISTS_NO_EXTENSION).build()
    assert [text for _, text in site.messages if "everyday" in text] == []
    text = BeautifulSoup(site.pages["articles/everyday/index.html"], "html.parser").select_one(
        ".dossier-text"
    )
    assert text is not None
    assert [item.text for item in text.select(".task-list-item")] == ["☑ done", "☐ open"]
    assert text.select_one("td.dossier-right") is not None
    assert text.dd is not None
    assert text.select_one(".footnote li") is not None
    assert text.select_one(".admonition-title") is not None
    assert text.select_one("details strong") is not None
    assert text.abbr is not None
    assert text.select_one("del") is not None
    assert text.select_one("a[href='https://example.org/a']") is not None
    assert text.select_one("details.tip p") is not None
    assert "“as" in text.text
    assert "x = 1" in text.text


@pytest.mark.parametrize(
    ("fonts", "is_told"),
    [("", False), (", font: {text: Roboto}", False), (", font: {text: Lato}", True)],
)
def test_pages_use_the_fonts_of_the_reader_s_system(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, fonts: str, is_told: bool
) -> None:
    site = Site(tmp_path, config=CONFIG.replace(", font: false", fonts))
    site.write("-- content/people/ada.md --\n---\ntitle: Ada\n---\n")
    with caplog.at_level("INFO", logger="mkdocs.plugins"):
        site.build()
    assert [page for page, html in site.pages.items() if "fonts.g" in html] == []
    assert any(OTHER_FONTS in record.getMessage() for record in caplog.records) == is_told
    # What only loads nothing stops no strict build.
    assert site.messages == []
