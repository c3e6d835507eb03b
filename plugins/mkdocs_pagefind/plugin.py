"""Connect the hooks of MkDocs to the search: collect copies of pages, then index all of them at once."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger

from mkdocs_pagefind.assets import FOLDER, SCRIPT, Dialog, write_assets, write_empty_index
from mkdocs_pagefind.config import PagefindConfig
from mkdocs_pagefind.document import lean_copy
from mkdocs_pagefind.indexing import IndexingError, build_index, copy_path
from mkdocs_pagefind.labels import LABELS
from mkdocs_pagefind.page_meta import PageSearch, read_page_search
from mkdocs_pagefind.writing import write

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_ENGLISH: Final = "a an and are as at be by for from in is it of on that the to was were with".split()
log = get_plugin_logger("pagefind")


class PagefindPlugin(BasePlugin[PagefindConfig]):  # type: ignore[no-untyped-call]
    """Adds a search with facets to a site."""

    # Otherwise MkDocs only warns about a second instance and continues; this plugin refuses it.
    supports_multiple_instances = True

    dirty: bool = False
    temporary: tempfile.TemporaryDirectory[str] | None = None
    counts: dict[str, Counter[str]]
    boosts: set[float]

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Remember whether only changed pages are built, which cannot be indexed as a whole."""
        self.dirty = dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig | None:
        """Add the script to every page, and warn about options that do not fit together.

        Raises:
            PluginError: the site would have two searches of this kind.
        """
        if not self.config.enabled:
            return None
        if _searches(config) > 1:
            file = Path(config.config_file_path or "mkdocs.yml").name
            raise PluginError(
                f"{file} lists the plugin “pagefind” more than once: list it once, with all its options."
            )
        others = [name for name in config.plugins if name.rpartition("/")[2] == "search"]
        if others:
            log.warning(
                f"The plugin {others[0]!r} is on as well, so readers get two searches. Remove one of them."
            )
        for key in sorted(self.config.labels.keys() - LABELS.keys()):
            log.warning(f"There is no label {key!r}; use one of {', '.join(LABELS)}.")
        if SCRIPT not in config.extra_javascript:
            config.extra_javascript.append(SCRIPT)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Start with no copies."""
        self._clean()
        self.counts, self.boosts = {name: Counter() for name in self.config.facets}, set()
        if self.config.enabled and not self.dirty:
            self.temporary = tempfile.TemporaryDirectory(prefix="mkdocs-pagefind-")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Refuse files that would be in the folder of the index and be lost.

        Raises:
            PluginError: there is such a file.
        """
        taken = [file.src_uri for file in files if file.dest_uri.startswith(f"{FOLDER}/")]
        if not taken or not self.config.enabled:
            return
        for path in taken:
            log.error(
                f"{path}:1:1: it would be in the site's folder “{FOLDER}”, which belongs to the search "
                "index (rename it)"
            )
        raise PluginError("The search index cannot be written, see above.")

    # Last of all plugins: readers search the page and its metadata as the others leave them.
    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str | None:  # noqa: ARG002
        """Set a lean copy of the page aside."""
        # MkDocs does not write a page without any text.
        if self.temporary is None or not output.strip():
            return None
        search, complaints = read_page_search(page.meta.get("search"))
        for complaint in complaints:
            log.warning(f"{page.file.src_uri}: {complaint}. It is left out.")
        if not search.exclude:
            self._add(Path(self.temporary.name), page, self._shown(search))
        return None

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index the copies and write the index and the user interface into the site."""
        if self.temporary is None:
            if self.config.enabled:
                log.info("The search index is not updated, because a dirty build does not see all pages.")
            return
        folder, copies = Path(config.site_dir) / FOLDER, Path(self.temporary.name) / "pages"
        language = self._language(config)
        try:
            if copies.exists():
                build_index(copies, folder, language=language, keep_index_html=not config.use_directory_urls)
            else:
                log.info("There is no page to search, so every search finds nothing.")
                write_empty_index(folder)
        except IndexingError as error:
            raise PluginError(f"Pagefind could not make the search index: {error}") from None
        finally:
            self._clean()
        write_assets(folder, self._dialog(language))

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Remove the copies."""
        self._clean()

    def _add(self, temporary: Path, page: Page, search: PageSearch) -> None:
        title = str(page.title or "")
        copy = temporary / "pages" / copy_path(page.file.dest_uri)
        copy.parent.mkdir(parents=True, exist_ok=True)
        write(copy, lean_copy(title, _first_heading(page) or title, page.content or "", search))
        self.boosts.add(search.boost)
        for name, values in search.filters.items():
            self.counts.setdefault(name, Counter()).update(values)

    def _shown(self, search: PageSearch) -> PageSearch:
        """The same without the facets that this site does not show."""
        wanted = self.config.facets
        if not wanted:
            return search
        filters = {name: search.filters[name] for name in wanted if name in search.filters}
        return PageSearch(search.exclude, search.boost, filters, search.words, search.kind, search.summary)

    def _language(self, config: MkDocsConfig) -> str:
        theme = config.theme
        found = self.config.language or theme.get("language") or theme.get("locale") or "en"
        return str(found).replace("_", "-").lower()

    def _dialog(self, language: str) -> Dialog:
        stop_words = self.config.stop_words
        if stop_words is None:
            stop_words = _ENGLISH if language.split("-")[0] == "en" else []
        return Dialog(
            counts={name: dict(values.most_common()) for name, values in self.counts.items() if values},
            labels=LABELS | self.config.labels,
            boosts=frozenset(self.boosts),
            results=self.config.results,
            excerpt_length=self.config.excerpt_length,
            stop_words=tuple(stop_words),
        )

    def _clean(self) -> None:
        if self.temporary is not None:
            self.temporary.cleanup()
            self.temporary = None


def _searches(config: MkDocsConfig) -> int:
    plugins = config.plugins.values()
    return sum(isinstance(plugin, PagefindPlugin) and plugin.config.enabled for plugin in plugins)


def _first_heading(page: Page) -> str:
    """The text of the page's first heading, if it is of the first level."""
    first = next(iter(page.toc), None)
    return first.title if first is not None and first.level == 1 else ""
