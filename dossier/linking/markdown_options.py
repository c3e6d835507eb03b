"""List the Markdown extensions that are on by default, and add them to those that a site lists.

It stands alone because the build and every command must read a text with the same extensions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from markdown.extensions import Extension


@dataclass(frozen=True, slots=True)
class MarkdownOptions:
    """The Markdown extensions of a host, as the constructor of `markdown.Markdown` takes them.

    ``extensions`` are names or instances, ``configs`` their options by the name of the extension.
    """

    extensions: tuple[str | Extension, ...] = ()
    configs: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Default:
    """An extension that is on by default.

    Attributes:
        name: its name, as in ``markdown_extensions``.
        instead: the extensions that read the same markup; beside one of them it is left out.
        options: its options.
    """

    name: str
    instead: frozenset[str] = frozenset()
    options: Mapping[str, Any] = field(default_factory=dict)


# Bundles of several extensions: Python-Markdown's and that of pymdown-extensions.
_EXTRA: Final = frozenset(("extra", "pymdownx.extra"))
_DEFAULTS: Final = (
    _Default("toc"),
    _Default("tables", _EXTRA),
    _Default("fenced_code", _EXTRA | {"pymdownx.superfences"}),
    _Default("abbr", _EXTRA),
    _Default("admonition"),
    _Default("attr_list", _EXTRA),
    _Default("def_list", _EXTRA),
    _Default("footnotes", _EXTRA),
    _Default("md_in_html", _EXTRA),
    _Default("smarty"),
    # The other blocks of this extension would number captions, in English whatever the language of the site.
    _Default("pymdownx.blocks.caption", options={"types": ["caption"], "auto": False}),
    _Default("pymdownx.details"),
    _Default("pymdownx.tasklist", frozenset({"markdown_checklist.extension"})),
    # A single “~” stands in EDTF and before numbers, so it is no markup.
    _Default("pymdownx.tilde", options={"subscript": False}),
    _Default("dossier.linking.bare_addresses", frozenset({"pymdownx.magiclink", "mdx_linkify"})),
)
_OF_PYTHON_MARKDOWN: Final = "markdown.extensions."


def with_defaults(options: MarkdownOptions) -> MarkdownOptions:
    """The extensions of a site, followed by each default one whose markup none of them reads.

    >>> with_defaults(MarkdownOptions(("extra", "smarty"))).extensions[:4]
    ('extra', 'smarty', 'toc', 'admonition')
    """
    listed = {_usual_name(each) for each in options.extensions}
    added = [each for each in _DEFAULTS if listed.isdisjoint({each.name, *each.instead})]
    return MarkdownOptions(
        (*options.extensions, *(each.name for each in added)),
        {**options.configs, **{each.name: dict(each.options) for each in added if each.options}},
    )


def _usual_name(extension: str | Extension) -> str:
    """The name of an extension without what may be left out: the package, the class."""
    name = extension if isinstance(extension, str) else type(extension).__module__
    return name.partition(":")[0].removeprefix(_OF_PYTHON_MARKDOWN)


DEFAULT_OPTIONS: Final = with_defaults(MarkdownOptions())
"""All default extensions: what a site has that lists none, and what is used where no host is known."""
