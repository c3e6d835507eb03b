"""Read a Markdown file that another program wrote: its front matter, and its text, which stays as it is.

Hugo, Jekyll, Obsidian, Pandoc and others give the same things different names. What has no field here is kept
under a free key that begins with ``x_``.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dossier.content.source import parse_source
from dossier.importing.metadata.evidence import Evidence, Name, Stated, clean, clean_title
from dossier.importing.metadata.moments import find_moments
from dossier.importing.remarks import Remark, kept
from dossier.model.errors import ImportRefusedError
from dossier.model.findings import Finding

if TYPE_CHECKING:
    from dossier.edit.yaml_writer import Value

_STATED: Final[Mapping[str, Name]] = {
    "title": "title", "headline": "title",
    "date": "published", "published": "published", "pubdate": "published", "publishdate": "published",
    "created": "published",
    "updated": "updated", "lastmod": "updated", "modified": "updated",
    "author": "author", "authors": "author", "creator": "author", "by": "author",
    "publisher": "publisher", "publication": "publisher", "site": "publisher",
    "language": "language", "lang": "language",
    "url": "url", "canonical": "url", "canonicalurl": "url", "source": "url", "link": "url",
    "originalurl": "url",
}  # fmt: skip
_KEPT: Final = {
    "summary": "summary",
    "excerpt": "summary",
    "abstract": "summary",
    "description": "summary",
    "tags": "tags",
}
_FREE: Final = re.compile(r"[^a-z0-9_]+")
_TOML: Final = re.compile(r"\+\+\+[ \t]*\n(?P<data>.*?\n)\+\+\+[ \t]*(?:\n|$)", re.DOTALL)
_HEADING: Final = re.compile(
    r"\s*(?:#[ \t]+(?P<atx>[^\n]+?)[ \t]*#*[ \t]*(?:\{[^{}\n]*\})?"
    r"|(?P<setext>[^\n#>|-][^\n]*)\n=+[ \t]*)(?:\n|$)"
)
_HEAD: Final = 3
_DATE_LINE: Final = 80
_WEIGHT: Final = 90
_ADDRESS: Final = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """What a Markdown file says.

    Attributes:
        evidence: what its front matter and its first lines state.
        body: its text, as it is, without the headline that became the title.
        fields: what else the front matter says, under the names of an article's fields or free ones.
        is_draft: whether it calls itself a draft.
        remarks: what an editor must know.
    """

    evidence: Evidence
    body: str
    fields: Mapping[str, Value]
    is_draft: bool = False
    remarks: tuple[Remark, ...] = ()


@dataclass(slots=True)
class _Said:
    stated: list[Stated] = field(default_factory=list)
    fields: dict[str, Value] = field(default_factory=dict)
    renamed: list[tuple[str, str]] = field(default_factory=list)
    is_draft: bool = False


def read_markdown(text: str, name: str) -> MarkdownText:
    """Read a Markdown file.

    Raises:
        ImportRefusedError: its front matter cannot be read.
    """
    data, body = _parted(text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), name)
    said = _said(data)
    evidence = Evidence()
    heading = _HEADING.match(body)
    headline = clean_title(heading["atx"] or heading["setext"], is_shown=True) if heading else ""
    titles = [one.value for one in said.stated if one.field == "title"]
    if headline and (not titles or _letters(titles[0]) == _letters(headline)):
        body = body[heading.end() :] if heading else body
        said.stated += [] if titles else [Stated("title", headline, "first heading", _WEIGHT)]
    evidence.add(said.stated)
    if not evidence.of("published"):
        evidence.add(_date_line(body))
    remarks = tuple(kept(free, f"an article has no field “{key}”") for key, free in said.renamed)
    return MarkdownText(evidence, body.strip("\n"), said.fields, said.is_draft, remarks)


def _parted(text: str, name: str) -> tuple[Mapping[str, object], str]:
    toml = _TOML.match(text)
    if toml:
        try:
            return tomllib.loads(toml["data"]), text[toml.end() :]
        except tomllib.TOMLDecodeError as error:
            raise ImportRefusedError(f"{name}: its front matter is not TOML: {error}") from None
    source = parse_source(text, name)
    if isinstance(source, Finding):
        raise ImportRefusedError(str(source))
    data = source.front_matter.data
    return (data if isinstance(data, Mapping) else {}), source.body


def _said(data: Mapping[str, object]) -> _Said:
    said = _Said()
    for key, value in data.items():
        plain = _FREE.sub("", key.lower().replace("_", "").replace("-", ""))
        if plain == "draft" or (plain == "status" and value == "draft"):
            said.is_draft = str(value).lower() in ("true", "yes", "draft")
        elif plain in _STATED and _texts(value) and (_STATED[plain] != "url" or _is_address(value)):
            stated = [Stated(_STATED[plain], clean(each), "front matter", _WEIGHT) for each in _texts(value)]
            said.stated += stated
        elif plain in _KEPT and _KEPT[plain] not in said.fields and _texts(value):
            texts = _texts(value)
            said.fields[_KEPT[plain]] = texts if plain == "tags" else " ".join(texts)
        elif value not in (None, "", [], {}):
            free = f"x_{_FREE.sub('_', key.lower()).strip('_')}".removeprefix("x_x_") or "x_key"
            free = free if free.startswith("x_") else f"x_{free}"
            said.fields[free] = _kept(value)
            said.renamed.append((key, free))
    return said


def _is_address(value: object) -> bool:
    return isinstance(value, str) and _ADDRESS.fullmatch(value.strip()) is not None


def _texts(value: object) -> list[str]:
    """The texts of a value: one, those of a list, or the names in a list of records."""
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    if isinstance(value, Mapping):
        return _texts(value.get("name"))
    return [str(value).strip()] if value is not None and str(value).strip() else []


def _kept(value: object) -> Value:
    if isinstance(value, list) and all(not isinstance(each, list | dict) for each in value):
        return [str(each) for each in value]
    return (
        json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, list | dict) else str(value)
    )


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w+", text)).casefold()


def _date_line(body: str) -> Iterator[Stated]:
    """A date that stands alone in the first paragraphs, which stay in the text."""
    for part in [part for part in re.split(r"\n\s*\n", body) if part.strip()][:_HEAD]:
        if len(part) <= _DATE_LINE and len({moment.day for moment in find_moments(part)}) == 1:
            yield Stated("published", clean(part), "first lines", 30)
            return
