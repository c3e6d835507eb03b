"""Drafts never stop a build and leave nothing on the site; references to them are reported."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from small_sites import CONFIG, DOSSIER, Site
from warm_processes import MKDOCS, run

from dossier.cli import main
from dossier.content.loading import load_registry
from dossier.content.schema import load_schema
from dossier.model.findings import Severity

PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)
# Each is wrong in a way that stops the build of a published article.
BROKEN: dict[str, bytes] = {
    "no date": b"---\ntitle: A\nstatus: draft\n---\nText.\n",
    "no title": b"---\ndate: 2021\nstatus: draft\n---\nText.\n",
    "a date that is none": b"---\ntitle: A\ndate: soon\nstatus: draft\n---\nText.\n",
    "an unknown field": b"---\ntitle: A\ndate: 2021\nstatus: draft\nauthorz: B\n---\nText.\n",
    "an unknown reference": b"---\ntitle: A\ndate: 2021\nstatus: draft\npeople: [nobody]\n---\n[[nobody-else]]\n",
    "an unknown source": b"---\ntitle: A\ndate: 2021\nstatus: draft\nsources: [nothing]\n---\nText.\n",
    "a missing picture": b"---\ntitle: A\ndate: 2021\nstatus: draft\nimage: {file: gap.png, alt: B}\n---\nText.\n",
    "no YAML": b"---\ntitle: A: B\nstatus: draft\n---\nText.\n",
    "a list that never ends": b'---\nstatus: "draft"  # for now\ntags: [a\n---\nText.\n',
    "a key that stands twice": b"---\ntitle: A\ntitle: B\nstatus: draft\n---\nText.\n",
    "front matter that never ends": b"---\ntitle: A\nstatus: draft\n\nText.\n",
    "bytes that are not UTF-8": b"---\ntitle: caf\xe9\nstatus: draft\n---\nText.\n",
    "a control character": b"---\ntitle: A\ndate: 2021\nstatus: draft\n---\nA \x1b[31m B\n",
    "a turned title": b'---\ntitle: "A \\u202e B"\ndate: 2021\nstatus: draft\n---\nText.\n',
    "too much text": b"---\ntitle: A\ndate: 2021\nstatus: draft\n---\n" + b"They met. " * 40_000,
    "an id that is taken": b"---\ntitle: A\ndate: 2021\nstatus: draft\n---\nText.\n",
    "a name that is not safe": b"---\ntitle: A\ndate: 2021\nstatus: draft\n---\nText.\n",
    "an address that is taken": b"---\ntitle: A\ndate: 2021\nstatus: draft\n---\nText.\n",
}
PATHS = {
    "an id that is taken": "content/articles/a/a-call.md",
    "a name that is not safe": "content/articles/a/a%2e.md",
    "an address that is taken": "content/articles/a-call/index.md",
}


CONTRADICTING = """
-- content/articles/misquoting.md --
---
title: Misquoting
date: 2021-12-09
status: draft
sources: [{article: a-call, exact: They agreed on everything}]
---
"""


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = Site(tmp_path_factory.mktemp("broken"), DOSSIER + CONTRADICTING)
    for number, (what, content) in enumerate(BROKEN.items()):
        file = site.folder / PATHS.get(what, f"content/articles/draft-{number}.md")
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    return site


def test_a_draft_never_stops_a_strict_build(broken: Site) -> None:
    broken.build(strict=True)
    assert broken.messages == []
    assert "articles/a-call/index.html" in broken.pages
    assert not [page for page in broken.pages if "draft" in page or page.startswith("articles/a/")]


@pytest.mark.parametrize("what", BROKEN)
def test_the_same_is_an_error_once_it_is_no_draft(what: str, tmp_path: Path) -> None:
    site = Site(tmp_path, DOSSIER)
    file = tmp_path / PATHS.get(what, "content/articles/published.md")
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(BROKEN[what].replace(b"draft", b"published"))
    _, findings = load_registry(site.folder / "content", load_schema())
    assert [
        finding.severity
        for finding in findings
        if finding.path == file.relative_to(tmp_path / "content").as_posix()
    ] == [Severity.ERROR]


def test_check_tells_what_is_wrong_in_each_draft_and_that_it_is_no_error(broken: Site) -> None:
    result = CliRunner().invoke(main, ["check", "--content", str(broken.folder / "content")])
    assert result.exit_code == 0
    for number, what in enumerate(BROKEN):
        path = PATHS.get(what, f"content/articles/draft-{number}.md").removeprefix("content/")
        assert f"{path}:" in result.stdout, what
    assert "misquoting.md:5:11: quotation-not-found" in result.stdout


def test_a_preview_shows_drafts_with_what_is_wrong_in_them(broken: Site) -> None:
    broken.build(strict=True, command="serve")
    assert broken.messages == []
    assert "Text." in broken.article("articles/draft-0/index.html")


REFERRING = """
-- content/articles/hidden-title.md --
---
title: Sesquipedalian
date: 2021-12-04
status: draft
---
-- content/articles/only-a-draft.md --
---
title: Only a draft
date: 2021-12-05
sources: [hidden-title]
---
See [[hidden-title]], [[hidden-title|these words]] and [that](hidden-title.md#top).
-- content/events/other-summit.md --
---
title: Other summit
when: 2015-03-11
participants: [{ref: angela-merkel, sources: [hidden-title, pa-x]}]
---
"""


def test_what_refers_to_a_draft_is_published_without_it_and_told(tmp_path: Path) -> None:
    site = Site(tmp_path, DOSSIER + REFERRING)
    build = run(MKDOCS, "build", "--strict", folder=tmp_path)
    assert build.returncode == 0, build.stderr
    told = [line for line in build.stderr.splitlines() if "unpublished-reference" in line]
    assert len(told) == 3
    assert all("“hidden-title” is a draft" in line for line in told)
    assert "only-a-draft.md:4:11" in build.stderr
    assert "only-a-draft.md:6:" in build.stderr
    assert "See Hidden title , these words and that ." in site.article("articles/only-a-draft/index.html")
    page = site.soup("events/other-summit/index.html")
    assert len(page.select(".dossier-sources li")) == 1
    assert not [
        name for name, html in site.pages.items() if "Sesquipedalian" in html or "hidden-title" in html
    ]


def test_check_tells_of_references_to_drafts(tmp_path: Path) -> None:
    Site(tmp_path, DOSSIER + REFERRING)
    result = CliRunner().invoke(main, ["check", "--content", str(tmp_path / "content")])
    assert result.stdout.count("unpublished-reference") == 3
    assert "only-a-draft.md:6:7" in result.stdout


ASSETS = """
-- content/articles/draft.md --
---
title: A draft
date: 2021-12-04
status: draft
image: {file: pictures/front-matter.png, alt: A}
---
![A](../pictures/draft-only.png) <img src="../pictures/tag.png"> [B](../notes/draft%20only.txt) ![C][c]
![D](../pictures/shared.png) ![E](../pictures/other/same-name.png) ![F](../pictures/drawing.svg) ![G](../pictures/with\\_escape.png)

[c]: ../pictures/by-reference.png
-- content/articles/excerpt.md --
---
title: An excerpt
date: 2021-12-05
publish: excerpt
---
The first paragraph.

![A](../pictures/withheld-part.png)
-- content/articles/published.md --
---
title: Published
date: 2021-12-06
---
![A](../pictures/shared.png) ![B](../pictures/same-name.png) [C](../notes/by%20link.csv)
"""
FILES = {
    "pictures/draft-only.png": False,
    "pictures/tag.png": False,
    "notes/draft only.txt": False,
    "pictures/by-reference.png": False,
    "pictures/front-matter.png": False,
    "pictures/withheld-part.png": False,
    "pictures/other/same-name.png": False,
    "pictures/drawing.svg": False,
    "pictures/with_escape.png": False,
    "pictures/shared.png": True,
    "pictures/same-name.png": True,
    "pictures/logo.png": True,
    "pictures/nobody-names-it.png": True,
    "notes/by link.csv": True,
}


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("address", ["", "https://example.org/dossier/"])
def test_a_file_that_only_unpublished_texts_use_stays_off_the_site(
    tmp_path: Path, directory_urls: bool, address: str
) -> None:
    theme = "theme: {name: material, font: false, logo: pictures/logo.png}"
    config = CONFIG.replace("theme: {name: material, font: false}", theme) + f"site_url: '{address}'\n"
    site = Site(tmp_path, DOSSIER + ASSETS.replace("![D]", "![](../pictures/logo.png) ![D]"), config)
    for path in FILES:
        file = tmp_path / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(PNG if path.endswith(".png") else b"text")
    site.build(strict=True, use_directory_urls=directory_urls)
    assert site.messages == []
    assert {path: (tmp_path / "site" / path).exists() for path in FILES} == FILES
    assert not (tmp_path / "site" / "pictures" / "other").exists()
