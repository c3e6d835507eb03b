"""Connect the hooks of MkDocs to publishing; each hook is a few lines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority

from mkdocs_atomic_site.overlaps import overlaps
from mkdocs_atomic_site.publishing import Publishing, file_failure, tell_failure

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

NO_DIRTY = "atomic-site replaces a whole site, which cannot be built in part: leave out “--dirty”."


class AtomicSiteConfig(Config):  # type: ignore[no-untyped-call]
    """The options of ``plugins: - atomic-site``; there are none."""


class AtomicSitePlugin(BasePlugin[AtomicSiteConfig]):  # type: ignore[no-untyped-call]
    """Builds beside the site and swaps in the finished site; until then the old one stays as it is."""

    serving: bool = False
    writing: str = ""
    publishing: Publishing | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether this is a preview, which has a folder of its own."""
        self.serving = command == "serve"
        if dirty and not self.serving:
            raise PluginError(NO_DIRTY)

    # Before other plugins: none may take the served folder for the one to write into.
    @event_priority(90)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Have MkDocs build beside the site."""
        for refusal in overlaps(config):
            raise PluginError(refusal)
        self.writing = ""
        if not self.serving:
            self.publishing = Publishing(config)
        return config

    def on_page_context(self, context: TemplateContext, *, page: Page, **_: object) -> TemplateContext:  # noqa: ARG002
        """Forget the page that was written last."""
        self.writing = ""
        return context

    # Last of all plugins, directly before MkDocs writes the file.
    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Remember which file MkDocs writes next."""
        self.writing = page.file.abs_dest_path
        return output

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Remember which file MkDocs writes next."""
        self.writing = str(Path(config.site_dir, template_name))
        return output_content

    # After every other plugin (MkDocs' own scale ends at -100), so that the search index is written too.
    @event_priority(-1000)
    def on_post_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Put the finished site in its place."""
        if self.publishing:
            self.publishing.finish()

    # After other plugins, which may report the error, and before those that end the build.
    @event_priority(-500)
    def on_build_error(self, *, error: Exception) -> None:
        """Leave the site as it was, and say in one line what happened to its files."""
        # What was built so far may fill the disk, so the failure is described before it is removed.
        failure = file_failure(error, self.writing, self.publishing)
        self.on_shutdown()
        tell_failure(error, failure)

    def on_shutdown(self) -> None:
        """Remove what was built so far, even where somebody stops the build."""
        if self.publishing:
            self.publishing.give_up()
