"""Remove comments and deletions from plain text: CriticMarkup, comments of HTML, and what exports append.

Insertions and replacements stay, as if they had been accepted. The notation of CriticMarkup is that of its
user's guide: ``{++in++}``, ``{--out--}``, ``{~~old~>new~~}``, ``{>>comment<<}``, ``{==marked==}``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dossier.importer.remarks import Remark, uncertain

_COMMENT: Final = re.compile(r"\{>>.*?<<\}|<!--.*?-->", re.DOTALL)
# What Markdown takes for the address of a link, and many writers use for a note to themselves.
_LINE_COMMENT: Final = re.compile(
    r"^[ ]{0,3}\[(?://|comment)\]:[ \t]*(?:#|<>).*$\n?", re.MULTILINE | re.IGNORECASE
)
_DELETION: Final = re.compile(r"\{--.*?--\}", re.DOTALL)
_REPLACEMENT: Final = re.compile(r"\{~~(?:(?!~~\}).)*?~>(.*?)~~\}", re.DOTALL)
_INSERTION: Final = re.compile(r"\{\+\+(.*?)\+\+\}", re.DOTALL)
_HIGHLIGHT: Final = re.compile(r"\{==(.*?)==\}", re.DOTALL)
_UNCLOSED: Final = re.compile(r"\{>>|<<\}|\{--(?=\S)|(?<=\S)--\}|\{~~|~~\}|<!--")
# Google Docs counts comments by letters; Word writes the initials of who wrote each, and a number.
_APPENDED: Final = re.compile(r"\[([a-z]{1,3}|[^\W\d_]{1,5}\d{1,4})\](?=\S)")
_MARK: Final = re.compile(r"(?<=\S)\[([^\W\d_]{1,5}\d{0,4})\](?!\w)")
_NONE: Final = re.compile(r"(?!)")


def remove_marks(text: str) -> tuple[str, tuple[Remark, ...]]:
    """The text as it was meant for readers, and a remark on what went."""
    left, comments = _COMMENT.subn("", text)
    left, lines = _LINE_COMMENT.subn("", left)
    left, deletions = _DELETION.subn("", left)
    left, replacements = _REPLACEMENT.subn(r"\1", left)
    left, insertions = _INSERTION.subn(r"\1", left)
    left = _HIGHLIGHT.sub(r"\1", left)
    left, appended = _without_appended(left)
    remarks = review_remarks(comments + lines + appended, deletions + replacements, insertions)
    if odd := _UNCLOSED.search(left):
        remarks.append(uncertain("text", f"“{odd[0]}” opens or closes a mark of reviewers alone; look at it"))
    return left, tuple(remarks)


def review_remarks(comments: int, deletions: int, insertions: int) -> list[Remark]:
    """What an editor must know of the comments and changes of reviewers; never what they say."""
    remarks = []
    if comments:
        remarks.append(uncertain("text", f"{_counted(comments, 'comment')} of reviewers left out"))
    if deletions or insertions:
        kept = f"; {_counted(insertions, 'insertion')} kept, as if accepted" if insertions else ""
        remarks.append(
            uncertain("text", f"tracked changes: {_counted(deletions, 'deletion')} left out{kept}")
        )
    return remarks


def first_comment(parts: Sequence[str]) -> tuple[int, re.Pattern[str]]:
    """Where comments begin that an export appended, and what their marks in the text before it look like.

    Such a comment begins with its label and no space, “[a]Who says so?”, and the label stands in the text.
    """
    labels: dict[str, int] = {}
    marked: set[str] = set()
    for place, part in enumerate(parts):
        found = _APPENDED.match(part)
        if found and found[1] in marked:
            labels.setdefault(found[1], place)
        marked.update(_MARK.findall(part))
    first = next((labels[label] for label in labels if label == "a" or label.endswith("1")), None)
    if first is None:
        return len(parts), _NONE
    return first, _mark(*(label for label, place in labels.items() if place >= first))


def _mark(*labels: str) -> re.Pattern[str]:
    """A mark behind a word; “[a]nd so” is a quotation that was made to fit."""
    return re.compile(rf"(?<=\S)\[(?:{'|'.join(map(re.escape, labels))})\](?!\w)")


def _without_appended(text: str) -> tuple[str, int]:
    lines = text.split("\n")
    start, marks = first_comment(lines)
    number = sum(_APPENDED.match(line) is not None for line in lines[start:])
    return "\n".join(marks.sub("", line) for line in lines[:start]), number


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
