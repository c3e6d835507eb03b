"""Tests of the security policy of pages: what it allows, what it blocks, and how to set it."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from small_sites import CONFIG, DOSSIER, Site

from mkdocs_dossier.policy import under_policy

META = '<meta http-equiv="Content-Security-Policy" content="'
INLINE = re.compile(r"<script(?![^>]*\ssrc=)(?![^>]*json)[^>]*>(.*?)</script>", re.DOTALL)
PAGE = "<html><head></head><body>{}</body></html>"
HOOK = """
import re
def on_page_content(html, page, **_):
    if page.file.src_uri in ("about.md", "index.md"):
        return html + "<script>within()</script><style> </style>"

def on_post_page(output, **_):
    output = re.sub("<script data-template-[0-9a-f]+>", lambda found: found[0][:-1] + '="">', output)
    return output.replace("</body>", "<style></style><script>added()</script></body>")

def on_post_template(output_content, template_name, **_):
    return output_content.replace("</body>", "<script>added()</script></body>")
"""
FOREIGN = """
def on_post_page(output, page, **_):
    if page.file.src_uri == "about.md":
        return output.replace("</body>", "<script src=//example.org/a.js></script></body>")
"""


def policy(html: str) -> dict[str, list[str]]:
    found = re.search(f'{META}([^"]*)"', html)
    assert found
    return {name: values for name, *values in (each.split() for each in found[1].split(";"))}


def hash_of(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def options(**given: bool) -> str:
    listed = "".join(f"\n      {name}: {str(value).lower()}" for name, value in given.items())
    return CONFIG.replace("  - dossier\n", f"  - dossier:{listed}\n")


def test_every_page_has_one_before_anything_that_it_governs(tmp_path: Path) -> None:
    site = Site(tmp_path, DOSSIER).build()
    assert "404.html" in site.pages
    for path, html in site.pages.items():
        before, _, after = html.partition(META)
        assert after, path
        assert not re.search("<(?:script|link|style|img)", before), path
        given = policy(html)
        assert given["default-src"] == ["'self'"]
        assert given["object-src"] == given["base-uri"] == given["form-action"] == ["'none'"]
        scripts = {hash_of(script) for script in INLINE.findall(html)}
        assert set(given["script-src"]) == {"'self'", *scripts}, path
        assert "unsafe" not in after.partition('"')[0]
        assert html[: html.index(META)].count("charset") == 1


def test_only_what_a_plugin_adds_to_a_finished_page_may_run(tmp_path: Path) -> None:
    site = Site(tmp_path, DOSSIER, CONFIG + "hooks: [hook.py]\n")
    (tmp_path / "hook.py").write_text(HOOK, encoding="utf-8")
    site.build()
    pages = site.pages
    allowed = {path for path, html in pages.items() if hash_of("added()") in policy(html)["script-src"]}
    assert allowed == pages.keys() - {"about/index.html", "index.html"}
    about = pages["about/index.html"]
    assert "data-template-" not in about
    assert "<script>within()</script>" in about
    assert hash_of("within()") not in policy(about)["script-src"]
    ((level, told),) = site.messages
    assert level == "WARNING"
    assert told.startswith(
        "dossier: about.md: browsers will not use 2 scripts or styles, because nobody can tell them from what an author"
    )
    assert told.endswith("extra_css lists; the same is true of 1 more page")


@pytest.mark.parametrize(
    "before",
    [
        "<p>evil()</p>",
        "<p title='evil()'>",
        "<p>ev&#105;l()</p>",
        "<p>ev&amp;#105;l()</p>",
        "<style> evil()\n</style>",
    ],
)
def test_a_script_that_a_plugin_makes_of_a_text_may_not_run(before: str) -> None:
    html, kept_back = under_policy(
        PAGE.format("<script>evil() </script>"), PAGE.format(before), trusted=False
    )
    assert kept_back == 1
    assert hash_of("evil() ") not in policy(html)["script-src"]


@pytest.mark.parametrize(
    "before",
    [
        "<script>evil( 1 ) ;</script>",
        "<script>evil('<img src=a>')</script>",
        "<script>evil()/*",
        "<SCRIPT>evil( 1 ) ;</SCRIPT>",
        "<script/x>evil( 1 ) ;</script>",
        "<script\n>evil( 1 ) ;</script>",
        "<script",
        '<script x="></script>">evil( 1 ) ;</script>',
        '<script a"="></script>">evil( 1 ) ;</script>',
        '<script x=" src=a">evil( 1 ) ;</script>',
        "<script src='></script>'>",
        "<!-- <script>evil( 1 ) ;</script> -->",
        "<!--<script>--><script>evil( 1 ) ;</script>",
        "<svg><script>evil( 1 ) ;</script></svg>",
        "<style>p { color: red }</style>",
    ],
)
def test_where_a_text_has_a_script_nothing_that_a_plugin_changed_or_added_may_run(before: str) -> None:
    html, kept_back = under_policy(
        PAGE.format("<script>evil(1);</script>"), PAGE.format(before), trusted=False
    )
    assert kept_back == 1
    assert policy(html)["script-src"] == ["'self'"]


@pytest.mark.parametrize(
    "before",
    [
        "",
        "<p>&lt;script&gt;another()&lt;/script&gt;</p><scripts><styled-p>",
        '<script src="a.js?x=1&amp;y" type="module" async></script><script> </script><style></style>',
    ],
)
def test_a_plugin_may_add_a_script_where_a_text_has_none(before: str) -> None:
    added = "<script>added()</script><style></style><script>\n</script>"
    html, kept_back = under_policy(PAGE.format(before + added), PAGE.format(before), trusted=False)
    assert kept_back == 0
    assert hash_of("added()") in policy(html)["script-src"]


def test_no_script_that_a_text_shows_may_run() -> None:
    sample, added = "<pre>added( )</pre>", "<script>added()</script>"
    html, kept_back = under_policy(PAGE.format(sample + added), PAGE.format(sample), trusted=False)
    assert kept_back == 1
    assert policy(html)["script-src"] == ["'self'"]


def test_a_script_of_a_template_may_write_a_script(tmp_path: Path) -> None:
    written = """document.write("<style>p{}</style><script src='a.js'>\\x3C/script>")"""
    site = Site(tmp_path, DOSSIER, CONFIG.replace("font: false", "font: false, custom_dir: own"))
    main = f'{{% extends "dossier/base.html" %}}{{% block libs %}}<script>{written}</script>{{% endblock %}}'
    site.write(f"-- own/main.html --\n{main}\n")
    site.build()
    html = site.pages["about/index.html"]
    assert written in html
    assert hash_of(written) in policy(html)["script-src"]


@pytest.mark.parametrize("trusted", [False, True])
def test_what_trusted_authors_write_works(tmp_path: Path, trusted: bool) -> None:
    site = Site(tmp_path, DOSSIER, options(trusted_authors=trusted))
    site.write(
        '-- content/about.md --\n---\ntitle: x\n---\n<p style="color: red">x</p>\n\n<script>mine()</script>\n'
    )
    site.write("-- content/images/a.svg --\n<svg/>\n")
    site.build()
    html = site.pages["about/index.html"]
    assert ("<script>mine()</script>" in html) is trusted
    assert (hash_of("mine()") in policy(html)["script-src"]) is trusted
    assert policy(html).get("style-src-attr") == (["'unsafe-inline'"] if trusted else None)
    assert (tmp_path / "site" / "images" / "a.svg").exists() is trusted
    assert bool(site.messages) is not trusted


def test_it_can_be_left_out(tmp_path: Path) -> None:
    site = Site(tmp_path, DOSSIER, options(security_policy=False) + "hooks: [hook.py]\n")
    (tmp_path / "hook.py").write_text(FOREIGN, encoding="utf-8")
    site.build()
    ((_, told),) = site.messages
    assert told == (
        "dossier: about.md: a plugin or hook adds //example.org/a.js to the finished page, and browsers load it, "
        "because there is no security policy: put a copy on this site, or remove the plugin"
    )
    assert not any(META in html for html in site.pages.values())
    assert not any("data-template-" in html for html in site.pages.values())
