"""Hostile files: links, pipes, names, and files that a browser would run."""

from __future__ import annotations

from hostile_cases import Case, Content, folder, link_to, pipe

_ARTICLE = "---\ntitle: A title\ndate: 2021-12-08\n---\nWords.\n"
_PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
CASES: tuple[Case, ...] = ()


def _add(what: str, path: str, content: Content, code: str = "", line: int = 1, *, error: bool = False,
         beside: tuple[tuple[str, Content], ...] = ()) -> None:  # fmt: skip
    global CASES
    CASES = (*CASES, Case("Files", what, path, content, code, line, error, beside=beside))


_NOT_READ, _UNSAFE, _NOT_PUBLISHED, _COLLISION = (
    "file-not-read",
    "unsafe-path",
    "file-not-published",
    "path-collision",
)
_add("a link to a file of the machine", "articles/l1.md", link_to("/etc/passwd"), _NOT_READ, error=True)
_add("a link to another article", "articles/l2.md", link_to("fine.md"), _NOT_READ, error=True)
_add("a link to nothing", "articles/l3.md", link_to("nowhere"), _NOT_READ, error=True)
_add("a link to itself", "articles/l4.md", link_to("l4.md"), _NOT_READ, error=True)
_add("a link to the root of the machine", "articles/root", link_to("/"), _NOT_READ, error=True)
_add("a link to the folder that it is in", "articles/loop", link_to("."), _NOT_READ, error=True)
_add("a picture that is a link", "images/l5.png", link_to("/etc/passwd"), _NOT_READ, error=True)
_add("a hidden link", ".l6", link_to("/etc"), _NOT_READ, error=True)
_add(
    "a link to a folder that is called as an editor's lock",
    "articles/.#lock",
    link_to("/"),
    _NOT_READ,
    error=True,
)
_add("a pipe", "articles/pipe.md", pipe, _NOT_READ, error=True)
_add("a pipe beside the texts", "images/pipe.png", pipe, _NOT_READ, error=True)
for _n, _name in enumerate((
    "a\nb.md", "a\tb.md", "a\x1bb.md", "a\\b.md", "a%2e%2e.md", "a%.md", "a?b.md", "a#b.md", "a\"b.md", "a'b.md", "a<b>.md",
    "a|b.md", "a*b.md", "a:b.md", "::add-mask::x.md", "nul.md", "CON.md", "com1.txt.md", "aux", " a.md", "a .", "a.", "x" * 210 + ".md",
    "a\u202eb.md", "a\u200bb.md", "\u0430bc.md", "{{ 7*7 }}.md", "$(id).md", "`id`.md", "a&b.md", "a;b.md", "<script>.md",
)):  # fmt: skip
    _add(f"the name {ascii(_name[:40])[1:-1]}", f"articles/n{_n}/{_name}", _ARTICLE, _UNSAFE, error=True)
_add(
    "a name that is not UTF-8",
    "articles/\udcff.md",
    lambda file: file.write_text(_ARTICLE),
    _UNSAFE,
    error=True,
)
_add("a folder with a bad name", "a%b/x.png", _PNG, _UNSAFE, error=True)
_add(
    "names that differ in case",
    "about/Talks.md",
    "# x\n",
    _COLLISION,
    error=True,
    beside=(("about/talks.md", "# y\n"),),
)
_add(
    "names that differ in how accents are written",
    "about/u\u0308ber.md",
    "# x\n",
    _COLLISION,
    error=True,
    beside=(("about/\xfcber.md", "# y\n"),),
)
_add(
    "a page and a folder's index",
    "about/both.md",
    "# x\n",
    _COLLISION,
    error=True,
    beside=(("about/both/index.md", "# y\n"),),
)
_add(
    "a folder's index and its README",
    "about/two/index.md",
    "# x\n",
    _COLLISION,
    error=True,
    beside=(("about/two/README.md", "# y\n"),),
)
_add(
    "folders that differ in case",
    "about/Fold/a.md",
    "# x\n",
    _COLLISION,
    error=True,
    beside=(("about/fold/b.md", "# y\n"),),
)
_add("two files of one id", "positions/minsk.md", "---\ntitle: x\n---\n", "duplicate-id", error=True)
_add("an id in capitals", "people/Someone.md", "---\ntitle: x\n---\n", "bad-id", error=True)
_add("an id of two words", "people/some one.md", "---\ntitle: x\n---\n", "bad-id", error=True)
_add("an id of a prototype", "people/__proto__.md", "---\ntitle: x\n---\n", "bad-id", error=True)

_add("a hidden text", "articles/.hidden.md", _ARTICLE, _NOT_READ)
_add("a text in a hidden folder", ".drafts/a.md", _ARTICLE, _NOT_READ)
_add("a hidden file", "images/.secret", "x", _NOT_READ)
_add("a text that ends in .MD", "articles/upper.MD", _ARTICLE, _NOT_READ)
_add("a text that ends in .markdown", "articles/long.markdown", _ARTICLE, _NOT_READ)
_add("a folder called as a text", "articles/folder.md", folder, _NOT_READ)
_add("a folder that the host takes for its own", "templates/x.md", "# x\n", _NOT_READ)
_add("a folder nearly called as a type", "artcles/x.md", "# Words\n", "unknown-folder")
for _name, _bytes in (
    ("a.html", b"<script>pwn()</script>"), ("a.htm", b"x"), ("a.xhtml", b"x"), ("a.svg", b"<svg onload='x'/>"), ("a.svgz", b"x"),
    ("a.xml", b"<x/>"), ("a.xsl", b"x"), ("a.js", b"pwn()"), ("a.mjs", b"x"), ("a.css", b"*{}"), ("a.wasm", b"x"),
    ("a.swf", b"x"), ("a.exe", b"MZ"), ("a.sh", b"#!"), ("a.py", b"x"), ("a.zip", b"PK"), ("a.json", b"{}"), ("a", b"x"),
    ("a.png", b"<html><script>x</script>"), ("a.jpg", _PNG), ("a.gif", b"x"), ("a.webp", b"RIFF"), ("a.avif", b"x"), ("a.pdf", b"<html>"),
    ("a.txt", b"\0\1\2"), ("a.html.", b"x"), ("a.md.html", b"x"), ("a.PHP", b"x"), ("feed.atom", b"x"), ("sitemap.xml.gz", b"x"),
):  # fmt: skip
    _add(f"the file {_name}" + (f" that begins with {_bytes[:12]!r}" if _name[-4:] in (".png", ".jpg", ".gif", ".pdf", ".txt") else ""),
         f"images/{len(CASES)}/{_name}", _bytes, _UNSAFE if _name.endswith(".") else _NOT_PUBLISHED, error=_name.endswith("."))  # fmt: skip
for _name, _bytes in (("a.png", _PNG), ("a.JPG", b"\xff\xd8\xff\xe0"), ("a.gif", b"GIF89a"), ("a.webp", b"RIFF1234WEBP"), ("a.pdf", b"%PDF-1.7"),
                      ("a.csv", b"=cmd|x,1\n"), ("a.txt", b"<script>pwn()</script>"), ("Z\xfcrich (2).png", _PNG)):  # fmt: skip
    _add(f"the harmless file {_name}", f"images/{len(CASES)}/{_name}", _bytes)

_add(
    "a page whose title is markup",
    "about/titled.md",
    '# A &lt;script&gt;pwn(1)&lt;/script&gt; `<img>`\n\n## One {#"><script>pwn()</script>}\n\n## Two\n',
)
_add("a page that calls itself as the one for lost readers", "404.md", "# Lost\n")
