"""Read from a built site what its readers and other programs get, whatever theme shows it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

_SPACE = re.compile(r"\s+")
_BODY = "//article[contains(@class, 'md-content__inner')]"
# What themes bring along.
_OF_THEMES = ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon.png")
_NAME_OF_THEME = "generator"

Facts = dict[str, dict[str, object]]
"""What there is, by kind and by the path of the file."""


def site_facts(site: Path) -> Facts:
    """Everything on a site that a host or a theme must not change."""
    facts: Facts = defaultdict(dict)
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if not file.is_file() or path.startswith(_OF_THEMES):
            continue
        facts["files"][path] = True
        if path.endswith(".html"):
            for kind, found in _page_facts(html.fromstring(file.read_bytes())):
                facts[kind][path] = found
        elif not path.endswith((".css", ".gz")):
            kind = "feeds" if path.endswith(".xml") else "search" if path.startswith("pagefind/") else "data"
            facts[kind][path] = file.read_bytes()
    return facts


def differences(usual: Facts, other: Facts) -> dict[str, list[str]]:
    """The paths that differ, by kind; no kind that does not."""
    found = {
        kind: sorted(
            path
            for path in usual[kind].keys() | other[kind].keys()
            if usual[kind].get(path) != other[kind].get(path)
        )
        for kind in usual.keys() | other.keys()
    }
    return {kind: paths for kind, paths in found.items() if paths}


def _page_facts(page: HtmlElement) -> Iterator[tuple[str, object]]:
    yield "metadata", sorted(_metadata(page))
    yield "navigation", [_link(each) for each in page.xpath(".//nav[contains(@class, 'md-tabs')]//a")]
    for body in page.xpath(_BODY):
        yield from _body_facts(body)


def _body_facts(body: HtmlElement) -> Iterator[tuple[str, object]]:
    links = body.xpath(".//a[@href]")
    yield (
        "headings",
        [(each.tag, each.get("id"), _text(each)) for each in body.xpath(".//h1|.//h2|.//h3|.//h4")],
    )
    yield (
        "mentions",
        [(each.get("data-type"), each.get("data-id"), *_link(each)) for each in _of(links, "dossier-link")],
    )
    yield (
        "dates",
        [(each.get("datetime"), each.get("data-edtf"), _text(each)) for each in body.xpath(".//time")],
    )
    yield "backlinks", [_text(each) for each in _of(body.xpath(".//section"), "dossier-mention-in")]
    yield "links", [_link(each) for each in links]
    yield "text", _text(body)
    yield "markup", [(each.tag, sorted(each.items())) for each in body.iterdescendants("*")]


def _metadata(page: HtmlElement) -> Iterator[tuple[str, ...]]:
    yield ("html", page.get("lang", ""))
    for each in page.xpath("./head/*[self::title or self::meta or self::link]"):
        name = each.get("name") or each.get("property") or each.get("rel") or each.get("charset") or ""
        if each.tag == "title":
            yield ("title", _text(each))
        elif name != _NAME_OF_THEME and each.get("http-equiv") is None and name != "stylesheet":
            yield (each.tag, name, each.get("content", ""), each.get("href", ""), each.get("title", ""))


def _of(elements: list[HtmlElement], name: str) -> Iterator[HtmlElement]:
    return (each for each in elements if name in (each.get("class") or "").split())


def _link(element: HtmlElement) -> tuple[str, str]:
    return element.get("href", ""), _text(element)


def _text(element: HtmlElement) -> str:
    return _SPACE.sub(" ", str(element.text_content())).strip()
