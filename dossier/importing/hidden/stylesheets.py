"""Read the style sheets that come with a page, and find what they declare for an element.

Word processors and web sites hide text by class, so the attribute ``style`` alone does not say what is
shown. Sheets at other addresses are never fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import soupsieve
import tinycss2

from dossier.importing.hidden.declarations import has_colour, has_size, is_removed, is_visible

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

# The assumed width of the reader's window.
_WIDTH: Final = 1280
_MOST_RULES: Final = 20_000
_MOST_TRIALS: Final = 100_000
_LONGEST_SELECTOR: Final = 200
_READ: Final = frozenset(
    """display visibility opacity font font-size color position left right top bottom clip clip-path height
    width max-height max-width overflow overflow-x overflow-y text-indent margin-left margin-right margin-top
    transform content-visibility mso-hide text-decoration text-decoration-line animation animation-name
    filter background background-color background-clip -webkit-background-clip inset-inline-start
    inset-block-start transition transition-property flex flex-grow flex-basis min-width min-height
    padding-left padding-right padding-top""".split()
)
# Other selectors, such as those for hovering, apply only at times.
_SELECTOR: Final = re.compile(
    r"(?:[\w\s.#>+~*\[\]=\"'^$|-]|\\.|:(?:not|is|where)\([\w\s.,#*\[\]=\"'-]*\)|:root|:empty|"
    r":(?:first|last|only)-(?:child|of-type)|:nth-(?:last-)?(?:child|of-type)\([\w\s+-]*\))+"
)
# To try one of these, soupsieve looks at all siblings of an element.
_SLOW: Final = re.compile(r":(?:first|last|only|nth)|~(?!=)")
_SLOWNESS: Final = 50
_COMMA: Final = re.compile(r",(?![^()]*\))")
_ESCAPED: Final = re.compile(r"\\(.)")
_LAST: Final = re.compile(r"(?:\[[^\]]*\]|\([^)]*\)|\\.|[^\s>+~])+$")
_KEY: Final = re.compile(r"[#.]?(?:[\w-]|\\.)+")
_INSIDE_BRACKETS: Final = re.compile(r"\[[^\]]*\]|(?<!\\):[\w-]+(?:\([^)]*\))?")
_WIDTHS: Final = re.compile(r"\((min|max)-width\s*:\s*([\d.]+)(px|em|rem)\)")
# Conditions that most screens meet.
_USUAL: Final = re.compile(
    r"\((?:prefers-color-scheme\s*:\s*light|prefers-reduced-motion\s*:\s*no-preference|hover(?:\s*:\s*hover)?|"
    r"(?:any-)?pointer\s*:\s*fine|orientation\s*:\s*landscape|color|scripting\s*:\s*enabled)\)"
)
_ALWAYS: Final = frozenset(("", "all", "screen", "only screen"))
_OF_ATTRIBUTE: Final = (1_000, 0, 0)


@dataclass(frozen=True, slots=True)
class _Value:
    """The declared value of one property; of two with the same weight, the later wins."""

    text: str
    important: bool
    place: int = 0


Declared = dict[str, _Value]
_Weight = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Rule:
    """Everything that is declared for a selector; `tried` is None where its key is the whole selector."""

    weight: _Weight
    tried: soupsieve.SoupSieve | None
    cost: int = 1
    declared: Declared = field(default_factory=dict)

    def add(self, declared: Declared, place: int) -> None:
        """Add the declarations of a later rule with the same selector."""
        for name, value in declared.items():
            before = self.declared.get(name)
            if before is None or value.important >= before.important:
                self.declared[name] = replace(value, place=place)


class StyleSheets:
    """The rules of a page about what is shown, by the key of the last part of their selector.

    Attributes:
        exhausted: whether there were more rules than an honest page needs, so that some were not tried.
    """

    def __init__(self) -> None:
        self.rules: dict[str, dict[str, _Rule]] = {}
        self.number = self.trials = 0

    @property
    def exhausted(self) -> bool:
        """Whether some of the rules were not tried."""
        return self.trials > _MOST_TRIALS or self.number > _MOST_RULES

    def add(self, css: str, media: str = "") -> None:
        """Add a style sheet; one for print says nothing about the page on a screen."""
        if _holds(media):
            for selectors, declared in _declarations(tinycss2.parse_stylesheet(css, True, True)):
                self._add_rule(selectors, declared)

    def _add_rule(self, selectors: str, declared: Declared) -> None:
        self.number += 1
        hides = _may_hide(declared)
        for selector in map(str.strip, _COMMA.split(selectors)):
            if _SLOW.search(selector) and not hides:
                continue
            if len(selector) <= _LONGEST_SELECTOR and _SELECTOR.fullmatch(selector):
                known = self.rules.setdefault(_key(selector), {})
                if (rule := known.get(selector)) is None:
                    rule = self._rule(selector)
                if rule is not None:
                    known.setdefault(selector, rule).add(declared, self.number)

    def _rule(self, selector: str) -> _Rule | None:
        if self.number > _MOST_RULES:
            return None
        if _key(selector) == selector:
            return _Rule(_weight(selector), None)
        try:
            cost = _SLOWNESS if _SLOW.search(selector) else 1
            return _Rule(_weight(selector), soupsieve.compile(selector), cost)
        except (soupsieve.SelectorSyntaxError, ValueError):
            return None

    def declared_for(self, element: Tag) -> dict[str, str]:
        """The properties of an element that decide whether it is shown, each with the value that applies."""
        ranked: dict[str, tuple[tuple[bool, _Weight, int], str]] = {}
        for rule in self._rules_for(element):
            _rank(ranked, rule.declared, rule.weight)
        if style := str(element.get("style") or ""):
            _rank(ranked, _in_attribute(style), _OF_ATTRIBUTE)
        return {name: value for name, (_, value) in ranked.items()}

    def _rules_for(self, element: Tag) -> Iterator[_Rule]:
        names = [element.name, "*", *(f".{name}" for name in element.get("class") or ())]
        names.append(f"#{element.get('id') or ''}")
        for rule in (rule for name in names for rule in self.rules.get(name, {}).values()):
            if rule.tried is None:
                yield rule
                continue
            self.trials += rule.cost
            if self.trials > _MOST_TRIALS:
                return
            if rule.tried.match(element):
                yield rule


def style_sheets(soup: BeautifulSoup, linked: Mapping[str, str]) -> StyleSheets:
    """The style sheets of a page in their order; `linked` holds those to which it links, by address."""
    sheets = StyleSheets()
    for element in soup.find_all(("style", "link")):
        media = str(element.get("media") or "")
        if element.name == "style":
            sheets.add(element.string or "", media)
        elif "stylesheet" in [str(word).lower() for word in element.get("rel") or ()]:
            sheets.add(linked.get(str(element.get("href") or ""), ""), media)
    return sheets


def inline_declarations(style: str) -> dict[str, str]:
    """What an attribute ``style`` declares about what is shown."""
    return {name: value.text for name, value in _in_attribute(style).items()}


@lru_cache(maxsize=1_024)
def _in_attribute(style: str) -> Declared:
    return dict(_listed(tinycss2.parse_blocks_contents(style, True, True)))


def _rank(
    ranked: dict[str, tuple[tuple[bool, _Weight, int], str]], declared: Declared, weight: _Weight
) -> None:
    """Replace values of a lower rank by those that are declared (CSS Cascading 4, 6.1)."""
    for name, value in declared.items():
        rank = (value.important, weight, value.place)
        if name not in ranked or ranked[name][0] <= rank:
            ranked[name] = (rank, value.text)


def _may_hide(declared: Declared) -> bool:
    style = {name: value.text for name, value in declared.items()}
    return is_removed(style) or not (
        is_visible(style, True) and has_size(style, True) and has_colour(style, True)
    )


def _declarations(nodes: Iterable[Any], outer: str = "") -> Iterator[tuple[str, Declared]]:
    """The selectors of each rule that applies, with its declarations of the properties in `_READ`.

    A rule within a rule with the selectors `outer` comes after it (CSS Nesting 1, 3).
    """
    for node in nodes:
        if node.type == "qualified-rule":
            selectors = _nested(str(tinycss2.serialize(node.prelude)), outer)
            inner = tinycss2.parse_blocks_contents(node.content, True, True)
            if declared := dict(_listed(inner)):
                yield selectors, declared
            if len(selectors) <= _LONGEST_SELECTOR:
                yield from _declarations((one for one in inner if one.type != "declaration"), selectors)
        elif node.type == "at-rule" and node.content and _applies(node):
            yield from _declarations(tinycss2.parse_blocks_contents(node.content, True, True), outer)


def _nested(selectors: str, outer: str) -> str:
    if not outer:
        return selectors
    inner = [part.strip() for part in _COMMA.split(selectors)]
    return ", ".join(
        part.replace("&", around.strip()) if "&" in part else f"{around.strip()} {part}"
        for around in _COMMA.split(outer)
        for part in inner
    )


def _applies(node: Any) -> bool:
    if node.lower_at_keyword == "media":
        return _holds(str(tinycss2.serialize(node.prelude)))
    return str(node.lower_at_keyword) in ("supports", "layer")


def _listed(nodes: Iterable[Any]) -> Iterator[tuple[str, _Value]]:
    for node in nodes:
        if node.type == "declaration" and node.lower_name in _READ:
            value = " ".join(tinycss2.serialize(node.value).lower().split())
            yield node.lower_name, _Value(value, node.important)


def _holds(media: str) -> bool:
    """Whether one of the media queries in a list matches a wide screen."""
    return any(_is_wide_screen(query) for query in media.lower().split(","))


def _is_wide_screen(query: str) -> bool:
    for side, number, unit in _WIDTHS.findall(query):
        width = float(number) * (1 if unit == "px" else 16) if number.count(".") < 2 else 0
        if (side == "min" and width > _WIDTH) or (side == "max" and width < _WIDTH):
            return False
    kind = re.sub(r"\band\b", " ", _USUAL.sub(" ", _WIDTHS.sub(" ", query)))
    return " ".join(kind.split()) in _ALWAYS | {"not print"}


def _weight(selector: str) -> _Weight:
    """How specific a selector is (Selectors 4, 17): ids; classes, attributes and states; elements."""
    words = _INSIDE_BRACKETS.sub("", selector)
    inner = len(_INSIDE_BRACKETS.findall(selector))
    return (
        words.count("#"),
        words.count(".") + inner,
        len(re.findall(r"(?:^|[\s>+])[a-z]", words, re.IGNORECASE)),
    )


def _key(selector: str) -> str:
    """The id, class or element name that the last part of a selector requires."""
    last = _LAST.search(selector)
    parts = _KEY.findall(_INSIDE_BRACKETS.sub("", last[0])) if last else []
    for sign in ("#", "."):
        if found := [part for part in parts if part.startswith(sign)]:
            return _ESCAPED.sub(r"\1", found[0])
    return str(parts[0]).lower() if parts else "*"
