"""Fill MkDocs' files and pages with what the core has rendered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url

from dossier.content.files import naming
from dossier.model.site_paths import EXPLORE, HOME, html_date, year_page
from dossier.render import CONTENTS, generated_pages, year_pages
from dossier.render.export import SITE_FEED, ExportFile, Site
from mkdocs_dossier.other_plugins import drop_dates_of_files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from dossier.linking import FileAddress
    from dossier.model.registry import Item, Registry
    from dossier.pipeline import Dossier
    from dossier.render import Address, GeneratedPage, Heading, Rendered, Renderer, SearchEntry

_OWN_TITLE: Final = re.compile(r"\s*<h1.*?</h1>", re.DOTALL)
_UNDATED: Final = "1970-01-01"
_NO_NUMBER: Final = "2106"
_ID: Final = re.compile(r'\sid="([^"]+)"')


class GeneratedPages:
    """The pages that the site has besides the dossier's files: the home page, indexes, timeline and years."""

    def __init__(self, dossier: Dossier) -> None:
        self.pages: Final[dict[str, GeneratedPage]] = {}
        self.given: Final[dict[str, str]] = {}
        for page in (*generated_pages(dossier.registry), *year_pages(dossier.context.years)):
            self.pages[page.path] = page

    def title(self, path: str) -> str:
        """The title of the page at a path, "" where it is none of these or has no title of its own."""
        return self.pages[path].title if path in self.pages else ""

    def navigation(self, dossier: Dossier) -> list[dict[str, str]]:
        """The site's navigation: the indexes, the timeline and the plain pages."""
        taken = self.pages.keys() | self.given.values()
        pages = dossier.registry.of_type("page")
        plain = {t.path: t.title for t in pages if t.path not in taken and "/" not in t.path}
        generated = {page.path: page.title for page in self.pages.values() if page.in_navigation}
        titles = generated | {HOME: "Home"} | plain
        return [{escape(title): self.given.get(path, path)} for path, title in titles.items()]

    def add_to(self, files: Files, config: MkDocsConfig) -> None:
        """Add a file for each page that the dossier's folder does not contain."""
        built = {file.dest_uri: file.src_uri for file in files.documentation_pages()}
        for path in tuple(self.pages):
            file = _empty(path, config)
            if file.dest_uri not in built:
                files.append(file)
            elif built[file.dest_uri] != path:
                # MkDocs builds README.md where index.md would be.
                self.given[path] = built[file.dest_uri]
                self.pages[built[file.dest_uri]] = self.pages[path]

    def correct_years(
        self, expected: frozenset[int], used: frozenset[int], files: Files, config: MkDocsConfig
    ) -> None:
        """Remove the pages of years that no text turned out to need, and add those that nobody expected.

        Some years are known only once all texts are read: "thirty years earlier" needs one.
        """
        for path in (year_page(year) for year in expected - used):
            file = files.get_file_from_path(path)
            if file is not None and file.generated_by:
                files.remove(file)
        added = [(page, _empty(page.path, config)) for page in year_pages(used - expected)]
        for generated, file in added:
            self.pages[generated.path] = generated
            files.append(file)
            _read(Page(None, file, config), files, config)

    def fill(
        self, page: Page, item: Item | None, renderer: Renderer, files: Files, config: MkDocsConfig
    ) -> None:
        """Fill a page with what needs the whole dossier; `item` is what its file has, None if it has none."""
        generated = self.pages.get(page.file.src_uri)
        if page.is_homepage:
            _head_home(page, config)
        if generated is not None and item is None:
            drop_dates_of_files(page)
        if generated is not None:
            _fill(page, generated.render(renderer, _addresses(files, page)))
        elif item is not None:
            _fill(page, renderer.item(item, _addresses(files, page)))
        page.content = renderer.marked(page.content or "")
        if item is not None:
            page.meta["search"] = _search_meta(renderer.search(item))
        elif generated is not None:
            # It lists items with pages of their own and would only rank above them.
            page.meta["search"] = {"exclude": True}


def _read(page: Page, files: Files, config: MkDocsConfig) -> None:
    """Read a page as MkDocs reads the others: every plugin sees it."""
    page = config.plugins.on_pre_page(page, config=config, files=files)
    page.read_source(config)
    page.markdown = config.plugins.on_page_markdown(
        page.markdown or "", page=page, config=config, files=files
    )
    page.render(config, files)
    page.content = config.plugins.on_page_content(page.content or "", page=page, config=config, files=files)


def meta(item: Item | None, title: str) -> dict[str, object]:
    """The metadata that the theme may read: only what the schema accepts, escaped for HTML."""
    given: dict[str, object] = {"title": escape(title)} if title else {}
    if item is None or item.type.layout != "page" or item.path == HOME:
        # The tabs are the whole navigation, and the page lists its headings itself.
        given["hide"] = ["navigation", "toc"]
    elif item.fields["hide"]:
        given["hide"] = list(item.fields.texts("hide"))
    given["dossier"] = _preview(item) if item else {}
    if item is not None and item.fields["tags"]:
        given["tags"] = [escape(tag) for tag in item.fields.texts("tags")]
    if item is not None and item.summary():
        given["description"] = escape(item.summary())
    return given


def last_changed(item: Item | None) -> str:
    """The day for a page's entry in the site map: that of an article, never that of the build.

    MkDocs also turns it into seconds since 1970; zero means "unknown" in the compressed site map.
    """
    if item is None or item.type.layout != "article":
        return _UNDATED
    day = html_date(item.fields.text("updated") or item.fields.text("date"))
    return day if len(day) == len(_UNDATED) and day < _NO_NUMBER else _UNDATED


def _search_meta(entry: SearchEntry) -> dict[str, object]:
    """What search plugins read from a page: ``boost`` is for Material, the rest for ``pagefind``."""
    return {
        "kind": entry.kind,
        "filters": dict(entry.filters),
        "words": list(entry.words),
        "summary": entry.summary,
        "boost": entry.boost,
    }


def _preview(item: Item) -> dict[str, object]:
    """What the preview card on other sites shows of a page: its date of publication and its picture."""
    shown: dict[str, object] = {}
    if item.type.layout == "article":
        shown["published"] = html_date(item.fields.text("date"))
    for picture in item.fields.records("image")[:1]:
        shown["image"] = quote(picture.text("file"))
        shown["image_alt"] = escape(picture.text("alt"))
    return shown


def globals_of(registry: Registry, files: Files) -> dict[str, str]:
    """What templates may ask about the whole site: the addresses of its feed and of its list of articles."""
    explore = files.get_file_from_path(EXPLORE)
    return {"feed": SITE_FEED, "explore": explore.url} if explore and registry.of_type("article") else {}


def write_files(folder: Path, exports: Iterable[ExportFile]) -> None:
    """Write what the site offers besides pages: it is too much to keep until MkDocs copies files."""
    made = set()
    for export in exports:
        parent, _, name = export.path.rpartition("/")
        if parent not in made:
            (folder / parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        with naming(folder / parent / name):
            (folder / parent / name).write_bytes(export.content.encode())


def _head_home(page: Page, config: MkDocsConfig) -> None:
    """Begin the home page with the site's name and, where it has no text, the site's description.

    Its title in the navigation stays short.
    """
    text = page.content or ""
    if "<h1" not in text:
        page.content = f"<h1>{escape(config.site_name)}</h1>{text}"
    if not text.strip() and config.site_description:
        page.content = f'{page.content}<p class="dossier-lead">{escape(config.site_description)}</p>'


def _fill(page: Page, rendered: Rendered) -> None:
    """Put what was rendered around a page's own text, and its headings into the table of contents."""
    own = page.content or ""
    title = _OWN_TITLE.match(own)
    title_end = title.end() if title else 0
    ids = _ID.findall(rendered.before) + _ID.findall(rendered.after)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | set(ids)
    for heading in rendered.headings:
        _add_to_toc(page, heading)
    before = rendered.before.replace(CONTENTS, _contents(page))
    page.content = f"{own[:title_end]}{before}{own[title_end:]}{rendered.after}"
    page.meta["dossier"] |= {"scripts": rendered.scripts, "styles": rendered.styles, "feed": rendered.feed}


def _contents(page: Page) -> str:
    """Links to the headings of a page, where it has more than one."""
    items = _below_title(page)
    if len(items) < 2:
        return ""
    links = "".join(f'<a href="{item.url}">{item.title}</a>' for item in items)
    return f'<nav class="dossier-contents" aria-label="On this page">{links}</nav>'


def _below_title(page: Page) -> list[AnchorLink]:
    """The headings of a page; where its text has a title, those under the title."""
    items = page.toc.items
    return items[0].children if items and items[0].level == 1 else items


def file_addresses(files: Files, page: Page) -> FileAddress:
    """A function that turns the path of a file into its address on a page, None where there is no file."""

    @cache
    def address(path: str) -> str | None:
        file = files.get_file_from_path(path)
        return get_relative_url(file.url, page.url) if file else None

    return address


def _addresses(files: Files, page: Page) -> Address:
    """A function that turns a path in the dossier, with or without an anchor, into its address on a page."""
    address_of = file_addresses(files, page)

    @cache
    def address(path: str) -> str:
        name, hash_mark, anchor = path.partition("#")
        return f"{address_of(name) or name}{hash_mark}{anchor}"

    return address


def site_of(files: Files, config: MkDocsConfig) -> Site:
    """What the exports have to know about the site."""

    def address(path: str) -> str:
        file = files.get_file_from_path(path)
        return file.url.removeprefix("./") if file else ""

    return Site(config.site_name, config.site_url or "", address)


def _empty(path: str, config: MkDocsConfig) -> File:
    return File.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)


def _add_to_toc(page: Page, heading: Heading) -> None:
    siblings = _below_title(page)
    if heading.level > 2 and siblings:
        siblings = siblings[-1].children
    siblings.append(AnchorLink(escape(heading.text), heading.id, heading.level))
