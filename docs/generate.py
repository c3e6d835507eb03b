"""Write the pages of the documentation that come from code and data: `make docs`.

``content-model.md`` comes from the types, ``recognition.md`` from the rules of names and dates,
``checks.md`` from the checks, ``commands.md`` from the command line, ``security-cases.md`` from
``tests/hostile``, ``stability.md`` from the names that users rely on. A test compares what this script would
write with the files, so none can fall behind.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, get_args

import click

from dossier.cli import main as dossier_command
from dossier.content.schema import load_schema
from dossier.content.suppressions import NEVER_SUPPRESSED
from dossier.edit.check import GROUPS, Check
from dossier.model.types import FieldSpec, Schema, TypeSpec, ValueName
from dossier.recognise.language_data import Rule
from dossier.recognise.languages import language

sys.path.insert(0, str(Path(__file__).parent))

from other_plugins import other_plugins
from security_cases import security_cases
from stable_names import stability

HERE: Final = Path(__file__).parent
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
    "source": "CSL data (`{type, title, author, issued, …}`), the id of an entry in `sources.yaml` or of "
    "anything in the dossier, or a passage of an article: `{article, exact, prefix, suffix}`",
    "record": "a mapping with the fields listed below it",
}

# How a rule's record says that nothing is linked; all candidates follow.
REFUSED: Final = "refused: "

MODEL_INTRO: Final = """\
# Content model

What the front matter of each type may hold. The types are data: one file each in `dossier/content/schema/`.
A dossier adds types and fields of its own with files of the same form in `site_config/schema/`.

- One file is one item. Its folder gives the type, its name gives the id. Ids are unique in a dossier;
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
- A source may be a passage of an article of the dossier: `{article: talks-in-vienna, exact: “We are ready
  to talk”}`, with the words directly before and after it as `prefix` and `suffix` where the passage stands
  there twice (the TextQuoteSelector of the Web Annotation Data Model). `dossier check` looks whether it is
  there.

[editors.md](editors.md) tells how editors complete and check this as you write.
The examples below are the files in `docs/examples/`; a test reads them as a dossier.
"""

RULES_INTRO: Final = """\
# Recognition

How people, agreements and dates are found in plain text. Each rule stands in the folder of its language,
with its example. In an example, the stretch that the rule finds is **bold**.

`dossier explain ARTICLE:LINE` says for each name and date of a text which rule decided and from which words,
what else was possible, why a name is not linked, and what would link it. It names no change that it has not
tried. In a text with many names it tries changes to different names together, and of more than eight changes
to one name only the first eight. `dossier annotate` gives the name of the rule with every mention. Where two
entities could be meant and nothing tells them apart, there is no link but a finding.

Any white space within a paragraph counts as one blank: a name is found where a line ends in it, where two
blanks or a tab were typed, and in an indented item of a list. A hard line break (two blanks at the end of a
line, or `<br>`) parts names as the end of a paragraph does.
"""

REFUSALS_INTRO: Final = """\
`dossier explain` gives one of these reasons. Where a text never links a name for a reason that may be wrong,
`dossier check` reports `silent-name`. For words that no title or alias in the dossier fits, the reason is
`not-listed`. A link that the text writes itself, `[[…]]` or a link to the file, has the rule `by-hand`.
"""

DATE_REFUSALS_INTRO: Final = """\
## What is no date

What reads like a date may be something else, or a date that nothing completes. In an example, the stretch
that is left alone is **bold**.
"""

COMMANDS_INTRO: Final = """\
# Commands

`dossier` works on a dossier from the command line. What a command lists goes to standard output, remarks
and progress to standard error; progress is shown on a terminal only. Where something is listed, `--json`
writes it for other programs. Files are written whole or not at all, and `new` never writes over one.

The commands read texts as the site does. They take the Markdown extensions, `docs_dir` and the options of the
plugin from `mkdocs.yml`: the one in the current folder, or the one beside the dossier's folder, or the one
that `--config` names. They understand `INHERIT`, `!ENV` and `!!python/name`, and do not need MkDocs. Where
the file lists hooks or plugins that may change texts, they say so on standard error. Without such a file they
use the extensions abbr, admonition, attr_list, fenced_code, footnotes and tables.

| Exit status | What it says |
| --- | --- |
| 0 | clean, or done |
| 1 | findings |
| 2 | wrong use |
| 3 | a file or the network failed |
| 4 | a bug in this program; `--debug` before the command's name shows where |
| 130 | interrupted |

`--color` and `--no-color` may stand before or after a command's name. The variable `NO_COLOR` switches
colour off.

`eval "$(dossier completion bash)"` in `~/.bashrc` makes bash complete commands, options, ids and types; the
command [completion](#dossier-completion) says how for zsh and fish.
"""

CHECKS_INTRO: Final = """\
# Checks

`dossier check` reads a dossier and lists its findings: what an editor should look at, where it is, and how
to fix it. It gives no verdicts. Where two statements cannot both be right, it says so and leaves to you
which of them is.

```console
$ dossier check
content/people/jane-doe.md:4:7: dates-out-of-order “died” is 1949 and “born” is 1950; they cannot […]
    died: 1949
          ~~~^
    hint: correct whichever date is wrong
```

| Option | What it does |
| --- | --- |
| `--strict` | warnings count as errors |
| `--format text` | as above, the default |
| `--format github` | commands by which GitHub shows them beside the lines of a pull request |
| `--format sarif` | SARIF 2.1.0, for code scanning and editors |
| `--format json`, `--json` | one JSON document for other programs |
| `--today 2022-03-01` | the day that counts as today; `SOURCE_DATE_EPOCH` is respected as well |
| `--watch` | checks again after each change, until Ctrl-C |
| `--config FILE` | the configuration of the site; by default `mkdocs.yml` |
| `--settings FILE` | severities; by default those of the site's build |

Paths are relative to where the command runs, for GitHub and in SARIF to the repository. The exit status is
0 where there is no error, 1 where there is one (with `--strict` also a warning), 2 for wrong use, and 130
where Ctrl-C ended a watch. Notes never fail a run. A step of a workflow:

```yaml
- run: dossier check --format github
```

## Change the severity of a check

`checks.yaml` gives codes another severity: `error`, `warning`, `note`, or `off`. The option `checks` of the
plugin `dossier` names the file. Without it, the file is beside the schema folder, or in `site_config/` where
there is none.

```yaml
severities:
  unmentioned-entity: off
  shared-name: error
```

A finding that leaves out a file can only become more severe, and no finding in a draft becomes an error.

## What stops a build

The site's build stops for every error in what it publishes, with the severities that `checks.yaml` sets. It
reports everything that it finds in files and texts, then stops before it renders a page.
`mkdocs build --strict` stops at the same point for warnings: its own on texts and files, such as
`ambiguous-mention`, and those of MkDocs, such as a missing file that `nav` names. MkDocs looks for missing
anchors only in finished pages, so these stop a strict build at its end, where `mkdocs.yml` sets
`anchors: warn` below `validation: links:`, as `dossier init` writes it.

The build runs no check that only warns. So `dossier check --strict` may find more, such as missing sources.
Where two files are probably on one person, `dossier check` reports the two (`likely-duplicate`), and the
build the first mention that fits both.
`dossier check` also reads drafts: it reports an error where an article quotes words that are not in a draft,
which the build leaves out.

## Allow a finding at one place

A comment allows one finding in its place, and must say why. In YAML, write it on the line of the finding or
on the line above. To allow a finding about a whole file (line 1), write it on the first line of the front
matter:

```yaml
died: 1949  # dossier: allow dates-out-of-order: both dates are those of the church register
```

In prose, write it on the line, or alone above a paragraph to cover all of it. Pages do not show it:

```markdown
<!-- dossier: allow ambiguous-mention: the report does not say which Clinton -->
Clinton was informed on Monday.
```

The build of the site follows these comments too. A comment without a reason, with an unknown code, or
that allows nothing any more is a finding itself. Errors by which a whole file is left out cannot be
allowed.

## How dates are compared

Dates are EDTF, and a contradiction is reported only if it holds in every reading: `2015` and `2015-03` may
be the same day, dates with `?`, `~` or `%` say nothing for certain, and where a field has several
statements each of them may be right. A term without `to` lasts.
"""


def pages() -> dict[Path, str]:
    """Every generated file with the text that it should contain."""
    return {
        HERE / "checks.md": checks(),
        HERE / "commands.md": commands(),
        HERE / "content-model.md": content_model(load_schema()),
        HERE / "plugins.md": NOTE + other_plugins(_rows),
        HERE / "recognition.md": recognition(),
        HERE / "security-cases.md": NOTE + security_cases(_rows),
        HERE / "stability.md": NOTE + stability(),
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
        "gender": "Recognition reads titles such as “Mr” by it.",
        "organisation": "Tells whose office is meant.",
    }
    edge = field.edge
    after = " or else ".join(f"`{name}`" for name in field.after)
    remarks = [
        f"{field.label}.",
        field.help,
        f"Checked: not before {after}." if after and field.value == "date" else "",
        f"Checked: not before it by {after}." if after and field.value == "reference" else "",
        "Checked: leads in no circle." if field.acyclic else "",
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
    parts = [
        NOTE + RULES_INTRO,
        "## Names\n",
        *_rules(language("en").names.rules),
        "## Why a name is not linked\n\n" + REFUSALS_INTRO,
        *_refusals(language("en").names.refusals),
        "## Dates\n",
        *_rules(language("en").dates.rules),
        DATE_REFUSALS_INTRO,
        *_refusals(language("en").dates.refusals),
    ]
    return "\n".join(parts)


def _rules(rules: Iterable[Rule]) -> Iterator[str]:
    for rule in rules:
        refused = rule.gives.removeprefix(REFUSED) if rule.gives.startswith(REFUSED) else ""
        gives = f"Refused, with `{refused}`" if refused else f"Gives: `{rule.gives}`"
        lines = [f"### {rule.name}", "", rule.says, "", f"- Example: {_example(rule)}", f"- {gives}"]
        if rule.refuses:
            lines.append(f"- Left alone: {rule.refuses}")
        yield "\n".join(lines) + "\n"


def _refusals(refusals: Iterable[Rule]) -> Iterator[str]:
    """A table of the reasons why something is left alone."""
    yield "| reason | what it means | example | words in the way |\n|---|---|---|---|"
    for refusal in refusals:
        yield f"| `{refusal.name}` | {refusal.says} | {_example(refusal)} | {refusal.gives} |"
    yield ""


def _example(rule: Rule) -> str:
    return rule.example.replace("[[", "**").replace("]]", "**").replace("\n\n", " ¶ ")


def commands() -> str:
    """The page of the command line: the help of each command."""
    context = click.Context(dossier_command, info_name="dossier")
    parts = [NOTE + COMMANDS_INTRO]
    for name in dossier_command.list_commands(context):
        command = dossier_command.get_command(context, name)
        if command is not None:
            parts.append(f"## dossier {name}\n\n```text\n{_help(command, name, context)}\n```\n")
    return "\n".join(parts)


def _help(command: click.Command, name: str, parent: click.Context) -> str:
    """The help of a command at a fixed width, so that it is the same on every machine."""
    context = click.Context(command, info_name=name, parent=parent, terminal_width=100, max_content_width=100)
    return command.get_help(context)


def checks() -> str:
    """The page of checks, with an anchor for each code."""
    parts = [NOTE + CHECKS_INTRO]
    for heading, group in GROUPS:
        parts += [f"## {heading}\n", *(_check(each) for each in group)]
    return "\n".join(parts)


def _check(check: Check) -> str:
    lines = [f"### {check.code}", "", check.says, "", f"- Severity: {check.severity.value}"]
    if check.code in NEVER_SUPPRESSED:
        lines[-1] += "; cannot be suppressed, because something is left out"
    lines.append(f"- How to fix it: {check.fix}")
    if check.leaves:
        lines.append(f"- Left alone: {check.leaves}")
    return "\n".join(lines) + "\n"


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)


def main() -> None:
    """Write every generated file."""
    for file, text in pages().items():
        file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
