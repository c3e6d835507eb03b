"""Tests of the style sheets that remain after the removal of rules that cannot apply."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_sites import Site

from mkdocs_dossier.stylesheets import UsedNames, prune_styles, pruned


def used(html: str = "", script: str = "") -> UsedNames:
    names = UsedNames()
    names.add_page(html)
    names.add_script(script)
    return names


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".a{color:red}.b{color:red}", ".a{color:red}"),
        (".a,.b .a,.b{color:red}", ".a{color:red}"),
        ("p,.b{color:red}", "p{color:red}"),
        (".a:not(.b){color:red}", ".a:not(.b){color:red}"),
        (".a:is(.b,.c){color:red}", ".a:is(.b,.c){color:red}"),
        (".a>.js-made{color:red}", ".a>.js-made{color:red}"),
        ("@media print{.a{color:red}.b{color:red}}", "@media print{.a{color:red}}"),
        ("@media print{.b{color:red}}", ""),
        ("@supports (top:0){@media print{.b{color:red}}}", ""),
        ("@keyframes b{from{top:0}}", "@keyframes b{from{top:0}}"),
        ('@import "x.css";', '@import "x.css";'),
        ("[data-md-color-primary=white]{color:red}", "[data-md-color-primary=white]{color:red}"),
        ("[data-md-color-primary=pink]{color:red}", ""),
        ("/* words */ .a { color : red ; }", ".a{color:red}"),
        (".a{color:red!important}", ".a{color:red!important}"),
        (".\\31 0{color:red}", ""),
        (':root{--x:url("data:image/svg+xml;a{b}(c)")}', ':root{--x:url("data:image/svg+xml;a{b}(c)")}'),
    ],
)
def test_rules_that_can_apply_are_left(css: str, left: str) -> None:
    names = used('<p class="a c" data-md-color-primary="white">', 'el.classList.add("js-made")')
    assert pruned(css, names) == left


def test_names_can_be_refused() -> None:
    assert pruned(".a{top:0}.ab{top:0}", used('<p class="a ab">'), lambda name: name != "ab") == ".a{top:0}"


def test_pictures_that_no_sheet_reads_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "theme.css").write_text(":root{--x:url(a.svg);--y:url(b.svg);--z:1px}")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/own.css").write_text("p{background:var(--y)}")
    prune_styles(tmp_path, used(), lambda _: True)
    assert (tmp_path / "theme.css").read_text() == ":root{--y:url(b.svg);--z:1px}"
    assert (tmp_path / "site/own.css").read_text() == "p{background:var(--y)}"


def test_what_one_page_needs_stays_for_the_site(tmp_path: Path) -> None:
    plain = "-- content/articles/a.md --\n---\ntitle: A\ndate: 2021\n---\nText.\n"
    config = "markdown_extensions: [admonition]\n"
    without = Site(tmp_path / "one", plain, config=config_with(config)).build()
    noted = Site(tmp_path / "two", f"{plain}\n!!! warning\n    Mind.\n", config=config_with(config)).build()
    assert ".admonition-title" not in theme_styles(without)
    assert ".admonition-title" in theme_styles(noted)
    assert ".md-tabs" in theme_styles(without)


def config_with(extra: str) -> str:
    return f"site_name: A dossier\ndocs_dir: content\ntheme: material\nplugins: [dossier]\n{extra}"


def theme_styles(site: Site) -> str:
    (sheet,) = (site.folder / "site/assets/stylesheets").glob("main.*.css")
    return sheet.read_text(encoding="utf-8")
