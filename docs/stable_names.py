"""Collect the names that users of a release rely on, and write them down for the next release.

``docs/stability.md`` lists them as they are in the code. ``docs/released-names.yaml`` has those of the last
release: `make stable-names` writes it, and a test compares the two.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin

import click
import tinycss2
import yaml
from mkdocs.plugins import BasePlugin
from pydantic import BaseModel

from dossier.cli import group as exit_statuses
from dossier.cli import main as dossier_command
from dossier.content.renames import EVERY_TYPE, Kind, Rename
from dossier.content.schema import load_schema
from dossier.content.schema.values import KINDS
from dossier.edit.check import CHECKS
from dossier.edit.check.settings import SEVERITIES, VALUES
from dossier.edit.schemas.csl_schema import passage
from dossier.model.types import Choice, EdgeSpec, FieldSpec, TypeSpec
from dossier.pipeline import read_all
from dossier.render.export.addresses import ExportFile, Site
from dossier.standalone import StandaloneExtension
from mkdocs_atomic_site.plugin import AtomicSitePlugin
from mkdocs_dossier.plugin import DossierPlugin
from mkdocs_pagefind.labels import LABELS
from mkdocs_pagefind.plugin import PagefindPlugin

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parent
RELEASED: Final = HERE / "released-names.yaml"
CODE: Final = (ROOT / "dossier", ROOT / "plugins")
# No site has what is here.
OF_PREVIEWS: Final = ROOT / "plugins/mkdocs_dossier/preview"
PLUGINS: Final[Mapping[str, type[BasePlugin[Any]]]] = {
    "atomic-site": AtomicSitePlugin,
    "dossier": DossierPlugin,
    "pagefind": PagefindPlugin,
}

# Each kind with its heading, and what its names mean where that is not plain.
HEADINGS: Final[Mapping[Kind, tuple[str, str]]] = {
    "code": ("Codes of findings", "In `checks.yaml`, in comments and in what `dossier check` writes."),
    "check-setting": ("Settings in `checks.yaml`", ""),
    "type": ("Types and their folders", ""),
    "field": (
        "Fields of front matter",
        f"Every type has those at `{EVERY_TYPE}`. Any value may be written with `value`, `sources`, `note`.",
    ),
    "choice": ("Words that a field may have", ""),
    "type-setting": ("Settings of types and fields", "In the files of `site_config/schema/`."),
    "plugin": ("Plugins", ""),
    "plugin-option": ("Options of plugins", ""),
    "extension-option": ("Options of the Markdown extension", ""),
    "command": ("Commands", ""),
    "option": ("Options of commands", "Those at `dossier` stand before the command's name."),
    "exit-status": ("Exit statuses", "[commands.md](commands.md) explains them."),
    "variable": ("Environment variables", ""),
    "class": ("CSS classes", ""),
    "id": ("Ids in pages", "“…” stands for a number or an id."),
    "attribute": ("Data attributes in pages", ""),
    "property": ("CSS custom properties", ""),
    "file": ("Files beside the pages", "Words in braces differ from file to file."),
    "key": ("Keys of these files", "Those of citations are CSL's."),
}
INTRO: Final = """\
# Stable names

Your dossier, your style sheets and your workflows use names that this project chose. This page lists them,
and what you can rely on.

## The promise

- From the first release on, a name on this page keeps its meaning from one version to the next. Versions
  follow [Semantic Versioning](https://semver.org/spec/v2.0.0.html): before 1.0.0 only a new minor version
  (0.2.0) may change or remove a name, from 1.0.0 on only a new major version (2.0.0).
- If a name changes, the changelog says so, and one of three things helps you: the old name works as well,
  or `dossier migrate` changes it in your files, or `dossier migrate` or the changelog says what to write
  instead. `dossier check` names the new one wherever it meets an old code, field or setting of a type.
- New names may come with any version. So a script should ignore keys, classes and attributes that it does
  not know.

## What is not promised

- The structure of the HTML: which element has a class, what is within what, and the order.
- The Python modules below `dossier` and the plugins, apart from their entry points.
- The wording of messages, labels and hints, and the exact look of pages.
- What is recognised in a text: each version should find more names and dates, and fewer wrong ones.
- Classes, ids and attributes of Material, Pagefind and MkDocs.

## After an update

```console
dossier migrate --dry-run   # a patch with what would change
dossier migrate             # changes it, and lists what you have to change yourself
dossier check
```

The lists below come from the code.
"""

_TOKEN: Final = re.compile(r"(?<![\w-])dossier-[a-z]+(?:-[a-z]+)*(?![\w-])")
_ID: Final = re.compile(r'\bid="([a-z][^":]*)"')
_ATTRIBUTE: Final = re.compile(r"(?<![\w-])data-(?!md-|pagefind|search-|template)[a-z]+(?:-[a-z]+)*")
# A server keeps what a request says in another `environ`.
_VARIABLE: Final = re.compile(r'(?:Final = |os\.environ\.get\()"([A-Z]+(?:_[A-Z]+)+)"')
_GROUP: Final = "dossier"
_MODELS: Final = (TypeSpec, FieldSpec, Choice, EdgeSpec)
_DATE: Final = re.compile(r"(?<=/dates/)[\d-]+")


@lru_cache(maxsize=1)
def stable_names() -> dict[str, list[str]]:
    """All names by kind, sorted."""
    types = load_schema().types.values()
    options = list(_options(dossier_command, ""))
    pages = _texts(("*.html", "*.js", "*.py"), (ROOT / "dossier/render", ROOT / "dossier/linking"))
    pages += _texts(("*.html", "*.js"), (ROOT / "plugins/mkdocs_dossier",))
    styles = _texts(("*.css",), CODE)
    files = _offered_files()
    found: dict[Kind, Iterable[str]] = {
        "code": CHECKS,
        "check-setting": [SEVERITIES, *(f"{SEVERITIES}: {value}" for value in VALUES)],
        "type": [f"{spec.type} in {spec.folder}/" for spec in types],
        "field": _shared(f"{spec.type}: {name}" for spec in types for name in _fields(spec.fields)),
        "choice": _shared(f"{spec.type}: {name}" for spec in types for name in _choices(spec.fields)),
        "type-setting": [name for model in _MODELS for name in _settings(model)],
        "plugin": _project()["entry-points"]["mkdocs.plugins"],
        "plugin-option": [
            *(f"{name}: {key}" for name, plugin in PLUGINS.items() for key, _ in plugin.config_scheme),
            *(f"pagefind: labels.{key}" for key in LABELS),
        ],
        "extension-option": [f"dossier: {key}" for key in StandaloneExtension().config],
        "command": {name for name, _ in options} - {_GROUP},
        "option": [f"{name} {option}" for name, option in options if option],
        "exit-status": ["0", *(str(v) for v in vars(exit_statuses).values() if type(v) is int)],
        "variable": _VARIABLE.findall("\n".join(_texts(("*.py",), CODE))),
        "class": [*_TOKEN.findall("\n".join(pages)), *(name for text in styles for name in _classes(text))],
        "id": [re.sub(r"{{.*?}}", "…", each) for each in _ID.findall("\n".join(pages))],
        "attribute": _ATTRIBUTE.findall("\n".join(pages)),
        "property": re.findall(r"--dossier(?:-[a-z]+)+", "\n".join(styles)),
        "file": files,
        "key": [f"{path}: {key}" for path, keys in files.items() for key in keys],
    }
    return {kind: sorted(set(found[kind]), key=_order) for kind in HEADINGS}


def _order(name: str) -> tuple[int, str]:
    return int(name) if name.isdigit() else 0, name


def stability() -> str:
    """The page of stable names."""
    parts = [INTRO]
    names = stable_names()
    for kind, (heading, says) in HEADINGS.items():
        parts += [f"## {heading}\n", *([f"{says}\n"] if says else []), _listed(kind, names[kind])]
    return "\n".join(parts)


def _listed(kind: Kind, names: Sequence[str]) -> str:
    """The names in a paragraph; those of parts of something in a list, with a line for each whole."""
    mark = " " if kind == "option" else ": "
    parts: dict[str, list[str]] = {"": []}
    for name in names:
        before, _, word = name.rpartition(mark)
        parts.setdefault(before, []).append(f"`{word}`")
    paragraph = ", ".join(parts.pop(""))
    lines = [f"- `{before}`: {', '.join(words)}" for before, words in parts.items()]
    return "\n\n".join(filter(None, (paragraph, "\n".join(lines)))) + "\n"


def unexplained(
    released: Mapping[str, Sequence[str]], today: Mapping[str, Sequence[str]], renames: Sequence[Rename]
) -> list[str]:
    """The released names that are neither in use nor among the renames."""
    known = {(each.kind, each.old) for each in renames}
    return [
        f"{kind} {name}"
        for kind, names in released.items()
        for name in names
        if name not in today.get(kind, ()) and (kind, name) not in known
    ]


def wrong_renames(today: Mapping[str, Sequence[str]], renames: Sequence[Rename]) -> list[str]:
    """The renames whose old name is in use, or whose new name is not."""
    return [
        f"{each.kind} {name}"
        for each in renames
        for name, is_right in ((each.old, False), (each.new, True))
        if name and (_without_value(each.kind, name, is_right=is_right) in today[each.kind]) is not is_right
    ]


def _without_value(kind: Kind, name: str, *, is_right: bool) -> str:
    """The name of an option without the value that a rename is about: another value may still be right."""
    return " ".join(name.split(" ")[:2]) if kind == "option" and is_right else name


def _texts(patterns: Iterable[str], folders: Iterable[Path]) -> list[str]:
    files = sorted(file for folder in folders for pattern in patterns for file in folder.rglob(pattern))
    return [file.read_text(encoding="utf-8") for file in files if file.parent != OF_PREVIEWS]


def _classes(style: str) -> Iterator[str]:
    """The classes of this project in a style sheet."""
    for match in re.finditer(r"\.((?:dossier|pagefind)(?:-[a-z]+)*)(?![\w-])", _without_comments(style)):
        yield match[1]


def _without_comments(style: str) -> str:
    return str(tinycss2.serialize(tinycss2.parse_component_value_list(style, skip_comments=True)))


def _shared(names: Iterable[str]) -> Iterator[str]:
    """The names, with those that every type has once."""
    types: dict[str, set[str]] = {}
    for name in names:
        spec, _, rest = name.partition(": ")
        types.setdefault(rest, set()).add(spec)
    number = len(load_schema().types)
    for rest, having in types.items():
        yield from (f"{each}: {rest}" for each in ([EVERY_TYPE] if len(having) == number else having))


def _fields(fields: Mapping[str, FieldSpec], within: str = "") -> Iterator[str]:
    """The paths of all fields, and of the keys that some kinds of value have."""
    for name, field in fields.items():
        path = f"{within}{name}"
        yield path
        yield from _fields(field.fields, f"{path}.")
        if field.value in KINDS:
            yield from (f"{path}.{key}" for key in _keys_of(KINDS[field.value].json_schema))
        if field.value == "source":
            yield from (f"{path}.{key}" for key in _keys_of(passage({})))


def _keys_of(schema: Any) -> Iterator[str]:
    yield from schema.get("properties", ())
    for inner in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        yield from _keys_of(inner)


def _choices(fields: Mapping[str, FieldSpec], within: str = "") -> Iterator[str]:
    for name, field in fields.items():
        yield from (f"{within}{name}: {choice}" for choice in field.choices)
        yield from _choices(field.fields, f"{within}{name}.")


def _settings(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield name
        if get_origin(field.annotation) is Literal:
            yield from (f"{name}: {value}" for value in get_args(field.annotation) if value)


def _options(command: click.Command, name: str) -> Iterator[tuple[str, str]]:
    """Each command with each of its options, and once with ""."""
    if name:
        yield name, ""
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield from ((name or _GROUP, each) for each in (*parameter.opts, *parameter.secondary_opts))
    if isinstance(command, click.Group):
        context = click.Context(command)
        for each in command.list_commands(context):
            if inner := command.get_command(context, each):
                yield from _options(inner, each)


def _offered_files() -> dict[str, list[str]]:
    """The files that a site offers beside its pages, with the keys of those that are JSON."""
    dossier = read_all(HERE / "examples", None)
    renderer = dossier.renderer(Site("Examples", "", lambda path: f"{path.removesuffix('.md')}/"))
    words = {str(item.id): "{id}" for item in dossier.registry.items.values()}
    words |= {spec.folder: "{folder}" for spec in dossier.registry.schema.types.values()}
    types = dict.fromkeys(dossier.registry.schema.types, "{type}")
    return {_general(file, words): sorted(set(_keys(file, types))) for file in renderer.files()}


def _general(file: ExportFile, words: Mapping[str, str]) -> str:
    """The path of a file with a word in braces for what differs from file to file."""
    return _DATE.sub("{date}", re.sub(r"[\w-]+", lambda word: words.get(word[0], word[0]), file.path))


def _keys(file: ExportFile, types: Mapping[str, str]) -> Iterator[str]:
    if file.path.endswith(".json") and not file.path.endswith("cite.json"):
        yield from _keys_in(json.loads(file.content), "", types)


def _keys_in(data: object, within: str, types: Mapping[str, str]) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            path = f"{within}{types.get(key, key)}"
            yield path
            yield from _keys_in(value, f"{path}.", types)
    elif isinstance(data, list):
        for value in data:
            yield from _keys_in(value, within, types)


def _project() -> Any:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def main() -> None:
    """Write the names of the release that is about to be made."""
    note = "# The names of the last release. Run `make stable-names` before a release, and only then.\n"
    data = {"version": _project()["version"], "names": stable_names()}
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)
    RELEASED.write_text(note + text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
