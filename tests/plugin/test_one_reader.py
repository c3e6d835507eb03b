"""The site, every command and the standalone extension read a text alike, with the site's extensions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from small_sites import Site

from dossier.cli import main
from dossier.cli.host import read_host
from dossier.cli.reading import markdown_options
from dossier.pipeline import read_all

# Whether the plugin adds the default extensions, and those that the site lists.
EXTENSIONS = {
    "none": ("false", "[]"),
    "by default": ("true", "[]"),
    "a bundle": ("true", "[extra, sane_lists, {toc: {permalink: true}}]"),
    "of others": (
        "true",
        "[pymdownx.details, pymdownx.superfences, {pymdownx.tasklist: {custom_checkbox: true}}, nl2br, md_in_html]",
    ),
}
CONFIG = """
site_name: A dossier
docs_dir: content
theme: {{name: material, font: false}}
plugins:
  - dossier: {{link: every, default_extensions: {defaults}}}
markdown_extensions: {extensions}
"""
ARTICLE = """\
---
title: Talks
date: 2021-12-08
---
Reed spoke. Ada Moss met Ben Reed in Port Vale on 3 March 2015.

<details markdown="1">
<summary>More</summary>

In June, Ada Moss signed the Vale Accord. Moss and Reed knew.

</details>

??? note "Aside"
    On Tuesday Ben Reed left Port Vale.

!!! note
    In 2019 Moss returned.

Ada Moss
: the envoy, since May 2017

| Who | When |
| --- | --- |
| Ben Reed | 2018 |

```text
Ada Moss in code, 2011
```

- [ ] Ada Moss answers by 9 December 2021
2. Ben Reed

The VA.[^1] "Ada Moss" <button>Ben Reed</button> <span onclick="x()">Port Vale</span>

[^1]: Ben Reed said so in 2020.

*[VA]: Vale Accord
"""
DOSSIER = f"""
-- content/articles/talks.md --
{ARTICLE}
-- content/people/ada-moss.md --
---
title: Ada Moss
---
-- content/people/ben-reed.md --
---
title: Ben Reed
---
-- content/people/carl-reed.md --
---
title: Carl Reed
---
-- content/people/dora-reed.md --
---
title: Dora Reed
---
-- content/places/port-vale.md --
---
title: Port Vale
---
-- content/agreements/vale-accord.md --
---
title: Vale Accord
---
"""
PAGE = "articles/talks/index.html"
ENTITIES = ("ada-moss", "ben-reed", "port-vale", "vale-accord")
# What counts and is no link: words of a button, and of HTML that no extension reads as Markdown.
IN_BUTTON = [("ben-reed", "Ben Reed")]
IN_RAW_DETAILS = [
    ("ada-moss", "Ada Moss"),
    ("vale-accord", "Vale Accord"),
    ("ada-moss", "Moss"),
    ("ben-reed", "Reed"),
]
OF_TEXTS = {"ambiguous-mention", "unknown-reference", "markup-removed", "lost-words", "unread-markup"}


def run(site: Site, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    monkeypatch.chdir(site.folder)
    result = CliRunner().invoke(main, arguments)
    assert result.stderr.count("\n") <= 1, result.stderr
    return result.stdout


def adds_defaults(site: Site) -> bool:
    return "default_extensions: true" in (site.folder / "mkdocs.yml").read_text(encoding="utf-8")


def on_the_page(page: BeautifulSoup) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Mentions and dates with their words, in the order of the page; every mention is a link here."""
    found = page.select("span[id^=mention-]")
    mentions = [(str(link["data-id"]), link.text) for each in found for link in each.select("a.dossier-link")]
    dates = [(str(time["data-edtf"]), time.text) for each in found for time in each.select("[data-edtf]")]
    return mentions, dates


def listed_by_commands(
    site: Site, monkeypatch: pytest.MonkeyPatch, *more: str
) -> Iterator[tuple[int, int, str, str]]:
    for entity in (*ENTITIES, *more):
        for each in json.loads(run(site, monkeypatch, "mentions", entity, "--json")):
            yield each["line"], each["column"], entity, each["words"]


@pytest.fixture(params=EXTENSIONS.values(), ids=EXTENSIONS, scope="module")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    defaults, extensions = request.param
    config = CONFIG.format(defaults=defaults, extensions=extensions)
    return Site(tmp_path_factory.mktemp("site"), DOSSIER, config).build()


def test_mentions_are_the_same(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    mentions, _ = on_the_page(site.soup(PAGE))
    assert len(mentions) > 5
    mentions += IN_BUTTON if adds_defaults(site) else [*IN_BUTTON, *IN_RAW_DETAILS]
    found = list(listed_by_commands(site, monkeypatch))
    assert sorted((entity, words) for _, _, entity, words in found) == sorted(mentions)
    counted = {e: json.loads(run(site, monkeypatch, "show", e, "--json"))["mentions"] for e in ENTITIES}
    assert counted == {e: sum(entity == e for entity, _ in mentions) for e in ENTITIES}


def test_dates_are_the_same(site: Site) -> None:
    _, dates = on_the_page(site.soup(PAGE))
    host = read_host(site.folder / "mkdocs.yml")
    read = read_all(site.folder / "content", markdown=markdown_options(host)).indexes().documents["talks"]  # type: ignore[index]
    found = [(d.mention.value, read.text[d.mention.start : d.mention.end]) for d in read.dates if d.anchor]
    assert sorted(found) == sorted(dates)
    assert len(dates) > 3


def test_findings_are_the_same(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    places = [re.search(r"/content/(\S+?):(\d+):(\d+): \w+: ([\w-]+)", text) for _, text in site.messages]
    built = sorted(place.groups() for place in places if place and place[4] in OF_TEXTS)
    checked = json.loads(run(site, monkeypatch, "check", "--json"))
    found = [f for f in checked["findings"] if f["code"] in OF_TEXTS]
    assert found
    assert built == sorted(
        (f["path"].removeprefix("content/"), str(f["line"]), str(f["column"]), f["code"]) for f in found
    )


def test_suggestions_come_from_the_same_words(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that nothing has stands in the details, which are Markdown only with some lists of extensions."""
    article = site.folder / "content/articles/talks.md"
    before = article.read_text(encoding="utf-8")
    article.write_text(
        before.replace("In June, Ada Moss", "In June, Cleo Hart and Ada Moss"), encoding="utf-8"
    )
    try:
        suggested = json.loads(run(site, monkeypatch, "suggest", "--json"))
    finally:
        article.write_text(before, encoding="utf-8")
    assert "Cleo Hart" in [each["name"] for each in suggested["names"]]


def test_the_standalone_extension_finds_the_same(site: Site) -> None:
    options = markdown_options(read_host(site.folder / "mkdocs.yml"))
    html = markdown.markdown(
        ARTICLE.partition("---\n")[2].partition("---\n")[2],
        extensions=[*options.extensions, "dossier"],
        extension_configs={
            **{name: dict(each) for name, each in options.configs.items()},
            "dossier": {"content": str(site.folder / "content"), "link": "every"},
        },
    )
    assert on_the_page(BeautifulSoup(html, "html.parser")) == on_the_page(site.soup(PAGE))


def test_an_edit_shows_in_the_same_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(tmp_path, DOSSIER, CONFIG.format(defaults="true", extensions="[tables]")).build()
    body = "Cy Dale spoke of the Vale Accord."
    front_matter = "---\ntitle: Talks\ndate: 2021-12-08\n---\n"
    options = {"dossier": {"content": str(tmp_path / "content"), "link": "every"}}

    def links() -> list[list[tuple[str, str]]]:
        site.build()
        alone = markdown.markdown(body, extensions=["dossier"], extension_configs=options)
        page, _ = on_the_page(site.soup(PAGE))
        people = ["cy-dale"] if (tmp_path / "content/people/cy-dale.md").is_file() else []
        listed = sorted(listed_by_commands(site, monkeypatch, *people))
        return [page, on_the_page(BeautifulSoup(alone, "html.parser"))[0], [found[2:] for found in listed]]

    site.write(f"-- content/articles/talks.md --\n{front_matter}{body}\n")
    assert links() == [[("vale-accord", "Vale Accord")]] * 3
    site.write("-- content/people/cy-dale.md --\n---\ntitle: Cy Dale\n---\n")
    assert links() == [[("cy-dale", "Cy Dale"), ("vale-accord", "Vale Accord")]] * 3
    body = "The Vale Accord was Cy Dale’s."
    site.write(f"-- content/articles/talks.md --\n{front_matter}{body}\n")
    assert [sorted(found) for found in links()] == [
        [("cy-dale", "Cy Dale"), ("vale-accord", "Vale Accord")]
    ] * 3
