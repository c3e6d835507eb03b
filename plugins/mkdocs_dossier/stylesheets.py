"""Shorten scripts, and keep only those rules of the theme's style sheets that can apply to the site's pages.

Material's styles are made for every site; two thirds of their bytes are for search, code, tabs and icons
that a dossier may never show. The pages themselves show which names are used, so a page with an admonition
keeps its rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeAlias

import tinycss2
from rjsmin import jsmin
from tinycss2 import ast

from dossier.content.files import naming
from dossier.model.site_paths import ASSETS

_CLASSES: Final = re.compile(r'\sclass="([^"]*)"')
_COLOURS: Final = re.compile(r'\sdata-md-color-[a-z]+="([^"]*)"')
_SCRIPT_WORD: Final = re.compile(r"[A-Za-z][\w-]*")
# The page need not contain the names in a negation or an alternative.
_FUNCTION: Final = re.compile(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)")
_SELECTOR_CLASS: Final = re.compile(r"\.((?:\\.|[\w-])+)")
_SELECTOR_COLOUR: Final = re.compile(r"\[data-md-color-[a-z]+=\"?([^\]\"]+)\"?\]")
_PROPERTY_USE: Final = re.compile(r"var\(\s*(--[\w-]+)")
_CONDITIONS: Final = ("media", "supports")


class UsedNames:
    """The class names and colour names that the pages and scripts of a site use."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._seen: set[str] = set()

    def add_page(self, html: str) -> None:
        """Add what one page uses."""
        for value in (*_CLASSES.findall(html), *_COLOURS.findall(html)):
            if value not in self._seen:
                self._seen.add(value)
                self._names.update(value.split())

    def add_script(self, script: str) -> None:
        """Add every word of a script, since it may set a class of that name."""
        self._names.update(_SCRIPT_WORD.findall(script))

    def __contains__(self, name: str) -> bool:
        return name in self._names


def shorten_scripts(site: Path, used: UsedNames) -> None:
    """Remove from our scripts in a site what only developers read, and note the words of all scripts."""
    for script in sorted((site / ASSETS).glob("*.js")):
        with naming(script):
            script.write_text(jsmin(script.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    for script in sorted((site / "assets").rglob("*.js")):
        used.add_script(script.read_text(encoding="utf-8"))


def prune_styles(folder: Path, used: UsedNames, keep: Callable[[str], bool]) -> None:
    """Keep in each style sheet of a folder, at any depth, only the rules that can apply to something.

    See `pruned`. A custom property that any sheet in the folder reads stays.
    """
    sheets = {file: file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.css"))}
    kept = {file: pruned(css, used, keep) for file, css in sheets.items()}
    read = frozenset(name for css in kept.values() for name in _PROPERTY_USE.findall(css))
    for file, css in kept.items():
        with naming(file):
            file.write_text(pruned(css, used, keep, read), encoding="utf-8", newline="\n")


def pruned(
    css: str,
    used: UsedNames,
    keep: Callable[[str], bool] = lambda _: True,
    read: frozenset[str] | None = None,
) -> str:
    """The rules of a style sheet that can apply to something, without comments and needless space.

    A selector is left out if it needs a class or colour that nothing uses, or whose name `keep` refuses. A
    custom property that holds a picture is left out if `read` is given and does not name it.
    """
    return "".join(_Pruner(lambda name: name in used and keep(name), read).rules(_parsed(css)))


@dataclass(frozen=True, slots=True)
class _Selector:
    """A selector, and the names of classes and colours without which it matches nothing."""

    text: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Declaration:
    """A declaration, and the name of the custom property that it sets if that holds a picture."""

    text: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class _StyleRule:
    selectors: tuple[_Selector, ...]
    declarations: tuple[_Declaration, ...]


@dataclass(frozen=True, slots=True)
class _Conditional:
    """A rule such as ``@media``, whose rules count on a condition."""

    head: str
    rules: tuple[_Rule, ...]


_Rule: TypeAlias = _StyleRule | _Conditional | str
"""Text stands for a rule that always stays."""


class _Pruner:
    def __init__(self, wanted: Callable[[str], bool], read: frozenset[str] | None) -> None:
        self._wanted = wanted
        self._read = read

    def rules(self, rules: Iterable[_Rule]) -> Iterator[str]:
        for rule in rules:
            if isinstance(rule, _StyleRule):
                yield self._style_rule(rule)
            elif isinstance(rule, _Conditional):
                kept = "".join(self.rules(rule.rules))
                yield f"{rule.head}{{{kept}}}" if kept else ""
            else:
                yield rule

    def _style_rule(self, rule: _StyleRule) -> str:
        selectors = [each.text for each in rule.selectors if all(map(self._wanted, each.names))]
        declared = ";".join(each.text for each in rule.declarations if self._stays(each)) if selectors else ""
        return f"{','.join(selectors)}{{{declared}}}" if declared else ""

    def _stays(self, declaration: _Declaration) -> bool:
        return not declaration.picture or self._read is None or declaration.picture in self._read


# A preview builds again and again, and each build asks for a sheet twice; parsing takes nearly all the time.
@lru_cache(maxsize=64)
def _parsed(css: str) -> tuple[_Rule, ...]:
    """The rules of a style sheet, without comments and needless space."""
    return tuple(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def _rules(nodes: Iterable[ast.Node]) -> Iterator[_Rule]:
    for node in nodes:
        if isinstance(node, ast.QualifiedRule):
            listed = (text.strip() for text in _selectors(tinycss2.serialize(node.prelude)))
            selectors = tuple(_Selector(text, tuple(_names(text))) for text in listed)
            yield _StyleRule(selectors, tuple(_declarations(node.content)))
        elif isinstance(node, ast.AtRule) and node.content is not None:
            yield _at_rule(node)
        else:
            yield str(node.serialize())


def _at_rule(rule: ast.AtRule) -> _Rule:
    head = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude).rstrip()}"
    if rule.lower_at_keyword not in _CONDITIONS:
        return f"{head}{{{tinycss2.serialize(rule.content).strip()}}}"
    inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
    return _Conditional(head, tuple(_rules(inner)))


def _declarations(content: Iterable[ast.Node]) -> Iterator[_Declaration]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if not isinstance(node, ast.Declaration):
            yield _Declaration(str(node.serialize()))
            continue
        value = re.sub(r"\s+", " ", tinycss2.serialize(node.value)).strip()
        text = f"{node.name}:{value}{'!important' if node.important else ''}"
        yield _Declaration(text, node.name if node.name.startswith("--") and _holds_picture(node) else "")


def _holds_picture(declaration: ast.Declaration) -> bool:
    return any(
        isinstance(token, ast.URLToken)
        or (isinstance(token, ast.FunctionBlock) and token.lower_name == "url")
        for token in declaration.value
    )


def _names(selector: str) -> Iterator[str]:
    plain = _FUNCTION.sub("", selector)
    yield from (name.replace("\\", "") for name in _SELECTOR_CLASS.findall(plain))
    yield from _SELECTOR_COLOUR.findall(plain)


def _selectors(prelude: str) -> Iterator[str]:
    """The selectors of a list, split at the commas outside brackets."""
    depth, start = 0, 0
    for position, letter in enumerate(prelude):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth == 0:
            yield prelude[start:position]
            start = position + 1
    yield prelude[start:]
