"""Read the metadata in a page's JSON-LD.

Pages hold broken, huge, recursive and lying JSON-LD, so this trusts nothing: it checks the type of every
value, and limits the walk.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from bs4 import Tag

from dossier.importing.body.blocks import letters_of
from dossier.importing.metadata.evidence import Name, Stated, clean, clean_title

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

ORIGIN: Final = "JSON-LD"
_MOST_NODES: Final = 5_000
_DEEPEST: Final = 24
_ARTICLE: Final = re.compile(r"(?:Article|Posting|Report|Review|PressRelease|Statement)$")
_PAGE: Final = re.compile(r"(?:WebPage|ItemPage|AboutPage)$")
_SITE: Final = re.compile(r"(?:WebSite|Organization|NewsMediaOrganization|Corporation)$")
# The objects under these keys are about something other than the page.
_ELSEWHERE: Final = frozenset(
    """itemListElement hasPart mentions about citation relatedLink liveBlogUpdate comment review
    breadcrumb potentialAction isBasedOn video image significantLink""".split()
)
_WEIGHT: Final = {"article": 90, "page": 62, "site": 50}

Node = Mapping[str, Any]


def article_text(soup: BeautifulSoup) -> str:
    """The text of the article that the page's JSON-LD repeats, "" where it does not."""
    articles = [node for node in _all_nodes(soup) if _is(node, _ARTICLE)]
    articles.sort(key=lambda node: -_likeness(node, soup))
    texts = [text for node in articles[:1] for text in _texts(node.get("articleBody"))]
    return texts[0] if texts else ""


def from_json_ld(soup: BeautifulSoup) -> Iterator[Stated]:
    """What the page's JSON-LD states; JSON-LD that cannot be read is left out."""
    nodes = _all_nodes(soup)
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _is(node, _ARTICLE)]
    articles.sort(key=lambda node: -_likeness(node, soup))
    main = articles[:1] or [node for node in nodes if _is(node, _PAGE)][:1]
    for node in main:
        yield from _of_article(node, by_id, "article" if articles else "page")
    for node in [node for node in nodes if _is(node, _PAGE)][:1]:
        if node not in main:
            yield from _of_article(node, by_id, "page")
    for node in [node for node in nodes if _is(node, _SITE)][:2]:
        yield from _stated("site", _name(node, by_id), "site")
    for other in articles[1:6]:
        yield from (Stated("type", clean(value), ORIGIN, 0) for value in _texts(other.get("headline")))


def _likeness(node: Node, soup: BeautifulSoup) -> int:
    """How surely an article is that of the page: 2 by its address, 1 by its headline, 0 by neither."""
    link = soup.find("link", rel="canonical", href=True)
    own = str(link["href"]).strip().rstrip("/") if isinstance(link, Tag) else ""
    addresses = [text for key in ("mainEntityOfPage", "url", "@id") for text in _address(node.get(key))]
    if own and any(text.partition("#")[0].rstrip("/") == own for text in addresses):
        return 2
    title = letters_of(soup.title.get_text()) if soup.title else ""
    return int(any(letters_of(text) in title for text in _texts(node.get("headline")) if title))


def _all_nodes(soup: BeautifulSoup) -> list[Node]:
    nodes: list[Node] = []
    for script in soup.find_all("script"):
        nodes += _nodes(_parse(script.string or ""), _MOST_NODES - len(nodes))
    return nodes


def _parse(text: str) -> object:
    stripped = re.sub(
        r"^\s*(?:<!--|/[/*]\s*<!\[CDATA\[\s*(?:\*/)?|<!\[CDATA\[)|(?:-->|"
        r"(?:/[/*]\s*)?\]\]>\s*(?:\*/)?)\s*$",
        "",
        text,
    )
    for candidate in (stripped, re.sub(r",(\s*[}\]])", r"\1", stripped)):
        try:
            return json.loads(candidate.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(data: object, most: int) -> list[Node]:
    """All objects of a document that are about the page, outer before inner."""
    found: list[Node] = []
    waiting: list[tuple[object, int]] = [(data, 0)]
    while waiting and len(found) < most:
        value, depth = waiting.pop(0)
        if depth > _DEEPEST:
            continue
        if isinstance(value, list):
            waiting += [(item, depth + 1) for item in value[:_MOST_NODES]]
        elif isinstance(value, dict):
            found.append(value)
            waiting += [
                (inner, depth + 1)
                for key, inner in value.items()
                if key not in _ELSEWHERE and isinstance(inner, dict | list)
            ]
    return found


def _is(node: Node, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(kind) for kind in _texts(node.get("@type")))


def _of_article(node: Node, by_id: Mapping[str, Node], kind: str) -> Iterator[Stated]:
    yield from _stated("title", _texts(node.get("headline")) or _texts(node.get("name")), kind)
    yield from _stated("published", _texts(node.get("datePublished")), kind)
    if not _texts(node.get("datePublished")):
        yield from _stated("published", _texts(node.get("dateCreated")), kind, -30)
    yield from _stated("updated", _texts(node.get("dateModified")), kind)
    yield from _stated("language", _language(node.get("inLanguage")), kind)
    if kind == "article":
        for author in _list(node.get("author") or node.get("creator")):
            yield from _stated("author", _name(author, by_id), kind)
    for publisher in _list(node.get("publisher") or node.get("sourceOrganization"))[:1]:
        yield from _stated("publisher", _name(publisher, by_id), kind)
    for key in ("mainEntityOfPage", "url", "@id"):
        yield from _stated("url", _address(node.get(key)), kind)
    yield from _stated("type", _texts(node.get("@type"))[:1], kind)
    if str(node.get("isAccessibleForFree")).lower() == "false":
        yield Stated("type", "not free", ORIGIN, 0)


def _stated(name: Name, values: list[str], kind: str, more: int = 0) -> Iterator[Stated]:
    for text in values[:20]:
        if value := (clean_title if name == "title" else clean)(text):
            yield Stated(name, value, ORIGIN, _WEIGHT[kind] + more)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _texts(value: object) -> list[str]:
    """The texts in a value: itself, those of a list, or the ``@value`` of an object."""
    found = []
    for item in _list(value)[:50]:
        inner = item.get("@value") if isinstance(item, dict) else item
        if isinstance(inner, str) and inner.strip():
            found.append(inner)
    return found


def _name(value: object, by_id: Mapping[str, Node]) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        value = by_id.get(value["@id"], value)
    if not isinstance(value, dict):
        return []
    names = _texts(value.get("name"))
    parts = [*_texts(value.get("givenName"))[:1], *_texts(value.get("familyName"))[:1]]
    return names or ([" ".join(parts)] if parts else [])


def _language(value: object) -> list[str]:
    if isinstance(value, dict):
        return _texts(value.get("alternateName")) or _texts(value.get("name"))
    return _texts(value)


def _address(value: object) -> list[str]:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return [text for text in _texts(value) if text.strip().lower().startswith(("http:", "https:"))]
