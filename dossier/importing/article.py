"""Make the file of an article from a saved page, with remarks on everything that an editor must check."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

from dossier.edit.yaml_writer import Value
from dossier.importing.archived import unarchive
from dossier.importing.body.blocks import HEADINGS, letters_of, text_of
from dossier.importing.body.cleaning import clean_tree
from dossier.importing.body.finding import main_text
from dossier.importing.body.inline import Style
from dossier.importing.body.lines import says_something_new, without_lines
from dossier.importing.body.markdown import write
from dossier.importing.body.refusing import ends_at_wall, has_sentence, may_miss_text, why_no_article
from dossier.importing.body.stated import put_in
from dossier.importing.charsets import decode
from dossier.importing.front_matter import file_text
from dossier.importing.hidden import remove_hidden, remove_marks
from dossier.importing.html_limits import bounded_html
from dossier.importing.kinds import kind_of
from dossier.importing.markdown_text import read_markdown
from dossier.importing.metadata import Chosen, Evidence, OriginalPage, choose
from dossier.importing.metadata.evidence import clean
from dossier.importing.metadata.json_ld import article_text, from_json_ld
from dossier.importing.metadata.marked_dates import from_address, from_below, from_marked, from_scripts
from dossier.importing.metadata.meta_tags import from_meta
from dossier.importing.metadata.microdata import from_elements
from dossier.importing.metadata.visible import from_visible, heading_of
from dossier.importing.metadata.weblinks import web_address
from dossier.importing.mhtml import SavedPage, page_in
from dossier.importing.plain_text import read_plain_text
from dossier.importing.remarks import Remark, left_out, uncertain
from dossier.model.errors import ImportRefusedError
from dossier.model.ids import file_id

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from dossier.importing.kinds import Kind
    from dossier.importing.original import Original

_SAVED_FROM: Final = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|page saved with singlefile\s+url:)\s*(?P<url>https?://\S+)",
    re.IGNORECASE,
)
_FRAMES: Final = re.compile(r"<frameset\b", re.IGNORECASE)
# Without these an article cannot be told from others, cited or read against its date.
_SHOWN: Final = 60
_SHORT_TEXT: Final = 600
_MOST_SHOWN: Final = 8
OVERRIDES: Final = ("title", "date", "publisher", "language")


@dataclass(frozen=True, slots=True)
class Imported:
    """An article, ready to be written.

    Attributes:
        id: the id made from its title, "" where no id can be made.
        fields: its front matter.
        body: its text as Markdown.
        remarks: what an editor must check.
    """

    id: str
    fields: Mapping[str, Value]
    body: str
    remarks: tuple[Remark, ...]

    @property
    def text(self) -> str:
        """The whole file."""
        return file_text(self.fields, self.remarks, self.body)


@dataclass(frozen=True, slots=True)
class _Read:
    """A page or text that was read: its metadata, its text, and what is odd about it."""

    chosen: Chosen
    body: str
    remarks: tuple[Remark, ...] = ()
    more: Mapping[str, Value] = field(default_factory=dict)
    is_draft: bool = False


def import_page(
    original: Original,
    now: datetime,
    overrides: Mapping[str, str] | None = None,
    *,
    pictures: bool = False,
    kind: Kind | None = None,
) -> Imported:
    """Make an article from a page.

    Args:
        original: the page as it was saved or fetched.
        now: the time of the import, in UTC.
        overrides: the editor's values, which replace those of the page, by field: `OVERRIDES`.
        pictures: whether a note with a link takes the place of each picture.
        kind: what the bytes are, where the caller knows it.

    Raises:
        ImportRefusedError: it is no article, or cannot be read.
    """
    kind = kind or kind_of(original)
    saved = SavedPage(original, "", {})
    if kind == "mhtml":
        saved = page_in(original)
    page = saved.page
    decoded = decode(page.data, page.charset)
    today = now.date()
    if kind == "text":
        text, marks = remove_marks(decoded.text)
        evidence, body = read_plain_text(text)
        read = _Read(choose(evidence, OriginalPage(body, page.url, today)), body, marks)
        _refuse(original.name, why_no_article(read.chosen.title, body, body))
    elif kind == "markdown":
        read = _read_markdown(decoded.text, page, today)
    else:
        read = _read_html(decoded.text, saved, now, pictures=pictures)
    remarks = [*read.chosen.remarks, *read.remarks]
    if decoded.remark:
        remarks.append(uncertain("text", decoded.remark))
    return _imported(
        original,
        replace(read, chosen=_overridden(read.chosen, overrides or {})),
        remarks,
        overrides or {},
        now,
        saved.saved,
    )


def _read_markdown(text: str, page: Original, today: date) -> _Read:
    said = read_markdown(text, page.name)
    chosen = choose(said.evidence, OriginalPage(said.body, page.url, today))
    if not said.body.strip():
        raise ImportRefusedError(f"{page.name}: the file has no text")
    return _Read(chosen, said.body, said.remarks, said.fields, said.is_draft)


def _read_html(text: str, saved: SavedPage, now: datetime, *, pictures: bool) -> _Read:
    page = saved.page
    soup = BeautifulSoup(bounded_html(text, page.name), "lxml")
    hidden = remove_hidden(soup, saved.sheets)
    source = unarchive(soup, page.url or _saved_from(text))
    relative_to = source or _base(soup, "")
    evidence = Evidence()
    stated = article_text(soup)
    evidence.add(from_json_ld(soup))
    evidence.add(from_meta(soup))
    evidence.add(from_elements(soup))
    evidence.add(from_marked(heading := heading_of(soup)))
    evidence.add(from_below(soup, heading))
    evidence.add(from_scripts(text))
    boxes = clean_tree(soup)
    evidence.add(from_visible(soup))
    own = [str(link["href"]) for link in heading.find_all("a", href=True)] if heading is not None else []
    addresses = [source, *own[:1], *(one.value for one in evidence.of("url"))]
    evidence.add(one for address in addresses[:4] for one in from_address(address))
    was_put_in = put_in(soup.body or soup, stated)
    page_text = text_of(soup.body or soup)
    first = choose(evidence, OriginalPage(page_text, source, now.date(), relative_to))
    known = [first.title, first.publisher]
    authors = [*first.authors, *(one.value for one in evidence.of("author"))]
    found = main_text(soup, title := first.title or _title_text(soup), first.url, boxes, stated)
    root = found.root
    _take_away_title(root, title)
    style = Style(base=_base(soup, first.url or source), pictures=pictures)
    sifted = without_lines(write(root, style), known, authors)
    body = "\n\n".join(sifted.blocks)
    plain = text_of(root)
    reason = why_no_article(title, plain if body else "", page_text)
    if reason and _FRAMES.search(text):
        reason = "the page is made of frames; save the frame that holds the text"
    _refuse(page.name, reason)
    chosen = choose(evidence, OriginalPage(plain, source, now.date(), relative_to))
    told = [chosen.title, chosen.publisher, *chosen.authors]
    remarks = _left_out([*found.left_out, *sifted.left_out], told)
    if not found.is_sure:
        remarks.append(uncertain("text", "it is uncertain which part of the page is the main text"))
    if not has_sentence(plain):
        remarks.append(uncertain("text", "no sentence ends in it; it may be a list of other pages"))
    if was_put_in:
        remarks.append(uncertain("text", "the page shows hardly any; this is what it tells search engines"))
    if may_miss_text(page_text) and len(plain) < _SHORT_TEXT:
        remarks.append(uncertain("text", "the page asks for JavaScript; the text may be incomplete"))
    if ends_at_wall(page_text) or any(one.value == "not free" for one in evidence.of("type")):
        remarks.append(uncertain("text", "the page mentions a subscription; the text may end early"))
    if "\ufffd" in body:
        remarks.append(uncertain("text", "some characters could not be read and show as \ufffd"))
    return _Read(chosen, body, (*hidden, *remarks))


def _left_out(lines: list[str], known: list[str]) -> list[Remark]:
    """The remark on lines that were left out as part of the page; it quotes the first of them."""
    distinct = list(dict.fromkeys(clean(line) for line in lines if says_something_new(line, known)))
    if not distinct:
        return []
    shown = ", ".join(
        f"“{line[:_SHOWN].strip()}{'…' if len(line) > _SHOWN else ''}”" for line in distinct[:_MOST_SHOWN]
    )
    more = f" and {len(distinct) - _MOST_SHOWN} more" if len(distinct) > _MOST_SHOWN else ""
    return [left_out("text", f"lines that seem to belong to the page: {shown}{more}")]


def _take_away_title(root: Tag, title: str) -> None:
    """Remove the headline from the text: the front matter has it."""
    for heading in root.find_all(HEADINGS):
        letters, said = letters_of(title), letters_of(text_of(heading))
        # A headline may have a word such as “Press release” above the title.
        if said == letters or (heading.name == "h1" and letters and said.endswith(letters)):
            heading.decompose()


def _refuse(name: str, reason: str) -> None:
    if reason:
        raise ImportRefusedError(f"{name}: {reason}")


def _saved_from(text: str) -> str:
    found = _SAVED_FROM.search(text[:5_000])
    return web_address(found["url"].rstrip("->")) if found else ""


def _title_text(soup: BeautifulSoup) -> str:
    return " ".join(soup.title.get_text().split()) if soup.title else ""


def _base(soup: BeautifulSoup, address: str) -> str:
    tag = soup.find("base", href=True)
    return web_address(str(tag["href"]), address) or address if isinstance(tag, Tag) else address


def _overridden(chosen: Chosen, overrides: Mapping[str, str]) -> Chosen:
    given = {name: value for name, value in overrides.items() if value}
    kept = tuple(remark for remark in chosen.remarks if remark.field not in given)
    return replace(
        chosen,
        remarks=kept,
        title=given.get("title", chosen.title),
        date=given.get("date", chosen.date),
        publisher=given.get("publisher", chosen.publisher),
        language=given.get("language", chosen.language),
    )


def _imported(
    original: Original,
    read: _Read,
    remarks: list[Remark],
    overrides: Mapping[str, str],
    now: datetime,
    saved: str,
) -> Imported:
    chosen = read.chosen
    kept = [remark for remark in remarks if not overrides.get(remark.field)]
    # A missing publisher may be nobody's; what is uncertain must not be published unseen.
    status = "draft" if read.is_draft or any(remark.needs_review for remark in kept) else ""
    fields: dict[str, Value] = {
        "title": chosen.title,
        "date": chosen.date,
        "updated": chosen.updated,
        "language": chosen.language,
        "authors": list(chosen.authors),
        "publisher": chosen.publisher,
        "url": chosen.url,
        **read.more,
        "sha256": original.sha256,
        "x_imported": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "x_saved": saved,
        "status": status,
    }
    fallback = unquote(urlsplit(chosen.url).path).rstrip("/").rpartition("/")[2].rpartition(".")[0]
    identifier = file_id(chosen.title, chosen.language) or file_id(fallback)
    return Imported(
        identifier, {name: value for name, value in fields.items() if value}, read.body, tuple(kept)
    )
