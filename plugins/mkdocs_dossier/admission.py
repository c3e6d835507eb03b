"""Remove files that must not be published from MkDocs' list, and report them as findings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from dossier.content.assets import asset_finding
from dossier.content.folder import ContentFile
from dossier.content.loading import SOURCES_FILE
from dossier.model.findings import Finding, Severity
from mkdocs_dossier.other_plugins import read_by_plugins

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

_TEMPLATES: Final = "templates/"


def admit(files: Files, regular: set[str], config: MkDocsConfig, *, trusted: bool) -> list[Finding]:
    """Remove from MkDocs' files those in the dossier's folder that are not published.

    `regular` are the paths of the regular files with safe names; everything else in the folder already has
    its finding. Where authors are `trusted`, files of any kind are published.
    """
    findings = []
    read = read_by_plugins(config)
    for file in list(files):
        if not is_asset(file, config) or _is_kept(file, read):
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


def _is_kept(file: File, read: frozenset[str]) -> bool:
    """Whether a plugin reads it, MkDocs does not publish it, and it is no link to another file."""
    is_excluded = file.inclusion.is_excluded()  # type: ignore[no-untyped-call]
    return Path(file.src_uri).name in read and is_excluded and not Path(file.abs_src_path or "").is_symlink()


def _asset_finding(file: File, config: MkDocsConfig) -> Finding | None:
    if file.inclusion.is_excluded() or file.src_uri == SOURCES_FILE:  # type: ignore[no-untyped-call]
        return None
    return asset_finding(ContentFile(file.src_uri, Path(config.docs_dir, file.src_uri)))
