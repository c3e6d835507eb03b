"""Make small dossiers for tests of whole ones: read, recognised and ready to be shown."""

from __future__ import annotations

from pathlib import Path

from dossier.pipeline import Dossier
from dossier.render import Renderer
from dossier.render.export import Site


def read(folder: Path, url: str = "") -> Renderer:
    """The renderer of a dossier that has no findings; its addresses are the paths of the files."""
    dossier = Dossier.load(folder)
    assert [str(finding) for finding in dossier.findings] == []
    for item in dossier.registry.items.values():
        dossier.read(item)
    return dossier.renderer(Site("A dossier", url, lambda path: path.removesuffix(".md") + "/"))
