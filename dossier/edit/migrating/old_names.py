"""Find names of earlier versions in each kind of file that a dossier has.

Each function takes a text with one kind of line end. A text that its reader refuses has no findings here,
because `dossier check` or the build says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

import tinycss2
import yaml

from dossier.content.renames import Kind, Rename, field_names
from dossier.content.source import Data, DataPath, Tree, parse_source, parse_yaml
from dossier.content.suppressions import Suppression, suppressions_in_file, suppressions_in_yaml
from dossier.edit.check.settings import SEVERITIES
from dossier.edit.migrating.changes import OldName
from dossier.model.findings import Finding, Location

Renames = Sequence[Rename]
Find = Callable[[str], Iterator[OldName]]
_FIELDS: Final = "fields"
_LONG_FORM: Final = "value"
_BEFORE_CODE: Final = re.compile(r".*?\ballow\s*", re.DOTALL)
_LISTS: Final[Mapping[str, Kind]] = {"plugins": "plugin-option", "markdown_extensions": "extension-option"}


def in_settings(text: str, renames: Renames) -> Iterator[OldName]:
    """Codes in ``checks.yaml``."""
    tree = parse_yaml(text, "")
    chosen = tree.data.get(SEVERITIES) if isinstance(tree, Tree) and isinstance(tree.data, dict) else None
    if isinstance(tree, Finding) or not isinstance(chosen, dict):
        return
    for each in _of_kind(renames, "code"):
        if each.old in chosen:
            yield _key(tree.keys[SEVERITIES, each.old], each, each.old, each.new, chosen)


def in_comments(text: str, renames: Renames, *, is_markdown: bool) -> Iterator[OldName]:
    """Codes in the comments that suppress findings."""
    found = suppressions_in_file(text) if is_markdown else suppressions_in_yaml(text)
    renamed = {each.old: each for each in _of_kind(renames, "code")}
    for suppression in found:
        if suppression.code in renamed:
            each = renamed[suppression.code]
            place = _code_place(text, suppression)
            yield OldName(place.line, place.column, each.old, each.new, _advice(each))


def _code_place(text: str, suppression: Suppression) -> Location:
    """Where the code of a comment stands."""
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: suppression.line - 1]) + suppression.column - 1
    before = _BEFORE_CODE.match(text, start)
    return Location.of(text, before.end() if before else start)


def in_front_matter(text: str, renames: Renames, types: Sequence[str]) -> Iterator[OldName]:
    """Fields in the front matter of an item; `types` are its type and those that it extends."""
    source = parse_source(text, "")
    if isinstance(source, Finding):
        return
    renamed = {each.old: each for each in _of_kind(renames, "field")}
    for path, location in source.front_matter.keys.items():
        each = next((renamed[name] for name in _field_names(types, path) if name in renamed), None)
        if each is not None:
            beside = _mapping(source.front_matter.data, path[:-1])
            old, new = _within(each)
            yield _key(location, each, old, new, beside)


def _field_names(types: Sequence[str], path: DataPath) -> Iterator[str]:
    """The names that a field at a path may have: in a value of the long form it is one level deeper."""
    steps = [step for step in path if isinstance(step, str)]
    short = [step for step in steps[:-1] if step != _LONG_FORM] + steps[-1:]
    for name in dict.fromkeys((".".join(steps), ".".join(short))):
        yield from field_names(types, name)


def _within(rename: Rename) -> tuple[str, str]:
    """The old and the new key; no new key if the field moved to another place."""
    place, _, old = rename.old.rpartition(": ")[2].rpartition(".")
    other, _, new = rename.new.rpartition(": ")[2].rpartition(".")
    return old, new if place == other else ""


def _mapping(data: Data, path: DataPath) -> Collection[str]:
    """The mapping at a path."""
    for step in path:
        if isinstance(data, dict):
            data = data[str(step)]
        elif isinstance(data, list):
            data = data[int(step)]
    return data if isinstance(data, dict) else ()


def in_types(text: str, renames: Renames) -> Iterator[OldName]:
    """Settings of types and fields in a file of ``site_config/schema/``: keys, and values with their key."""
    tree = parse_yaml(text, "")
    if isinstance(tree, Finding):
        return
    renamed = {each.old: each for each in _of_kind(renames, "type-setting")}
    for path, location in tree.keys.items():
        if len(path) % 2 == 0 or any(step != _FIELDS for step in path[:-1:2]):
            continue
        key = str(path[-1])
        beside = _mapping(tree.data, path[:-1])
        if key in renamed:
            yield _key(location, renamed[key], key, renamed[key].new, beside)
        value = beside[key] if isinstance(beside, dict) else None
        each = renamed.get(f"{key}: {value}")
        if each is not None:
            place = tree.location(path)
            same, new = each.new.split(": ") if ": " in each.new else ("", "")
            yield OldName(place.line, place.column, str(value), new if same == key else "", _advice(each))


def in_configuration(text: str, renames: Renames) -> Iterator[OldName]:
    """Options of our plugins and of our Markdown extension in ``mkdocs.yml``.

    The text must be YAML that was read before.
    """
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    for key, value in _pairs(root):
        kind = _LISTS.get(str(key.value))
        entries = value.value if isinstance(value, yaml.SequenceNode) else [value]
        for name, options in (pair for entry in entries for pair in _pairs(entry)):
            given = [option for option, _ in _pairs(options)]
            beside = {str(option.value) for option in given}
            for each in _of_kind(renames, kind) if kind else ():
                old, new = each.old.partition(": ")[2], each.new.partition(": ")[2]
                for option in given:
                    if each.old == f"{name.value}: {option.value}":
                        mark = option.start_mark
                        yield _key(Location(mark.line + 1, mark.column + 1), each, old, new, beside)


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def in_styles(text: str, renames: Renames) -> Iterator[OldName]:
    """Classes in the selectors of a style sheet."""
    renamed = {each.old: each for each in _of_kind(renames, "class")}
    pending = [tinycss2.parse_component_value_list(text)]
    while pending:
        before = None
        for token in pending.pop():
            if token.type == "ident" and before == "." and token.value in renamed:
                each = renamed[token.value]
                yield OldName(token.source_line, token.source_column, each.old, each.new, _advice(each))
            before = token.value if token.type == "literal" else None
            nested = getattr(token, "content", None) or getattr(token, "arguments", None)
            if isinstance(nested, list):
                pending.append(nested)


def in_pages(text: str, renames: Renames) -> Iterator[OldName]:
    """Classes in templates, scripts and texts, which an editor has to change."""
    for each in _of_kind(renames, "class"):
        yield from _by_hand(text, each, rf"(?<![\w-]){re.escape(each.old)}(?![\w-])")


def in_scripts(text: str, renames: Renames) -> Iterator[OldName]:
    """Commands with an old option in workflows and makefiles, which an editor has to change."""
    for each in _of_kind(renames, "option"):
        command, option, *value = each.old.split(" ")
        ending = rf"[= ]\S*{re.escape(value[0])}\b" if value else r"(?![\w-])"
        yield from _by_hand(text, each, rf"\bdossier +{command}\b[^\n]*?{re.escape(option)}{ending}")


def all_of(finders: Sequence[Callable[[str, Renames], Iterator[OldName]]], renames: Renames) -> Find:
    """A function that looks for all of these in a text."""
    words = [re.split(r"[ .]", each.old)[-1] for each in renames]

    def find(text: str) -> Iterator[OldName]:
        # Most files have no old name, and to parse them would cost a hundred times as much.
        if any(word in text for word in words):
            for each in finders:
                yield from each(text, renames)

    return find


def comments_of(*, is_markdown: bool) -> Callable[[str, Renames], Iterator[OldName]]:
    """`in_comments` for one kind of file."""
    return partial(in_comments, is_markdown=is_markdown)


def _of_kind(renames: Renames, kind: Kind) -> list[Rename]:
    return [each for each in renames if each.kind == kind]


def _key(place: Location, rename: Rename, old: str, new: str, beside: Collection[str]) -> OldName:
    """An old key in a mapping that has the keys `beside`."""
    if new in beside:
        return OldName(place.line, place.column, old, "", f"“{new}” is beside it; keep one of them")
    return OldName(place.line, place.column, old, new, _advice(rename))


def _advice(rename: Rename) -> str:
    return rename.instead or f"write “{rename.new}”"


def _by_hand(text: str, rename: Rename, pattern: str) -> Iterator[OldName]:
    for match in re.finditer(pattern, text):
        place = Location.of(text, match.start())
        yield OldName(place.line, place.column, match[0], "", _advice(rename))
