"""List the codes of findings that are made while a dossier is read.

The modules that read make these findings: `dossier.content.source`, `dossier.content.schema.validation`,
`dossier.model.registry` and `dossier.linking.unresolved`. A test collects the codes from there and compares
them with this list.
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
        "Look at the file's permissions, and whether the disk is sound.",
    ),
    Check("not-utf-8", _ERROR, "A byte of the file is not UTF-8.", "Save the file as UTF-8."),
    Check(
        "file-not-read",
        _WARNING,
        "A file looks like Markdown and is not read: it is hidden or ends in something else than `.md`. A "
        "symbolic link is an error.",
        "Rename the file, or put the file itself where the link is.",
    ),
    Check("file-too-long", _ERROR, "A text has over four megabytes.", "Split it into several files."),
    Check(
        "unsafe-path",
        _ERROR,
        "The name of a file or folder means something to an address, a shell or another system's disk, or "
        "cannot be seen.",
        "Rename it with letters, digits, hyphens and full stops.",
    ),
    Check(
        "path-collision",
        _ERROR,
        "Two files would stand at one address, here or on a system that does not tell capitals and the ways "
        "to write accents apart.",
        "Rename one of them.",
    ),
    Check(
        "file-not-published",
        _WARNING,
        "A file beside the texts is of a kind that is not published, or its content is not of the kind that "
        "its name says.",
        "Save it as a picture, a PDF, a table or plain text.",
    ),
    Check(
        "prose-too-long",
        _ERROR,
        "A text, or a paragraph of it, is longer than a parser bears.",
        "Split it.",
    ),
    Check(
        "prose-too-deep",
        _ERROR,
        "Lists, quotations or admonitions are nested over twelve levels deep.",
        "Take levels away.",
    ),
    Check(
        "prose-too-dense",
        _ERROR,
        "A text has more brackets, footnotes, table cells or other markup than a parser bears.",
        "The message says of what there is too much.",
    ),
    Check(
        "spoofed-text",
        _WARNING,
        "A text shows something other than it says: characters that cannot be seen, that turn its direction "
        "around, or letters of another script that look alike. In front matter, what turns it is an error.",
        "Type the words again.",
        "words of a Latin abbreviation with an ending in another script, joiners in scripts that need them",
    ),
    Check(
        "markup-removed",
        _WARNING,
        "HTML, an attribute or an address in a text could run, imitate or lead astray, or an id is that of "
        "the site or of another part of the page. It was taken out.",
        "Write it in Markdown, and another id; `docs/security.md` lists what a text may hold.",
    ),
    Check(
        "lost-words",
        _WARNING,
        "Words of a text do not reach its page: a row of a table has more cells than the first row, or "
        "Markdown loses words between brackets and code.",
        "The message says where; give every row as many cells as the first one.",
        "rows with fewer cells",
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
    Check("yaml-syntax", _ERROR, "The front matter is not YAML.", "The message says where YAML gave up."),
    Check("yaml-too-long", _ERROR, "There is more YAML than anybody writes.", "Move prose below it."),
    Check("yaml-too-deep", _ERROR, "Values are nested deeper than any field is.", "Take levels out."),
    Check("yaml-alias", _ERROR, "YAML aliases (`*name`) are not allowed.", "Write the value out."),
    Check("yaml-tag", _ERROR, "YAML tags (`!name`) are not allowed.", "Take the tag out."),
    Check(
        "control-character",
        _ERROR,
        "A control character stands in a value or a text, where no editor can see it.",
        "Delete it and type the text again.",
    ),
    Check("duplicate-key", _ERROR, "A key stands twice in one mapping.", "Keep one of them."),
    Check(
        "unknown-field",
        _ERROR,
        "A key is not a field of this type or record.",
        "Write the nearest name, which the hint gives, or begin the key with `x_`.",
        "keys that begin with `x_`",
    ),
    Check(
        "missing-field",
        _ERROR,
        "A field that the type needs is not given, such as the title of anything or the date of an article.",
        "Add the line.",
    ),
    Check(
        "wrong-value",
        _ERROR,
        "A value is not of the kind that its field holds: no date, not one of the words to choose from.",
        "The message says what is expected.",
    ),
    Check("bad-id", _ERROR, "A file's name cannot be an id.", "Rename it, such as `minsk-protocol.md`."),
    Check(
        "reserved-id",
        _WARNING,
        "Front matter gives a part of the page, such as a provision, an id that the site itself uses.",
        "Write another; the hint names one, which the page has until then.",
    ),
    Check("duplicate-id", _ERROR, "Two files, or two shared sources, have the same id.", "Rename one."),
    Check(
        "unknown-folder",
        _WARNING,
        "A folder's name is nearly that of a type, and its files are plain pages.",
        "Rename the folder, if the type is meant.",
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
        "Something that is published refers to a draft, or to a file that the site leaves out: its page does "
        "not list or link it.",
        "Publish what is referred to, or remove the reference.",
        "references from drafts",
    ),
    Check(
        "wrong-reference",
        _ERROR,
        "A reference leads to something of a type that the field does not take.",
        "Refer to something of the type that the hint names.",
    ),
    Check(
        "unknown-source",
        _ERROR,
        "A source is named that is neither in `sources.yaml` nor in the file's own sources nor in the"
        " dossier.",
        "Correct the id, or add the source.",
    ),
    Check("missing-file", _ERROR, "A path leads to no file, such as that of a picture.", "Correct the path."),
    Check(
        "ambiguous-mention",
        _WARNING,
        "Words in a text fit several entities and nothing tells them apart, so they are not linked.",
        "Write `[[id|words]]`, name the entity in full before, or name it in the front matter.",
    ),
)
