"""Tests of what other plugins may do to files, pages and the navigation of a dossier."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.plugins import BasePlugin, PluginCollection
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Section
from small_sites import CONFIG, DOSSIER, Site

from dossier.pipeline import Dossier
from mkdocs_dossier.foreign_addresses import ForeignInPages
from mkdocs_dossier.headings import escape_navigation, words_of_navigation
from mkdocs_dossier.other_plugins import refusals_of_plugins, removed_too_late

GONE = """
-- content/articles/gone.md --
---
title: A text that is removed
date: 2021-12-09
---
Vladimir Putin spoke of it.
"""
HOOK = """
from mkdocs.plugins import event_priority

seen = []

@event_priority({priority})
def on_files(files, **_):
    files.remove(files.get_file_from_path("articles/gone.md"))
    return files

def on_config(config):
    config.extra_javascript += ["https://example.org/a.js", "//example.org/b.js", "c.js"]
    config.extra["polyfills"] = ["https://example.org/d.js"]
    return config

def on_pre_build(config):
    config.extra_css.append("https://example.org/e.css")

def on_env(env, config, files):
    config.extra_javascript.append("https://example.org/f.js")

def on_post_page(output, page, **_):
    if page.file.src_uri.startswith("people/"):
        return output.replace("</head>", '<link href="https://example.org/g.css" rel="stylesheet"></head>')

def on_page_markdown(markdown, page, **_):
    page.meta["revision_date"] = "today"
    seen.append(page.file.src_uri)

def on_page_content(html, page, **_):
    seen.append(page.file.src_uri)

def on_post_build(config):
    with open(config.site_dir + "/seen.txt", "w") as file:
        file.write("\\n".join(seen))
"""


def hooked(folder: Path, priority: int) -> Site:
    site = Site(
        folder,
        DOSSIER + GONE.lstrip(),
        f"{CONFIG}hooks: [hook.py]\nextra_javascript: [https://example.org/own.js]\n",
    )
    (folder / "hook.py").write_text(HOOK.format(priority=priority), encoding="utf-8")
    return site


def test_plugins_remove_files_see_every_page_and_add_no_scripts_of_other_hosts(tmp_path: Path) -> None:
    site = hooked(tmp_path, 50).build()
    assert not [path for path, html in site.pages.items() if "A text that is removed" in html]
    assert not [path for path, html in site.pages.items() if "gone" in html]
    about = site.pages["about/index.html"]
    assert "https://example.org/own.js" in about
    assert 'src="../c.js"' in about
    added = ["https://example.org/a.js", "//example.org/b.js", "https://example.org/d.js"]
    added += ["https://example.org/e.css", "https://example.org/f.js"]
    assert [address for address in added if f'"{address}"' in about] == []
    told = [text for _, text in site.messages if "Pages load nothing from other hosts" in text]
    assert [text.split()[4] for text in told] == added
    (told_of_pages,) = [text for _, text in site.messages if "g.css" in text]
    assert "adds https://example.org/g.css to the finished page, and the security policy" in told_of_pages
    assert told_of_pages.endswith("; 2 more pages have such addresses")
    # The text says “thirty years earlier”, so this page is known only after all texts are read.
    seen = (tmp_path / "site" / "seen.txt").read_text(encoding="utf-8").split()
    assert seen.count("timeline/1991.md") == seen.count("about.md") == 2
    shows_date = [path for path, html in site.pages.items() if "md-source-file__fact" in html]
    assert "about/index.html" in shows_date
    assert not [path for path in shows_date if path.startswith("timeline/")]


def test_a_file_that_is_removed_too_late_ends_the_build_in_one_line(tmp_path: Path) -> None:
    site = hooked(tmp_path, -50)
    with pytest.raises((Abort, BuildError)):
        site.build()
    (told,) = [text for level, text in site.messages if level == "ERROR"]
    assert told.startswith(
        "articles/gone.md:1:1: another plugin or a hook removes this file after the plugin “dossier”"
    )
    registry = Dossier.load(tmp_path / "content").registry
    assert "In properdocs.yml, list “dossier” after" in removed_too_late(
        Files([]), registry, "properdocs.yml"
    )
    assert not (tmp_path / "site" / "index.html").exists()


@pytest.mark.parametrize(
    ("added", "found"),
    [
        ("<script defer src='https://a.org/x.js'></script>", "https://a.org/x.js"),
        ("<IMG alt=x SRC = //a.org/x.png>", "//a.org/x.png"),
        ('<iframe src="HTTP://a.org/?a&amp;b"></iframe>', "HTTP://a.org/?a&b"),
        ('<link rel="preload stylesheet" href="https://a.org:8/x.css">', "https://a.org:8/x.css"),
        ('<link rel="canonical" href="https://a.org/"><a href="https://a.org/">x</a>', ""),
        ('<script src="https://EXAMPLE.org/d/x.js"></script><img src="../x.png">', ""),
        ('<img src="https://b.org/known.png">', ""),
        ("<pre>&lt;script src='https://a.org/x.js'></pre>", ""),
    ],
)
def test_what_browsers_load_from_other_hosts_is_found(
    added: str, found: str, caplog: pytest.LogCaptureFixture
) -> None:
    before = '<p>https://a.org/x.js</p><img src="https://b.org/known.png">'
    foreign = ForeignInPages("https://example.org/d/")
    foreign.see(before + added, before, "about.md")
    foreign.warn(has_policy=True)
    assert [f"adds {found} to" in text for text in caplog.messages] == [True] * bool(found)


def test_a_navigation_is_escaped_where_the_configuration_does_not_have_it() -> None:
    configured = frozenset(
        words_of_navigation([{"<b>Us</b>": "about.md"}, {"More": [{"Run": "javascript:1"}, "x.md"]}])
    )
    given = [Link("<b>Us</b>", "about.md"), Link("<i>x</i>", "javascript:2"), Link("Run", "javascript:1")]
    escape_navigation([given[0], Section("<u>More</u>", given[1:])], configured)
    assert [(each.title, each.url) for each in given] == [
        ("<b>Us</b>", "about.md"),
        ("&lt;i&gt;x&lt;/i&gt;", "#"),
        ("Run", "javascript:1"),
    ]


@pytest.mark.parametrize(
    ("pattern", "is_refused"),
    [
        (r"articles/(?!index\.md$)", False),
        (r"people/(?!index)|articles/(?!index\.md$)", False),
        ("nothing", False),
        ("(", False),
        (".*", True),
        ("articles/.*", True),
        ("people|articles/(?!index)", True),
        ("timeline/19", True),
        ("explore", True),
        ("relations", True),
        ("vessels/", True),
    ],
)
def test_feeds_of_pages_without_a_file_are_refused(tmp_path: Path, pattern: str, is_refused: bool) -> None:
    (tmp_path / "vessel.yaml").write_text(
        "{type: vessel, folder: vessels, label: Vessel, plural: Vessels, fields: {}}", encoding="utf-8"
    )
    config = MkDocsConfig()
    config.plugins = PluginCollection()
    for name, options in {"dossier": {"schema_dir": str(tmp_path)}, "rss": {"match_path": pattern}}.items():
        config.plugins[name] = BasePlugin()
        config.plugins[name].config = options
    told = list(refusals_of_plugins(config, "mkdocs.yml"))
    assert [text.startswith("mkdocs.yml lists the plugin “rss”: ") for text in told] == [True] * is_refused
