"""Connect the hooks of MkDocs to the core; each hook is a few lines."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger

from dossier.content.excerpt import published_body
from dossier.content.folder import MARKDOWN, content_files
from dossier.content.source_date import today
from dossier.edit.check import BuildChecks, Request
from dossier.linking import MarkdownOptions, with_defaults
from dossier.model.errors import DossierError
from dossier.model.findings import Severity
from dossier.model.registry import Item
from dossier.pipeline import Dossier
from dossier.render import STATIC
from mkdocs_atomic_site.strictness import strict_failure
from mkdocs_dossier.admission import admit_assets, keep_published_texts, published_paths
from mkdocs_dossier.config import DossierConfig, checks_file, configuration_file, schema_folder
from mkdocs_dossier.editing import Contributing, quote_paths, set_edit_uri
from mkdocs_dossier.explaining import Explaining, add_explanations
from mkdocs_dossier.faults import end_in_one_line
from mkdocs_dossier.finishing import Finishing
from mkdocs_dossier.foreign_addresses import ForeignScripts
from mkdocs_dossier.headings import escape_headings, escape_navigation, words_of_navigation
from mkdocs_dossier.other_plugins import leave_navigation, read_by_plugins, removed_too_late
from mkdocs_dossier.pages import (
    GeneratedPages,
    file_addresses,
    globals_of,
    last_changed,
    meta,
    site_of,
    write_files,
)
from mkdocs_dossier.policy import mark_templates
from mkdocs_dossier.refusals import refuse
from mkdocs_dossier.reporting import Reporting
from mkdocs_dossier.stylesheets import prune_styles, shorten_scripts
from mkdocs_dossier.themes import ThemeAdapter, adapter_of, use_own_fonts
from mkdocs_dossier.withholding import Withholding

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from dossier.linking import DossierExtension, LinkWhich

_STYLES: Final = "assets/dossier/dossier.css"
_ICON: Final = "assets/dossier/icon.svg"
_MATERIAL_ICON: Final = "assets/images/favicon.png"
NO_OTHER_THEME: Final = (
    "The pages of a dossier need the theme Material or MaterialX, or one that inherits from it: "
    "write “theme: {{name: material}}” into {file}, or “materialx” if that is installed."
)
OTHER_FONTS: Final = (
    "The theme's option “font” names fonts that pages would load from another host. They use those of the "
    "reader's system instead: write “font: false”, and put fonts of your own into extra_css."
)
NO_DIRTY: Final = (
    "A dossier cannot be built in part, because any page may draw on any other: leave out “--dirty” "
    "(and “--dirtyreload”)."
)
log = get_plugin_logger("dossier")


class DossierPlugin(BasePlugin[DossierConfig]):  # type: ignore[no-untyped-call]
    """Links people, agreements and dates in a dossier's articles and builds the pages about them."""

    # Otherwise MkDocs only warns about a second instance and continues; this plugin refuses it.
    supports_multiple_instances = True

    dossier: Dossier
    checks: BuildChecks
    reporting: Reporting
    generated: GeneratedPages
    navigation: list[dict[str, str]] | None = None
    finishing: Finishing
    foreign: ForeignScripts
    configured: frozenset[str] = frozenset()
    withholding: Withholding
    theme: ThemeAdapter
    extension: DossierExtension | None = None
    serving: bool = False
    explaining: Explaining | None = None
    at: str = ""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether this is a preview, which shows drafts."""
        if dirty:
            raise PluginError(NO_DIRTY)
        self.serving = command == "serve"
        self.explaining = Explaining() if self.serving else None

    # First of all plugins: nothing starts before a refusal.
    @event_priority(100)
    def _on_config_refuse(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse what cannot be built, and note what the configuration says before plugins change it."""
        refuse(config, DossierPlugin, os.environ)
        self.foreign = ForeignScripts(config)
        if config.nav is not self.navigation:
            self.configured = frozenset(words_of_navigation(config.nav))
        return config

    # Before other plugins, which may say it better.
    @event_priority(90)
    def _on_config_editing(self, config: MkDocsConfig) -> MkDocsConfig:
        """Say where the dossier's files are edited."""
        set_edit_uri(config)
        return config

    def _on_config_theme(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add templates and static files after the site's own overrides, and the styles before its own."""
        directories = config.theme.dirs
        theme = adapter_of(directories)
        if theme is None:
            raise PluginError(NO_OTHER_THEME.format(file=configuration_file(config).name))
        self.theme = theme
        if self.config.security_policy and use_own_fonts(config.theme):
            log.info(OTHER_FONTS)
        if str(STATIC) not in directories:
            first = 1 if config.theme.custom_dir else 0
            directories[first:first] = [*map(str, theme.templates), str(STATIC)]
        if config.theme.get("favicon") == _MATERIAL_ICON:
            config.theme["favicon"] = _ICON
        if _STYLES not in config.extra_css:
            config.extra_css.insert(0, _STYLES)
        return config

    # Last of all plugins: those that another one adds are not added twice.
    @event_priority(-100)
    def _on_config_markdown(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the Markdown extensions that a dossier has by default, and remove scripts of other hosts."""
        self.foreign.remove(config)
        if self.config.default_extensions:
            listed = MarkdownOptions(tuple(config.markdown_extensions), config.mdx_configs)
            options = with_defaults(listed)
            config.markdown_extensions = list(options.extensions)  # type: ignore[arg-type]
            config.mdx_configs = {name: dict(each) for name, each in options.configs.items()}
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Look through the dossier's folder before MkDocs does, which follows every link in it."""
        self.at = ""
        files, findings = content_files(Path(config.docs_dir), read_by_plugins(config))
        self.regular = {file.path for file in files}
        if any(finding.severity is Severity.ERROR for finding in findings):
            self._load(config, set())
            self._stop_for_errors_in_files()

    on_config = CombinedEvent(_on_config_refuse, _on_config_editing, _on_config_theme, _on_config_markdown)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the dossier, keep its files out of the navigation and add the generated pages."""
        here = published_paths(files, serving=self.serving)
        self._load(config, {path for path in self.regular if path.endswith(MARKDOWN)} - here)
        self.finishing = Finishing(
            self.theme,
            config.site_url or "",
            has_search=self.theme.search in config.plugins,
            # The preview puts its own script into each page to follow changes.
            has_policy=self.config.security_policy and not self.serving,
            trusted=self.config.trusted_authors,
        )
        is_trusted = self.config.trusted_authors
        self.withholding = admit_assets(files, self.regular, self.dossier, config, trusted=is_trusted)
        self._stop_for_errors_in_files()
        self._tell_of_drafts()
        keep_published_texts(files, self.dossier.registry)
        quote_paths(files, config)
        self.generated = GeneratedPages(self.dossier)
        self.generated.add_to(files, config)
        if config.nav is None or config.nav is self.navigation:
            self.navigation = self.generated.navigation(self.dossier)
            self.configured = frozenset(words_of_navigation(self.navigation))
            config.nav = leave_navigation(self.navigation, files, config)
        return files

    # Last of all plugins: one of them may make the navigation from files in the dossier's folder.
    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Refuse files that were removed too late, and escape what is not from the configuration."""
        file = configuration_file(config).name
        if refusal := removed_too_late(files, self.dossier.registry, file):
            raise PluginError(refusal)
        if not self.config.trusted_authors:
            escape_navigation(nav.items, self.configured)
        return nav

    # First of all plugins: no other may see front matter that the schema has not accepted.
    @event_priority(100)
    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:  # noqa: ARG002
        """Give MkDocs only the body; the blank line keeps MkDocs from reading it as metadata."""
        self.at = page.file.src_uri
        item = self._item(page)
        return f"\n{published_body(item)}" if item else None

    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Set what the theme may read and prepare the Markdown extension."""
        item = self._item(page)
        stated = item.title if item and item.fields["title"] else ""
        page.meta = meta(item, stated or self.generated.title(page.file.src_uri))
        page.update_date = last_changed(item)
        self._convert_with(self.dossier.extension(item, file_addresses(files, page)), config)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Collect what was found in the page."""
        item = self._item(page)
        if item:
            escape_headings(page)
            self.dossier.add(item, self.extension.linked if self.extension else None)
        return html

    # First of all plugins: nothing is rendered before it is clear that the build may go on.
    @event_priority(100)
    def _on_env_stop(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Stop for errors and, in a strict build, for warnings, once everything is read."""
        self.at = ""
        self._convert_with(None, config)
        self._report_errors_of_checks()
        self.reporting.stop_for_errors()
        if failure := strict_failure(config):
            raise Abort(failure)
        return env

    def _on_env_fill(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Fill the pages with what needs the whole dossier."""
        if self.config.security_policy:
            mark_templates(env)
        renderer = self.dossier.renderer(site_of(files, config))
        self.generated.correct_years(self.dossier.context.years, renderer.years, files, config)
        self._convert_with(None, config)
        contributing = Contributing(config, self.dossier.registry.schema)
        for file in files.documentation_pages():
            if file.page is not None:
                self.at = file.src_uri
                self.generated.fill(file.page, self._item(file.page), renderer, files, config)
                contributing.add_to(file.page, renderer)
        self.at = ""
        env.globals["dossier"] = {**globals_of(self.dossier.registry, files), "theme": self.theme}
        write_files(Path(config.site_dir), renderer.files())
        if self.explaining:
            self.explaining.follow(self.load, self.checks.request, files)
        # The pages hold all that is left to write; the rest would only use memory.
        del self.dossier, self.reporting, self.generated
        return env

    # Last of all plugins: the templates read the lists of scripts after this.
    @event_priority(-100)
    def _on_env_scripts(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Remove the scripts of other hosts that plugins have added since the configuration was read."""
        self.foreign.remove(config)
        return env

    on_env = CombinedEvent(_on_env_stop, _on_env_fill, _on_env_scripts)

    def on_page_context(self, context: TemplateContext, *, page: Page, **_: object) -> TemplateContext:
        """Remember which page is being built."""
        self.at = page.file.src_uri
        return context

    # First of all plugins: what is in the page now is from the templates and the texts.
    @event_priority(100)
    def _on_post_page_begin(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Remember the page as the templates made it."""
        self.finishing.begin(output, page.file.src_uri)
        return output

    # Last of all plugins: what they add to a page counts as well.
    @event_priority(-100)
    def _on_post_page_finish(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Fix the theme's faults, put the page under its policy, and note which styles it needs."""
        self.at = ""
        self.withholding.see(output, page.url)
        return self.finishing.finish(output, page.file.src_uri)

    on_post_page = CombinedEvent(_on_post_page_begin, _on_post_page_finish)

    # The same for the theme's own pages, such as the one for addresses that do not exist.
    @event_priority(100)
    def _on_post_template_begin(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Remember the page as the template made it."""
        self.finishing.begin(output, template_name)
        return output

    @event_priority(-100)
    def _on_post_template_finish(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Finish it, unless it is no page, such as the map of the site."""
        self.withholding.see(output, "")
        return self.finishing.finish(output, template_name) if template_name.endswith(".html") else output

    on_post_template = CombinedEvent(_on_post_template_begin, _on_post_template_finish)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Remove from scripts and styles what only developers read or no page of this site uses."""
        site, used = Path(config.site_dir), self.finishing.used
        shorten_scripts(site, used)
        has_search = self.theme.search in config.plugins
        prune_styles(site / "assets", used, lambda name: has_search or not name.startswith("md-search"))
        for path in self.withholding.remove_from(site):
            log.info(f"{path} is not published, because only unpublished texts use it.")
        self.finishing.warn()

    # After every other plugin, as it may end the build itself.
    @event_priority(-1000)
    def on_build_error(self, *, error: Exception) -> None:
        """Say in one line what happened, and at which file."""
        end_in_one_line(error, self.at, log)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> None:  # noqa: ARG002
        """Watch the dossier's own types and the severities of checks as well, and explain pages."""
        for path in (schema_folder(self.config), checks_file(self.config, config)):
            if path:
                server.watch(str(path))
        if self.explaining:
            add_explanations(server, self.explaining)

    def _convert_with(self, extension: DossierExtension | None, config: MkDocsConfig) -> None:
        """Have MkDocs convert the next page with this extension instead of the last page's."""
        extensions = cast("list[str | DossierExtension]", config.markdown_extensions)
        extensions[:] = [each for each in extensions if each is not self.extension]
        extensions += [extension] if extension else []
        self.extension = extension

    def _load(self, config: MkDocsConfig, left_out: set[str]) -> None:
        request = self._request(config)
        self.load = partial(
            Dossier.load,
            request.content,
            request.schema,
            cast("LinkWhich", self.config.link),
            drafts=self.serving,
            left_out=left_out,
            trusted=request.is_trusted,
            markdown=request.markdown,
            of_plugins=request.of_plugins,
        )
        try:
            self.dossier = self.load()
        except DossierError as error:
            raise PluginError(str(error)) from None
        self.checks = BuildChecks.of(request)
        self.reporting = Reporting(self.dossier, self.checks)

    def _request(self, config: MkDocsConfig) -> Request:
        return Request(
            Path(config.docs_dir),
            today(os.environ),
            schema_folder(self.config),
            checks_file(self.config, config),
            MarkdownOptions(tuple(config.markdown_extensions), config.mdx_configs),
            self.config.trusted_authors,
            read_by_plugins(config),
        )

    def _stop_for_errors_in_files(self) -> None:
        """Stop for errors before MkDocs reads the texts, and report what is wrong in the texts too.

        Raises:
            PluginError: there are errors.
        """
        self.reporting.report()
        if self.reporting.errors:
            for item in self.dossier.registry.items.values():
                self.at = item.path
                self.dossier.read_published(item)
            self.at = ""
            self._report_errors_of_checks()
        self.reporting.stop_for_errors()

    def _report_errors_of_checks(self) -> None:
        self.dossier.finish_reading()
        self.dossier.report(self.checks.errors(self.dossier.context, self.dossier.whole_text))
        self.reporting.report()

    def _tell_of_drafts(self) -> None:
        drafts = len(self.dossier.registry.drafts)
        if drafts and not self.serving:
            wrong = "; “dossier check” lists what is wrong in them" * bool(self.dossier.findings_in_drafts)
            log.info(f"Drafts that are not published: {drafts}{wrong}.")

    def _item(self, page: Page) -> Item | None:
        return self.dossier.registry.by_path.get(page.file.src_uri)
