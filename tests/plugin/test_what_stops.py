"""A build stops for what `dossier check` calls an error, a strict one for any warning, before it renders."""

from __future__ import annotations

from pathlib import Path

import pytest
from checking import findings
from click.testing import CliRunner
from mkdocs.exceptions import Abort
from small_sites import Site

from dossier.cli import main

CONFIG = """
site_name: A dossier
docs_dir: content
theme: {name: material, font: false}
plugins: [atomic-site, dossier]
hooks: [hook.py]
"""
# It runs after the plugin, and leaves a file where rendering begins.
HOOK = """
-- hook.py --
from pathlib import Path

def on_env(env, config, files):
    Path(config.config_file_path).with_name("rendered").touch()
"""
DOSSIER = (
    HOOK
    + """
-- content/people/ada-moss.md --
---
title: Ada Moss
positions: [{position: envoy, from: 2010-01-01, to: 2015-01-01}]
---
Ada Moss knows Ben Reed, the envoy.
-- content/people/ben-reed.md --
---
title: Ben Reed
---
Ben Reed knows Ada Moss.
-- content/positions/envoy.md --
---
title: Envoy of Norland
---
-- content/articles/talks.md --
---
title: Talks
date: 2016-03-02
publisher: The Paper
publish: excerpt
---
They met in the evening.

“The tide will wait for us.”
"""
)
NAMESAKE = """
-- content/people/bela-moss.md --
---
title: Bela Moss
---
Bela Moss met Ada Moss and Ben Reed.
-- content/articles/later.md --
---
title: Later
date: 2016-04-02
publisher: The Paper
---
The ministers met Moss in the evening.
"""
TERMS = """
-- content/people/ben-reed.md --
---
title: Ben Reed
positions: [{position: envoy, from: 2012-01-01, to: 2016-01-01}]
---
Ben Reed knows Ada Moss.
"""
# It quotes a part of the article that the site does not publish.
ALLOWED = TERMS.replace(
    "positions:",
    """\
sources: [{article: talks, exact: The tide will wait}]
# dossier: allow overlapping-terms: the list of envoys says so
positions:""",
)
PACT = """
-- content/agreements/river-pact.md --
---
title: River Pact
signed: 2015-05-05
effective: 2014-05-05
---
"""
SETTINGS = "-- site_config/checks.yaml --\nseverities: "
CASES = {
    "an ambiguous mention": (NAMESAKE, "warning"),
    "an ambiguous mention, raised": (f"{NAMESAKE}{SETTINGS}{{ambiguous-mention: error}}\n", "error"),
    "overlapping terms": (TERMS, "error"),
    "a wrong date": (TERMS.replace("2016-01-01", "soon"), "error"),
    "an unknown id": (NAMESAKE.replace("Moss in", "[[nobody]] in"), "error"),
    "a quotation of what is not there": (
        ALLOWED.replace("The tide", "The moon"),
        "error",
    ),
    "what is right, allowed, lowered and switched off": (
        f"{NAMESAKE}{ALLOWED}{PACT}{SETTINGS}{{dates-out-of-order: note, ambiguous-mention: off}}\n",
        "nothing",
    ),
    "a wrong line of the settings": (f"{SETTINGS}{{overlapping-term: off}}\n", "error"),
    "a severity of an unused comment": (
        f"{ALLOWED.replace('2012', '2015')}{SETTINGS}{{suppression-unused: error}}\n",
        "error",
    ),
}


def ending(site: Site, **options: object) -> str:
    """What ends a build: an error, a warning or nothing."""
    try:
        site.build(**options)
    except Abort as abort:
        return "warning" if "in strict mode" in str(abort) else "error"
    return "nothing"


@pytest.mark.parametrize("case", CASES)
def test_a_strict_build_stops_for_what_check_finds(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive, stops_for = CASES[case]
    site = Site(tmp_path, DOSSIER + archive, CONFIG)
    assert ending(site, strict=True) == stops_for
    assert (tmp_path / "rendered").exists() == (tmp_path / "site").exists() == (stops_for == "nothing")
    monkeypatch.chdir(tmp_path)
    statuses = [CliRunner().invoke(main, ["check", *options]).exit_code for options in ([], ["--strict"])]
    assert statuses == [stops_for == "error", stops_for != "nothing"]


def test_a_strict_build_stops_for_a_warning_of_mkdocs_and_leaves_the_site(tmp_path: Path) -> None:
    site = Site(tmp_path, DOSSIER, CONFIG).build(strict=True)
    before = site.pages
    (tmp_path / "rendered").unlink()
    site.write(f"-- mkdocs.yml --{CONFIG}nav: [nowhere.md]\n")
    assert ending(site, strict=True) == "warning"
    assert not (tmp_path / "rendered").exists()
    assert [(level, "'nowhere.md'" in text) for level, text in site.messages] == [("WARNING", True)]
    assert site.pages == before
    assert {path.name for path in tmp_path.glob("*site*")} == {"site"}


def test_errors_in_front_matter_do_not_hide_what_is_wrong_in_texts(tmp_path: Path) -> None:
    wrong = NAMESAKE.replace("publisher", "publishr").replace("evening.", "evening. See [[nobody]].")
    site = Site(tmp_path, DOSSIER + TERMS + wrong, CONFIG)
    assert ending(site) == "error"
    told = "\n".join(message for _, message in site.messages)
    for code in ("unknown-field", "ambiguous-mention", "unknown-reference", "overlapping-terms"):
        assert code in told
    assert site.messages[-1] == ("ERROR", "the dossier has 3 errors, see above")


def test_files_that_mkdocs_must_not_meet_do_not_hide_what_is_wrong_elsewhere(tmp_path: Path) -> None:
    settings = f"{SETTINGS}{{file-not-read: warning, duplicate-id: warning}}\n"
    site = Site(tmp_path, DOSSIER + TERMS + NAMESAKE + settings, CONFIG)
    (tmp_path / "content/articles/linked.md").symlink_to(tmp_path / "mkdocs.yml")
    assert ending(site) == "error"
    told = "\n".join(message for _, message in site.messages)
    for words in ("linked.md:1:1: error: file-not-read", "ambiguous-mention", "overlapping-terms"):
        assert words in told


def test_the_file_of_the_severities_is_an_option(tmp_path: Path) -> None:
    config = CONFIG.replace("dossier]", "{dossier: {checks: severities.yaml}}]")
    off = "-- severities.yaml --\nseverities: {overlapping-terms: off, nonsense: off}\n"
    site = Site(tmp_path, DOSSIER + TERMS + off, config)
    assert ending(site) == "error"
    (wrong, _) = site.messages
    assert "severities.yaml:1:38: error: check-setting: there is no check “nonsense”" in wrong[1]


def test_no_severity_weakens_a_finding_that_leaves_out_a_file(tmp_path: Path) -> None:
    site = Site(tmp_path, f"{DOSSIER}{SETTINGS}{{file-not-read: warning, duplicate-id: warning}}\n", CONFIG)
    (tmp_path / "content" / "people" / "linked.md").symlink_to(
        tmp_path / "content" / "people" / "ada-moss.md"
    )
    found = findings(tmp_path / "content", tmp_path / "site_config" / "checks.yaml")
    told = {(each.code, each.severity.value) for each in found}
    assert told >= {("file-not-read", "error"), ("check-setting", "error")}
    assert ending(site) == "error"
    assert "symbolic links are not followed" in " ".join(text for _, text in site.messages)


def test_a_build_tells_once_that_two_files_may_be_on_one_person(tmp_path: Path) -> None:
    people = (
        "-- content/people/yasir-moor.md --\n---\ntitle: Yasir Moor\n---\nMoor knows Ada Moss.\n"
        "-- content/people/yasser-moor.md --\n---\ntitle: Yasser Moor\n---\nHe knows Ben Reed.\n"
    )
    texts = NAMESAKE.replace("met Moss", "met Moor").replace("Bela Moss met", "Moor and Moor met")
    site = Site(tmp_path, f"{DOSSIER}{texts}{people}", CONFIG).build()
    (told,) = [text for _, text in site.messages if "Yasser Moor" in text]
    assert "“Moor” may be Yasir Moor (yasir-moor) or Yasser Moor (yasser-moor)" in told
    assert "they may be one person in two files" in told
