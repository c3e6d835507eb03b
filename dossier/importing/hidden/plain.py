"""Remove comments and deletions from plain text: CriticMarkup, HTML comments, and what exports append.

Insertions and replacements stay, as if they had been accepted. The notation of CriticMarkup is that of its
user's guide: ``{++in++}``, ``{--out--}``, ``{~~old~>new~~}``, ``{>>comment<<}``, ``{==marked==}``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from dossier.importing.remarks import Remark, uncertain

# Markdown reads this as the definition of a link; many writers use it for notes to themselves.
_LINE_COMMENT: Final = re.compile(
    r"^[ ]{0,3}\[(?://|comment)\]:[ \t]*(?:#|<>).*$\n?", re.MULTILINE | re.IGNORECASE
)
_UNCLOSED: Final = re.compile(r"\{>>|<<\}|\{--(?=\S)|(?<=\S)--\}|\{~~|~~\}|<!--")
# Google Docs labels comments with letters, Word with the author's initials and a number.
# After a colon or a bracket comes an address: “[a]: https://…” defines a Markdown link.
_APPENDED: Final = re.compile(r"\[([a-z]{1,3}|[^\W\d_]{1,5}\d{1,4})\](?=[^\s:(\[])")
_MARK: Final = re.compile(r"(?<=[^\s\]])\[([^\W\d_]{1,5}\d{0,4})\](?!\w)")
_NONE: Final = re.compile(r"(?!)")


def remove_marks(text: str) -> tuple[str, tuple[Remark, ...]]:
    """The text as it was meant for readers, and remarks on what was removed."""
    left, comments = _without(text, "{>>", "<<}", _nothing)
    left, hidden = _without(left, "<!--", "-->", _nothing)
    left, lines = _LINE_COMMENT.subn("", left)
    left, deletions = _without(left, "{--", "--}", _nothing)
    left, replacements = _without(left, "{~~", "~~}", _replacement)
    left, insertions = _without(left, "{++", "++}", _all)
    left, _ = _without(left, "{==", "==}", _all)
    left, appended = _without_appended(left)
    remarks = review_remarks(comments + hidden + lines + appended, deletions + replacements, insertions)
    if odd := _UNCLOSED.search(left):
        remarks.append(uncertain("text", f"“{odd[0]}” is an unpaired review mark; check it"))
    return left, tuple(remarks)


def _without(text: str, opening: str, closing: str, kept: Callable[[str], str | None]) -> tuple[str, int]:
    """The text with each mark replaced by the words that `kept` keeps of it, and the number of marks.

    A mark for which `kept` gives None stays. The search ends at a mark that is never closed, so thousands of
    unclosed marks cost no more than others.
    """
    parts, position, number = [], 0, 0
    while (start := text.find(opening, position)) >= 0:
        end = text.find(closing, start + len(opening))
        if end < 0:
            break
        words = kept(text[start + len(opening) : end])
        number += words is not None
        end += len(closing)
        parts += [text[position:start], text[start:end] if words is None else words]
        position = end
    return "".join([*parts, text[position:]]), number


def _nothing(_words: str) -> str:
    return ""


def _all(words: str) -> str:
    return words


def _replacement(words: str) -> str | None:
    _, arrow, new = words.partition("~>")
    return new if arrow else None


def review_remarks(comments: int, deletions: int, insertions: int) -> list[Remark]:
    """Remarks on how many comments and changes of reviewers there were, never on what they say."""
    remarks = []
    if comments:
        remarks.append(uncertain("text", f"{_counted(comments, 'comment')} by reviewers left out"))
    if deletions or insertions:
        kept = f"; {_counted(insertions, 'insertion')} kept, as if accepted" if insertions else ""
        remarks.append(
            uncertain("text", f"tracked changes: {_counted(deletions, 'deletion')} left out{kept}")
        )
    return remarks


def first_comment(parts: Sequence[str]) -> tuple[int, re.Pattern[str]]:
    """The index of the first comment that an export appended, and a pattern for the marks in the text.

    Such a comment begins with its label and no space, “[a]Who says so?”, and the label stands in the text.
    """
    labels: dict[str, int] = {}
    marked: set[str] = set()
    for place, part in enumerate(parts):
        found = _APPENDED.match(part)
        if found and found[1] in marked and _may_be_label(found[1]):
            labels.setdefault(found[1], place)
        marked.update(_MARK.findall(part))
    first = next((labels[label] for label in labels if label == "a" or label.endswith("1")), None)
    if first is None:
        return len(parts), _NONE
    return first, _mark(*(label for label, place in labels.items() if place >= first))


def _may_be_label(label: str) -> bool:
    """Whether it can label a comment: letters, or initials and a number; “fig1” names a figure."""
    letters = label.rstrip("0123456789")
    return letters == label or letters.isupper()


def _mark(*labels: str) -> re.Pattern[str]:
    """A pattern for the marks after a word; “[a]nd so” is an adapted quotation, not a mark."""
    return re.compile(rf"(?<=\S)\[(?:{'|'.join(map(re.escape, labels))})\](?!\w)")


def _without_appended(text: str) -> tuple[str, int]:
    lines = text.split("\n")
    start, marks = first_comment(lines)
    number = sum(_APPENDED.match(line) is not None for line in lines[start:])
    return "\n".join(marks.sub("", line) for line in lines[:start]), number


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
