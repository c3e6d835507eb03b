"""Documents and pages that hold something not meant for readers, each as its program writes it.

`SECRET` must not get through; the sentences of `TEXT` must all stay.
"""

from __future__ import annotations

import quopri

SECRET = "Zwiebelkuchen"
SENTENCES = (
    "The harbour of Vienna was closed to ships of every flag on Wednesday, the mayor told the council.",
    "Nobody had been told why the pilots stayed at home, and the ferries lay idle until the evening.",
    "The two delegations will meet again next month, in the old customs house below the bridge.",
)
TEXT = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
FIRST, *REST = SENTENCES
LATER = "".join(f"<p>{sentence}</p>" for sentence in REST)


def web(body: str, head: str = "", body_attributes: str = "") -> str:
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Harbour closed</title>{head}</head><body {body_attributes}>{body}</body></html>'


def google(extra: str = "", mark: str = "", styles: str = "") -> str:
    """A document as Google Docs writes it: every style is a class."""
    return web(
        f'<p class="c2 title" id="h.ab1"><span class="c1">Harbour closed</span></p><p class="c3"><span class="c0">{FIRST}</span>{mark}</p>'
        + "".join(f'<p class="c3"><span class="c0">{sentence}</span></p>' for sentence in REST)
        + extra,
        f'<style type="text/css">ol{{margin:0}}.c0{{color:#000000;font-weight:400;font-size:11pt}}.c2{{padding-top:0pt}}.title{{font-size:26pt}}{styles}</style>',
        'class="c9 doc-content"',
    )


def word(extra: str = "", inside: str = "", styles: str = "") -> str:
    """A document that Word saved as a web page."""
    return web(
        f"<div class=WordSection1><p class=MsoTitle>Harbour closed<o:p></o:p></p><p class=MsoNormal><span lang=EN-GB>{FIRST}{inside}<o:p></o:p></span></p>"
        + "".join(
            f"<p class=MsoNormal><span lang=EN-GB>{sentence}<o:p></o:p></span></p>" for sentence in REST
        )
        + f"</div>{extra}",
        f"<meta name=Generator content='Microsoft Word 15'><style><!--\n /* Style Definitions */\n p.MsoNormal {{margin:0cm;font-size:12.0pt}}\n@page WordSection1 {{size:595.3pt 841.9pt}}\n{styles}\n--></style>",
        "lang=EN-GB style='tab-interval:36.0pt'",
    )


def libre(extra: str = "", inside: str = "") -> str:
    """A document that LibreOffice saved as HTML."""
    return web(
        f'<h1 class="western">Harbour closed</h1><p class="western" style="margin-bottom: 0cm">{FIRST}{inside}</p>{LATER}{extra}',
        '<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"><style type="text/css">p { margin-bottom: 0.25cm; line-height: 115% }</style>',
    )


def press(extra: str = "", head: str = "") -> str:
    """A post of a blog."""
    return web(
        f'<div id="page"><header class="site-header"><a href="/">Daily</a></header><main><article class="post"><h1 class="entry-title">Harbour closed</h1><div class="entry-content">{TEXT}{extra}</div></article></main></div>',
        head,
    )


def classed(declaration: str, *, selector: str = ".x7", media: str = "") -> str:
    """A post in which a paragraph is hidden by class."""
    rule = f"{selector}{{{declaration}}}"
    return press(
        f'<p class="x7">{SECRET} was said here.</p>',
        f"<style>{f'@media {media}{{{rule}}}' if media else rule}</style>",
    )


COMMENT = f"{SECRET} must be asked, says Ann."
CMNT = f'<div class="c5"><p class="c6"><a href="#cmnt_ref1" id="cmnt1">[a]</a><span class="c0">{COMMENT}</span></p></div>'
MARK = '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>'
ADDRESS = "https://docs.example.org/document/d/1/pub"
MSO_MARK = """<span class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]><a class=msocomanchor id="_anchor_1" onmouseover="msoCommentShow('_anchor_1','_com_1')" href="#_msocom_1" language=JavaScript name="_msoanchor_1">[AB1]</a><![endif]><span style='mso-special-character:comment'>&nbsp;</span></span></span>"""
MSO_LIST = f"""<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff align=left size=1 width="33%"><![endif]><div style='mso-element:comment'><![if !supportAnnotations]><div id="_com_1" class=msocomtxt language=JavaScript><![endif]><span style='mso-comment-author:"Ann {SECRET}"'><![if !supportAnnotations]><a name="_msocom_1"></a><![endif]></span><p class=MsoCommentText><span class=MsoCommentReference><span style='font-size:8.0pt'><span style='mso-special-character:comment'>&nbsp;<![if !supportAnnotations]><a href="#_msoanchor_1" class=msocomoff>[AB1]</a><![endif]></span></span></span>{COMMENT}</p><p class=MsoCommentText>{SECRET} again.</p><![if !supportAnnotations]></div><![endif]></div></div>"""

DOCUMENTS: dict[str, str] = {
    "Google comment": google(CMNT, MARK),
    "Google comment of two paragraphs": google(CMNT.replace("</p></div>", f"</p><p><span>{SECRET} twice.</span></p><ul><li>{SECRET}</li></ul></div>"), MARK),
    "Google comments in a row": google(CMNT + CMNT.replace("cmnt_ref1", "cmnt_ref2").replace("cmnt1", "cmnt2").replace("[a]", "[b]"), MARK + MARK.replace("1", "2").replace("[a]", "[b]")),
    "Google comments in one element": google(f"<div>{CMNT}{CMNT.replace('cmnt_ref1', 'cmnt_ref2')}</div>", MARK),
    "Google comment after a footnote": google(f'<hr class="c8"><div><p class="c3"><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;A note that readers see.</span></p></div>{CMNT}', MARK + '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>'),
    "Google comment longer than the text": google(CMNT.replace(COMMENT, COMMENT * 60), MARK),
    "Google comment saved by a browser": google(CMNT.replace('"#', f'"{ADDRESS}#'), MARK.replace('"#', f'"{ADDRESS}#')),
    "Google comment without ids": google(CMNT.replace(' id="cmnt1"', ""), MARK.replace(' id="cmnt_ref1"', "")),
    "Google comment without addresses": google(CMNT.replace(' href="#cmnt_ref1"', ""), MARK.replace(' href="#cmnt1"', "")),
    "Google comment without its element": google(f'<p><a href="#cmnt_ref1" id="cmnt1">[a]</a>{COMMENT}</p><p>{SECRET} in a second paragraph.</p>', MARK),
    "Google comment without any link": google(f"<p>[a]{COMMENT}</p><p>{SECRET} in a second paragraph.</p>", "<sup>[a]</sup>"),
    "Google comment after line breaks": web(f'<h1>Harbour closed</h1><div>{"<br><br>".join(SENTENCES)}{MARK}<br><br><a href="#cmnt_ref1">[a]</a>{COMMENT}<br>{SECRET}</div>'),
    "Google comment in a blog": press(CMNT),
    "Google hidden class": google(f'<p class="c77"><span>{SECRET}</span></p>', styles=".c77{display:none}"),
    "Google struck through": google(f'<p class="c3"><span class="c78">{SECRET} is true.</span></p>', styles=".c78{text-decoration:line-through;font-size:11pt}"),
    "Word comment": word(MSO_LIST, MSO_MARK),
    "Word comment, filtered": word(f'<div><hr class="msocomoff" align="left" size="1" width="33%"><div><div id="_com_1" class="msocomtxt"><a name="_msocom_1"></a><p class="MsoCommentText"><a href="#_msoanchor_1" class="msocomoff">[AB1]</a>{COMMENT}</p></div></div></div>', '<span class="MsoCommentReference"><span style="font-size:8pt"><a class="msocomanchor" id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[AB1]</a>&nbsp;</span></span>'),
    "Word comment, classes gone": word(f'<div><p><a href="#_msoanchor_1">[AB1]</a>{COMMENT}</p><p>{SECRET}</p></div>', '<a href="#_msocom_1">[AB1]</a>'),
    "Word comment, links gone": word(f'<p class="MsoCommentText">[AB1]{COMMENT}</p>'),
    "Word comment, only its text left": word(f"<p>[AB1]{COMMENT}</p>", "<span>[AB1]</span>"),
    "Word deletion": word(inside=f" <span class=msoDel><del cite=\"mailto:Ann%20{SECRET}\" datetime=\"2021-06-16T12:00\">{SECRET} denied it.</del></span>"),
    "Word deletion without its element": word(inside=f" <span class=msoDel>{SECRET} denied it.</span>"),
    "Word deleted paragraph": word(f"<p class=MsoNormal><span class=msoDel><del cite=\"mailto:Ann\"><span lang=EN-GB>{SECRET}<o:p></o:p></span></del></span></p>"),
    "Word insertion by somebody": word(inside=f" <span class=msoIns><ins cite=\"mailto:{SECRET}\" datetime=\"2021-06-16T12:00\">They stayed.</ins></span>"),
    "Word change of format by somebody": word(inside=f" <span style='mso-prop-change:\"{SECRET}\" 20210616T1200'>They stayed.</span>"),
    "Word hidden text": word(inside=f"<span style='display:none;mso-hide:all'>{SECRET}</span>"),
    "Word hidden by its own property": word(inside=f"<span style='mso-hide:all'>{SECRET}</span>"),
    "Word hidden style": word(f'<p class="Internal">{SECRET}</p>', styles="p.Internal, li.Internal {margin:0cm; display:none; mso-hide:all}"),
    "Word for Word alone": word(f"<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>{SECRET}</o:Author></o:DocumentProperties></xml><![endif]-->"),
    "Word properties in the page": word(f"<xml><o:DocumentProperties><o:Author>{SECRET}</o:Author><o:LastAuthor>{SECRET}</o:LastAuthor></o:DocumentProperties></xml>"),
    "Word field": word(inside=f"<!--[if supportFields]><span style='mso-element:field-begin'></span> COMMENTS {SECRET} <![endif]-->"),
    "Word elements of changes": word(inside=f"<w:del w:author='Ann'>{SECRET}</w:del><w:r><w:delText>{SECRET}</w:delText></w:r>"),
    "Google comment in a table": google(f'<table><tr><td><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>{SECRET}</p></td></tr></table>', MARK),
    "Word element hidden": word(f'<o:p style="display:none">{SECRET}</o:p><w:del hidden>{SECRET}</w:del>'),
    "LibreOffice comment of HTML": libre(f"<!-- {COMMENT} -->"),
    "LibreOffice comment": libre(f'<div id="sdcomment1"><p class="sdcomment"><a class="sdcommentsym" name="sdcomment1sym" href="#sdcomment1anc">1</a>{COMMENT}</p></div>', '<a class="sdcommentanc" name="sdcomment1anc" href="#sdcomment1sym"><sup>1</sup></a>'),
    "LibreOffice comment by id": libre(f'<div id="document1comment"><p>{COMMENT}</p></div>'),
    "LibreOffice comment, XHTML": libre(inside=f'<span title="annotation" class="annotation_style_by_filter"><br/>[ANNOTATION:<br/>BY \'Ann {SECRET}\'<br/>NOTE: \'{COMMENT}\']</span>'),
    "LibreOffice comment of a cell": libre(f"<table><tr><td>Ships<comment>{SECRET}</comment></td><td>3</td></tr><tr><td>Boats</td><td>9</td></tr></table>"),
    "LibreOffice deletion": libre(inside=f' <del datetime="2021-06-16T12:00:00" title="Deleted: Ann {SECRET}">{SECRET} denied it.</del>'),
    "LibreOffice comment as a title": libre(inside=f'<span title="{COMMENT}"> They stayed.</span>'),
    "LibreOffice hidden section": libre(f'<div id="Section1" style="display: none"><p>{SECRET}</p></div>'),
    "pandoc comment": web(f'<h1>Harbour closed</h1>{TEXT}<p>They <span class="comment-start" id="0" data-author="Ann">{COMMENT}</span>stayed<span class="comment-end" id="0"></span> for <span class="deletion" data-author="Ann">{SECRET}</span><span class="insertion" data-author="{SECRET}">two</span> days.</p>'),
    "mammoth comment": web(f'<h1>Harbour closed</h1>{TEXT}<p>They stayed.<sup><a href="#comment-0" id="comment-ref-0">[AB1]</a></sup></p><dl><dt id="comment-0">Comment [AB1] {SECRET}</dt><dd><p>{COMMENT} <a href="#comment-ref-0">↑</a></p></dd></dl>'),
    "blog comment": press("").replace("</article>", f'</article><div id="comments" class="comments-area"><h2>One thought</h2><ol class="comment-list"><li id="comment-3"><p>{COMMENT * 40}</p></li></ol></div>'),
    "deletion of blocks": press(f"<del><p>{SECRET} one.</p><p>{SECRET} two.</p></del>"),
    "struck through": press(f"<p>They met <s>{SECRET}</s><strike>{SECRET}</strike> again.</p>"),
    "struck through by style": press(f'<p>They met <span style="text-decoration: line-through red">{SECRET}</span> again.</p>'),
    "attribute hidden": press(f"<p hidden>{SECRET}</p>"),
    "attribute hidden until found": press(f'<p hidden="until-found">{SECRET}</p>'),
    "display none": press(f'<p style="color:red; DISPLAY : NONE !important">{SECRET}</p>'),
    "visibility hidden": press(f'<p>They stayed <span style="visibility:hidden">{SECRET}</span> there.</p>'),
    "visibility collapse": press(f'<p style="visibility:collapse">{SECRET}</p>'),
    "opacity": press(f'<p style="opacity:0.0">{SECRET}</p>'),
    "no size": press(f'<p style="font-size:0px"><span style="font-size:1em">{SECRET}</span></p>'),
    "no size in the font": press(f'<p style="font:0/0 a">{SECRET}</p>'),
    "no colour": press(f'<p style="color:transparent">{SECRET}</p>'),
    "off the screen": press(f'<p style="position:absolute;left:-10000px">{SECRET}</p>'),
    "off the screen by indent": press(f'<p style="text-indent:-9999px">{SECRET}</p>'),
    "clipped": press(f'<p style="position:absolute;clip:rect(0 0 0 0)">{SECRET}</p>'),
    "clipped by a path": press(f'<p style="clip-path: inset(50%)">{SECRET}</p>'),
    "no room": press(f'<p style="height:0;overflow:hidden">{SECRET}</p>'),
    "one pixel": press(f'<p style="width:1px;height:1px;overflow:hidden">{SECRET}</p>'),
    "shrunk": press(f'<p style="transform:scale(0)">{SECRET}</p>'),
    "hidden below 80 elements": press("<div>" * 90 + f'<p style="display:none">{SECRET}</p>' + "</div>" * 90),
    "shrunk to a tenth of a pixel": press(f'<p style="font-size:0.1px">{SECRET}</p>'),
    "hardly there": press(f'<p style="opacity:0.1%">{SECRET}</p>'),
    "filtered": press(f'<p style="filter:opacity(0)">{SECRET}</p>'),
    "white on white": press(f'<p style="color:#FFF;background-color:white">{SECRET}</p>'),
    "cell": press(f'<table><tr><td>Ships</td><td style="display:none">{SECRET}</td></tr><tr><td>Boats</td><td>3</td></tr></table>'),
    "in capitals": press(f'<P STYLE="DISPLAY:NONE">{SECRET}</P><DEL>{SECRET}</DEL>'),
    "part of the headline": press().replace("Harbour closed</h1>", f'Harbour <span style="display:none">{SECRET}</span>closed</h1>'),
    "deletion in the headline": press().replace("Harbour closed</h1>", f"Harbour <del>{SECRET}</del> closed</h1>"),
    "title of a word": press(f'<p>They <abbr title="{SECRET}">met</abbr> again.</p>'),
    "words for a hidden picture": press(f'<p><img alt="{SECRET}" hidden src="a.png">They met.</p>'),
    "role of a comment": press(f'<div role="comment"><p>{SECRET}</p></div><p>They <span role="deletion">{SECRET}</span>met.</p>'),
    "marks about a deletion": press(f'<p>They <suggestion-start name="deletion:1:ann"></suggestion-start>{SECRET}<suggestion-end name="deletion:1:ann"></suggestion-end>met.</p>'),
    "template": press(f"<template><p>{SECRET}</p></template>"),
    "noscript": press(f"<noscript><p>{SECRET}</p></noscript>"),
    "dialog": press(f"<dialog><p>{SECRET}</p></dialog>"),
    "comment of HTML": press(f"<!-- {SECRET} --><p>They stayed<!-- {SECRET} -->.</p>"),
    "aria-hidden": press(f'<div aria-hidden="true"><p>{SECRET}</p></div>'),
    "class, not shown": classed("display:none"),
    "class, invisible": classed("visibility:hidden"),
    "class, without size": classed("font-size:0"),
    "class, faded": classed("opacity:0"),
    "class, for readers aloud": classed("position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)"),
    "class, on a screen": classed("display:none", media="screen"),
    "class, in a wide window": classed("display:none", media="(min-width: 600px)"),
    "class, by element and class": classed("display:none", selector="article p.x7"),
    "class, by child": classed("display:none", selector=".entry-content > .x7, h6"),
    "class, by attribute": classed("display:none", selector='p[class="x7"]'),
    "class, by what it is not": classed("display:none", selector=".entry-content p.x7:not(.active)"),
    "class, against a weaker rule": press(f'<p class="x7">{SECRET}</p>', "<style>p.x7{display:none}.x7{display:block}</style>"),
    "class, against the attribute": press(f'<p class="x7" style="display:block">{SECRET}</p>', "<style>.x7{display:none !important}</style>"),
    "class, in a layer": press(f'<p class="x7">{SECRET}</p>', "<style>@supports (display:grid){.x7{display:none}}</style>"),
    "class, with a sign in it": press(f'<p class="x:7">{SECRET}</p>', "<style>.x\\:7{display:none}</style>"),
    "class, one of several": press(f'<p class="x7">{SECRET}</p>', "<style>:is(.x7, .x8), .x9{display:none}</style>"),
    "class, within a rule": press(f'<p class="x7">{SECRET}</p>', "<style>.entry-content{color:red; .x7{display:none}}</style>"),
    "class, in a light scheme": classed("display:none", media="(prefers-color-scheme: light)"),
    "class, for screens and paper": classed("display:none", media="print, screen"),
    "class, among comments": press(f'<p class="x7">{SECRET}</p>', "<style>/* a */ .x7 /* b */ { /* c */ display /* d */ : none }</style>"),
    "class, on all that is inside": press(f'<div class="x7"><p>{SECRET}</p></div>', "<style>.x7 *{display:none}</style>"),
    "class, by place": press(f'<div><p class="x7">{SECRET}</p></div>', "<style>.x7:first-child{display:none}</style>"),
    "class, by number": classed("display:none", selector=".x7:nth-child(n)"),
    "class, by what stands before": press(f'<p class="y8">They met.</p><p class="x7">{SECRET}</p>', "<style>.y8 ~ .x7{display:none}</style>"),
    "id": press(f'<p id="x7">{SECRET}</p>', "<style>#x7{display:none}</style>"),
    "hidden title": web(f'<h1 hidden>{SECRET}</h1><h1>Harbour closed</h1>{TEXT}'),
    "hidden byline": press().replace("</h1>", f'</h1><p class="byline" style="display:none">By Ann {SECRET}</p>'),
    "hidden microdata": press(f'<span itemprop="author" style="display:none">Ann {SECRET}</span>'),
    "hidden author by class": press(f'<div class="byline x7"><span class="p-author">Ann {SECRET}</span></div>', "<style>.x7{display:none}</style>"),
}  # fmt: skip

TEXTS: dict[str, str] = {
    "CriticMarkup comment": "{>>" + COMMENT + "<<}",
    "CriticMarkup comment on lines": "{>>" + COMMENT + "\n\n" + COMMENT + "<<}",
    "CriticMarkup deletion": "They {--" + SECRET + " --}stayed.",
    "CriticMarkup replacement": "They {~~" + SECRET + "~>stayed~~} there.",
    "CriticMarkup comment on a highlight": "They {==stayed==}{>>" + SECRET + "<<} there.",
    "comment of HTML": f"<!-- {COMMENT}\n{COMMENT} -->",
    "comment of Markdown": f"[//]: # ({COMMENT})",
    "Google comments": f"They stayed.[a] All of them.[b]\n\n[a]{COMMENT}\n{SECRET} again.\n[b]{SECRET}",
    "Word comments": f"They stayed.[AB1]\n\n[AB1]{COMMENT}",
}


def plain(extra: str) -> str:
    return "\n\n".join(("Harbour closed", *SENTENCES, extra))


def mhtml(page: str, sheet: str) -> str:
    """A page as Chromium saves it: its style sheet is a part of its own."""
    linked = page.replace(
        "</head>", '<link rel="stylesheet" type="text/css" href="cid:css-1@mhtml.blink"></head>'
    )
    parts = (
        f"Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://daily.example/1\n\n{quopri.encodestring(linked.encode()).decode()}",
        f"Content-Type: text/css\nContent-Transfer-Encoding: quoted-printable\nContent-Location: cid:css-1@mhtml.blink\n\n{quopri.encodestring(sheet.encode()).decode()}",
    )
    head = 'From: <Saved by Blink>\nSnapshot-Content-Location: https://daily.example/1\nSubject: Harbour closed\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="----Part"\n\n'
    return head + "".join(f"\n------Part\n{part}\n" for part in parts) + "------Part--\n"
