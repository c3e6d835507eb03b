"""Find folders that a build would replace although they do not belong to the site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def overlaps(config: MkDocsConfig, **more: str | None) -> Iterator[str]:
    """A message for each source that is inside the site's folder or contains it.

    `more` are folders and files besides those of MkDocs, by the option that names each. MkDocs compares only
    the names of folders; a symbolic link may lead from one into another.
    """
    file = Path(config.config_file_path or "mkdocs.yml")
    site = Path(config.site_dir).resolve()
    named = {"docs_dir": config.docs_dir, "custom_dir": config.theme.custom_dir, **more}
    for option, folder in named.items():
        inside = Path(folder or "").resolve()
        if folder and (site == inside or site in inside.parents or inside in site.parents):
            yield _overlap(config.site_dir, f"{option}, {folder}")
    if site in file.resolve().parents:
        yield _overlap(config.site_dir, str(file))


def _overlap(site: str, other: str) -> str:
    return (
        f"site_dir, {site}, and {other} lie one within the other, and a build replaces all of site_dir: "
        "choose a separate folder for it, such as “site”."
    )
