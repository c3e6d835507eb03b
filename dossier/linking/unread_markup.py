"""Find markup that no Markdown extension read, so that readers see its signs.

It looks at the plain text of a page and not at the file: what an extension did read is no longer there, and
code never is. Patterns begin with the sign and look behind it then, because Python finds a fixed sign fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from dossier.model.linked import OBJECT

# Stands for signs that are no markup, as `dossier.linking.tree_text` does for code.


@dataclass(frozen=True, slots=True)
class Markup:
    """One kind of markup: how to recognise what is left of it in a plain text, and what to do about it.

    Attributes:
        name: what readers would see if an extension had read it, with its article.
        pattern: matches it in plain text, whose quotation marks and dashes may be typographic.
        hint: how to fix it.
        examples: texts in which it is unread.
        leaves: texts that look alike and are prose.
    """

    name: str
    pattern: re.Pattern[str]
    hint: str
    examples: tuple[str, ...]
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A stretch of a plain text, by its offsets, that is unread markup."""

    start: int
    end: int
    markup: Markup


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE | re.VERBOSE)


def _between(sign: str, most: int = 200) -> re.Pattern[str]:
    """Words between two pairs of a sign, in one paragraph; the pairs touch the words and no other word."""
    one = re.escape(sign)
    inside = rf"(?:[^{one}\n]|\n(?!\n)|{one}(?!{one}))"
    begin = rf"{one}{one}(?<![\w{one}]{one}{one})(?=[^\s{one}])"
    return _of(rf"{begin}{inside}{{1,{most}}}?(?<![\s{one}]){one}{one}(?![\w{one}])")


MARKUPS: Final = (
    Markup(
        "a footnote",
        _of(r"\[\^[\w.-]{1,60}\]:?"),
        "define it in a line of its own, such as “[^1]: Words.”; the extension footnotes must be on",
        ("He left.[^1]", "[^note-2]: Words."),
        ("She [^_^] smiled.",),
    ),
    Markup(
        "an abbreviation with its explanation",
        _of(r"^\*\[[^\[\]\n]{1,60}\]:"),
        "put the line after an empty one; the extension abbr must be on",
        ("*[OSCE]: Organization for Security",),
    ),
    Markup(
        "a block such as a note",
        _of(
            r"""^(?:!!!|\?\?\?\+?)[ ]?[a-z][\w-]*(?:[ ][a-z][\w-]*)*(?::.*|[ ]*["“«„].*)?[ ]*$
            |^:{3,}[ ]?[\w{.-][^\n]*|^/{3,}[ ]?[a-z][\w-]*|^\.\.[ ][a-z][\w-]*::"""
        ),
        "write !!! note, or ??? note for one that opens, in a line of its own, and indent its text by four "
        "blanks; the extensions admonition and pymdownx.details must be on",
        (
            "!!! note", "??? note “Aside”", "!!! note: with care", "???+ tip", "::: warning",
            "/// tab | One", ".. note::",
        ),
        ("Stop!!! Now", "!!! What an end", "??? said the witness, and left.", ":::", "and/or"),
    ),
    Markup(
        "a note",
        _of(r"^\[![A-Za-z]{2,20}\][+-]?"),
        "write !!! note in a line of its own, and indent its text by four blanks",
        ("[!NOTE] Words", "[!warning]- Words"),
        ("[!] Words", "He shouted [!Stop] twice."),
    ),
    Markup(
        "a task with a box",
        _of(r"^(?:[-*+][ ]+|\d{1,3}[.)][ ]+)?\[[ xX]\][ ]+(?=\S)"),
        "put an empty line before the list; the extension pymdownx.tasklist must be on",
        ("[ ] Ask them", "Open:\n- [ ] ask", "[x] Asked"),
        ("Put an [x] in the box.", "[x]"),
    ),
    Markup(
        "a list",
        _of(
            r"""^([-*+])[ ]+\S[^\n]*(?:\n\1[ ]+\S[^\n]*)+
            |^\d{1,3}[.)][ ]+\S[^\n]*(?:\n\d{1,3}[.)][ ]+\S[^\n]*)+"""
        ),
        "put an empty line before it, and write numbers as “1.”",
        ("Present were:\n- Ada\n- Ben", "Steps:\n1. Ask.\n2. Write."),
        ("the talks\n- which failed -\nin May", "born on\n12. March\nin Vienna"),
    ),
    Markup(
        "a table",
        # No blank is tried in two places: a run of thousands would take quadratic time.
        _of(r"^(?=[^\n]*\|)[^\n]++(?=\n\|?[ ]*+:?[-–—]++:?[ ]*+(?:\|[ ]*+:?[-–—]++:?[ ]*+)++(?:\|[ ]*+)?$)"),
        "put an empty line before it, and give the line of dashes as many cells as the one above it; "
        "the extension tables must be on",
        ("Seats:\n| Who | When |\n| — | —: |\n| Ada | 2015 |", "a | b | c\n—|—"),
        ("— | no", "– – –"),
    ),
    Markup(
        "code",
        _of(r"```[`\w]*|~~~(?<=^~~~)~*[ ]?\w*"),
        "end it with the same signs in a line of their own; the extension fenced_code must be on",
        ("```python", "~~~\ncode"),
        ("``quoted''",),
    ),
    Markup(
        "an edit that was accepted or rejected",
        _of(r"\{(?:\+\+|==|~~|>>|--|–)[^{}\n]{1,400}(?:\+\+|==|~~|<<|--|–)\}"),
        "write the text as it should be, without marks of editing",
        ("He {++also++} left.", "He {–never–} left.", "He left.{>>When?<<}"),
        ("{sic}", "{1994–1996}"),
    ),
    Markup(
        "deleted words",
        _between("~"),
        "the extension pymdownx.tilde must be on; write \\~~ for the signs themselves",
        ("a ~~sudden~~ departure", "~~two\nlines~~"),
        ("2015~~2016", "a ~~ b ~~ c"),
    ),
    Markup(
        "highlighted words",
        _between("="),
        "write <mark>words</mark>, or turn on the extension pymdownx.mark",
        ("a ==sudden== departure",),
        ("a == b", "if a==b and c==d", "=====", "x == y == z"),
    ),
    Markup(
        "inserted words",
        _between("^"),
        "write <ins>words</ins>, or turn on the extension pymdownx.caret",
        ("a ^^sudden^^ departure",),
        ("^^", "(^^)"),
    ),
    Markup(
        "keys",
        _between("+", 80),
        "write <kbd>Ctrl</kbd>, or turn on the extension pymdownx.keys",
        ("Press ++ctrl+c++ twice.",),
        ("C++ and G++", "an A++ and a B++ rating", "++ or ++", "C++, G++"),
    ),
    Markup(
        "attributes",
        _of(
            r"""\{:[ ]?[.\#\w][^{}\n]{0,200}\}|\{[ ]?[.\#][A-Za-z][\w-]*(?:[ ][^{}\n]{0,200})?\}
            |\{[ ]?(?:[A-Za-z][\w-]*=["“”]
                |(?:align|class|height|id|lang|loading|rel|style|target|title|width)=)[^{}\n]{0,200}\}"""
        ),
        "write them directly after what they belong to, without a blank, or in the line below a paragraph; "
        "the extension attr_list must be on",
        ("{: .lead}", "{ .lead }", "{#part-one}", "{ width=“300” }", "{target=_blank}"),
        ("{sic}", "{a, b}", "{x = 1}", "{ ... }"),
    ),
    Markup(
        "a table of contents",
        _of(r"^\[(?:TOC|toc)\]$|\[\[?_TOC_\]\]?"),
        "write [TOC] in a paragraph of its own; the extension toc must be on",
        ("[TOC]", "[toc]", "[[_TOC_]]"),
        ("see the [TOC] there",),
    ),
    Markup(
        "what a template gives",
        _of(r"\{\{[^{}\n]{1,400}\}\}|\{%[^{}\n]{1,400}%\}"),
        "write the words themselves: texts are not templates",
        ("{{ page.title }}", "{% include “x” %}", "{{cite web}}"),
        ("{{", "{ { x } }", "5 {%}"),
    ),
    Markup(
        "an emoji or icon",
        _of(r":(?<![\w:/.\-]:)(?:[a-z][a-z0-9_+-]{0,60}[a-z0-9]|[+-]1):(?![\w:/])"),
        "write the sign itself, such as “✓”, or turn on the extension pymdownx.emoji",
        ("Well done :smile:", ":material-account-circle: Ada", ":+1:"),
        ("5:30:15", "Luke 3:16:4", "a:bc:d", "Ratio :Putin: said", "std::move::x", "::1"),
    ),
    Markup(
        "a formula",
        _of(
            r"""\$\$(?:(?<![$\w]\$\$)(?!\$)(?=[^$]{0,500}[\\^_={}])[^$]{1,500}\$\$(?![$\w])
            |(?<=^\$\$)[^$]{1,500}\$\$$)"""
        ),
        "write it in words or letters; the extension pymdownx.arithmatex needs scripts of the site's own",
        ("It is $$E = mc^2$$.", "$$ x $$", "$$\na_1\n$$"),
        ("prices $5 to $10", "from $$ to $$$", "a $$ café, a $$ bar"),
    ),
    Markup(
        "a hidden comment",
        _of(r"%%(?<![%\w]%%)[^%]{1,400}%%(?![%\w])|<!--"),
        "write <!-- comment -->, which is not published",
        ("%% check this %%", "He left <!-- why?"),
        ("100%% of 50%%", "%%"),
    ),
    Markup(
        "an embedded note or picture",
        _of(r"!\[\[[^\[\]\n]{1,300}\]\]"),
        "write ![What it shows](picture.jpg) for a picture, and [[id]] for a link",
        ("![[Minsk II]]", "![[map.png|300]]"),
        ("Stop! [[minsk-ii]]",),
    ),
    Markup(
        "a link",
        _of(
            r"""\[(?:
            [^\[\]\n]{1,300}\][ ]?\((?:https?://|www\.|mailto:|\.{0,2}/
                |[^\s()]{1,200}\.(?:md|html?|png|jpe?g|pdf)\b)
            |(?<![^\s("“«‘—–]\[)[^\[\]\n]{1,300}\]\[(?:[^\W\d][^\[\]\n]{0,100})?\](?![\[\w])
            |(?<=^\[)[^\[\]\n]{1,100}\]:[ ]+(?:https?://|www\.))"""
        ),
        "write [words](address), or define the address in a line of its own, such as “[name]: https://example.org”",
        (
            "See [the text][minsk].", "See [the text][].", "[the text] (https://example.org/a)",
            "a\n[one]: https://example.org",
        ),
        (
            "[the treaty]", "said[1][2]", "[sic]", "[…]", "[the treaty] [sic]", "[He] (Putin) left.",
            "[a](b)", "[1]: x", "x.[note][2]",
            "He replied (see [1][2]).", "the [treaty][3]",
        ),
    ),
    Markup(
        "bold words",
        _of(r"\*\*(?<![\w*]\*\*)(?=[^\W_])[^*\n]{1,40}"),
        "end them with ** in the same paragraph, without a blank before it, or write \\*\\* for the signs",
        ("He **never left.", "**Talks"),
        ("f**k", "2**3", "Total**", "** preliminary", "****", "a ** b"),
    ),
)  # fmt: skip
"""All kinds. Where two match at one place, the first counts."""


def unread_markup(text: str, literal: Iterable[tuple[int, int]] = ()) -> Iterator[Unread]:
    """The markup in a plain text that nothing read, kind by kind; `literal` are stretches that are none."""
    signs = list(text)
    for start, end in literal:
        signs[start:end] = OBJECT * (end - start)
    shown = "".join(signs)
    for markup in MARKUPS:
        found = [match.span() for match in markup.pattern.finditer(shown)]
        yield from (Unread(start, end, markup) for start, end in found)
        if found:
            shown = markup.pattern.sub(lambda match: OBJECT * len(match[0]), shown)
