"""The page ``security.md``: what texts and files may hold, and what comes of the cases in tests/hostile."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from dossier.content.assets import PUBLISHED
from dossier.linking.sanitising import TAGS

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "hostile"))

from hostile_corpus import CASES

SECURITY_INTRO: Final = """\
# Security of content

Articles come from people whom nobody knows, builds run unattended, and what is published is believed. So
content is hostile until proven otherwise. Whatever the files in `content/` hold, there is either a
message with file and line or a safe page: nothing of theirs runs, leaks, leads a build astray or is
dropped without a word. `mkdocs.yml` and `site_config/` are trusted: look at changes of it as at changes
of code.

## Front matter

A strict loader of our own reads it before MkDocs sees the file: no aliases, tags or duplicate keys, at
most twenty levels and a megabyte, one shape a field, no unknown keys. The theme reads only what the
schema let through, and every value is escaped where it is shown. An id of a provision that the site itself
uses is a warning, `reserved-id`, and the page has another in its place. Addresses begin with `https://` or
`http://`, without a user name, a backslash or a character that cannot be seen.

## Text

Markdown and the HTML in it pass a sanitiser with a list of what is allowed
([nh3](https://nh3.readthedocs.io)). What it takes out is a warning, `markup-removed`. Allowed are {tags}.
No handlers, styles or comments stay; ids and classes that the site itself uses do not either, nor ids that
another element of the page has. An id of the site is one of the theme (`__search`), of the scripts
(`dossier-card`), or of a part that the page has around its text (`section-mentioned-in`, `source-1`, `fn:1`,
a day of the timeline); the warning names another. A heading whose words would make one gets `text-` before
them, without a warning. Links are relative or have the scheme `http`, `https` or `mailto`; pictures are files
of the site, since a page asks no other host for anything.

A text is measured before it is parsed, since Markdown parsers take very long or run out of stack on some:
300,000 characters and 20,000 lines a file, twelve levels of lists and quotations, fifty brackets that are
open at once, 20,000 cells of tables, 1,000 digits in a row, and the like. What is beyond is an error:
`prose-too-long`, `prose-too-deep`, `prose-too-dense`.

Characters that cannot be seen, that turn the direction of text around, and words that mix Latin with
letters that look like it are a finding, `spoofed-text`: in names and titles, and, as far as they turn
or hide, in prose.

## Files

Beside texts, published are {kinds}, each only if its content is of the kind that its name says. SVG,
HTML, scripts, styles and everything else are a warning, `file-not-published`; what belongs to the site's
look goes into `custom_dir`. Symbolic links, pipes and devices are errors (`file-not-read`), and so are
names that mean something to an address, a shell or another system's disk (`unsafe-path`), and files that
would stand at one address (`path-collision`).

## In the browser

Every page has a Content Security Policy: scripts and styles come from the site itself; those within a
page run only if a template of the theme holds them, known by their hashes; no plugins, no `base`, no
forms, no style attributes. So even what slipped through would not run. Pages of other plugins that put
scripts of their own into a page are told of by a warning; `security_policy: false` in the options of the
plugin `dossier` leaves the policy out. The preview of `mkdocs serve` has none, since MkDocs puts a script
into its pages that follows changes.

## Where all authors are known

`trusted_authors: true` keeps all HTML of texts, publishes files of any kind, and lets scripts and styles
within texts work. The limits, the strict front matter and the rules for names of files stay. The
extension for hosts without plugins has the same option. `dossier check` reads it from
`mkdocs.yml` and reports no removed markup then.

Without the plugin, that extension guards texts only: front matter and files beside the texts are the host's
to read and to publish, and a theme prints a title as it is. Where strangers write, use the plugin.

Some extensions and plugins of MkDocs read files or run code that a text names: `pymdownx.snippets`,
`macros`, `markdown-exec`, `include-markdown`. Where strangers write, do not switch them on.

## What was tried

{number} cases, each built for real by `tests/hostile`; those that would run are opened in a browser. An
error stops the build, a warning does so with `--strict`.

"""


def security(rows: Callable[[tuple[str, ...], list[tuple[str, ...]]], str]) -> str:
    """The page of what is refused, with every hostile case and what comes of it."""
    tags = ", ".join(f"`{tag}`" for tag in sorted(TAGS))
    kinds = ", ".join(f"`{ending}`" for ending in PUBLISHED)
    groups = dict.fromkeys(case.group for case in CASES)
    tables = (
        f"### {group}\n\n"
        + rows(
            ("Tried", "What comes of it"),
            [(_as_text(case.what), case.outcome) for case in CASES if case.group == group],
        )
        for group in groups
    )
    intro = SECURITY_INTRO.format(tags=tags, kinds=kinds, number=len(CASES))
    return intro + "\n".join(tables)


def _as_text(words: str) -> str:
    """Words that Markdown shows as they are, except for what stands as code."""
    parts = re.split("(`[^`]*`)", words)
    signs = {
        "&": "&amp;",
        "<": "&lt;",
        "*": "&#42;",
        "_": "&#95;",
        "[": "&#91;",
        "{": "&#123;",
        "`": "&#96;",
        "\\": "&#92;",
    }
    return "".join(
        part if number % 2 else "".join(signs.get(sign, sign) for sign in part)
        for number, part in enumerate(parts)
    )
