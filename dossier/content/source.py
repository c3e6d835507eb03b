"""Read a file's front matter, with the place of each value, and its body.

The file is split where python-frontmatter splits it, and a strict loader reads the front matter: scalars stay
as they are written, every value keeps its place, and what YAML allows but an editor never means (duplicate
keys, aliases, tags) gives a finding. MkDocs itself never reads the front matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import yaml
from frontmatter.default_handlers import YAMLHandler

from dossier.content.opening import open_regular
from dossier.model.findings import Finding, Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

# The C loader is ten times faster; PyYAML without libyaml reads the same language.
_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_PLAIN_TAGS: Final = "tag:yaml.org,2002:"
_DEEPEST: Final = 20
_LONGEST: Final = 1_048_576
# The C loader composes nodes recursively. At some ten thousand levels it overruns its stack, which ends the
# process. A shorter text than this cannot nest so deep; a longer one is measured first.
_CANNOT_OVERRUN: Final = 4096
_MOST_SHOWN: Final = 40
_LARGEST: Final = 4 * 1024 * 1024
# All control characters of Unicode except tabs and line ends, of which U+0085 is one.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
_AGAIN: Final = "delete it and type the text again"
_FLATTER: Final = "use fewer levels"
_SYNTAX: Final = "yaml-syntax"
_STATUS_DRAFT: Final = re.compile(
    r"^(['\"]?)status\1[ \t]*:[ \t]*(['\"]?)draft\2[ \t\r]*(?:#.*)?$", re.MULTILINE
)
_WITHHOLDING_WORD: Final = re.compile(r"\b(?:draft|excerpt|metadata)\b")
#: A comment that nobody would write as one: a “#” that touches what follows, or a number behind it.
_CUT_OFF: Final = re.compile(r"[ \t]+(#(?:[^\s#!]|[ \t]?\d)[^\n]*)")
_BOUNDARY: Final[re.Pattern[str]] = YAMLHandler.FM_BOUNDARY

Data = str | None | list["Data"] | dict[str, "Data"]
DataPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """YAML that was read.

    Attributes:
        path: the file, relative to the dossier's folder, with forward slashes.
        data: every scalar is a string as written, or None where nothing is written.
        locations: the place of each value, by its path of keys and indices; ``()`` is the whole.
        keys: where each key stands, by the path of its value.
        cut: what YAML reads as a comment behind a value and looks like a part of it, by the value's path.
    """

    path: str
    data: Data
    locations: Mapping[DataPath, Location] = field(default_factory=dict, repr=False)
    keys: Mapping[DataPath, Location] = field(default_factory=dict, repr=False)
    cut: Mapping[DataPath, str] = field(default_factory=dict, repr=False)

    def location(self, path: DataPath) -> Location:
        """Where the value at `path` stands, or the nearest value around it that the file has."""
        known: DataPath = ()
        for step in path:
            if (*known, step) in self.locations:
                known = (*known, step)
        return self.locations.get(known, Location(1, 1))

    def finding(self, path: DataPath, code: str, message: str, hint: str = "") -> Finding:
        """An error at the value at `path`."""
        location = self.location(path)
        return Finding(self.path, location.line, location.column, code, message, hint)


@dataclass(frozen=True, slots=True)
class Source:
    """A Markdown file that was read.

    Attributes:
        path: relative to the dossier's folder, with forward slashes.
        front_matter: a mapping; empty where the file has none.
        has_front_matter: whether the file has any.
        body: the text after the front matter.
        body_line: the line on which the body begins, from 1.
    """

    path: str
    front_matter: Tree
    has_front_matter: bool
    body: str
    body_line: int


def cut_values(tree: Tree) -> Iterator[Finding]:
    """Warnings of values that end at a “#” which their author may have meant as a part of them."""
    for path, words in tree.cut.items():
        where = tree.locations[path]
        message = f"“{words[:_MOST_SHOWN]}” is a comment to YAML, so it is not part of the value"
        hint = "put the whole value in quotation marks; before a real comment, write “# ” with a space"
        yield Finding(
            tree.path, where.line, where.column, "comment-in-value", message, hint, Severity.WARNING
        )


def read_text(file: Path, path: str) -> str | Finding:
    """Read a file as UTF-8, with or without a byte order mark, with all line ends the same."""
    try:
        with open_regular(file) as opened:
            raw = opened.read(_LARGEST + 1)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        return Finding(path, 1, 1, "unreadable-file", f"the file cannot be read: {reason}")
    if excess := too_long(len(raw), path):
        return excess
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        return Finding(path, line, column, "not-utf-8", message, "save the file as UTF-8")
    return _with_line_feeds(text)


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def too_long(size: int, path: str) -> Finding | None:
    """The finding that a file of that many bytes is too long, or None."""
    if size <= _LARGEST:
        return None
    message = f"the file is over {_LARGEST // 1024 // 1024} MB"
    return Finding(path, 1, 1, "file-too-long", message, "split it into several files")


def read_source(file: Path, path: str) -> Source | Finding:
    """Read a Markdown file; findings name it by `path`.

    Returns a `Finding` in place of the source where the file cannot be read as a whole: a half-read
    file would be worse than none.
    """
    text = read_text(file, path)
    return text if isinstance(text, Finding) else parse_source(text, path)


def legible_text(file: Path) -> str:
    """The text of a file as far as it can be read, whatever is wrong with it; "" where nothing can."""
    try:
        with open_regular(file) as opened:
            return _with_line_feeds(opened.read(_LARGEST).decode("utf-8-sig", "replace"))
    except OSError:
        return ""


def says_draft(file: Path) -> bool:
    """Whether the front matter of a file that cannot be read as a whole has the line ``status: draft``."""
    front_matter, _ = _parted(legible_text(file))
    return bool(_STATUS_DRAFT.search(front_matter))


def legible_source(text: str) -> Source:
    """The text of a Markdown file as far as it can be read, whatever is wrong with its front matter.

    Front matter that cannot be read as a whole makes a draft if it has a word that keeps a text from readers.
    If it is never closed, all is body.
    """
    source = parse_source(text, "")
    if isinstance(source, Source):
        return source
    front_matter, body = _parted(text)
    said: dict[str, Data] = {"status": "draft"} if _WITHHOLDING_WORD.search(front_matter) else {}
    return Source("", Tree("", said), True, body or text, 1)


def _parted(text: str) -> tuple[str, str]:
    """The front matter of a text, and the rest, without reading either; "" for what is not there."""
    before, front_matter, body = (*_BOUNDARY.split(text, 2), "", "")[:3]
    return ("", text) if before.strip() else (front_matter, body)


def parse_source(text: str, path: str) -> Source | Finding:
    """Split and read the text of a Markdown file."""
    start = len(text) - len(text.lstrip())
    opening = _BOUNDARY.match(text, start)
    if opening is None:
        return Source(path, Tree(path, {}), False, text, 1)
    try:
        front_matter, body = YAMLHandler().split(text[start:])
    except ValueError:
        line = text.count("\n", 0, start) + 1
        hint = "end the front matter with a line of three dashes"
        return Finding(path, line, 1, "front-matter-unclosed", "the front matter is never closed", hint)
    tree = parse_yaml(front_matter, path, text.count("\n", 0, opening.end()))
    if isinstance(tree, Finding):
        return tree
    if tree.data is None:
        tree = Tree(path, {}, tree.locations)
    if not isinstance(tree.data, dict):
        return tree.finding((), _SYNTAX, "the front matter is not made of “key: value” lines")
    return Source(path, tree, True, body, text.count("\n", 0, len(text) - len(body)) + 1)


def parse_yaml(text: str, path: str, lines_before: int = 0) -> Tree | Finding:
    """Read YAML strictly. `lines_before` is the number of lines in the file before the text."""
    reader = _Reader(path, lines_before)
    try:
        return Tree(path, reader.read(text), reader.locations, reader.keys, reader.cut)
    except _RefusedError as refused:
        return refused.finding


_UNCLOSED: Final = {
    "while scanning a quoted scalar": "a quotation mark",
    "while parsing a flow sequence": "a bracket [",
    "while parsing a flow mapping": "a brace {",
}
_CLOSE: Final = "close it, and put what follows on lines of its own"
_NO_KEY: Final = "did not find expected key"
_QUOTES: Final = ('"', "'")


class _RefusedError(Exception):
    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


class _Reader:
    """Turns one YAML text into data and places."""

    def __init__(self, path: str, offset: int) -> None:
        self.path = path
        self.offset = offset
        self.locations: dict[DataPath, Location] = {}
        self.keys: dict[DataPath, Location] = {}
        self.cut: dict[DataPath, str] = {}
        self.text = ""
        self.seen: set[int] = set()

    def read(self, text: str) -> Data:
        start = Location(self.offset + 1, 1)
        if len(text) > _LONGEST:
            raise self._refused(start, "yaml-too-long", f"the YAML has over {_LONGEST:,} characters")
        self.text = text
        node = self._compose(text)
        if node is None:
            self.locations[()] = start
            return None
        return self._data(node, ())

    def _told(self, error: yaml.MarkedYAMLError, front_matter: str) -> tuple[Location, str, str, str]:
        """Where an error in the YAML is, its code, what is wrong and how to fix it."""
        opened, mark = error.context_mark, error.problem_mark or error.context_mark
        unclosed = _UNCLOSED.get(error.context or "")
        if unclosed and opened and mark and mark.line > opened.line:
            # The parser notices it lines further down; the editor looks for the beginning.
            return self._location(opened), _SYNTAX, f"{unclosed} opens here, and none closes it", _CLOSE
        location = self._location(mark) if mark else Location(self.offset + 1, 1)
        problem = (error.problem or "it is not YAML").strip()
        hint = "quote a text that contains “: ” or begins with a special character; indent with spaces"
        if problem.startswith("mapping values are not allowed"):
            problem = "a text without quotes contains “: ”"
        if mark and front_matter[: mark.index].rstrip().endswith(_QUOTES) and problem == _NO_KEY:
            problem = "a text goes on after its closing quotation mark"
            hint = 'put the whole text in quotation marks, and write \\" for one within it'
        if mark and front_matter[mark.index : mark.index + 1] == "\t":
            problem = "this is a tab; YAML is indented with spaces"
        return location, _SYNTAX, f"YAML: {problem}", hint

    def _compose(self, front_matter: str) -> yaml.Node | None:
        loader = _Loader(front_matter)
        try:
            if len(front_matter) > _CANNOT_OVERRUN:
                self._measure(front_matter)
            return loader.get_single_node()
        except yaml.MarkedYAMLError as error:
            raise self._refused(*self._told(error, front_matter)) from None
        except yaml.reader.ReaderError as error:
            location = Location.of(front_matter, error.position, self.offset + 1)
            raise self._refused(location, _SYNTAX, f"YAML: {error.reason}") from None
        except RecursionError:
            raise self._refused(
                Location(1, 1), "yaml-too-deep", "the YAML is nested too deeply", _FLATTER
            ) from None
        finally:
            loader.dispose()

    def _measure(self, front_matter: str) -> None:
        """Refuse a text that is nested too deep to be composed, by the flat stream of its events."""
        depth = 0
        for event in yaml.parse(front_matter, Loader=_Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > _DEEPEST + 1:
                raise self._too_deep(self._location(event.start_mark))  # type: ignore[arg-type]

    def _too_deep(self, location: Location) -> _RefusedError:
        return self._refused(
            location, "yaml-too-deep", f"the YAML is nested over {_DEEPEST} levels deep", _FLATTER
        )

    def _data(self, node: yaml.Node, path: DataPath) -> Data:
        location = self._location(node.start_mark)
        self.locations[path] = location
        if len(path) > _DEEPEST:
            raise self._too_deep(location)
        if id(node) in self.seen:
            message = "YAML aliases are not allowed"
            raise self._refused(location, "yaml-alias", message, "write the value out")
        self.seen.add(id(node))
        if not node.tag.startswith(_PLAIN_TAGS) or "python" in node.tag:
            raise self._refused(location, "yaml-tag", f"the YAML tag {node.tag} is not allowed", "remove it")
        if isinstance(node, yaml.MappingNode):
            return {key: self._data(value, (*path, key)) for key, value in self._pairs(node, path)}
        if isinstance(node, yaml.SequenceNode):
            return [self._data(item, (*path, index)) for index, item in enumerate(node.value)]
        # A plain scalar has the style "" from the C loader, None from the other.
        if isinstance(node, yaml.ScalarNode) and not node.style:
            cut = _CUT_OFF.match(self.text, node.end_mark.index) if node.end_mark else None
            if cut:
                self.cut[path] = cut[1]
            if node.value in _NULLS:
                return None
        if _CONTROL.search(node.value):
            raise self._refused(
                location, "control-character", "this text contains a control character", _AGAIN
            )
        return str(node.value)

    def _pairs(self, node: yaml.MappingNode, path: DataPath) -> list[tuple[str, yaml.Node]]:
        pairs = []
        for key, value in node.value:
            location = self._location(key.start_mark)
            if not isinstance(key, yaml.ScalarNode):
                raise self._refused(location, _SYNTAX, "a key must be a plain word")
            if _CONTROL.search(key.value):
                raise self._refused(
                    location, "control-character", "this key contains a control character", _AGAIN
                )
            if (*path, key.value) in self.keys:
                first = self.keys[(*path, key.value)]
                message = f"“{key.value}” is here for the second time; the first is on line {first.line}"
                raise self._refused(location, "duplicate-key", message, "keep one of them")
            self.keys[(*path, key.value)] = location
            pairs.append((key.value, value))
        return pairs

    def _location(self, mark: yaml.Mark) -> Location:
        return Location(mark.line + self.offset + 1, mark.column + 1)

    def _refused(self, location: Location, code: str, message: str, hint: str = "") -> _RefusedError:
        return _RefusedError(Finding(self.path, location.line, location.column, code, message, hint))
