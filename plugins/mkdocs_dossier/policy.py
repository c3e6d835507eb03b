"""Put a page under a security policy before it is published.

The policy blocks any script that passed everything before. A site of files cannot send headers, so the policy
is a ``meta`` at the head of each page (Content Security Policy Level 3). It allows inline scripts and styles
by their hashes, and only those of two kinds: from a template of the theme, whose source gets a mark that no
author can know, or added to the finished page by a plugin. Where the text of a page has a script or style of
its own, the second kind is not allowed: a plugin may have changed an author's script, and nobody can tell.
"""

from __future__ import annotations

import re
import secrets
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import unescape
from typing import TYPE_CHECKING, Final

from jinja2.ext import Extension

if TYPE_CHECKING:
    from jinja2 import Environment

_MARK: Final = f" data-template-{secrets.token_hex(8)}"
_IN_TEMPLATE: Final = re.compile(r"<(?:script|style)(?=[\s/>])", re.IGNORECASE)
# The beginning of a script or style that is not from a template, closed or not. Only what every parser reads
# as an empty element is left out, such as the scripts with an address that MkDocs itself writes.
_IN_TEXT: Final = re.compile(
    rf"<(script|style)(?![\w-])(?!{_MARK})(?!(?:\s+[a-z-]+(?:=\"[^\"<>]*\")?)*\s*>\s*</\1\s*>)",
    re.IGNORECASE,
)
_INLINE: Final = re.compile(
    r"<(script|style)(?=[\s/>])((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>(.*?)</\1(?:[\s/][^>]*)?>",
    re.DOTALL | re.IGNORECASE,
)
_KINDS: Final = ("script", "style")
_SOURCE: Final = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE: Final = re.compile(r"\stype\s*=\s*[\"']?([^\s\"'>]*)", re.IGNORECASE)
_RUNS: Final = frozenset(("", "module", "text/javascript", "application/javascript"))
# The encoding must be in the first 1024 bytes, so the policy comes after it.
_HEAD: Final = re.compile(r"<head[^>]*>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)


class MarkedTemplates(Extension):
    """Marks the scripts and styles in templates."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """Put the mark into the source of a template before it is parsed."""
        return _IN_TEMPLATE.sub(lambda tag: tag[0] + _MARK, source)


def mark_templates(env: Environment) -> None:
    """Make an environment mark the templates that it reads from now on."""
    env.add_extension(MarkedTemplates)


def under_policy(html: str, before: str, *, trusted: bool) -> tuple[str, int]:
    """A page with its policy, and the number of its scripts and styles that the policy blocks.

    `before` is the page as the templates made it, before other plugins added to it. Where authors are
    `trusted`, the policy allows what they wrote into the page as well. Empty ones do no harm.
    """
    known = _Spellings(before)
    may_add = not _IN_TEXT.search(before)
    inline = [
        (kind, text, marked or trusted or not text.strip() or (may_add and text not in known))
        for kind, text, marked in _inline(html)
    ]
    allowed = {name: [text for kind, text, runs in inline if kind == name and runs] for name in _KINDS}
    kept_back = sum(not runs for _, _, runs in inline)
    policy = _policy(_hashes(allowed["script"]), _hashes(allowed["style"]), trusted=trusted)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _HEAD.sub(lambda head: head[0] + meta, _without_mark(html), count=1), kept_back


def _without_mark(html: str) -> str:
    # A plugin that parses a page writes each attribute with a value.
    return html.replace(f'{_MARK}=""', "").replace(_MARK, "")


class _Spellings:
    """A page's text as it is and as a parser may read it.

    A script of an author that a plugin's parser brings to life is in the page before, at least escaped.
    """

    def __init__(self, html: str) -> None:
        self._html: Final = html
        self._read: list[str] = []

    def __contains__(self, text: object) -> bool:
        """Whether the page has a script's text in any spelling and with any white space.

        The page is unescaped only if that is asked.
        """
        if not self._read:
            once = unescape(self._html)
            self._read = [_without_space(each) for each in (self._html, once, unescape(once))]
        return any(_without_space(str(text)) in each for each in self._read)


def _without_space(text: str) -> str:
    return "".join(text.split())


def _inline(html: str) -> Iterator[tuple[str, str, bool]]:
    """Each script that would run and each style in a page: tag, text, whether it is from a template."""
    for tag, attributes, text in _INLINE.findall(html):
        name = tag.lower()
        kind = _TYPE.search(attributes)
        if name == "style" or (not _SOURCE.search(attributes) and (kind[1].lower() if kind else "") in _RUNS):
            # A script in a template may write a script, which has a mark too.
            yield name, _without_mark(text), _MARK in attributes


def _hashes(texts: Iterable[str]) -> list[str]:
    sums = {b64encode(sha256(text.encode()).digest()).decode() for text in texts}
    return [f"'sha256-{each}'" for each in sorted(sums)]


def _policy(scripts: list[str], styles: list[str], *, trusted: bool) -> str:
    directives = {
        "default-src": ["'self'"],
        # Pagefind compiles its WebAssembly in a worker, which is under no policy of the page.
        "script-src": ["'self'", *scripts],
        # The theme's styles contain their pictures as data.
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    if styles:
        directives["style-src"] = ["'self'", *styles]
    if trusted:
        directives["style-src-attr"] = ["'unsafe-inline'"]
    return "; ".join(f"{name} {' '.join(values)}" for name, values in directives.items())
