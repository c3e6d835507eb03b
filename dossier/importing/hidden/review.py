"""Remove the comments and deletions that reviewers left in a document saved as HTML.

Each program marks them in its own way: Google Docs with pairs of links, Word with classes and CSS properties,
LibreOffice, pandoc and mammoth with classes. Any part of these marks is enough.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from bs4.element import NavigableString, PageElement, Tag

from dossier.importing.body.blocks import BLOCKS, leaf_blocks, text_of
from dossier.importing.hidden.plain import first_comment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup

# What follows “#” in a link from the text to a comment, and in a link from a comment back to the text. A
# mark in the text has a name of the second form, a comment one of the first.
_COMMENT: Final = re.compile(r"cmnt\d+|_?msocom[_-]?\d+|sdcomment\d+(?:sym)?|comment-?\d+")
_IN_TEXT: Final = re.compile(r"cmnt_ref\d+|_?msoanchor[_-]?\d+|sdcomment\d+anc|comment-ref-?\d+")
_LABEL: Final = re.compile(r"[\[(]?[\w.-]{0,12}[\])]?|\W{1,3}")
_COMMENT_CLASS: Final = re.compile(
    r"mso-?com(?:ment)?(?:txt|text|subject)|sdcomment\w*|annotation_style_by_filter|comment-start",
    re.IGNORECASE,
)
_MARK_CLASS: Final = re.compile(r"msocommentreference|msocom(?:anchor|off)", re.IGNORECASE)
_COMMENT_STYLE: Final = re.compile(
    r"mso-element\s*:\s*[\"']?comment|mso-comment-author|mso-special-character\s*:\s*[\"']?comment",
    re.IGNORECASE,
)
_COMMENT_ID: Final = re.compile(r"(?:.*[^a-z]|sd|)comment[-_]?\d+|_com_\d+", re.IGNORECASE)
_DELETED_CLASS: Final = re.compile(
    r"mso-?(?:del|movefrom)\w*|(?:paragraph-)?deletion|tracked?-?(?:change-?)?delet\w*", re.IGNORECASE
)
_INSERTED_CLASS: Final = re.compile(r"mso-?(?:ins|moveto)\w*|(?:paragraph-)?insertion", re.IGNORECASE)
_OUTERMOST: Final = ("html", "body", "article", "main", "[document]")
_COMMENT_PARTS: Final = ("p", "ul", "ol")
_PARAGRAPHS: Final = ("p", "li", "dd", "dt")
_NOTES: Final = ("div", "p", "aside", "section", "li", "span", "dt")
_COMMENT_TITLES: Final = ("annotation", "comment")
_LONGEST_MARK: Final = 30


@dataclass(frozen=True, slots=True)
class Review:
    """How many comments and deletions were removed, and how many insertions stayed."""

    comments: int
    deletions: int
    insertions: int


def remove_review(soup: BeautifulSoup) -> Review:
    """Remove reviewers' comments and deletions; their insertions stay, as if they had been accepted."""
    comments = _remove_comments(soup)
    deletions = _remove_suggested(soup)
    deletions += _remove_all(tag for tag in soup.find_all(True) if _is_deleted(tag))
    return Review(comments, deletions, sum(_is_inserted(tag) for tag in soup.find_all(True)))


def _remove_comments(soup: BeautifulSoup) -> int:
    number = sum(map(_remove_with_back_link, [link for link in _links(soup) if _is_back_link(link)]))
    number += _remove_all(tag for tag in soup.find_all(True) if _is_comment(tag))
    for mark in [link for link in _links(soup) if _is_mark(link)]:
        _remove_mark(mark)
    for mark in [tag for tag in soup.find_all(_classed_as_mark) if len(text_of(tag)) <= _LONGEST_MARK]:
        _remove(mark)
    return number + _remove_unlinked(soup)


def _links(soup: BeautifulSoup) -> list[Tag]:
    return list(soup.find_all("a"))


def _target(link: Tag) -> str:
    """What follows “#” in an address; a browser that saves a page puts the page's address before it."""
    return str(link.get("href") or "").partition("#")[2]


def _names(tag: Tag) -> list[str]:
    return [str(tag.get(name) or "") for name in ("id", "name")]


def _is_back_link(link: Tag) -> bool:
    """Whether a link stands at the head of a comment and leads back to the text."""
    named = any(_COMMENT.fullmatch(name) for name in _names(link))
    return _IN_TEXT.fullmatch(_target(link)) is not None or named


def _is_mark(link: Tag) -> bool:
    """Whether a link stands in the text and leads to a comment."""
    leads = _COMMENT.fullmatch(_target(link)) is not None
    marked = leads or any(_IN_TEXT.fullmatch(name) for name in _names(link))
    return marked and _LABEL.fullmatch(text_of(link)) is not None


def _remove_mark(link: Tag) -> None:
    holder = link.parent
    _remove(holder if holder is not None and holder.name == "sup" and _says_as_much(holder, link) else link)


def _says_as_much(holder: Tag, inner: Tag) -> bool:
    return text_of(holder) == text_of(inner)


def _remove_with_back_link(link: Tag) -> bool:
    """Remove the comment that contains a link."""
    if link.decomposed:
        return False
    comment = _comment_around(link)
    if comment is link:
        for following in list(link.next_siblings):
            following.extract()
    if comment.name in _COMMENT_PARTS:
        for following in list(_rest_of_comment(comment)):
            following.extract()
    if comment.name == "dd" and isinstance(term := comment.find_previous_sibling("dt"), Tag):
        _remove(term)
    _remove(comment)
    return True


def _comment_around(link: Tag) -> Tag:
    """The outermost element that begins with the link and holds none of the text.

    It is the link itself if the comment follows it in an element that holds text before it too.
    """
    comment = next((tag for tag in link.parents if tag.name in BLOCKS), link)
    apart = comment.name in _PARAGRAPHS or _begins_with(comment, link) or comment.find("br") is None
    if comment.name in _OUTERMOST or not apart:
        return link
    for outer in list(comment.parents):
        if outer.name in _OUTERMOST or not _begins_with(outer, link) or _holds_text(outer):
            break
        comment = outer
    return comment


def _begins_with(outer: Tag, link: Tag) -> bool:
    first = next((text for text in outer.find_all(string=True) if text.strip()), None)
    return first is not None and any(parent is link for parent in first.parents)


def _holds_text(outer: Tag) -> bool:
    return outer.find(("h1", "h2", "h3", "article")) is not None or any(map(_is_mark, outer.find_all("a")))


def _rest_of_comment(first: Tag) -> Iterator[Tag | NavigableString]:
    """The paragraphs after the first of a comment that no element encloses."""
    for node in first.next_siblings:
        if isinstance(node, NavigableString):
            yield node
        elif isinstance(node, Tag):
            if node.name not in _COMMENT_PARTS or any(_is_back_link(a) for a in node.find_all("a")):
                return
            if any(_is_note(a) for a in node.find_all("a")):
                return
            yield node


def _is_note(link: Tag) -> bool:
    """Whether a link belongs to a footnote, which is part of the text."""
    return any(re.match(r"_?(?:ftn|sdfootnote|edn|fn)", name) for name in [_target(link), *_names(link)])


def _is_comment(tag: Tag) -> bool:
    if tag.name == "comment" or _classes(tag, _COMMENT_CLASS):
        return True
    if _COMMENT_STYLE.search(str(tag.get("style") or "")):
        return True
    if tag.get("role") == "comment" or str(tag.get("title") or "").lower() in _COMMENT_TITLES:
        return True
    named = tag.name in _NOTES and _COMMENT_ID.fullmatch(str(tag.get("id") or "")) is not None
    return named and tag.find("h1") is None


def _is_deleted(tag: Tag) -> bool:
    return tag.name == "del" or tag.get("role") == "deletion" or _classes(tag, _DELETED_CLASS)


def _is_inserted(tag: Tag) -> bool:
    """Whether an element is marked as a reviewer's insertion and holds no other such element."""
    dated = tag.name == "ins" and (tag.has_attr("datetime") or tag.has_attr("cite"))
    marked = tag.name == "span" and _classes(tag, _INSERTED_CLASS) and tag.find("ins") is None
    return dated or marked


def _remove_suggested(soup: BeautifulSoup) -> int:
    """Remove what stands between the two marks that CKEditor sets around a deletion.

    If the second is missing, the deletion ends with the element in which it began.
    """
    ends = {str(end.get("name")): end for end in soup.find_all("suggestion-end")}
    starts = soup.find_all("suggestion-start", attrs={"name": re.compile("^deletion")})
    for start in starts:
        end = ends.get(str(start.get("name")))
        for node in list(_until(end, start.next_elements) if end else start.next_siblings):
            if isinstance(node, NavigableString) or end is None:
                node.extract()
    return len(starts)


def _until(end: Tag, nodes: Iterator[PageElement]) -> Iterator[PageElement]:
    return takewhile(lambda node: node is not end, nodes)


def _classed_as_mark(tag: Tag) -> bool:
    return _classes(tag, _MARK_CLASS)


def _classes(tag: Tag, pattern: re.Pattern[str]) -> bool:
    return any(pattern.fullmatch(str(name)) for name in tag.get("class") or ())


def _remove_all(tags: Iterator[Tag]) -> int:
    """Remove elements, and return how many of them held words."""
    number = 0
    for tag in list(tags):
        if not tag.decomposed and tag.name not in _OUTERMOST:
            number += bool(text_of(tag))
            _remove(tag)
    return number


def _remove_unlinked(soup: BeautifulSoup) -> int:
    """Remove comments at the end that lost their links when the page was copied: “[a]Who says so?”."""
    blocks = leaf_blocks(soup.body or soup)
    start, labels = first_comment([text_of(block) for block in blocks])
    for block in blocks[start:]:
        _remove(block)
    for text in [text for text in soup.find_all(string=re.compile(r"\[\w+\]")) if text.parent is not None]:
        text.replace_with(NavigableString(labels.sub("", text)) if type(text) is NavigableString else text)
    return len(blocks) - start


def _remove(tag: Tag) -> None:
    if not tag.decomposed:
        tag.decompose()
