"""Export what a site offers besides pages: citations, formatted and for reference managers, and feeds."""

from dossier.render.export.addresses import SITE_FEED, ExportFile, Site, citation_paths, feed_path
from dossier.render.export.bibliography import Bibliography
from dossier.render.export.bibtex import bibtex
from dossier.render.export.csl import CslItem, csl_of_article, csl_of_source
from dossier.render.export.feeds import entity_feed, site_feed
from dossier.render.export.files import csl_json, export_files
from dossier.render.export.ris import ris

__all__ = [
    "SITE_FEED",
    "Bibliography",
    "CslItem",
    "ExportFile",
    "Site",
    "bibtex",
    "citation_paths",
    "csl_json",
    "csl_of_article",
    "csl_of_source",
    "entity_feed",
    "export_files",
    "feed_path",
    "ris",
    "site_feed",
]
