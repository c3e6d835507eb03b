"""Write the pages of the documentation that say what the code says: `make docs`.

``content-model.md`` comes from the types, ``recognition.md`` from the rules of names and dates, and
``security.md`` from what the sanitiser allows and from the hostile cases in ``tests/hostile``. A test
compares what this script would write with what is there, so neither can fall behind.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, get_args

from dossier.assets import PUBLISHED
from dossier.dates import RULES as DATE_RULES
from dossier.linking.sanitising import TAGS
from dossier.names import RULES as NAME_RULES
from dossier.rules import Rule
from dossier.schema import FieldSpec, Schema, TypeSpec, load_schema
from dossier.schema.spec import ValueName

HERE: Final = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests" / "hostile"))

from hostile_corpus import CASES  # noqa: E402 - its folder is no package

NOTE: Final = "<!-- Written by `make docs`; edit docs/generate.py or what it reads. -->\n"

# How each kind of value is written. A kind without an entry here is an error.
KINDS: Final[Mapping[str, str]] = {
    "string": "a text on one line",
    "text": "a text, or a map of texts by language: `{en: …, uk: …}`",
    "date": "a date in EDTF: `2015`, `2015-02`, `2015-02-12`, `2015~`, `2014-09/2015-02`, `../2014`",
    "url": "an address that begins with `https://` or `http://`",
    "identifier": "an address, or an identifier with its scheme, such as `wikidata:Q159`",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "`true` or `false`",
    "choice": "one of the words listed",
    "reference": "the id of another file: its name without `.md`",
    "language": "a language tag (BCP 47), such as `en` or `de-AT`",
    "coordinates": "latitude and longitude in degrees: `[53.9, 27.57]`",
    "sha256": "64 hexadecimal digits",
    "path": "a path below the dossier's folder, such as `images/minsk.jpg`",
    "alias": "a name, or `{text, lang, kind, from, to}` with the kind `full`, `short`, `weak` or `former`",
    "source": "CSL data (`{type, title, author, issued, …}`), or the id of an entry in `sources.yaml`",
    "record": "a mapping with the fields listed below it",
}

# How a rule's record says that nothing is linked; after it stand all who may be meant.
REFUSED: Final = "refused: "

MODEL_INTRO: Final = """\
# Content model

What the front matter of each type may hold. The types are data: one file each in `dossier/schema/`.
A dossier adds types and fields of its own with files of the same form in `site_config/schema/`.

- One file is one thing. Its folder gives the type, its name gives the id. Ids are unique in a dossier;
  they are lower-case letters, digits and hyphens.
- Files in no folder of a type are plain pages.
- A key that is not listed here is an error, and the message names the nearest one. Keys that begin with `x_`
  are free.
- Scalars stay as they are written: `2021-12-08`, `NO` and `-0044` need no quotes.
- Any value may be written short, `signed: 2015-02-12`, or long, with what it rests on:
  `signed: {value: 2015-02-12, sources: [unsc-2202], note: …}`.
- Where sources disagree, write a list of long values. The first is preferred; all are shown.
- A record may be written as its main value alone. Where that is so, the table says “short for”.
- Sources that several files cite stand in `content/sources.yaml`.

`dossier.schema.json_schema` gives the JSON Schema of a type, for editors that check as you write.
The examples below are the files in `docs/examples/`; a test reads them as a dossier.
"""

RULES_INTRO: Final = """\
# Recognition

How people, agreements and dates are found in plain text. Each rule stands in the code beside what carries it
out, with its example. In an example, the stretch that the rule finds is **bold**.

`dossier annotate` gives the name of the rule with every mention. Where two entities could be meant
and nothing tells them apart, there is no link but a finding.
"""


SECURITY_INTRO: Final = """\
# Security of content

Articles come from people whom nobody knows, builds run unattended, and what is published is believed. So
content is hostile until proven otherwise. Whatever the files in `content/` hold, there is either a
message with file and line or a safe page: nothing of theirs runs, leaks, leads a build astray or is
dropped without a word. `mkdocs.yml` and `site_config/` are trusted: look at changes of it as at changes
of code.

## Front matter

A strict loader of our own reads it before MkDocs sees the file: no aliases, tags or duplicate keys, at
most twenty levels and a megabyte, one shape a field, no unknown keys. The theme reads only what the
schema let through, and every value is escaped where it is shown. Addresses begin with `https://` or
`http://`, without a user name, a backslash or a character that cannot be seen.

## Text

Markdown and the HTML in it pass a sanitiser with a list of what is allowed
([nh3](https://nh3.readthedocs.io)). What it takes out is a warning, `markup-removed`. Allowed are {tags}.
No handlers, styles or comments stay; ids and classes that the site itself uses do not either. Links are
relative or have the scheme `http`, `https` or `mailto`; pictures are files of the site, since a page asks
no other host for anything.

A text is measured before it is parsed, since Markdown parsers take very long or run out of stack on some:
300,000 characters and 20,000 lines a file, twelve levels of lists and quotations, fifty brackets that are
open at once, 20,000 cells of tables, and the like. What is beyond is an error: `prose-too-long`,
`prose-too-deep`, `prose-too-dense`.

Characters that cannot be seen, that turn the direction of text around, and words that mix Latin with
letters that look like it are a finding, `deceiving-text`: in names and titles, and, as far as they turn
or hide, in prose.

## Files

Beside texts, published are {kinds}, each only if its content is of the kind that its name says. SVG,
HTML, scripts, styles and everything else are a warning, `file-not-published`; what belongs to the site's
look goes into `custom_dir`. Symbolic links, pipes and devices are errors (`file-not-read`), and so are
names that mean something to an address, a shell or another system's disk (`unsafe-path`), and files that
would stand at one address (`path-collision`).

## In the browser

Every page has a Content Security Policy: scripts and styles come from the site itself; those within a
page run only if a template of the theme holds them, known by their hashes; no plugins, no `base`, no
forms, no style attributes. So even what slipped through would not run. Pages of other plugins that put
scripts of their own into a page are told of by a warning; `security_policy: false` in the options of the
plugin `dossier` leaves the policy out.

## Where all authors are known

`trusted_authors: true` keeps all HTML of texts, publishes files of any kind, and lets scripts and styles
within texts work. The limits, the strict front matter and the rules for names of files stay. The
extension for hosts without plugins has the same option.

Some extensions and plugins of MkDocs read files or run code that a text names: `pymdownx.snippets`,
`macros`, `markdown-exec`, `include-markdown`. Where strangers write, do not switch them on.

## What was tried

{number} cases, each built for real by `tests/hostile`; those that would run are opened in a browser. An
error stops the build, a warning does so with `--strict`.

"""


def pages() -> dict[Path, str]:
    """Every generated file with what it should hold."""
    return {
        HERE / "content-model.md": content_model(load_schema()),
        HERE / "recognition.md": recognition(),
        HERE / "security.md": security(),
    }


def content_model(schema: Schema) -> str:
    """The page of types and fields."""
    common = set.intersection(*(set(spec.fields) for spec in schema.types.values()))
    first = next(iter(schema.types.values()))
    shared = {name: field for name, field in first.fields.items() if name in common}
    parts = [
        NOTE + MODEL_INTRO,
        _kinds(),
        "## Fields of every type\n\n" + _table(shared),
        *(_type(spec, shared) for spec in schema.types.values()),
    ]
    return "\n".join(parts)


def _kinds() -> str:
    rows = [(f"`{name}`", KINDS[name]) for name in get_args(ValueName)]
    return "## Kinds of value\n\n" + _rows(("Kind", "How it is written"), rows)


def _type(spec: TypeSpec, shared: Mapping[str, FieldSpec]) -> str:
    own = {name: field for name, field in spec.fields.items() if shared.get(name) != field}
    also = f"\nIn other vocabularies: {_maps(spec.maps)}.\n" if spec.maps else ""
    example = "".join(
        f"\n```yaml\n# {spec.folder}/{file.name}\n{file.read_text(encoding='utf-8')}```\n"
        for file in sorted((HERE / "examples" / spec.folder).glob("*.md"))[:1]
    )
    return f"## {spec.label}\n\n{spec.help} Folder: `{spec.folder}/`.\n{also}\n{_table(own)}{example}"


def _table(fields: Mapping[str, FieldSpec]) -> str:
    return _rows(("Field", "Value", "What it says", "In other vocabularies"), _fields(fields, ""))


def _fields(fields: Mapping[str, FieldSpec], within: str) -> Iterator[tuple[str, str, str, str]]:
    for name, field in fields.items():
        required = " (required)" if field.required else ""
        yield f"`{within}{name}`{required}", _value(field), _says(field), _maps(field.maps)
        yield from _fields(field.fields, f"{within}{name}.")


def _value(field: FieldSpec) -> str:
    words: str = field.value
    if field.value == "reference":
        words = f"reference to {' or '.join(field.to) or 'anything'}"
    elif field.value == "choice":
        words = "choice: " + ", ".join(f"`{choice}`" for choice in field.choices)
    if field.short:
        words += f"; short for `{field.short}`"
    return f"list of {words}" if field.list else words


def _says(field: FieldSpec) -> str:
    """Label and help of a field, then what the site makes of it."""
    naming = {
        "": "",
        "alias": "Another name in text.",
        "phrase": "Names the office in text.",
        "exclude": "Keeps the phrase from being meant.",
        "jurisdiction": "Tells whose office is meant.",
    }
    edge = field.edge
    remarks = [
        f"{field.label}.",
        field.help,
        f"On the timeline: {field.timeline}." if field.timeline else "",
        f"Relation: {edge.label}; seen from there: {edge.inverse}." if edge and edge.label else "",
        f"The relation is the one in `{edge.by}`." if edge and edge.by else "",
        naming[field.naming],
    ]
    return " ".join(remark for remark in remarks if remark)


def _maps(maps: Mapping[str, str]) -> str:
    return ", ".join(f"{vocabulary} `{term}`" for vocabulary, term in maps.items())


def recognition() -> str:
    """The page of rules."""
    parts = [NOTE + RULES_INTRO, "## Names\n", *_rules(NAME_RULES), "## Dates\n", *_rules(DATE_RULES)]
    return "\n".join(parts)


def _rules(rules: Iterable[Rule]) -> Iterator[str]:
    for rule in rules:
        example = rule.example.replace("[[", "**").replace("]]", "**").replace("\n\n", " ¶ ")
        refused = rule.gives.removeprefix(REFUSED) if rule.gives.startswith(REFUSED) else ""
        gives = f"Refused, with `{refused}`" if refused else f"Gives: `{rule.gives}`"
        lines = [f"### {rule.name}", "", rule.says, "", f"- Example: {example}", f"- {gives}"]
        if rule.refuses:
            lines.append(f"- Left alone: {rule.refuses}")
        yield "\n".join(lines) + "\n"


def security() -> str:
    """The page of what is refused, with every hostile case and what comes of it."""
    tags = ", ".join(f"`{tag}`" for tag in sorted(TAGS))
    kinds = ", ".join(f"`{ending}`" for ending in PUBLISHED)
    groups = dict.fromkeys(case.group for case in CASES)
    tables = (
        f"### {group}\n\n"
        + _rows(
            ("Tried", "What comes of it"),
            [(_as_text(case.what), case.outcome) for case in CASES if case.group == group],
        )
        for group in groups
    )
    intro = SECURITY_INTRO.format(tags=tags, kinds=kinds, number=len(CASES))
    return NOTE + intro + "\n".join(tables)


def _as_text(words: str) -> str:
    """Words that Markdown shows as they are, except for what stands as code."""
    parts = re.split("(`[^`]*`)", words)
    signs = {
        "&": "&amp;",
        "<": "&lt;",
        "*": "&#42;",
        "_": "&#95;",
        "[": "&#91;",
        "{": "&#123;",
        "`": "&#96;",
        "\\": "&#92;",
    }
    return "".join(
        part if number % 2 else "".join(signs.get(sign, sign) for sign in part)
        for number, part in enumerate(parts)
    )


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)


def main() -> None:
    """Write every generated file."""
    for file, text in pages().items():
        file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
