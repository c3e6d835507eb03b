"""Write ``plugins.md``: every plugin in tests/hosts/plugin_cases.py and what came of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "hosts"))

from plugin_cases import CASES

INTRO: Final = """\
# Other plugins

A dossier is a site of MkDocs, so other plugins may run beside `dossier`. Those that cannot are refused in
one line, before anything is built. The tests build each row of this table. `rss`, `social` and `privacy` are
refused for the options that do the damage, and work with those in the row below. `macros` and `meta` are
refused unless you trust all authors, `i18n` and `blog` with any options. The plugins of MaterialX, such as
`materialx/offline`, are treated like those of Material.

"""
OUTRO: Final = """
The plugins `include-markdown` and `markdown-exec` are refused like `macros`. These were tried without a test
and work: `minify` 0.8.0, `section-index` 0.3.12, `literate-nav` 0.6.3 and `exclude` 1.0.2.

What holds for every plugin:

- List `dossier` after a plugin that removes files, such as `exclude`. What is removed before is in no index
  and nobody mentions it. What is removed afterwards ends the build.
- Pages that the dossier makes, such as indexes and years, have no file: `file.abs_src_path` is `None`, as
  MkDocs defines it. If a plugin fails on one, a line names the plugin.
- A script or style that a plugin adds to a finished page (`on_post_page`) may run. What it puts into a text,
  where authors could write the same, may not, and on such a page no plugin may add any. Nor may a script run
  whose code the text of the page shows, as a sample of code does. You get a warning
  ([security.md](security.md#in-the-browser)).
- What a plugin adds to `extra_css`, `extra_javascript` or `extra: polyfills` before the pages are rendered is
  left out if it is on another host, and you get a warning. What `mkdocs.yml` itself lists stays, but the
  security policy blocks it.
- A `<script>`, `<link rel="stylesheet">`, `<iframe>` or `<img>` with an address on another host that a
  plugin adds to a finished page stays in it. You get a warning, and the security policy blocks it. Other ways
  to load something get no warning; the policy blocks them too. With `security_policy: false`, browsers load
  all of it.
- Where `search` and `pagefind` are both on, readers get two searches; `pagefind` warns of it.
"""


def other_plugins(rows: Callable[[tuple[str, ...], list[tuple[str, ...]]], str]) -> str:
    """Every plugin with its outcome; `rows` writes a table."""
    table = rows(
        ("Package", "In `mkdocs.yml`", "Outcome", "Remark"),
        [(f"{case.package} {case.version}", f"`{case.listed}`", case.outcome, case.remark) for case in CASES],
    )
    return f"{INTRO}{table}{OUTRO}"
