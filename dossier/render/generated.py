"""A dossier's types and years in; the pages that no file of the dossier gives, out.

A host asks here which pages there are, what they are called and how to render each, so that every host
builds the same site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dossier.model.registry import Registry
from dossier.model.site_paths import EXPLORE, HOME, RELATIONS, TIMELINE, index_of, year_page
from dossier.render.page import Address
from dossier.render.renderer import Renderer
from dossier.render.view import Rendered

Render = Callable[[Renderer, Address], Rendered]


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page that the site has besides the dossier's files.

    Attributes:
        path: as of a Markdown file in the dossier's folder.
        title: what it is called, "" for the home page, which has the site's own name.
        render: what it shows.
        in_navigation: whether the site's navigation leads to it.
    """

    path: str
    title: str
    render: Render
    in_navigation: bool = True


def generated_pages(registry: Registry) -> Iterator[GeneratedPage]:
    """The pages of every dossier but those of the years, in the order of the navigation."""
    yield GeneratedPage(HOME, "", Renderer.home)
    for spec in registry.schema.types.values():
        if spec.layout != "page" and registry.of_type(spec.type):
            yield GeneratedPage(index_of(spec.folder), spec.plural, _type_index(spec.type))
            if spec.layout == "article":
                yield GeneratedPage(EXPLORE, "Explore", Renderer.explore)
    yield GeneratedPage(TIMELINE, "Timeline", Renderer.overview)
    yield GeneratedPage(RELATIONS, "Relations", Renderer.relations)


def year_pages(years: Iterable[int]) -> Iterator[GeneratedPage]:
    """The pages of years, in their order."""
    for year in sorted(years):
        yield GeneratedPage(year_page(year), str(year), _year(year), in_navigation=False)


def _type_index(name: str) -> Render:
    return lambda renderer, address: renderer.type_index(name, address)


def _year(year: int) -> Render:
    return lambda renderer, address: renderer.year(year, address)
