"""Provide ``markdown_extensions: [dossier]`` for a host without plugins, which reads the dossier itself.

Links lead to the entities' own files. Only the plugin makes what needs the whole site (backlinks, timeline,
indexes).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from dossier.content.excerpt import published_body, published_part
from dossier.content.source import Source, Tree, legible_source, legible_text
from dossier.content.suppressions import without_suppressions
from dossier.linking.addresses import FileAddress, nowhere
from dossier.linking.documents import Context, MarkdownDocument, document_of
from dossier.linking.extension import DossierExtension
from dossier.linking.fences import tame_fences
from dossier.model.errors import ExtensionError
from dossier.model.registry import DRAFT, WITHHELD, Item
from dossier.standalone.current import CurrentDossier, current_dossier
from dossier.standalone.host_page import page_of_host
from dossier.standalone.options import DEFAULTS, Options, read_options

if TYPE_CHECKING:
    from markdown import Markdown

# Before normalize_whitespace (30), so that the text is still as the file has it.
_PRIORITY: Final = 31
# Python-Markdown's own extension, and a line that it reads.
_META: Final = "meta"
_META_LINE: Final = re.compile(r"^[A-Za-z0-9_-]+:.*$", re.MULTILINE)
TWICE: Final = (
    "the plugin “dossier” runs in this build and does all that the Markdown extension “dossier” does: "
    "leave “dossier” out of markdown_extensions"
)
MISSING: Final = (
    "The Markdown extension “dossier” puts links into texts. Backlinks, the timeline, indexes, search facets "
    "and feeds need the plugin “dossier”, which runs on MkDocs and ProperDocs: see “Hosts without plugins” "
    "in docs/site.md."
)
# Hosts count the warnings of their own loggers in a strict build, and Python shows those of any other.
log = logging.getLogger(__name__)


class StandaloneExtension(Extension):
    """``markdown_extensions: [dossier]``.

    Its options are ``content``, ``schema_dir``, ``checks``, ``link`` and ``trusted_authors``.
    """

    def __init__(self, **options: Any) -> None:
        self.config = {name: list(each) for name, each in DEFAULTS.items()}
        super().__init__()
        # Read only when a text is converted: before, hosts show a traceback of what is refused, and paths in
        # their configuration cannot be told.
        self._options: Final = options
        self._md: Markdown | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register what links each text."""
        md.registerExtension(self)
        self._md = md
        md.preprocessors.register(_LinkText(md, self._options), "dossier_document", _PRIORITY)

    def reset(self) -> None:
        """Prepare for the next text. Python-Markdown calls this once all extensions are there, too."""
        if self._md is not None:
            tame_fences(self._md)


class _LinkText(Preprocessor):
    """Finds out which file is converted, and registers what links its text.

    The file is known by its path where the host tells it, or else by its text.
    """

    def __init__(self, md: Markdown, options: Mapping[str, Any]) -> None:
        super().__init__(md)
        self._options = options
        self._extension: DossierExtension | None = None

    def run(self, lines: list[str]) -> list[str]:
        """The text that is published of the file.

        Raises:
            ExtensionError: the options are wrong, the plugin runs too, or files of the dossier have errors.
        """
        self._refuse_plugin()
        page = page_of_host(self.md)
        options = read_options(self._options, page.root if page else Path())
        # As `dossier.content.source` reads files.
        text = "\n".join(lines).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        dossier = current_dossier(options)
        if page is None:
            return self._by_text(dossier, text).split("\n")
        path = page.path_in(options.content)
        # Another plugin may make pages for which there is no file.
        if path is None or page.is_made_by_plugin:
            self._leave_alone()
            return lines
        return self._by_path(dossier, options, path, text, page.addresses(options.content)).split("\n")

    def _by_path(
        self, dossier: CurrentDossier, options: Options, path: str, text: str, address: FileAddress
    ) -> str:
        loaded = dossier.with_file(path, text)
        _tell(MISSING)
        item = loaded.by_path.get(path)
        if item is not None and path not in loaded.drafts:
            body = _published(item, text)
            self._begin(document_of(loaded.context.registry, item, body), loaded.context, address)
            return body
        self._begin(None, loaded.context)
        if path in loaded.drafts:
            return ""
        _tell(
            f"{path}: the dossier does not read this file, so its page gets no links; "
            f"“{options.check_command}” says why"
        )
        return _said_part(legible_source(legible_text(options.content / path)), text)

    def _by_text(self, dossier: CurrentDossier, text: str) -> str:
        """A text whose file is not known gets nothing that would be wrong for any file with this text.

        If it has front matter, this counts as well as what is known of the files that have the rest.
        """
        source = legible_source(text)
        loaded = dossier.with_text(text, source.body)
        if loaded.alike(text):
            # The text of a file may itself begin with what looks like front matter.
            source = Source("", Tree("", {}), False, text, 1)
        _tell(MISSING)
        body, alike = source.body, loaded.alike(source.body)
        parts = ["" if item.path in loaded.drafts else _published(item, body) for item in alike]
        part = min((_said_part(source, body), *parts), key=len)
        is_known = len(alike) == 1 and alike[0].path not in loaded.drafts
        document = document_of(loaded.context.registry, alike[0], part) if is_known else None
        self._begin(document, loaded.context)
        _tell_of_alike(alike)
        front_matter = text[: len(text) - len(body)]
        withheld = _withholds(source.front_matter.data) or any(
            item.path in loaded.drafts or _withholds({"publish": item.fields.text("publish")})
            for item in alike
        )
        return (self._for_meta(front_matter) if withheld else front_matter) + part

    def _for_meta(self, front_matter: str) -> str:
        """What the extension “meta”, which runs later, reads of the front matter of a text that is withheld.

        The page would show the rest, such as lists, and all of it where “meta” is not there.
        """
        if _META not in self.md.preprocessors:
            return ""
        return "\n".join(("---", *_META_LINE.findall(front_matter), "---", ""))

    def _leave_alone(self) -> None:
        """Leave a text alone that does not belong to the dossier."""
        if self._extension is not None:
            self._begin(None, replace(self._extension.context, is_trusted=True))

    def _begin(
        self, document: MarkdownDocument | None, context: Context, address: FileAddress = nowhere
    ) -> None:
        if self._extension is None:
            self._extension = DossierExtension(document, context, address)
            self._extension.extendMarkdown(self.md)
            self._extension.reset()
        else:
            self._extension.begin(document, context, address)

    def _refuse_plugin(self) -> None:
        """Refuse to link what the plugin links.

        Raises:
            ExtensionError: the plugin runs too.
        """
        for each in self.md.registeredExtensions:
            if isinstance(each, DossierExtension) and each is not self._extension:
                raise ExtensionError(TWICE)


def _tell_of_alike(alike: Sequence[Item]) -> None:
    if len(alike) > 1:
        paths = ", ".join(item.path for item in alike)
        _tell(
            f"{paths}: these files have the same text, and this host does not say which of them it "
            "converts. None of them gets links: make the texts differ."
        )


def _said_part(source: Source, text: str) -> str:
    """The part of a text that its own front matter lets readers see, whatever its type."""
    said = source.front_matter.data
    if not isinstance(said, dict):
        return without_suppressions(text)
    return "" if said.get("status") == DRAFT else published_part(str(said.get("publish")), text)


def _withholds(said: object) -> bool:
    """Whether front matter keeps a text or a part of it from readers."""
    return isinstance(said, dict) and (said.get("status") == DRAFT or said.get("publish") in WITHHELD)


def _published(item: Item, text: str) -> str:
    """The part of an item's text that may be shown. A host may have changed the text, as a macro does."""
    return published_body(replace(item, body=text))


@cache
def _tell(message: str) -> None:
    """Log a message once in this process."""
    log.warning(message)
