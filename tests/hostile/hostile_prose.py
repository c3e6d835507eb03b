"""Hostile prose: markup that would run, imitate, lead elsewhere, mislead, or overload a parser."""

from __future__ import annotations

from hostile_cases import Numbered

_prose = Numbered("Prose", "p")
_HEAD = "---\ntitle: A title\ndate: 2021-12-08\n---\n"
_LINE = 5


def _removed(what: str, body: str, *has_not: str, has: tuple[str, ...] = (), line: int = _LINE) -> None:
    _prose.add(what, _HEAD + body, "markup-removed", line, has=has, has_not=has_not)


def _error(what: str, body: str, code: str, line: int = _LINE) -> None:
    _prose.add(what, _HEAD + body, code, line, error=True)


def _safe(what: str, body: str, *has: str, has_not: tuple[str, ...] = ()) -> None:
    _prose.add(what, _HEAD + body, has=has, has_not=has_not)


# What would run.
for _tag in (
    "<script>pwn()</script>", "<SCRIPT SRC=//example.org/x.js></SCRIPT>", "<script>/*", "<img src=x onerror=pwn()>",
    "<svg onload=pwn()>", "<svg><script>pwn()</script></svg>", "<svg/onload=pwn()>",
    "<math><mtext><style><img src=x onerror=pwn()></style></mtext></math>", "<iframe src=javascript:pwn()></iframe>",
    "<iframe srcdoc='<script>parent.pwn()</script>'></iframe>", "<object data=x.swf></object>", "<embed src=x.swf>",
    "<form action=//example.org><button>x</button></form>", "<input autofocus onfocus=pwn()>",
    "<body onload=pwn()>", "<details open ontoggle=pwn()>x</details>", "<video src=x onerror=pwn()></video>",
    "<audio src=x onerror=pwn()>", "<a href='javascript:pwn()'>x</a>", "<b onmouseover=pwn()>x</b>",
    "<marquee onstart=pwn()>x</marquee>", "<base href=//example.org>", "<link rel=stylesheet href=//example.org/x.css>",
    "<meta http-equiv=refresh content='0;url=//example.org'>", "<style>*{display:none}</style>", "<template><script>x</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=pwn()>'></noscript>", "<textarea><img src=x onerror=pwn()></textarea>",
    "<select><option>x</select>", "<plaintext>", "<xmp><img src=x onerror=pwn()></xmp>", "<dialog open>x</dialog>",
    "<custom-element onclick=pwn()>x</custom-element>", "<b style='position:fixed;inset:0'>x</b>", "<table background=//example.org/x>",
    "<isindex action=javascript:pwn() type=image>", "<label for=__drawer>x</label>",
):  # fmt: skip
    _removed(
        f"`{_tag[:60]}` on a line",
        _tag + "\n",
        "pwn()>",
        "<script>/*",
        "example.org/x.js",
        "srcdoc",
        "<iframe",
        "<form",
        "<base",
        "position:fixed",
    )
    if not _tag.startswith(("<script>/*", "<plaintext", "<isindex")):
        _removed(
            f"`{_tag[:60]}` within a line",
            f"Some words {_tag} and more.\n",
            "pwn()>",
            "srcdoc",
            "<iframe",
            "<form",
            "position:fixed",
        )
_removed(
    "raw HTML that closes the page's own parts",
    "</div></article></main><script>pwn()</script>\n",
    "<script>pwn",
)
_removed("an attribute by Markdown", "Words.\n{: onclick=pwn() }\n", "onclick", line=6)
_removed("a style by Markdown", "*Words*{: style='position:fixed' }\n", "position:fixed")
_removed("a heading with a handler", "## Words {: onclick=pwn() }\n", "onclick")

_safe(
    "an id of a heading that ends an attribute",
    "## One {#\"><script>pwn()</script>}\n\n## Two {#'onclick}\n\nWords.\n",
    has_not=("<script>pwn", "'onclick=pwn()\""),
)
_safe(
    "headings with escaped tags",
    "## One &lt;script&gt;pwn(1)&lt;/script&gt;\n\n## Two `<img src=x onerror=pwn()>`\n",
    has_not=("<script>pwn(1", "<img"),
)
_removed(
    "headings with tags",
    "## One <img src=x onerror=pwn()>\n\n## Two <script>pwn()</script>\n",
    "<script>pwn",
    "onerror=pwn()>",
)
_safe("a table of contents", "[TOC]\n\n## One <b>x</b>\n\n## Two\n", 'class="toc"')
_safe(
    "a title of a link that ends an attribute",
    '[x](https://example.org/ "\\"><script>pwn()</script>")\n',
    has_not=("<script>pwn",),
)
_safe("a footnote's name that ends an attribute", 'Words[^"><b>].\n\n[^"><b>]: A note.\n', has_not=('"><b>',))
_safe(
    "an abbreviation that ends an attribute",
    'ABC words.\n\n*[ABC]: "><script>pwn()</script>\n',
    has_not=('"><script>pwn',),
)
_safe("a language of code that ends an attribute", '```"><script>\nx\n```\n', has_not=('"><script>',))

# What imitates or takes the place of something.
_removed("an id of the theme", "## Words {#__search}\n", 'id="__search"><')
_removed("an id of ours", "## Words {#dossier-card}\n", 'id="dossier-card"')
_removed("a raw id of the theme", "<div id=__config>{}</div>\n", "<div id=")
_removed(
    "a link that imitates ours",
    "[x](https://example.org){: .dossier-link data-id=minsk }\n",
    'data-id="minsk" href="https://example.org',
)
_removed(
    "a raw link that imitates ours",
    "<a class='dossier-link' data-id='minsk' data-type=place href=https://example.org>Minsk</a>\n",
    'data-type="place" href="https://example',
)
_removed(
    "a class of the theme", "<div class=md-overlay>x</div>\n", "<div class=md-overlay", 'class="md-overlay">x'
)
_removed("a class that loads a program", "<pre class=mermaid>graph</pre>\n", "mermaid")
_removed("a class of the theme by Markdown", "Words.\n{: .md-dialog }\n", 'class="md-dialog">Words', line=6)
_safe("a heading called as an id of the theme", "## \\_\\_config\n\nWords.\n", has_not=('<h2 id="__config"',))
_safe(
    "a heading called as an id of ours",
    "## Section mentions\n\nWords.\n",
    has_not=('<h2 id="section-mentions">Section',),
)
_safe(
    "a guess at our own mark",
    "<b class=own0123456789abcdef-dossier-link>x</b>\n",
    has_not=('class="dossier-link">x',),
)

# Where links and pictures lead.
for _address in ("javascript:pwn()", "JaVaScRiPt:pwn()", "&#106;avascript:pwn()", "javascript&colon;pwn()",
                 "data:text/html,<script>pwn()</script>", "vbscript:x", "//example.org/", "file:///etc/passwd",
                 "blob:x", "https://u:p@example.org/", "ftp://example.org/", "\\\\\\\\example.org\\\\x", "tel:1", "x-scheme:y"):  # fmt: skip
    _removed(
        f"a link to `{_address}`",
        f"[words]({_address})\n",
        'href="javascript',
        'href="data:',
        'href="//',
        'href="vbscript',
        'href="file',
        'href="ftp',
    )
_removed("a link by reference", "[words][x]\n\n[x]: javascript:pwn()\n", 'href="javascript', line=7)
for _address in (
    "https://example.org/x.png",
    "//example.org/x.png",
    "data:image/svg+xml,<svg onload=x>",
    "http://127.0.0.1/x",
):
    _removed(f"a picture from `{_address}`", f"![words]({_address})\n", "<img", has=("words",))
_removed("a raw picture from elsewhere", "<img src=https://example.org/x.png alt=words>\n", "<img src=http")
_removed("a picture set from elsewhere", "<b>x</b> <source srcset=//example.org/x>\n", "srcset")
_safe(
    "harmless HTML",
    "<details><summary>More</summary>H<sub>2</sub>O</details>\n\n<kbd>x</kbd> <mark>y</mark>\n",
    "<summary>More</summary>",
    "<sub>2</sub>",
    "<kbd>x</kbd>",
)
_safe(
    "a table with alignments",
    "| a | b |\n|--:|:-:|\n| 1 | 2 |\n",
    "dossier-right",
    "dossier-center",
    has_not=("text-align: right",),
)
_safe(
    "HTML as code",
    "`<script>pwn()</script>`\n\n    <script>pwn()</script>\n",
    "&lt;script&gt;pwn()",
    has_not=("<script>pwn",),
)
_removed("HTML with an escape that is none", "\\<script>pwn()</script>\n", "<script>pwn")
_safe("a comment", "Words.\n\n<!-- a note of the editor -->\n", has_not=("note of the editor",))
_prose.add(
    "a Jinja expression", f"{_HEAD}{{{{ 7*7 }}}} {{% include 'x' %}} {{{{ config }}}}\n", "unread-markup", _LINE,
    has=("{{ 7*7 }}",),
)  # fmt: skip
_safe(
    "bare addresses that no page may lead to",
    "javascript:pwn() data:text/html,x ftp://example.org/ https://me:key@example.org/ https:///x\n",
    has_not=('href="javascript', 'href="data', 'href="ftp', 'href="https://me'),
)
_safe("a bare address with quotation marks", 'https://example.org/"onclick="pwn()\n', has_not=(' onclick="',))
_removed(
    "a caption with a script", "Words.\n\n/// caption\n<script>pwn()</script>\n///\n", "<script>pwn", line=8
)
_removed("a title of details with a handler", '??? note "<b onclick=pwn()>x</b>"\n    Words.\n', "onclick")
_safe("a format string", "{0.__class__.x} %s ${x}\n", "%s ${x}")
_safe("placeholders of the parser", "klzzwxh:0001 wzxhzdk:0 stx amp etx\n", "klzzwxh:0001")
_safe("an explicit link with markup", "[[minsk|<b>x</b>]] [[minsk|words]]\n", has_not=("<script",))
_safe("nested quotation marks", "\"'\"'\"'\" -- ... '''\n")
_safe("a footnote", "Words[^1].\n\n[^1]: A note.\n", 'class="footnote"')
_safe("a footnote called __proto__", "Words[^__proto__].\n\n[^__proto__]: A note.\n", "A note.")
_safe("an abbreviation of one letter", "a b a b.\n\n*[a]: An <b>article</b>\n")
_safe("an abbreviation that is a regular expression", "(a+)+ words.\n\n*[(a+)+]: x\n")
_safe("emoji, Hangul, Devanagari and Arabic", "🇺🇦 한국어 हिन्दी العربية\n", "한국어")

# Spoofed text.
_prose.add("an override", _HEAD + "Pay \u202eevil\u202c now.\n", "spoofed-text", _LINE)
_prose.add("an override in code", _HEAD + "`a \u202e b`\n", "spoofed-text", _LINE)
_prose.add("an override as a reference", _HEAD + "Pay &#8238;evil&#x202C; now.\n", "spoofed-text", _LINE)
_prose.add("an override as an element", _HEAD + "Pay <bdo dir=rtl>live</bdo> now.\n", "spoofed-text", _LINE)
_prose.add("a reference that cannot be seen", _HEAD + "Min&ZeroWidthSpace;sk.\n", "spoofed-text", _LINE)
_prose.add("an isolate that does not end", _HEAD + "One.\n\nTwo \u2067three.\n", "spoofed-text", 7)
_prose.add("an end without a beginning", _HEAD + "One \u2069 two.\n", "spoofed-text", _LINE)
_prose.add("a zero-width space in a name", _HEAD + "Min\u200bsk.\n", "spoofed-text", _LINE)
_safe("isolates that end", "One \u2068שלום\u2069 two.\n", "שלום")
_safe("a Persian word with its joiner", "می\u200cخواهم\n")
_error("a control character", "One \x07 two.\n", "control-character")
_error("an escape sequence of terminals", "One \x1b[2J two.\n", "control-character")
_error("the parser's own marks", "One \x02klzzwxh:0001\x03 two.\n", "control-character")
_error("a NUL", "One \0 two.\n", "control-character")

# What would wear the parser out.
_DENSE, _DEEP, _LONG = "prose-too-dense", "prose-too-deep", "prose-too-long"
for _what, _body, _code in (
    ("twenty thousand brackets", "[" * 20_000, _DENSE), ("pictures that do not end", "![" * 2_000, _DENSE),
    ("links that do not end", "[a](" * 2_000, _DENSE), ("references that do not end", "[a][" * 2_000, _DENSE),
    ("explicit links that do not end", "[[a|" * 2_000, _DENSE), ("brackets in brackets", "[" * 500 + "]" * 500, _DENSE),
    ("footnotes that do not end", "[^a" * 2_000, _DENSE), ("one footnote two thousand times", "[^1] " * 2_000 + "\n\n[^1]: x", _DENSE),
    ("five thousand footnotes", "".join(f"[^{i}]: x\n\n" for i in range(5_000)), _DENSE),
    ("two hundred references to one footnote", "[^1] " * 200 + "\n\n[^1]: x", _DENSE),
    ("two thousand abbreviations", "".join(f"*[AB{i}]: x\n" for i in range(2_000)), _DENSE),
    ("an abbreviation that is a book", "*[A]: " + "x" * 50_000 + "\n\n" + "A " * 50_000, _DENSE),
    ("emphasis in emphasis", "*a " * 2_000 + "a* " * 2_000, _DENSE), ("strong and weak by turns", "**a *b " * 500 + "c* d** " * 500, _DENSE),
    ("tags that do not end", "<a " * 2_000, _DENSE), ("attributes that do not end", '<a href="' * 2_000, _DENSE),
    ("addresses that do not end", "<http://a" * 2_000, _DENSE), ("CDATA that does not end", "<![CDATA[" * 2_000, _DENSE),
    ("comments that do not end", "<!--\n\n" * 5_000, _DENSE), ("instructions that do not end", "<?\n\n" * 5_000, _DENSE),
    ("fences of growing length", "\n".join("`" * i for i in range(3, 500)), _DENSE), ("thousands of fences", "```x\n" * 8_000, _LONG),
    ("a thousand fences", "```x\n\n" * 1_000, _DENSE),
    ("a table of a million cells", "|" + "a|" * 150 + "\n|" + "-|" * 150 + "\n" + "a\n" * 1_500, _DENSE),
    ("a line of bars", "|" * 50_000 + "\n" + "|" * 50_000, _DENSE), ("a table of a thousand columns", "|" + "a|" * 1_000 + "\n|" + "-|" * 1_000, _DENSE),
    ("headings without a blank line", "# h\n" * 1_500, _DENSE), ("headings by underlining", "x\n=\n" * 900, _DENSE),
    ("definitions without addresses", "[a]:\n" * 1_900, _DENSE), ("backticks", "` " * 40_000, _DENSE),
    ("quotation marks", "\"'a" * 20_000, _DENSE), ("a thousand admonitions", "!!! note\n    x\n\n" * 1_000, _DENSE),
    ("a thousand nested lists", "\n".join("    " * i + "- x" for i in range(300)), _DEEP),
    ("a list within one line", "- " * 1_000 + "x", _DEEP), ("numbered lists within one line", "1. " * 1_000 + "x", _DEEP),
    ("quotations in quotations", "\n".join("> " * i + "x" for i in range(1, 500)), _DEEP), ("signs of quotations", ">" * 500 + "x", _DEEP),
    ("lists and quotations by turns", "> - " * 200 + "x", _DEEP),
    ("nested admonitions", "\n".join("    " * i + "!!! note\n" for i in range(300)), _DEEP),
    ("a text of a million characters", "word " * 200_000, _LONG), ("a paragraph of two hundred thousand characters", "word " * 40_000, _LONG),
    ("thirty thousand lines", "x\n\n" * 15_000, _LONG), ("five thousand lines without a blank", "x\n" * 5_000, _LONG),
):  # fmt: skip
    # Where in it the limit is passed is no matter.
    _prose.add(_what, f"{_HEAD}Words.\n\n{_body}\n", _code, 0, error=True)
for _what, _body in (
    ("a character by a number of five thousand digits", f"&#{'9' * 5_000};"),
    ("a heading by a number of five thousand digits", f"# x_{'9' * 5_000}\n\n# x_{'9' * 5_000}"),
    ("days of five thousand digits", f"{'9' * 5_000} days later"),
):
    _prose.add(_what, f"{_HEAD}Words.\n\n{_body}\n", _DENSE, 0, error=True)
_safe("a heading's number in pieces", ("## x_" + f"{'9' * 900}*{'9' * 900}*" * 4 + "\n\n") * 2)
_safe("blanks without end in a line", "x\n\n|" + " " * 90_000 + "x\n\nx" + "\t" * 90_000 + "x\n")
_removed("a comment that is never closed in HTML", "<div>\n<!-- x\n\nwords\n", "words", line=6)
_removed("a tag that is never closed in HTML", "<div>\n<p title='x\n\nwords\n", "words", line=6)
_removed("a processing instruction within a line", "Some <?php pwn() ?> words.\n", "pwn()", has=("Some ",))
_removed("CDATA within a line", "Some <![CDATA[ pwn() ]]> words.\n", "pwn()", has=("Some ",))
_removed("a tag behind a comment that is none", "<!--><img src=x onerror=pwn()>-->\n", "pwn()")
_removed(
    "a tag between quotation marks that hold no value",
    'Some <b x"><script>pwn()</script><b y"> words.\n',
    "pwn()",
)
_removed(
    "a tag between a comment's ends in values",
    "<b title='<!--'>x<script>pwn()</script><b title='-->'>y\n",
    "pwn()",
)
_removed(
    "code in an address that does not end", 'Some [](()"(`words`\n', "\x02", "\x03", "klzzwxh", has=("Some ",)
)
_removed("an address that stands twice", "<a href='x' href='javascript:pwn()'>x</a>\n", "pwn()")
_removed(
    "a thousand unknown tags",
    "\n\n".join(" ".join(f"<t{i}x{j}>" for i in range(250)) for j in range(4)) + "\n",
    "<t1x1",
)
for _options in (
    "hl_lines='1'",
    "linenums='1'",
    "linenums=x",
    "lang=x",
    "style=x",
    "linenostart=x",
    "full=1 cssfile=/x",
):
    _prose.add(
        f"a block of code with the options `{_options}`",
        f"{_HEAD}```{{.py {_options}}}\nx = 1\n```\n",
        "markup-removed" if _options.startswith(("style", "linenostart", "full")) else "",
        0,
        has=("x = 1",),
    )
_safe("as many brackets as a parser can bear", "[x" * 45 + "]" * 45 + "\n")
_safe("a rule of many marks", "- " * 100 + "\n\n* * * * * * * * * * * * * * *\n", "<hr>")
_safe("backslashes", "\\" * 5_000 + "\n")
_safe("ampersands", "& " * 5_000 + "&amp;" * 1_000 + "\n")
_safe("a word of fifty thousand letters", "x" * 50_000 + "\n")
_safe("asterisks", "*" * 5_000 + "\n\n" + "_" * 5_000 + "\n")
_safe("braces", "{" * 5_000 + "}" * 5_000 + "\n")
_safe("full stops", "." * 5_000 + "\n")
_safe("a name two thousand times", "Minsk " * 2_000 + "\n", "dossier-link")
_safe("a date two thousand times", "16 June 2021, " * 2_000 + "\n", "dossier-date")
_safe("years of all times", " ".join(str(n) for n in range(0, 3_000, 7)) + " in the year 99999 and in 0000\n")
_safe("numbers of a thousand digits", "1" * 1_000 + " soldiers on 99 June 99999, at 25:61\n")

CASES = tuple(_prose.cases)
