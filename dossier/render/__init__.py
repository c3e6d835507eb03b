"""Render HTML fragments and generated pages, the same for every host."""

from dossier.render.contributing import Place, Repository, repository_at
from dossier.render.page import Address, Heading
from dossier.render.reachable import link_targets, links_to_empty_years, possible_years
from dossier.render.renderer import GeneratedPage, Renderer, generated_pages, possible_pages, year_pages
from dossier.render.search import SearchEntry
from dossier.render.view import CONTENTS, STATIC, Rendered

__all__ = [
    "CONTENTS",
    "STATIC",
    "Address",
    "GeneratedPage",
    "Heading",
    "Place",
    "Rendered",
    "Renderer",
    "Repository",
    "SearchEntry",
    "generated_pages",
    "link_targets",
    "links_to_empty_years",
    "possible_pages",
    "possible_years",
    "repository_at",
    "year_pages",
]
