"""Measure the cost of each part of the site: CPU time by part, for a synthetic dossier in one process.

    python tests/benchmarks/parts.py [--articles 1000]

It measures the parts of the core, from reading the files to the files that a site offers, without MkDocs and
without the theme around the pages; then the search index of the same pages, which Pagefind makes in a
separate process. Each line gives CPU seconds and the share of their sum; a line that says "of these" is part
of the line above it.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from markdown import Markdown
from synthetic import make_dossier

from dossier.linking import MarkdownOptions, convert, document_of
from dossier.model.registry import Item
from dossier.pipeline import Dossier
from dossier.render import Rendered, Renderer, generated_pages, year_pages
from dossier.render.cards import card_files
from dossier.render.export import Site, export_files
from dossier.render.relations.chain import chain_context
from dossier.render.relations.neighbours import relations_context
from mkdocs_pagefind.document import lean_copy
from mkdocs_pagefind.indexing import build_index
from mkdocs_pagefind.page_meta import PageSearch

EXTENSIONS = ["attr_list", "footnotes", "tables", "toc"]


@dataclass
class Costs:
    """CPU seconds by part, those of child processes included."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def of(self, part: str) -> Iterator[None]:
        """Measure what is done within."""
        before = cpu()
        yield
        self.seconds[part] = self.seconds.get(part, 0.0) + cpu() - before


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=1000)
    articles = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as folder:
        make_dossier(Path(folder, "content"), articles)
        costs = measure(Path(folder))
    total = sum(seconds for part, seconds in costs.seconds.items() if "of these" not in part)
    print(f"{articles} articles, {total:.1f} s of CPU time")
    for part, seconds in costs.seconds.items():
        print(f"{seconds:8.2f} s {100 * seconds / total:5.1f} %  {part}")


def measure(folder: Path) -> Costs:
    """The cost of each part of one dossier."""
    costs = Costs()
    with costs.of("read and check the files, derive the names"):
        dossier = Dossier.load(folder / "content")
    items = list(dossier.registry.items.values())
    plain = Markdown(extensions=EXTENSIONS)
    context = replace(dossier.context, markdown=MarkdownOptions(tuple(EXTENSIONS)))
    with costs.of("Markdown alone"):
        for item in items:
            plain.reset().convert(item.body)
    texts = {}
    with costs.of("Markdown again, with names and dates recognised and linked"):
        for item in items:
            document = document_of(dossier.registry, item, item.body)
            texts[item.id], linked = convert(document, context)
            dossier.add(item, linked)
    with costs.of("indexes: mentions, co-mentions, relations, timeline, related articles"):
        renderer = dossier.renderer(Site("Benchmark", "", address))
    measure_pages(costs, renderer, items)
    registry, view = dossier.registry, renderer.view
    with costs.of("cards"):
        list(card_files(view))
    with costs.of("feeds and citation files"):
        list(export_files(registry, view.indexes.backlinks, view.site))
    with costs.of("search: words, facets and lean copies"):
        for item in items:
            write_copy(folder / "copies", renderer, item, texts[item.id])
    with costs.of("search: Pagefind"):
        build_index(folder / "copies", folder / "pagefind", language="en", keep_index_html=False)
    return costs


def measure_pages(costs: Costs, renderer: Renderer, items: list[Item]) -> None:
    """The cost of what pages show beyond their own text, by kind of page."""
    view = renderer.view
    for item in items:
        kind = "articles" if item.type.layout == "article" else "entities"
        with costs.of(f"pages of {kind}"):
            renderer.item(item, address)
    with costs.of("  of these, pictures and tables of relations"):
        for item in items:
            if item.type.layout == "entity":
                page = view.page(address, item)
                relations_context(view, item, page)
                chain_context(view, item, page)
    for generated in generated_pages(view.registry):
        with costs.of(f"page {generated.title or 'Home'}"):
            generated.render(renderer, address)
    with costs.of("pages of years"):
        rendered: list[Rendered] = [each.render(renderer, address) for each in year_pages(renderer.years)]
    assert rendered


def write_copy(folder: Path, renderer: Renderer, item: Item, html: str) -> None:
    """What the search index reads of a page."""
    entry = renderer.search(item)
    search = PageSearch(
        boost=entry.boost, filters=entry.filters, words=entry.words, kind=entry.kind, summary=entry.summary
    )
    file = folder / item.path.removesuffix(".md") / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(lean_copy(item.title, item.title, html, search), encoding="utf-8")


def address(path: str) -> str:
    """The address of a page, as it is with directories as addresses."""
    name, mark, anchor = path.partition("#")
    return f"{name.removesuffix('index.md').removesuffix('.md')}/{mark}{anchor}".replace("//", "/")


def cpu() -> float:
    """CPU seconds of this process and of its children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    main()
