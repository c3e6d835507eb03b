"""List the codes of findings that are made while a dossier is read.

The modules of `dossier.content` and `dossier.linking.document_findings` make these findings. A test collects
the codes from the package and compares them with this list.
"""

from __future__ import annotations

from typing import Final

from dossier.edit.check.definitions import Check
from dossier.model.findings import Severity

_ERROR: Final = Severity.ERROR
_WARNING: Final = Severity.WARNING

CHECKS: Final = (
    Check(
        "unreadable-file",
        _ERROR,
        "The file cannot be opened or read.",
        "Check the file's permissions and the disk.",
    ),
    Check("not-utf-8", _ERROR, "A byte of the file is not UTF-8.", "Save the file as UTF-8."),
    Check(
        "file-not-read",
        _WARNING,
        "A file looks like Markdown but is not read: it is hidden, or does not end in `.md`. A symbolic link "
        "is an error.",
        "Rename the file, or put the file itself where the link is.",
    ),
    Check("file-too-long", _ERROR, "A text is over four megabytes long.", "Split it into several files."),
    Check(
        "unsafe-path",
        _ERROR,
        "The name of a file or folder contains invisible characters, or has a special meaning in an address, "
        "a shell or another file system.",
        "Rename it, using only letters, digits, hyphens and full stops.",
    ),
    Check(
        "decomposed-name",
        _WARNING,
        "The name of a file spells letters and accents apart (not in Unicode's form NFC), as macOS may. "
        "It is read, but links to it may fail, because keyboards write each letter whole.",
        "Type the name again.",
    ),
    Check(
        "path-collision",
        _ERROR,
        "Two files would have the same address, here or on a system that ignores capitals and the different "
        "encodings of accents.",
        "Rename one of them.",
    ),
    Check(
        "file-not-published",
        _WARNING,
        "A file beside the texts is of a kind that is not published, or its content does not match its name.",
        "Save it as a picture, a PDF, a table or plain text.",
    ),
    Check(
        "prose-too-long",
        _ERROR,
        "A text, or a paragraph of it, is too long for a parser.",
        "Split it.",
    ),
    Check(
        "prose-too-deep",
        _ERROR,
        "Lists, quotations or admonitions are nested over twelve levels deep.",
        "Use fewer levels.",
    ),
    Check(
        "prose-too-dense",
        _ERROR,
        "A text has too many brackets, footnotes, table cells or other markup for a parser.",
        "The message says what there is too much of.",
    ),
    Check(
        "comment-in-value",
        _WARNING,
        "A value in front matter or in `sources.yaml` ends at a “#” that YAML reads as a comment, as in "
        "`title: Talks #2 fail`.",
        "Put the whole value in quotation marks. A real comment has a space after its “#”.",
    ),
    Check(
        "spoofed-text",
        _WARNING,
        "A text shows something other than it says: it has characters that are invisible or change its "
        "direction, or look-alike letters of another script. In front matter, a change of direction is an "
        "error.",
        "Type the text again.",
        "Latin abbreviations with an ending in another script, and joiners in scripts that need them",
    ),
    Check(
        "markup-removed",
        _WARNING,
        "HTML, an attribute or an address in a text could run code, imitate the site or mislead readers, or "
        "the site or another part of the page already uses an id. It was removed.",
        "Write it in Markdown, and choose another id; `docs/security.md` lists what a text may contain.",
    ),
    Check(
        "lost-words",
        _WARNING,
        "Words of a text do not reach its page: a row of a table has more cells than the first row, the "
        "title of a note has no quotation marks, or Markdown loses words between brackets and code.",
        "The message says where; give every row as many cells as the first row.",
        "rows with fewer cells",
    ),
    Check(
        "unread-markup",
        _WARNING,
        "Readers see the signs of markup that no Markdown extension read: a footnote that is not defined, a "
        "list without an empty line before it, `~~words~~`, `{{ macro }}`, `%% comment %%`, unclosed `**`.",
        "The message says what the signs were meant to be, and how to write it; `docs/markdown.md` lists "
        "what works. A backslash before a sign, or backquotes around it, shows it as it is.",
        "code, escaped signs, and what only looks like markup, such as “C++ and G++”, “a == b” or “[sic]”",
    ),
    Check(
        "front-matter-unclosed",
        _ERROR,
        "The front matter begins with a line of three dashes and never ends.",
        "End it with a line of three dashes.",
    ),
    Check(
        "front-matter-missing",
        _ERROR,
        "A file in the folder of a type has no front matter.",
        "Begin it with a line of three dashes, the fields that the type needs, and three dashes again.",
    ),
    Check(
        "yaml-syntax", _ERROR, "The front matter is not YAML.", "The message says where the YAML goes wrong."
    ),
    Check("yaml-too-long", _ERROR, "The YAML is too long.", "Move prose below it."),
    Check("yaml-too-deep", _ERROR, "Values are nested deeper than any field needs.", "Use fewer levels."),
    Check("yaml-alias", _ERROR, "YAML aliases (`*name`) are not allowed.", "Write the value out."),
    Check("yaml-tag", _ERROR, "YAML tags (`!name`) are not allowed.", "Remove the tag."),
    Check(
        "control-character",
        _ERROR,
        "A value or a text contains a control character, which editors do not show.",
        "Delete it and type the text again.",
    ),
    Check("duplicate-key", _ERROR, "A mapping has the same key twice.", "Keep one of them."),
    Check(
        "unknown-field",
        _ERROR,
        "A key is not a field of this type or record.",
        "Use the name that the hint suggests, or begin the key with `x_`.",
        "keys that begin with `x_`",
    ),
    Check(
        "missing-field",
        _ERROR,
        "A field that the type requires is missing, such as a title or the date of an article.",
        "Add the line.",
    ),
    Check(
        "wrong-value",
        _ERROR,
        "A value is not of the kind that its field takes, such as a date or one of a set of words.",
        "The message says what is expected.",
    ),
    Check(
        "bad-id", _ERROR, "A file's name cannot be an id.", "Rename it, for example to `minsk-protocol.md`."
    ),
    Check(
        "reserved-id",
        _WARNING,
        "Front matter gives a part of the page, such as a provision, an id that the site itself uses.",
        "Write another, such as the one in the hint, which the page uses until then.",
    ),
    Check("duplicate-id", _ERROR, "Two files, or two shared sources, have the same id.", "Rename one."),
    Check(
        "unknown-folder",
        _WARNING,
        "A folder's name is nearly that of a type, so its files are plain pages.",
        "Rename the folder if you mean the type.",
    ),
    Check(
        "unknown-reference",
        _ERROR,
        "A reference in the front matter, or `[[id]]` in the text, names an id that nothing has.",
        "Correct the id, or add the file.",
    ),
    Check(
        "unpublished-reference",
        Severity.NOTE,
        "A published page refers to a draft, or to a file that the site leaves out, so it does not list or "
        "link it.",
        "Publish the file that it refers to, or remove the reference.",
        "references from drafts",
    ),
    Check(
        "wrong-reference",
        _ERROR,
        "A reference leads to an item of a type that the field does not take.",
        "Refer to an item of a type that the hint names.",
    ),
    Check(
        "unknown-source",
        _ERROR,
        "A file cites a source that is neither in `sources.yaml`, nor among its own sources, nor in the "
        "dossier.",
        "Correct the id, or add the source.",
    ),
    Check("missing-file", _ERROR, "A path leads to no file, such as that of a picture.", "Correct the path."),
    Check(
        "broken-link",
        _WARNING,
        "A link or picture in a text leads to no file of the dossier and to no page of its site. "
        "A year to which nothing is dated has no page. An address that begins with `/` leads out of a site "
        "that is in a folder of its host, as on GitHub Pages.",
        "Write the path from the text's own file, as the hint says. Capitals count.",
        "addresses of other sites, and those that begin with `#`",
    ),
    Check(
        "second-title",
        _WARNING,
        "A text has a level-1 heading beside the title in the front matter. The page shows it as a section.",
        "Delete the heading, begin it with `##`, or change the title.",
        "a heading with the words of the title at the start of a text, the home page, and plain pages "
        "without a title",
    ),
    Check(
        "ambiguous-mention",
        _WARNING,
        "Words in a text fit several entities and nothing tells them apart, so they are not linked.",
        "Write `[[id|words]]`, name the entity in full earlier, or list it in the front matter.",
        "words that fit two files on one person, which `likely-duplicate` counts",
    ),
)
