"""Decide which files MkDocs publishes: remove the others from its list, and report them as findings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from mkdocs.structure.files import InclusionLevel

from dossier.content.assets import asset_finding
from dossier.content.folder import ContentFile
from dossier.content.loading import SOURCES_FILE
from dossier.model.findings import Finding, Severity
from mkdocs_dossier.other_plugins import read_by_plugins
from mkdocs_dossier.withholding import Withholding

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from dossier.model.registry import Registry
    from dossier.pipeline import Dossier

_TEMPLATES: Final = "templates/"


def published_paths(files: Files, *, serving: bool) -> set[str]:
    """The paths of the files that MkDocs builds; another plugin may have removed some."""
    built = InclusionLevel.is_in_serve if serving else InclusionLevel.is_included
    return {file.src_uri for file in files if built(file.inclusion)}  # type: ignore[no-untyped-call]


def admit_assets(
    files: Files, regular: set[str], dossier: Dossier, config: MkDocsConfig, *, trusted: bool
) -> Withholding:
    """Remove files that are not published, and report them; see `admit`. Gives those that only drafts use.

    A fault in a file that only drafts use stops nothing.
    """
    assets = {file.src_uri: file for file in files if is_asset(file, config)}
    withheld = dossier.named_by_withheld(assets)
    unused = withheld - dossier.named_by_published(withheld)
    refused = admit(files, regular, config, trusted=trusted)
    dossier.findings.extend(left_out_by_host(files, config))
    dossier.findings.extend(finding for finding in refused if finding.path not in unused)
    return Withholding((assets[path] for path in withheld), config.site_url or "")


def keep_published_texts(files: Files, registry: Registry) -> None:
    """Keep the texts of a dossier out of the navigation, and remove what is not published, such as drafts."""
    for file in list(files):
        if file.src_uri in registry.by_path:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        elif file.src_uri == SOURCES_FILE or _is_left_out(file):
            files.remove(file)


def _is_left_out(file: File) -> bool:
    """Whether a page in the dossier's folder is not published. Other plugins' pages stay."""
    return file.is_documentation_page() and file.generated_by is None and not file.inclusion.is_excluded()  # type: ignore[no-untyped-call]


def admit(files: Files, regular: set[str], config: MkDocsConfig, *, trusted: bool) -> list[Finding]:
    """Remove from MkDocs' files those in the dossier's folder that are not published.

    `regular` are the paths of the regular files with safe names; everything else in the folder already has
    its finding. Where authors are `trusted`, files of any kind are published. What plugins read stays in the
    list and out of the site.
    """
    findings = []
    read = {name.lower() for name in read_by_plugins(config)}
    for file in list(files):
        if not is_asset(file, config):
            continue
        if Path(file.src_uri).name.lower() in read and not Path(file.abs_src_path or "").is_symlink():
            file.inclusion = InclusionLevel.EXCLUDED
            continue
        finding = None if trusted else _asset_finding(file, config)
        if finding is not None:
            findings.append(finding)
        if finding is not None or file.src_uri not in regular or file.src_uri == SOURCES_FILE:
            files.remove(file)
    return findings


def left_out_by_host(files: Files, config: MkDocsConfig) -> list[Finding]:
    """Warnings about texts that MkDocs leaves out although nobody told it to."""
    if config.exclude_docs:
        return []
    return [
        Finding(
            file.src_uri, 1, 1, "file-not-read",
            "MkDocs uses the folder “templates” itself and does not publish it",
            "rename the folder", Severity.WARNING,
        )
        for file in files
        if file.inclusion.is_excluded() and file.src_uri.startswith(_TEMPLATES)  # type: ignore[no-untyped-call]
    ]  # fmt: skip


def is_asset(file: File, config: MkDocsConfig) -> bool:
    """Whether a file is in the dossier's folder and no text: not from the theme, not made by a plugin."""
    is_of_dossier = file.generated_by is None and file.src_dir == config.docs_dir
    return is_of_dossier and not file.src_uri.endswith(".md")


def _asset_finding(file: File, config: MkDocsConfig) -> Finding | None:
    if file.inclusion.is_excluded() or file.src_uri == SOURCES_FILE:  # type: ignore[no-untyped-call]
        return None
    return asset_finding(ContentFile(file.src_uri, Path(config.docs_dir, file.src_uri)))
