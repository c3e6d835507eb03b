"""Hostile front matter: invalid YAML, values that would run, dates and sizes that no field can hold."""

from __future__ import annotations

from hostile_cases import Numbered

_matter = Numbered("Front matter", "f")
_SCRIPT = "<script>pwn()</script>"
_IMG = "<img src=x onerror=pwn()>"


def _article(lines: str, body: str = "A text.", head: str = "date: 2021-12-08\n") -> str:
    return f"---\n{head}{lines}\n---\n{body}\n"


def _titled(lines: str) -> str:
    return _article(f"title: A title\n{lines}")


def _error(what: str, content: str | bytes, code: str, line: int, folder: str = "articles") -> None:
    _matter.add(what, content, code, line, error=True, folder=folder)


def _safe(
    what: str, content: str, *has: str, has_not: tuple[str, ...] = (), folder: str = "articles"
) -> None:
    _matter.add(what, content, has=has, has_not=has_not, folder=folder)


# YAML that is none, or more than data.
_error("a tab as indentation", _article("title: x\nauthors:\n\t- A"), "yaml-syntax", 5)
_error("a colon and a blank in a title", _article("title: Talks: the end"), "yaml-syntax", 3)
_error("front matter that never ends", "---\ntitle: x\ndate: 2021\n", "front-matter-unclosed", 1)
_error("a key that stands twice", _article("title: x\ntitle: y"), "duplicate-key", 4)
_error("a tag that makes an object", _article("title: !!python/object/apply:os.system [id]"), "yaml-tag", 3)
_error("a tag of its own", _article("title: !x y"), "yaml-tag", 3)
_error("the tag of binary data", _article("title: !!python/name:os.system x"), "yaml-tag", 3)
_error("an alias without an anchor", _article("title: *bomb"), "yaml-syntax", 3)
_error("an anchor and an alias", _article("title: &a x\nauthors: [*a]"), "yaml-alias", 3)
_error("a bomb of aliases", _article("x_a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"x_{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)) + "title: x"),
    "yaml-alias", 3)  # fmt: skip
_error("a merge key", _article("title: x\n<<: {publish: full}"), "unknown-field", 4)
_error("twenty thousand opening brackets", _article("title: " + "[" * 20_000), "yaml-too-deep", 3)
_error("a hundred nested lists", _article("title: x\nx_: " + "[" * 100 + "]" * 100), "yaml-too-deep", 4)
_error("a list of a thousand levels by indentation", _article(
    "title: x\nx_:\n" + "\n".join("  " * i + "-" for i in range(1, 1000))), "yaml-too-deep", 25)  # fmt: skip
_error("two megabytes of front matter", _article("title: x\nx_: " + "a" * 2_000_000), "yaml-too-long", 1)
_error("two documents", "---\ntitle: x\n...\ntitle: y\n---\nText.\n", "yaml-syntax", 4)
_error("a list in place of fields", "---\n- title\n---\nText.\n", "yaml-syntax", 2)
_error("a word in place of fields", "---\ntitle\n---\nText.\n", "yaml-syntax", 2)
_error("no front matter at all", "Text.\n", "front-matter-missing", 1)
_error("a directive", "---\n%YAML 1.1\n---\ntitle: x\n", "yaml-syntax", 3)
_error("a control character in a title", _article('title: "a\\x07b"'), "control-character", 3)
_error("a NUL in a title", _article("title: a\0b"), "yaml-syntax", 3)
_error("bytes that are not UTF-8", b"---\ntitle: \xff\xfe\n---\n", "not-utf-8", 2)
_error("UTF-16", "---\ntitle: x\n---\n".encode("utf-16"), "not-utf-8", 1)
_error("a key that is a list", _article("title: x\n? [a]\n: b"), "yaml-syntax", 4)
_error("an unclosed quotation mark", _article('title: "x'), "yaml-syntax", 3)

# What the theme or the search would read of the page, and other fields that there are not.
for _key, _value in (("template", "../../x.html"), ("icon", "x"), ("hide", "5"), ("search", "no"), ("status", "new"),
                     ("__proto__", "{x: 1}"), ("constructor", "x"), ("__class__", "x"), ("meta", "x"),
                     ("extends", "x"), ("location", "https://example.org"), ("og:title", "x")):  # fmt: skip
    _error(f"the field “{_key}”", _titled(f"{_key}: {_value}"),
           "wrong-value" if _key == "status" else "unknown-field", 4)  # fmt: skip

# Values that would run where they are shown.
for _field in ("title", "summary", "publisher", "description", "rights"):
    _head = "" if _field == "title" else "title: A title\n"
    _safe(f"a script in “{_field}”", _article(f"{_head}{_field}: {_SCRIPT}"), has_not=(_SCRIPT,))
    _safe(f"an event handler in “{_field}”", _article(f"{_head}{_field}: '{_IMG}'"), has_not=(_IMG,))
for _words, _text in (
    ("the end of an attribute", "'\"><script>pwn()</script>'"),
    ("the end of a title element", "'</title><script>pwn()</script>'"),
    ("the end of a script element", "'</script><script>pwn()</script>'"),
    ("the beginning of a comment", "'<!--'"),
    ("a Jinja expression", "'{{ config.site_name }} {{ 7*7 }} {% raw %}'"),
    ("a format string", "'{0.__class__.__mro__} %s %(x)s {}'"),
    ("a template string", "'${alert(1)} #{1}'"),
    ("Markdown", "'[x](javascript:pwn()) **y** `z`'"),
    ("a spreadsheet formula", "'=HYPERLINK(\"https://example.org\")'"),
    ("an entity", "'&lt;script&gt;pwn()&lt;/script&gt;'"),
    ("CDATA", "']]><script>pwn()</script>'"),
    ("a regular expression", "'(a+)+$ [a-z]*'"),
    ("a path", "'../../../../etc/passwd'"),
    ("a shell command", "'`id` $(id) ; rm -rf /'"),
    ("the separators of lines of JavaScript", '"a\\u2028b"'),
    ("words of our own markup", '\'<a class="dossier-link" data-id="x" href="//example.org">x</a>\''),
):
    _safe(
        f"{_words} in a title",
        _article(f"title: {_text}"),
        has_not=("<script>pwn", "49 "),
    )
_error("a title of a hundred thousand characters", _article("title: " + "a" * 100_000), "wrong-value", 3)
_error(
    "a name of thirty thousand words", "---\ntitle: " + "Ab " * 30_000 + "\n---\n", "wrong-value", 2, "people"
)
_error(
    "twenty thousand aliases",
    "---\ntitle: x\naliases: [" + "N, " * 20_000 + "N]\n---\n",
    "wrong-value",
    3,
    "people",
)
_safe("a title of five hundred characters", _article("title: " + "Ab " * 166))
_safe("a name of a hundred and sixty words", "---\ntitle: " + "Ab " * 160 + "\n---\n", folder="people")
_safe("a thousand aliases of one person", "---\ntitle: Many Names\naliases: [" + ", ".join(
    f"Name{i} Alias" for i in range(1000)) + "]\n---\n", folder="people")  # fmt: skip
_safe(
    "an alias of one letter", "---\ntitle: Xylophone Quux\naliases: [a, '.', '*', (]\n---\n", folder="people"
)
_safe("an alias that is a regular expression", "---\ntitle: Regular Quux\naliases: ['(a+)+$', '[', '\\\\']\n---\n",
      folder="people")  # fmt: skip
_safe("an alias that is a script", f"---\ntitle: Script Quux\naliases: ['{_SCRIPT}']\n---\n", "&lt;script&gt;",
      has_not=(_SCRIPT,), folder="people")  # fmt: skip
_safe(
    "a name that is a script",
    f"---\ntitle: '{_SCRIPT}'\n---\n",
    "&lt;script&gt;",
    has_not=(_SCRIPT,),
    folder="people",
)
_safe("tags that are scripts", _titled(f"tags: ['{_SCRIPT}']"), has_not=(_SCRIPT,))
_safe("authors that are scripts", _titled(f"authors: ['{_SCRIPT}']"), "&lt;script&gt;", has_not=(_SCRIPT,))
_safe("a dateline that is a script", _titled(f"dateline: '{_SCRIPT}'"), "&lt;script&gt;", has_not=(_SCRIPT,))
_safe("a note that is a script", f"---\ntitle: Noted Quux\nborn: {{value: 1950, note: '{_SCRIPT}'}}\n---\n",
      "&lt;script&gt;", has_not=(_SCRIPT,), folder="people")  # fmt: skip
_safe("a source of scripts", _titled(
    f"sources: [{{type: report, title: '{_SCRIPT}', author: [{{family: '{_IMG}', given: x}}], publisher: '{_SCRIPT}'}}]"),
    has_not=(_SCRIPT, _IMG))  # fmt: skip
_safe("a source with markup of citations", _titled(
    "sources: [{type: report, title: '<i>x</i><span style=\"x\">y</span> {\\textbf z}'}]"))  # fmt: skip
_safe(
    "a text in a language that is a script",
    _titled(f"summary: {{en: x, uk: '{_SCRIPT}'}}"),
    has_not=(_SCRIPT,),
)
_safe("a language that nobody speaks", _titled("language: zz-ZZ"))

# Addresses.
for _address in ("javascript:pwn()", "JAVASCRIPT:x", "' javascript:x'", '"java\\tscript:x"', "data:text/html,x",
                 "vbscript:x", "//example.org/", "'https://example.org/\"onclick=x'", "https://u:p@example.org/",
                 "https:/example.org", "'https://'", "file:///etc/passwd", "'https://[::1'", "'https://a b/'",
                 "'https://example.org\\@evil.example/'", "'https://example.org:99999/'", "blob:x"):  # fmt: skip
    _error(f"the address {_address}", _titled(f"url: {_address}"), "wrong-value", 4)
_error("a copy in an archive that runs", _titled("archive_url: javascript:x"), "wrong-value", 4)
_error(
    "the address of a source that runs",
    _titled("sources: [{title: x, URL: 'javascript:x'}]"),
    "wrong-value",
    4,
)
_error("the address of a picture's source that runs",
       "---\ntitle: x\nimage: {file: a.png, source: 'javascript:x'}\n---\n", "wrong-value", 3, "people")  # fmt: skip
for _address in (
    "javascript:x",
    "'https://['",
    "data:x",
    "'https://a@b.example/'",
    "//example.org",
    "no scheme",
):
    _error(
        f"the same as {_address}", f"---\ntitle: x\nsame_as: [{_address}]\n---\n", "wrong-value", 3, "people"
    )
for _path in ("../../../etc/passwd", "/etc/passwd", "C:\\\\x", "a\\\\b.png", "."):
    _error(f"a picture at {_path}", f'---\ntitle: x\nimage: "{_path}"\n---\n', "wrong-value", 3, "people")
_error("a picture that is not there", "---\ntitle: x\nimage: nowhere.png\n---\n", "missing-file", 3, "people")
_error("a reference to nothing", _titled("people: [nobody-at-all]"), "unknown-reference", 4)
_error("a reference with a path", _titled("people: [../x]"), "wrong-value", 4)
_error("a reference of a prototype", _titled("people: [__proto__]"), "wrong-value", 4)

# Dates and numbers.
for _date in ("9999999999-01-01", "2021-13-45", "2021-02-30", "tomorrow", "2021-12-08T25:61", "[", "Y1E99", "Y99999999999999",
              "'{0.year}'", "0x7E5", "'2021-12-08<script>'", "1e400", "'2021/2020'"):  # fmt: skip
    _error(f"the date {_date}", _article(f"title: x\nupdated: {_date}"),
           "yaml-syntax" if _date == "[" else "wrong-value", 5 if _date == "[" else 4)  # fmt: skip
for _date in (
    "0001-01-01",
    "9999-12-31",
    "Y170000002",
    "Y-170000002",
    "-0044",
    "../2014",
    "2021-24",
    "XXXX",
    "'1XXX'",
    "0000",
    "Y170000002-01-01",
):
    _safe(f"the date {_date}", _article(f"title: A title\ndate: {_date}", head=""))
_error("a latitude of 1e99", "---\ntitle: x\ncoordinates: [1e99, 0]\n---\n", "wrong-value", 3, "places")
_error(
    "a latitude that is no number",
    "---\ntitle: x\ncoordinates: [.nan, .inf]\n---\n",
    "wrong-value",
    3,
    "places",
)
_error("a checksum that is none", _titled("sha256: xyz"), "wrong-value", 4)
_error("a word that is not a choice", _titled("publish: everything"), "wrong-value", 4)
_error("a mapping for a title", _article("title: {a: b}"), "wrong-value", 3)
_error("an empty title", _article("title: ''"), "wrong-value", 3)
_error("a title on two lines", _article("title: |\n  a\n  b"), "wrong-value", 3)
_error("a picture with a name that no disk can hold", _titled(f"image: {'x' * 400}"), "missing-file", 4)
_error(
    "twenty thousand unknown fields",
    _titled("".join(f"k{i}: x\n" for i in range(20_000))),
    "unknown-field",
    4,
)
_error("a list for a title", _article("title: [a, b]"), "wrong-value", 3)

# Spoofed text.
_error("a title that turns around", _article('title: "x \\u202e txt.exe"'), "spoofed-text", 3)
_error("an isolate in an author's name", _titled('authors: ["\\u2067x"]'), "spoofed-text", 4)
for _sign, _name in (("\\u200b", "a zero-width space"), ("\\u2060", "a word joiner"), ("\\ufeff", "a byte order mark"),
                     ("\\u00ad", "a soft hyphen"), ("\\u3164", "a Hangul filler"), ("\\U000e0041", "a tag"),
                     ("\\u200d", "a joiner")):  # fmt: skip
    _matter.add(f"{_name} in a title", _article(f'title: "Vladi{_sign}mir"'), "spoofed-text", 3)
for _text, _name in (("Vladimir \u0420utin", "a Cyrillic P"), ("J\u043e\u0435 B\u0456d\u0435n", "Cyrillic vowels"), ("Αngela", "a Greek A"),
                     ("\U0001d413\U0001d42b\U0001d42e\U0001d42d\U0001d421", "letters of mathematics")):  # fmt: skip
    _matter.add(f"{_name} in a name", f"---\ntitle: {_text}\n---\n", "spoofed-text", 2, folder="people")
    _matter.add(f"{_name} in an alias", f"---\ntitle: Plain Quux\naliases: [{_text}]\n---\n", "spoofed-text", 3,
                folder="people")  # fmt: skip
for _text in ("Владимир Путин", "Αθήνα", "VIPов", "Газпром-Export", "محمد\u200cرضا", "Łódź", "O’Neill", "Nguyễn", "µm 5 Ω", "שלום",
              "👩‍🚀 Ship", "ﬁnal"):  # fmt: skip
    _safe(f"the honest name {_text}", f"---\ntitle: {_text}\n---\n", folder="places")

CASES = tuple(_matter.cases)
