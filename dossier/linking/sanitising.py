"""Remove from a page's HTML whatever could run, imitate the site or mislead readers.

The whole page is cleaned, not the stretches that an author wrote: raw HTML may begin in one paragraph and end
in another. nh3 (the sanitiser ammonia, on a browser's parser) keeps what is allowed. This module compares the
tags before and after to report every tag and attribute that was removed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import escape, unescape
from typing import Final

import nh3

from dossier.content.web_addresses import refusal_of_link, refusal_of_picture
from dossier.linking.marks import MARK
from dossier.model.ids import free_id
from dossier.model.linked import Removal
from dossier.model.reserved_ids import ANY_PAGE, PageIds

TAGS: Final = frozenset(
    """a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
    figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small
    span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr""".split()
)
_EVERYWHERE: Final = frozenset("class id title lang dir".split())
_ATTRIBUTES: Final[dict[str, set[str]]] = {
    "a": {"href", "data-type", "data-id"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"cite", "datetime"},
    "details": {"open"},
    "img": {"align", "src", "alt", "width", "height", "loading"},
    "ins": {"cite", "datetime"},
    "li": {"value"},
    "ol": {"start", "reversed", "type"},
    "q": {"cite"},
    "span": {"data-edtf"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr"},
    "time": {"datetime", "data-edtf"},
}
# Their text is removed as well, since it is not prose.
_WITH_CONTENT: Final = frozenset(("script", "style"))
_LINKS: Final = frozenset(("href", "cite"))
_ADDRESSES: Final = _LINKS | {"src"}
_SCHEMES: Final = frozenset(("http", "https", "mailto"))
_NO_ADDRESS: Final = "cannot be used as an address"
_OURS_ALONE: Final = frozenset(("data-type", "data-id"))
# Names of the theme's styles and scripts: "mermaid" makes the theme load a program from another host.
_CLASSES: Final = re.compile(r"dossier|pagefind|md-|mermaid|headerlink|glightbox", re.IGNORECASE)
# As the HTML Standard reads them (13.2.5): a comment ends with “-->”, “--!>” or the page; quotation marks
# enclose a value only after “=”. One pass finds all: what looks like a tag in a comment or a value is none.
_MARKUP: Final = re.compile(
    r"""<!--(?:-?>|.*?(?:--!?>|(?P<open>\Z)))
    |<(?P<other>[?!])
    |<(?P<tag>[A-Za-z][^\s/>]*)
     (?P<attributes>(?:[\s/]+|=|[^\s/>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*)?)?)*+)(?P<end>>?)""",
    re.DOTALL | re.VERBOSE,
)
_MOST_TOLD: Final = 50
_OPEN_COMMENT: Final = "!--"
_NO_END: Final = "<"
_NO_TAGS: Final = {
    "?": "a processing instruction",
    "!": "a declaration",
    _OPEN_COMMENT: "an unclosed comment, with everything after it,",
}
_ATTRIBUTE: Final = re.compile(r"[\s/]([^\s=\"'<>/]+)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?")
# The check boxes of task lists. They belong to the text and control nothing, so they become characters.
_CHECK_BOX: Final = re.compile(
    r"""(?:<label\ class="task-list-control">)?<input\ type="checkbox"(?:\ disabled(?:="")?)?
    (?P<checked>\ checked(?:="")?)?\ ?/?>(?:<span\ class="task-list-indicator"></span></label>)?""",
    re.VERBOSE,
)
_WITH_ID: Final = re.compile(
    r"""(?P<before><[a-z][^\s>]*(?:\s[^\s=">]+="[^"]*")*?)\sid="(?P<value>[^"]*)"(?P<after>[^>]*)"""
)
_PICTURE: Final = re.compile(r'<img((?:\s[^\s=">]+="[^"]*")*)>')
_ALT: Final = re.compile(r'\salt="([^"]*)"')
_SOURCE: Final = re.compile(r'\ssrc="')


def may_have(tag: str, name: str) -> bool:
    """Whether an element of a text that is not trusted may have an attribute."""
    return tag in TAGS and (name in _EVERYWHERE or name in _ATTRIBUTES.get(tag, ()))


def refused_id(identifier: str, why: str, instead: str) -> Removal:
    """A record that an id was removed from an element of a text."""
    message = f"id was removed: “{identifier}” {why}"
    return Removal(identifier, message, f"write another, such as “{instead}”")


def sanitised(html: str, ids: PageIds = ANY_PAGE) -> tuple[str, list[Removal]]:
    """The HTML of a page, or of a part of it, without what is not allowed, and what was removed."""
    if "<" not in html:
        return html, []
    if "task-list" in html:
        html = _CHECK_BOX.sub(lambda box: "☑" if box["checked"] else "☐", html)
    cleaner = _Cleaner(ids)
    # A byte order mark at the start is no text to the parser; one that is there now was behind a tag.
    clean = cleaner.clean(html).lstrip("\ufeff")
    removed = [*cleaner.refused, *_missing(html, clean, cleaner.refused)]
    clean, repeated = without_repeated_ids(clean)
    removed += repeated
    if len(removed) > _MOST_TOLD:
        more = len(removed) - _MOST_TOLD
        removed[_MOST_TOLD:] = [Removal("<", f"{more:,} more tags or attributes were removed")]
    return _PICTURE.sub(_picture_or_words, clean), removed


class _Cleaner:
    def __init__(self, ids: PageIds) -> None:
        self.ids = ids
        self.refused: list[Removal] = []
        self._cleaner = nh3.Cleaner(
            tags=set(TAGS),
            clean_content_tags=set(_WITH_CONTENT),
            attributes={"*": set(_EVERYWHERE), **{tag: set(names) for tag, names in _ATTRIBUTES.items()}},
            attribute_filter=self._filtered,
            strip_comments=True,
            link_rel=None,
            # `_filtered` judges addresses, since it can say why one is refused.
            url_schemes=set(_SCHEMES),
        )

    def clean(self, html: str) -> str:
        return self._cleaner.clean(html)

    def _filtered(self, tag: str, name: str, value: str) -> str | None:
        """An attribute's value as it may stay, or None; nh3 calls this for the attributes it allows."""
        if name == "class":
            return self._classes(value)
        if name == "id":
            return self._id(tag, value)
        if name in _OURS_ALONE:
            return value if value.startswith(MARK) else None
        if name in _ADDRESSES:
            refusal = (refusal_of_picture if tag == "img" else refusal_of_link)(value)
            return self._unless(bool(refusal), name, value, f"{_NO_ADDRESS}: {refusal}")
        return value

    def _id(self, tag: str, value: str) -> str | None:
        refusal = self.ids.refusal(value, tag)
        if not refusal:
            return value
        self.refused.append(refused_id(value, refusal, self.ids.free(value)))
        return None

    def _classes(self, value: str) -> str | None:
        if not _CLASSES.search(value):
            return value
        words = value.split()
        kept = [word for word in words if not _CLASSES.match(word)]
        for word in words:
            if word not in kept:
                self._unless(True, "class", word, "is a class that the site itself uses")
        return " ".join(kept) or None

    def _unless(self, refused: bool, name: str, value: str, why: str) -> str | None:
        if not refused:
            return value
        self.refused.append(Removal(value, f"{name} was removed: “{value}” {why}"))
        return None


def without_repeated_ids(html: str) -> tuple[str, list[Removal]]:
    """Clean HTML in which only the first element with an id keeps it, and what was removed."""
    taken: set[str] = set()
    removed: list[Removal] = []

    def once(tag: re.Match[str]) -> str:
        value = unescape(tag["value"])
        if value not in taken:
            taken.add(value)
            return tag[0]
        removed.append(
            refused_id(value, "is the id of an earlier element", free_id(value, taken.__contains__))
        )
        return tag["before"] + tag["after"]

    return _WITH_ID.sub(once, html), removed


def _missing(html: str, clean: str, told: list[Removal]) -> Iterator[Removal]:
    """The tags and attributes that the page had before it was cleaned and no longer has."""
    before, after = _counted(html), _counted(clean)
    known = Counter(removal.message.partition(" ")[0] for removal in told)
    for (tag, name), number in before.items():
        missing = number - after[tag, name]
        if missing <= 0:
            continue
        if tag in _NO_TAGS:
            yield Removal(f"<{tag}", f"{_NO_TAGS[tag]} was removed")
        elif name == _NO_END:
            yield Removal(
                f"<{tag}", f"the tag <{tag} is never closed; it was removed with everything after it"
            )
        elif not name:
            yield Removal(f"<{tag}", f"the tag <{tag}> was removed")
        elif name in _ADDRESSES and tag in TAGS:
            refused = list(_refused_addresses(html, tag, name, told))
            yield from refused
            if missing > len(refused) + known[name]:
                yield Removal(name, f"the attribute “{name}” of <{tag}> was removed")
            known[name] -= missing - len(refused)
        elif known[name] > 0:
            known[name] -= missing
        elif after[tag, ""] or tag in TAGS:
            yield Removal(name, f"the attribute “{name}” of <{tag}> was removed")


def _refused_addresses(html: str, tag: str, name: str, told: list[Removal]) -> Iterator[Removal]:
    """The addresses of a tag that nh3 removed before it asked `_Cleaner`: those with other schemes."""
    wanted = re.compile(
        rf"<{tag}\b[^>]*?\s{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))", re.IGNORECASE
    )
    known = {removal.sign for removal in told}
    for values in wanted.findall(html):
        value = unescape("".join(values))
        if value in known:
            continue
        scheme = value.partition(":")[0].strip().lower()
        if scheme not in _SCHEMES and refusal_of_link(value):
            yield Removal(value, f"{name} was removed: “{value}” {_NO_ADDRESS}: {refusal_of_link(value)}")


def _counted(html: str) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for match in _MARKUP.finditer(html):
        if match["tag"]:
            name = match["tag"].lower()
            found[name, "" if match["end"] else _NO_END] += 1
            if match["attributes"] and match["end"]:
                found.update((name, each.lower()) for each in _ATTRIBUTE.findall(match["attributes"]))
        elif match["other"] or match["open"] is not None:
            found[match["other"] or _OPEN_COMMENT, ""] += 1
    return found


def _picture_or_words(match: re.Match[str]) -> str:
    """The picture, or the words of its ``alt`` where its address was refused."""
    if _SOURCE.search(match[1]):
        return match[0]
    words = _ALT.search(match[1])
    return escape(unescape(words[1])) if words else ""
