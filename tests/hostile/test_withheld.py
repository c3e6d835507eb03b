"""What an article withholds (``publish: excerpt``, ``metadata``) is nowhere in the site, even compressed."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest
from hostile_sites import CONFIG
from small_sites import DOSSIER, Site

SECRET = "sesquipedalian"
WITHHELD = f"""
# A heading that is {SECRET}a

Vladimir Putin spoke of {SECRET}b in Minsk on 11 February 2015. [A link {SECRET}c](about:{SECRET}d) [^1]

> A quotation of {SECRET}e, and ![{SECRET}f](x{SECRET}g.png)

| {SECRET}h |
|---|
| {SECRET}i |

    {SECRET}j

<p title="{SECRET}k" onclick="{SECRET}l">{SECRET}m</p>

<!-- {SECRET}n -->

[^1]: A note of {SECRET}o.
*[XYZ]: {SECRET}p

Angela Merkel was in Minsk, which is {SECRET}q. [[minsk|{SECRET}r]] [[{SECRET}s]]
"""
FRONT = "---\ntitle: Withheld {0}\ndate: 2021-12-0{1}\npublish: {0}\nsummary: What may be said.\n---\n"
PASTED = WITHHELD.replace("\n\n", "\n\u00a0\n")
ARTICLES = f"""
-- content/articles/excerpt.md --
{FRONT.format("excerpt", 1)}The first paragraph on Vladimir Putin is shown.
{WITHHELD}
-- content/articles/pasted.md --
{FRONT.format("excerpt", 5)}The pasted paragraph is shown.
 {PASTED}
-- content/articles/metadata.md --
{FRONT.format("metadata", 2)}{WITHHELD}
-- content/articles/heading.md --
{FRONT.format("excerpt", 3)}
# {SECRET}t

The second paragraph is shown.
{WITHHELD}
-- content/articles/draft.md --
---
title: A draft
date: 2021-12-04
status: draft
---
{WITHHELD.replace("[[" + SECRET + "s]]", "")}
"""


def unpacked(content: bytes) -> bytes:
    """The bytes of a file, and what they are when unpacked."""
    if content[:2] == b"\x1f\x8b":
        content += gzip.decompress(content)
    for window in (15, -15):
        try:
            content += zlib.decompress(content, window)
        except zlib.error:
            continue
    return content


@pytest.mark.parametrize("search", ["pagefind", "search"])
def test_no_word_of_what_is_withheld_is_published(tmp_path: Path, search: str) -> None:
    site = Site(tmp_path, DOSSIER + ARTICLES, CONFIG.replace("[pagefind,", f"[{search},")).build()
    files = [file for file in (tmp_path / "site").rglob("*") if file.is_file()]
    assert len(files) > 50
    leaks = [file.name for file in files if SECRET.encode() in unpacked(file.read_bytes()).lower()]
    assert leaks == []
    assert not any(SECRET in file.name for file in files)
    assert "The first paragraph" in site.article("articles/excerpt/index.html")
    assert "The pasted paragraph" in site.article("articles/pasted/index.html")
    assert not (tmp_path / "site" / "articles" / "draft").exists()


def test_the_search_for_words_looks_into_packed_files(tmp_path: Path) -> None:
    shown = ARTICLES.replace("publish: metadata\n", "").replace(f"[[{SECRET}s]]", "")
    Site(tmp_path, DOSSIER + shown, CONFIG).build()
    files = [file for file in (tmp_path / "site").rglob("*") if file.is_file()]
    packed = {file.suffix for file in files if SECRET.encode() in unpacked(file.read_bytes()).lower()}
    assert {".html", ".pf_fragment"} <= packed
