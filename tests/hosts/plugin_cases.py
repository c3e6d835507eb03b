"""List the plugins of others that were tried beside a dossier, what came of each, and what readers should know.

The tests build every case; docs/plugins.md shows the same list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

_PINS: Final = Path(__file__).parents[2] / "requirements" / "hosts.txt"

Outcome = Literal["works", "works, with a remark", "refused"]


@dataclass(frozen=True, slots=True)
class PluginCase:
    """A plugin with options, and the outcome.

    Attributes:
        package: the package that brings it.
        listed: its entry in the list of plugins, as YAML on one line.
        remark: what a user should know, in Markdown.
        told: part of a line that the build logs.
        trusted: whether the dossier has `trusted_authors: true`.
        alone: whether it cannot be built together with the others.
        files: what it needs in the dossier, as a txtar archive.
        shows: what must be in a file of the site, by the path of the file.
    """

    package: str
    listed: str
    outcome: Outcome
    remark: str
    told: str = ""
    trusted: bool = False
    alone: bool = False
    files: str = ""
    shows: tuple[tuple[str, str], ...] = ()

    @property
    def plugin(self) -> str:
        """Its name in ``mkdocs.yml``."""
        return self.listed.partition(":")[0]

    @property
    def version(self) -> str:
        """The version that the tests use."""
        pin = re.search(
            rf"^{re.escape(self.package)}==(\S+)", _PINS.read_text(encoding="utf-8"), re.MULTILINE
        )
        assert pin is not None, self.package
        return pin[1]


_MATERIAL: Final = "mkdocs-material"
_TRUST: Final = "Refused unless the plugin `dossier` has `trusted_authors: true`, "

CASES: Final = (
    PluginCase(
        "mkdocs-rss-plugin", "rss", "refused",
        "It fails on pages without a file, such as the indexes. The dossier has feeds of its own: `feed.xml`, and one "
        "for each person, place and so on.",
        told="lists the plugin “rss”: its feeds would take pages",
    ),
    PluginCase(
        "mkdocs-rss-plugin",
        "rss: {match_path: 'articles/(?!index\\.md$)', use_git: false, date_from_meta: {as_creation: dossier.published, "
        "as_update: dossier.published, datetime_format: '%Y-%m-%d'}}",
        "works, with a remark",
        "Its feeds have the articles with the dates of their front matter. It needs `site_url`, and reports an article whose `date` is "
        "no whole day, and one with neither a text nor a `summary`; both stop a strict build.",
        shows=(("feed_rss_created.xml", "<pubDate>Wed, 08 Dec 2021 00:00:00 +0000</pubDate>"),),
    ),
    PluginCase(
        "mkdocs-static-i18n", "i18n: {languages: [{locale: en, name: English, default: true}]}", "refused",
        "It takes a part of a file's name or folder for a language, where a dossier has ids and types. Write "
        "`language` and `translation_of` into the front matter of articles.",
        told="lists the plugin “i18n”: it takes a part of each file's name",
    ),
    PluginCase(
        "mkdocs-glightbox", "glightbox", "works",
        "Pictures open in a box. Its script and style get their place in the security policy.",
        shows=(("articles/a-call/index.html", 'class="glightbox"'),),
    ),
    PluginCase(
        _MATERIAL, "material/social", "refused",
        "It downloads fonts. It works with `cards: false`, and once its cache has the fonts, as in "
        "`.cache/plugin/social/fonts/Roboto/Regular.ttf`; pages then have `og:title` twice.",
        told="lists the plugin “material/social”: it downloads fonts",
    ),
    PluginCase(_MATERIAL, "material/social: {cards: false}", "works", "It makes no cards then, and no page differs."),
    PluginCase(
        _MATERIAL, "material/privacy", "refused",
        "It downloads files of other hosts. The pages of a dossier load none.",
        told="lists the plugin “material/privacy”: it downloads files",
    ),
    PluginCase(_MATERIAL, "material/privacy: {assets: false}", "works", "Links to other sites have `rel=noopener` without it, too."),
    PluginCase(
        _MATERIAL, "material/offline", "works, with a remark",
        "The pages can be read from a disk, without a search and cards, because browsers run no modules from there. "
        "They leave out the script that the plugin loads from another host. For a search on a disk, put a copy of "
        "`iframe-worker` into `custom_dir`, list its path below `extra: polyfills`, and set `security_policy: false`; this was tried by hand.",
        told="The plugin “material/offline” adds https://unpkg.com/iframe-worker/shim to every page.",
        alone=True,
    ),
    PluginCase(
        "mkdocs-redirects", "redirects: {redirect_maps: {old/call.md: articles/a-call.md}}", "works",
        "It keeps the address of a text whose id has changed.",
        shows=(("old/call/index.html", 'href="../../articles/a-call/"'),),
    ),
    PluginCase(
        "mkdocs-macros-plugin", "macros", "refused",
        f"{_TRUST}because it runs code that a text contains.",
        told="lists the plugin “macros”: anybody who writes a text could run code",
    ),
    PluginCase(
        "mkdocs-macros-plugin", "macros", "works, with a remark",
        "With `trusted_authors: true`, names and dates that a macro gives are linked. The commands, such as "
        "`dossier check`, read texts as they are in the files.",
        trusted=True,
        alone=True,
        files="-- content/articles/macros.md --\n---\ntitle: Macros\ndate: 1999-12-12\n---\n"
        "{{ 'Angela' }} Merkel spoke {{ 6 * 7 }} times.\n",
        shows=(
            ("articles/macros/index.html", ">Angela Merkel</a></span> spoke 42 times."),
            ("people/angela-merkel/index.html", "Macros"),
        ),
    ),
    PluginCase(
        "mkdocs-git-revision-date-localized-plugin", "git-revision-date-localized", "works",
        "Pages that have a file show the day of its last commit. The others show none, as it would be that of the build.",
        shows=(("articles/a-call/index.html", "January 2, 2022"),),
    ),
    PluginCase(
        "mkdocs-awesome-nav", "awesome-nav: {filename: .order.yml}", "works",
        "The file, `.nav.yml` without this option, orders the indexes, the timeline and the plain pages. Without the file, they are in the order of the "
        "alphabet. Articles, people and the rest stay out of the navigation unless it names them.",
        files="-- content/.order.yml --\nnav:\n  - index.md\n  - All <b>texts</b>: [articles/index.md]\n"
        "  - Script: javascript:alert(1)\n  - '*'\n",
        shows=(("index.html", "All &lt;b&gt;texts&lt;/b&gt;"),),
    ),
    PluginCase(
        _MATERIAL, "material/blog", "refused",
        "It publishes posts that the dossier has not checked, and writes into `docs_dir`. Articles are what its posts are.",
        told="lists the plugin “material/blog”: it publishes posts",
    ),
    PluginCase(
        _MATERIAL, "material/meta", "refused",
        f"{_TRUST}because its files set what the theme prints unescaped.",
        told="lists the plugin “material/meta”: its files set metadata",
    ),
    PluginCase(
        _MATERIAL, "material/tags", "works", "The plain page with `<!-- material/tags -->` lists the tags.",
        files="-- content/tags.md --\n---\ntitle: Tags\n---\n<!-- material/tags -->\n"
        "-- content/places/tagged.md --\n---\ntitle: A tagged place\ntags: [talks]\n---\n",
        shows=(("tags/index.html", "A tagged place"),),
    ),
)  # fmt: skip
