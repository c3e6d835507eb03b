"""Find what other plugins make pages load from other hosts, and say so.

What they add to the lists of scripts and styles is removed before a page is rendered. What they write into a
finished page stays there, since nobody knows what breaks without it; the security policy blocks it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from mkdocs.plugins import get_plugin_logger

from dossier.model.hosts import THEMES

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_FOREIGN: Final = re.compile(r"(?:https?:)?//([^/?#]*)", re.IGNORECASE)
_TAG: Final = re.compile(
    r"<(script|link|iframe|img)(?=[\s/])((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>", re.IGNORECASE
)
_ATTRIBUTE: Final = re.compile(
    r"[\s/\"'](src|href|rel)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE
)
_SHIM: Final = "iframe-worker"
log = get_plugin_logger("dossier")


class ForeignScripts:
    """The scripts and styles of other hosts that plugins add to each page."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Note what ``mkdocs.yml`` lists, before any plugin adds to it."""
        self._listed: Final = {str(each) for given in _lists(config) for each in given}

    def remove(self, config: MkDocsConfig) -> None:
        """Remove what plugins have added since, and log each address."""
        removed = []
        for given in _lists(config):
            for each in list(given):
                if _FOREIGN.match(str(each)) and str(each) not in self._listed:
                    given.remove(each)
                    removed.append(str(each))
        _tell_of_removed(removed, config)


def _lists(config: MkDocsConfig) -> tuple[list[Any], ...]:
    polyfills = config.extra.get("polyfills")
    return (
        config.extra_css,
        config.extra_javascript,
        polyfills if isinstance(polyfills, list) else [],
    )


def _tell_of_removed(addresses: Iterable[str], config: MkDocsConfig) -> None:
    offline = next((name for theme in THEMES if (name := f"{theme}/offline") in config.plugins), "")
    for address in addresses:
        if offline and _SHIM in address:
            log.info(
                f"The plugin “{offline}” adds {address} to every page. Pages load nothing from other hosts, "
                "so they leave it out, and the search works on a server only; see docs/plugins.md."
            )
        else:
            log.warning(
                f"A plugin adds {address} to every page. Pages load nothing from other hosts, so they leave "
                "it out: list a copy on this site in extra_javascript or extra_css, or remove the plugin."
            )


class ForeignInPages:
    """What plugins write into finished pages and browsers would load from other hosts."""

    def __init__(self, site_url: str) -> None:
        """`site_url` is the address of the site, "" if nobody knows it: its own host is not another one."""
        self._own: Final = _host_of(site_url)
        self._added: Final[dict[str, str]] = {}

    def see(self, html: str, before: str, path: str) -> None:
        """Note what a page loads now and did not load `before`; `path` is that of its file."""
        if html == before:
            return
        added = set(_loaded(html)) - set(_loaded(before))
        foreign = sorted(each for each in added if _host_of(each) != self._own)
        if foreign:
            self._added[path] = foreign[0]

    def warn(self, *, has_policy: bool) -> None:
        """Warn once of what is in any page; `has_policy` says whether pages have a security policy."""
        if not self._added:
            return
        path, address = next(iter(self._added.items()))
        more = len(self._added) - 1
        what = (
            "the security policy blocks it"
            if has_policy
            else "browsers load it, because there is no security policy"
        )
        log.warning(
            f"{path}: a plugin or hook adds {address} to the finished page, and {what}: put a copy on this "
            f"site, or remove the plugin{f'; {more} more pages have such addresses' * bool(more)}"
        )


def _host_of(address: str) -> str:
    """The host and port in an address; "" if it has none."""
    found = _FOREIGN.match(address)
    return found[1].lower() if found else ""


def _loaded(html: str) -> Iterator[str]:
    """The addresses on other hosts that a page loads without being asked, as scripts, styles and so on."""
    for tag, text in _TAG.findall(html):
        given = {
            name.lower(): unescape("".join(values)).strip() for name, *values in _ATTRIBUTE.findall(text)
        }
        is_link = tag.lower() == "link"
        if is_link and "stylesheet" not in given.get("rel", "").lower().split():
            continue
        address = given.get("href" if is_link else "src", "")
        if _FOREIGN.match(address):
            yield address
