"""Tell MkDocs where the dossier's files are edited, and add the links for contributors to its pages."""

from __future__ import annotations

import warnings
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from mkdocs.plugins import get_plugin_logger

from dossier.content.repository import repository
from dossier.edit.drafting import form
from dossier.render import Place, repository_at
from mkdocs_dossier.config import configuration_file

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from dossier.model.types import Schema
    from dossier.render import Renderer

_MATERIAL_ICON: Final = "content.action.edit"
_WHOLE_PATH: Final = ("{path}", "{path!q}")
log = get_plugin_logger("dossier")


def set_edit_uri(config: MkDocsConfig) -> None:
    """Set ``edit_uri`` where the site does not: MkDocs guesses the branch “master” and the folder “docs”."""
    if not config.repo_url or config.edit_uri_template or _is_given(config, "edit_uri"):
        return
    known, folder = repository_at(config.repo_url), _folder_in_repository(config)
    config.edit_uri = known.edit_uri(folder) if known and folder is not None else ""
    if not config.edit_uri:
        file = configuration_file(config).name
        log.info(
            f"No page gets the link “Edit this page”, because only {file} can say where {config.repo_url} "
            "edits files: write edit_uri into it."
        )


def quote_paths(files: Files, config: MkDocsConfig) -> None:
    """Percent-encode the paths of files in addresses of the editor, where MkDocs leaves them as they are."""
    if not config.repo_url or "!q" in str(config.edit_uri_template or ""):
        return
    for file in files.documentation_pages():
        if file.edit_uri == file.src_uri:
            file.edit_uri = quote(file.src_uri)


class Contributing:
    """The links for contributors on the pages of a site; without ``repo_url`` there are none."""

    def __init__(self, config: MkDocsConfig, schema: Schema) -> None:
        self._config: Final = config
        self._repository: Final = repository_at(config.repo_url or "")
        spec = next(spec for spec in schema.types.values() if spec.layout == "article")
        place = _edited_at(config)
        self._add: Final = (
            self._repository.new_file(place, spec.folder, form(spec)) if self._repository else ""
        )

    def add_to(self, page: Page, renderer: Renderer) -> None:
        """Add the links below what a page shows."""
        if not self._config.repo_url:
            return
        title = self._config.site_name if page.is_homepage else unescape(str(page.title or ""))
        file = page.file.src_uri if page.file.generated_by is None else ""
        # The theme's own icon leads to the same form.
        has_icon = _MATERIAL_ICON in self._config.theme.get("features", ())
        edit = "" if has_icon else page.edit_url or ""
        place = Place(title, page.canonical_url or page.url, file, edit)
        page.content = f"{page.content or ''}{renderer.actions(place, self._repository, self._add)}"


def _is_given(config: MkDocsConfig, option: str) -> bool:
    """Whether the site sets an option, even to what MkDocs would guess."""
    with warnings.catch_warnings():
        # MkDocs says that nobody uses this, and has no other way to ask.
        warnings.simplefilter("ignore", DeprecationWarning)
        return any(given.get(option) is not None for given in config.user_configs)


def _folder_in_repository(config: MkDocsConfig) -> str | None:
    """The path of the dossier's folder in its repository, None where it lies outside.

    Where no repository is found, as in an unpacked archive, ``mkdocs.yml`` is taken to lie at its root.
    """
    root = repository(configuration_file(config).parent, {})
    folder = Path(config.docs_dir).resolve()
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else None


def _edited_at(config: MkDocsConfig) -> str:
    """Where the editor finds the dossier's folder, relative to the repository; "" where no rule says so."""
    template = str(config.edit_uri_template or "")
    for path in _WHOLE_PATH:
        if template.endswith(path):
            return template.removesuffix(path)
    return "" if template else config.edit_uri or ""
