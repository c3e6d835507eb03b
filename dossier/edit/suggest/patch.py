"""Write suggestions as a patch for `git apply`: new files for names, new lines for aliases.

A file is changed only if its front matter, read again, says the same as before and has the alias too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import unified_diff
from typing import Final

from dossier.content.folder import ExistingFiles
from dossier.content.source import Data, Source, parse_source
from dossier.edit.drafting import draft
from dossier.edit.suggest.values import NewAlias, NewName
from dossier.edit.yaml_writer import scalar
from dossier.model.findings import Finding
from dossier.model.ids import file_id
from dossier.model.registry import Registry

_FLOW: Final = re.compile(r"(?P<open>aliases:\s*\[)(?P<items>.*?)(?P<close>\]\s*(?:#.*)?)")
_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")
_NO_NEWLINE: Final = "\\ No newline at end of file\n"


def new_files(
    registry: Registry, names: Iterable[NewName], existing: ExistingFiles
) -> tuple[dict[str, str], list[str]]:
    """The texts of new files by path, and the names for which no file can be made.

    Such a name has no type of the dossier, or its id or place is taken. `existing` is what lies in the
    dossier's folder.
    """
    files: dict[str, str] = {}
    left: list[str] = []
    taken = {*map(str, registry.items), *existing.names(registry.schema.by_folder)}
    for name in names:
        spec, identifier = registry.schema.types.get(name.kind), file_id(name.name)
        path = f"{spec.folder}/{identifier}.md" if spec and identifier else ""
        if spec is None or not path or identifier in taken or existing.refusal(path):
            left.append(name.name)
            continue
        taken.add(identifier)
        aliases: list[Data] = [*_further(name)]
        values: dict[str, Data] = {"title": name.name} | ({"aliases": aliases} if aliases else {})
        files[path] = draft(spec, values)
    return files, left


def _further(name: NewName) -> list[str]:
    """The forms that recognition does not derive: those with several words, and acronyms."""
    return [form for form in name.forms if " " in form or form.isupper()]


def changed_files(
    registry: Registry, aliases: Iterable[NewAlias], texts: Mapping[str, str]
) -> tuple[dict[str, str], list[str]]:
    """The new texts of files by path, and the aliases that could not be added to their files.

    `texts` are the current texts.
    """
    changed: dict[str, str] = {}
    left: list[str] = []
    for alias in aliases:
        path = registry[alias.entity].path
        before = changed.get(path, texts.get(path, ""))
        after = with_alias(before, path, alias)
        if after:
            changed[path] = after
        else:
            left.append(alias.text)
    return changed, left


def with_alias(text: str, path: str, alias: NewAlias) -> str:
    """The text of a file with one more alias in its front matter; "" if there is no safe place for it."""
    source = parse_source(text, path)
    if isinstance(source, Finding) or not source.has_front_matter:
        return ""
    lines = _lines(text)
    for attempt in (_in_block, _in_brackets, _after_title):
        changed = "".join(attempt(lines, source, alias))
        if changed and _only_adds(source, changed, alias):
            return changed
    return ""


def _lines(text: str) -> list[str]:
    """The lines as YAML and git count them: U+2028 and form feeds end no line, unlike in `splitlines`."""
    return _LINE.findall(text)


def _item(alias: NewAlias) -> str:
    marks = [f"lang: {alias.language}"] if alias.language else []
    marks += [f"kind: {alias.kind}"] if alias.kind != "full" else []
    return f"{{{', '.join([f'text: {scalar(alias.text, nested=True)}', *marks])}}}" if marks else ""


def _block_item(alias: NewAlias) -> str:
    return _item(alias) or scalar(alias.text)


def _in_block(lines: Sequence[str], source: Source, alias: NewAlias) -> Iterator[str]:
    """The lines with the alias after the last line of a list that has a line for each alias."""
    listed = source.front_matter.data
    aliases = listed.get("aliases") if isinstance(listed, dict) else None
    if not isinstance(aliases, list) or not aliases:
        return
    locations = source.front_matter.locations
    first, last = locations["aliases", 0], locations["aliases", len(aliases) - 1]
    dash = lines[first.line - 1][: first.column - 1]
    if dash.strip() != "-" or first.line == source.front_matter.keys[("aliases",)].line:
        return
    yield from lines[: last.line]
    yield f"{dash}{_block_item(alias)}{_end(lines)}"
    yield from lines[last.line :]


def _in_brackets(lines: Sequence[str], source: Source, alias: NewAlias) -> Iterator[str]:
    """The lines with the alias at the end of a list on one line."""
    key = source.front_matter.keys.get(("aliases",))
    match = _FLOW.fullmatch(lines[key.line - 1].rstrip("\r\n")) if key else None
    if key is None or match is None:
        return
    items = f"{match['items'].rstrip()}, " if match["items"].strip() else ""
    item = _item(alias) or scalar(alias.text, nested=True)
    yield from lines[: key.line - 1]
    yield f"{match['open']}{items}{item}{match['close']}{_end(lines)}"
    yield from lines[key.line :]


def _after_title(lines: Sequence[str], source: Source, alias: NewAlias) -> Iterator[str]:
    """The lines with a new list after the line of the title."""
    title = source.front_matter.keys.get(("title",))
    if ("aliases",) in source.front_matter.keys or title is None:
        return
    yield from lines[: title.line]
    yield f"aliases:{_end(lines)}"
    yield f"  - {_block_item(alias)}{_end(lines)}"
    yield from lines[title.line :]


def _end(lines: Sequence[str]) -> str:
    return "\r\n" if lines[0].endswith("\r\n") else "\n"


def _only_adds(before: Source, text: str, alias: NewAlias) -> bool:
    """Whether the text, read again, holds what it held before and the alias."""
    after = parse_source(text, before.path)
    if isinstance(after, Finding) or after.body != before.body:
        return False
    old, new = before.front_matter.data, after.front_matter.data
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    listed, more = old.get("aliases") or [], new.get("aliases")
    is_longer = isinstance(listed, list) and isinstance(more, list) and more[:-1] == listed
    texts = [alias.text, {"text": alias.text}]
    last = more[-1] if isinstance(more, list) and more else None
    is_alias = last in texts or (isinstance(last, dict) and last.get("text") == alias.text)
    rest = {key: value for key, value in new.items() if key != "aliases"}
    return is_longer and is_alias and rest == {k: v for k, v in old.items() if k != "aliases"}


def diff(path: str, before: str | None, after: str) -> str:
    """The unified diff of one file; `before` is None for a file that is not there yet."""
    lines = unified_diff(
        _lines(before or ""),
        _lines(after),
        "/dev/null" if before is None else f"a/{path}",
        f"b/{path}",
    )
    mode = "new file mode 100644\n" if before is None else ""
    body = "".join(line if line.endswith("\n") else f"{line}\n{_NO_NEWLINE}" for line in lines)
    return f"diff --git a/{path} b/{path}\n{mode}{body}"
