"""Write the pages of a site that the plugin built as Markdown with every link written by hand.

This is a MkDocs hook (``hooks: [by_hand.py]``) for a build with the plugin. It writes what each page shows as
plain Markdown into the folder that ``extra.by_hand`` names, so that MkDocs alone can build the same pages
with the same words and links.
"""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag
from mkdocs.plugins import event_priority


@event_priority(-100)
def on_env(env: Any, config: Any, files: Any) -> Any:
    """Write every page as Markdown."""
    folder = Path(config.extra["by_hand"])
    urls = {file.url: file.src_uri for file in files.documentation_pages()}
    for file in files.documentation_pages():
        target = folder / file.src_uri
        target.parent.mkdir(parents=True, exist_ok=True)
        writer = _Writer(file.url, file.src_uri, urls)
        soup = BeautifulSoup(file.page.content or "", "html.parser")
        target.write_text(f"# {file.page.title}\n\n{writer.blocks(soup)}\n", encoding="utf-8")
    return env


class _Writer:
    def __init__(self, url: str, path: str, urls: dict[str, str]) -> None:
        self.url = url
        self.folder = posixpath.dirname(path)
        self.urls = urls

    def blocks(self, node: Tag) -> str:
        parts: list[str] = []
        for child in node.children:
            if isinstance(child, NavigableString):
                parts.append(self.words(str(child)))
            elif isinstance(child, Tag):
                parts.append(self.block(child))
        return "\n\n".join(part for part in parts if part.strip())

    def block(self, tag: Tag) -> str:
        if tag.name in ("h1", "h2", "h3"):
            return f"{'#' * int(tag.name[1])} {self.inline(tag)}"
        if tag.name in ("ul", "ol", "dl"):
            return "\n".join(
                f"- {self.inline(item)}" for item in tag.find_all(("li", "dt", "dd"), recursive=False)
            )
        if tag.name == "table":
            rows = [[self.inline(cell) for cell in row.find_all(("th", "td"))] for row in tag.find_all("tr")]
            lines = [f"| {' | '.join(row)} |" for row in rows]
            return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])
        if tag.name in ("div", "article", "aside", "nav", "section"):
            return self.blocks(tag)
        return self.inline(tag)

    def inline(self, tag: Tag) -> str:
        parts = []
        for child in tag.children:
            if isinstance(child, NavigableString):
                parts.append(self.words(str(child)))
            elif isinstance(child, Tag) and child.name == "a" and child.get("href"):
                parts.append(f"[{self.inline(child)}]({self.target(str(child['href']))})")
            elif isinstance(child, Tag) and child.name == "mark":
                parts.append(f"**{self.inline(child)}**")
            elif isinstance(child, Tag):
                parts.append(self.inline(child))
        return " ".join("".join(parts).split())

    def words(self, text: str) -> str:
        return text.replace("\n", " ").replace("|", "\\|").replace("[", "\\[")

    def target(self, href: str) -> str:
        path, _, anchor = href.partition("#")
        if not path:
            return href
        url = posixpath.normpath(posixpath.join(self.url, path)) + "/"
        source = self.urls.get("./" if url == "./" else url)
        if source is None:
            return href
        return posixpath.relpath(source, self.folder or ".") + (f"#{anchor}" if anchor else "")
