"""Pages that were made to break an importer, or that are no articles, each with its expected result."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass

SENTENCE = (
    "The ministers of the two countries met on Wednesday in Vienna and agreed to go on talking next month. "
)
TEXT = f"<p>{SENTENCE}</p><p>{SENTENCE.replace('Vienna', 'Geneva')}</p><p>{SENTENCE.replace('Vienna', 'Berlin')}</p>"
HEAD = "<meta property='article:published_time' content='2021-06-16'><meta property='og:site_name' content='Post'>"


@dataclass(frozen=True)
class Case:
    """A page: refused with these words, or an article with these fields (None is a field that is not there)."""

    name: str
    data: bytes
    refused: str = ""
    fields: dict[str, str | None] | None = None
    to_review: tuple[str, ...] = ()
    within: str = ""
    without: str = ""
    file: str = "page.html"


def page(body: str = TEXT, head: str = HEAD, title: str = "Talks go on", lang: str = "en") -> bytes:
    return f"<!DOCTYPE html><html lang='{lang}'><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>".encode()


def linked_data(data: object) -> str:
    text = data if isinstance(data, str) else json.dumps(data)
    return f"<script type='application/ld+json'>{text}</script>"


def article_data(**fields: object) -> str:
    return linked_data({"@type": "NewsArticle", "headline": "Talks go on", **fields})


def short(title: str, text: str) -> bytes:
    return f"<html lang=en><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>".encode()


REFUSED = [
    Case(
        "an e-mail",
        b"From: a@b.example\nSubject: Talks\n\n" + SENTENCE.encode() * 5,
        "an e-mail",
        file="talks.eml",
    ),
    Case(
        "a page that blocks",
        page(
            "<p>This site is using a security service to protect itself.</p>"
            + "<p>You are kept out of it.</p>" * 3,
            title="Sorry, you have been blocked",
        ),
        "an error page",
    ),
    Case(
        "a form to log in",
        page(
            "<p>Enter your address and your password, or make an account. It is free.</p>" * 3,
            title="Sign in",
        ),
        "an error page",
    ),
    Case("empty file", b"", "the file is empty"),
    Case("only spaces", b" \n\t \r\n ", "the file is empty"),
    Case("only a byte order mark", b"\xef\xbb\xbf", "the file is empty"),
    Case("only NUL bytes", b"\x00" * 500, "the file is empty"),
    Case("PDF", b"%PDF-1.7\n" + b"x" * 500, "a PDF"),
    Case("PNG", b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "picture"),
    Case("JPEG", b"\xff\xd8\xff\xe0" + b"<html>" * 9, "picture"),
    Case("GIF with HTML in it", b"GIF89a<html><body>" + TEXT.encode(), "picture"),
    Case("WebP", b"RIFF\x00\x00\x00\x00WEBP", "picture"),
    Case("HEIC", b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40, "picture or film"),
    Case("ZIP", b"PK\x03\x04" + b"\x00" * 99, "ZIP"),
    Case("gzip", gzip.compress(page()), "gzip"),
    Case("old Word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 99, "office document"),
    Case("RTF", b"{\\rtf1 hello}", "rich text"),
    Case("Safari archive", b"bplist00\xd1\x01", "Safari"),
    Case("program", b"\x7fELF\x02\x01" + b"\x00" * 99, "program"),
    Case("random bytes", bytes((i * 7919) % 31 for i in range(4000)), "binary"),
    Case(
        "feed", b"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title></channel></rss>", "<rss>"
    ),
    Case("Atom", b"<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title></feed>", "<feed>"),
    Case("site map", b"<?xml version='1.0'?><urlset><url><loc>http://a</loc></url></urlset>", "<urlset>"),
    Case("other XML", b"<?xml version='1.0'?><note><to>x</to></note>", "XML"),
    Case(
        "frames",
        b"<html><head><title>T</title></head><frameset cols='20%,80%'><frame src='a.html'><frame src='b.html'></frameset></html>",
        "frames",
    ),
    Case(
        "frames with noframes",
        b"<html><frameset><frame src=a><noframes><body><p>Your browser has no frames.</p></body></noframes></frameset></html>",
        "frames",
    ),
    Case(
        "404",
        short("404 Not Found", "The requested URL /news/1 was not found on this server."),
        "error page",
    ),
    Case(
        "404 in words",
        short(
            "Page not found - Post",
            "Sorry, the page that you are looking for cannot be found. Try the home page or search.",
        ),
        "error page",
    ),
    Case(
        "403",
        short(
            "403 Forbidden",
            "You do not have permission to access /news on this server, and that is all there is to say.",
        ),
        "error page",
    ),
    Case(
        "500",
        short(
            "500 Internal Server Error",
            "The server met an error and could not complete your request. Please try again in some minutes.",
        ),
        "error page",
    ),
    Case(
        "503",
        short(
            "Service Unavailable",
            "The service is not available for the moment because of maintenance. Please come back later.",
        ),
        "error page",
    ),
    Case(
        "404 in Ukrainian",
        short(
            "Сторінку не знайдено",
            "На жаль, сторінку, яку ви шукаєте, не знайдено. Спробуйте скористатися пошуком по сайту.",
        ),
        "error page",
    ),
    Case(
        "404 in Russian",
        short(
            "Страница не найдена",
            "К сожалению, запрашиваемая вами страница не найдена. Попробуйте воспользоваться поиском по сайту.",
        ),
        "error page",
    ),
    Case(
        "404 in German",
        short(
            "Seite nicht gefunden",
            "Die gesuchte Seite wurde leider nicht gefunden. Bitte nutzen Sie unsere Suche oder die Startseite.",
        ),
        "error page",
    ),
    Case(
        "robot check",
        short(
            "Just a moment...",
            "Checking your browser before accessing the site. This process is automatic. Your browser will redirect shortly.",
        ),
        "error page",
    ),
    Case(
        "captcha",
        short(
            "Are you a robot?",
            "To continue, please click the box below to let us know you are not a robot. Why did this happen?",
        ),
        "error page",
    ),
    Case(
        "empty shell",
        b"<html><head><title>Post</title></head><body><div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript><script>x</script></body></html>",
        "no text|JavaScript",
    ),
    Case(
        "shell that says so",
        short(
            "Post",
            "Please enable JavaScript to view this site. It does not work properly without JavaScript enabled in your browser.",
        ),
        "JavaScript",
    ),
    Case(
        "cookie wall",
        short(
            "Before you continue",
            "We and our 842 partners use cookies to store information. You can accept all cookies or manage cookies. We value your privacy and your consent matters to us.",
        ),
        "cookies",
    ),
    Case(
        "paywall",
        short(
            "Talks go on",
            "The ministers met on Wednesday in Vienna. This article is for subscribers. Subscribe to continue reading. Already a subscriber? Log in.",
        ),
        "paywall",
    ),
    Case(
        "paywall in Ukrainian",
        short(
            "Переговори тривають",
            "Міністри зустрілися у середу у Відні. Цей матеріал доступний лише передплатникам. Оформіть передплату, щоб читати далі.",
        ),
        "paywall",
    ),
    Case(
        "only a menu",
        b"<html><body><nav>" + b"<a href='/x'>Section</a> " * 99 + b"</nav></body></html>",
        "no text",
    ),
    Case("only a title", b"<html><head><title>Talks go on</title></head><body></body></html>", "no text"),
    Case(
        "only pictures",
        b"<html><body><article><h1>T</h1>" + b"<img src=a.jpg>" * 50 + b"</article></body></html>",
        "no text",
    ),
    Case(
        "only a form",
        b"<html><body><form><label>User name</label><input><label>Password</label><input type=password><button>Log in</button></form></body></html>",
        "no text",
    ),
    Case("10,000 levels", b"<html><body>" + b"<div>" * 10_000 + TEXT.encode(), "nested over"),
    Case("100,000 levels", b"<div>" * 100_000 + TEXT.encode(), "nested over"),
    Case("a million tags", b"<b>" * 1_000_000, "too large"),
    Case("40,000 elements", b"<i></i>" * 40_000 + TEXT.encode(), "elements"),
    Case("too long", b"<p>" + b"word and the " * 200_000 + b".</p>", "too long"),
    Case("unclosed script", b"<html><body><script>" + TEXT.encode(), "no text"),
    Case("unclosed comment", b"<html><body><!-- " + TEXT.encode(), "no text"),
    Case("unclosed tags", b"<a " * 60_000, "no text|could be read|too large"),
    Case(
        "MHTML without a page",
        b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nabc\n--x--\n",
        "no web page",
        file="a.mhtml",
    ),
    Case(
        "MHTML with nothing",
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\n\n",
        "no web page|damaged",
        file="a.mhtml",
    ),
    Case(
        "MHTML nested",
        b"MIME-Version: 1.0\n"
        + b"".join(b"Content-Type: multipart/related; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(3000)),
        "not a web page|damaged",
        file="a.mhtml",
    ),
    Case("JSON-LD alone", linked_data({"@type": "NewsArticle", "headline": "x"}).encode(), "no text"),
]

TITLE = {"title": "Talks go on"}
ACCEPTED = [
    Case("79 levels", page("<div>" * 70 + TEXT + "</div>" * 70), fields=TITLE, within="Vienna"),
    Case(
        "2,000 levels",
        page("<div>" * 2000 + TEXT + "</div>" * 2000 + f"<p>{SENTENCE.replace('Vienna', 'Paris')}</p>"),
        fields=TITLE,
        within="Vienna",
    ),
    Case("2,000 quotations", page("<blockquote>" * 2000 + TEXT), fields=TITLE, within="Vienna"),
    Case("1,000 lists", page("<ul><li>" * 1000 + TEXT), fields=TITLE, within="Vienna"),
    Case("2,000 spans", page("<p>" + "<span>" * 2000 + SENTENCE * 3), fields=TITLE, within="Vienna"),
    Case("800 tables", page("<table><tr><td>" * 800 + TEXT), fields=TITLE, within="Vienna"),
    Case(
        "tags that cross",
        page("<b><i>" + TEXT + "</b></i><p>a<b>b<i>c</b>d</i></p>"),
        fields=TITLE,
        within="Vienna",
    ),
    Case(
        "NUL bytes", page(TEXT.replace("met on", "met\x00 on")), fields=TITLE, within="Vienna", without="\x00"
    ),
    Case(
        "control characters",
        page(TEXT.replace("met on", "met\x0b\x07 &#x1;on"), title="Talks&#8; go\x1f on"),
        fields={"title": "Talks go on"},
        within="Vienna",
    ),
    Case(
        "half of a surrogate",
        page(TEXT + "<p>And then &#xD800; came the end of the day, it was said.</p>"),
        fields=TITLE,
    ),
    Case(
        "title with a colon",
        page(title="Talks: “go on”, it's said: #1 - [x]"),
        fields={"title": "Talks: “go on”, it's said: #1 - [x]"},
    ),
    Case(
        "title with quotation marks",
        page(title="&quot;Talks&quot; 'go' \\n on"),
        fields={"title": "\"Talks\" 'go' \\n on"},
    ),
    Case("title of three dashes", page(title="--- Talks ---"), fields={"title": "--- Talks ---"}),
    Case(
        "title on lines", page(title="Talks\n---\ntitle: other\n"), fields={"title": "Talks --- title: other"}
    ),
    Case(
        "title that is a tag",
        page(title="!!python/object:os.system Talks"),
        fields={"title": "!!python/object:os.system Talks"},
    ),
    Case("title that is an anchor", page(title="&amp;a *b"), fields={"title": "&a *b"}),
    Case("title that is null", page(title="null"), fields={"title": "null"}),
    Case("title that is a number", page(title="2021"), fields={"title": "2021"}),
    Case("title with a comment", page(title="Talks # go on"), fields={"title": "Talks # go on"}),
    Case(
        "title with direction marks",
        page(title="Talks \u202eno og\u202c \u2066on\u2069\u200b"),
        fields={"title": "Talks no og on"},
    ),
    Case(
        "title with line separators",
        page(title="Talks\u2028go\u2029on\x85now"),
        fields={"title": "Talks go on now"},
    ),
    Case(
        "title with markup",
        page(title="&lt;script&gt;alert(1)&lt;/script&gt; Talks"),
        fields={"title": "alert(1) Talks"},
    ),
    Case("title with emoji", page(title="Talks 🕊 go on"), fields={"title": "Talks 🕊 go on"}),
    Case("endless title", page(title="Talks " * 20_000), to_review=()),
    Case(
        "no title",
        b"<html lang=en><head></head><body><article>" + TEXT.encode() + b"</article></body></html>",
        fields={"title": None},
        to_review=("title", "date"),
    ),
    Case(
        "a number as a subject",
        page(TEXT * 3, title="404 days of talks"),
        fields={"title": "404 days of talks"},
    ),
    Case(
        "broken JSON-LD",
        page(
            head=HEAD + linked_data('{"@type": "NewsArticle", "headline": "x'),
        ),
        fields=TITLE | {"date": "2021-06-16"},
    ),
    Case(
        "JSON-LD with a trailing comma",
        page(head=linked_data('{"@type": "NewsArticle", "datePublished": "2020-01-02",}')),
        fields={"date": "2020-01-02"},
    ),
    Case(
        "JSON-LD in a comment",
        page(head=linked_data('<!-- {"@type": "NewsArticle", "datePublished": "2020-01-02"} -->')),
        fields={"date": "2020-01-02"},
    ),
    Case(
        "JSON-LD in CDATA",
        page(head=linked_data('//<![CDATA[\n{"@type": "NewsArticle", "datePublished": "2020-01-02"}\n//]]>')),
        fields={"date": "2020-01-02"},
    ),
    Case("JSON-LD nested without end", page(head=HEAD + linked_data("[" * 100_000)), fields=TITLE),
    Case(
        "JSON-LD huge",
        page(head=HEAD + linked_data([{"@type": "Thing", "name": "x" * 90}] * 5000)),
        fields=TITLE,
    ),
    Case(
        "JSON-LD that refers to itself",
        page(
            head=HEAD
            + linked_data(
                {
                    "@type": "NewsArticle",
                    "@id": "#a",
                    "author": {"@id": "#a"},
                    "publisher": {"@id": "#b"},
                    "isPartOf": {"@id": "#a"},
                }
            )
        ),
        fields=TITLE,
    ),
    Case(
        "JSON-LD of wrong types",
        page(
            head=HEAD
            + article_data(
                datePublished=[{"a": 1}],
                author={"name": {"name": ["x", 3]}},
                publisher=[[]],
                url=7,
                inLanguage=[None],
                dateModified=20210616,
            )
        ),
        fields=TITLE | {"date": "2021-06-16"},
    ),
    Case(
        "JSON-LD with null",
        page(
            head=HEAD + article_data(datePublished=None, author=None, publisher=None, mainEntityOfPage=None)
        ),
        fields=TITLE | {"date": "2021-06-16"},
    ),
    Case("JSON-LD that is a number", page(head=HEAD + linked_data("42")), fields=TITLE),
    Case("JSON-LD with a long number", page(head=HEAD + linked_data("9" * 9000)), fields=TITLE),
    Case(
        "JSON-LD of another article",
        page(head=HEAD + linked_data({"@type": "NewsArticle", "headline": "Recipe of the day: soup"})),
        fields=TITLE,
        to_review=("title",),
    ),
    Case("two dates", page(head=HEAD + article_data(datePublished="2021-07-01")), to_review=("date",)),
    Case(
        "the same instant in two zones",
        page(
            head="<meta property='article:published_time' content='2021-06-16T22:30:00Z'>"
            + article_data(datePublished="2021-06-17T01:30:00+03:00")
        ),
        fields={"date": "2021-06-17"},
    ),
    Case(
        "year 1",
        page(head=article_data(datePublished="0001-01-01T00:00:00")),
        fields={"date": None},
        to_review=("date",),
    ),
    Case(
        "year 9999",
        page(head=article_data(datePublished="9999-12-31")),
        fields={"date": None},
        to_review=("date",),
    ),
    Case(
        "year 0",
        page(head=article_data(datePublished="0000-00-00")),
        fields={"date": None},
        to_review=("date",),
    ),
    Case(
        "month 13",
        page(head=article_data(datePublished="2024-13-45")),
        fields={"date": None},
        to_review=("date",),
    ),
    Case(
        "30 February",
        page(head=article_data(datePublished="2021-02-30")),
        fields={"date": None},
        to_review=("date",),
    ),
    Case(
        "the epoch",
        page(head=article_data(datePublished="1970-01-01T00:00:00Z")),
        fields={"date": None},
        to_review=("date",),
    ),
    Case(
        "the future",
        page(head=article_data(datePublished="2031-01-01")),
        fields={"date": None},
        to_review=("date",),
    ),
    Case("no date at all", page(head=""), fields={"date": None}, to_review=("date",)),
    Case(
        "date in words",
        page(head=article_data(datePublished="yesterday")),
        fields={"date": None},
        to_review=("date",),
    ),
    Case("day or month", page("<p>05/06/2021</p>" + TEXT, head=""), to_review=("date",)),
    Case(
        "date with marks",
        page(head="<meta name='date' content='2021-06-16\n# x: y'>"),
        fields={"date": "2021-06-16"},
    ),
    Case(
        "canonical javascript",
        page(head=HEAD + "<link rel=canonical href='javascript:alert(1)'>"),
        fields={"url": None},
        to_review=("url",),
    ),
    Case(
        "canonical data",
        page(head=HEAD + "<link rel=canonical href='data:text/html,x'>"),
        fields={"url": None},
        to_review=("url",),
    ),
    Case(
        "canonical local",
        page(head=HEAD + "<link rel=canonical href='http://localhost:3000/a'>"),
        fields={"url": None},
        to_review=("url",),
    ),
    Case(
        "canonical private",
        page(head=HEAD + "<link rel=canonical href='http://10.0.0.1/a'>"),
        fields={"url": None},
        to_review=("url",),
    ),
    Case(
        "canonical of two hosts",
        page(
            head=HEAD
            + "<link rel=canonical href='https://a.example/1'><meta property='og:url' content='https://b.example/1'>"
        ),
        fields={"url": "https://a.example/1"},
        to_review=("url",),
    ),
    Case(
        "canonical with a password",
        page(head=HEAD + "<link rel=canonical href='https://u:p@a.example/1'>"),
        fields={"url": "https://a.example/1"},
    ),
    Case(
        "canonical with quotes",
        page(head=HEAD + "<link rel=canonical href='https://a.example/&quot;&gt;&lt;b&gt; x'>"),
        fields={"url": "https://a.example/%22%3E%20x"},
    ),
    Case(
        "broken address", page(head=HEAD + "<link rel=canonical href='https://[::1/x'>"), fields={"url": None}
    ),
    Case(
        "base javascript",
        page(
            "<p>See <a href='x'>this</a> and that.</p>" + TEXT,
            head=HEAD + "<base href='javascript:alert(1)//'>",
        ),
        without="javascript",
    ),
    Case(
        "links with scripts",
        page(
            TEXT + "<p>Read <a href=' javascript:alert(1)'>this</a> or <a href='vbscript:x'>that</a> now.</p>"
        ),
        without="script:",
    ),
    Case(
        "scripts and handlers",
        page(
            TEXT.replace("<p>", "<p onclick='alert(1)'>")
            + "<script>alert(2)</script><iframe src='http://e.example'></iframe><svg onload=alert(3)></svg><style>p{}</style>"
        ),
        without="alert",
    ),
    Case(
        "markup in the text",
        page(
            TEXT
            + "<p>It read &lt;script&gt;alert(1)&lt;/script&gt; and [[minsk-ii]] and *[UN]: x, he said.</p>"
        ),
        within="&lt;script>",
        without="<script",
    ),
    Case("dashes in the text", page("<p>---</p><p>title: other</p><p>---</p>" + TEXT), fields=TITLE),
    Case(
        "entity bomb",
        b"<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;'>]>"
        + page(TEXT + "<p>&c;&c;&c; was the word of the day in Vienna.</p>"),
        without="aaaaaaaaaa",
    ),
    Case(
        "CDATA",
        page(TEXT + "<p><![CDATA[<b>x</b>]]> stood at the end of the statement.</p>"),
        within="Vienna",
    ),
    Case(
        "processing instructions",
        b"<?xml version='1.0' encoding='utf-8'?><?php echo 1 ?>" + page(),
        within="Vienna",
    ),
    Case("UTF-16", page().decode().encode("utf-16"), fields=TITLE, within="Vienna"),
    Case("UTF-16 without a mark", page().decode().encode("utf-16-le"), fields=TITLE, within="Vienna"),
    Case(
        "UTF-8 with a mark",
        b"\xef\xbb\xbf" + page(title="Gespräche – Теми"),
        fields={"title": "Gespräche – Теми"},
    ),
    Case(
        "said to be windows-1251, is UTF-8",
        page(title="Розмова у Відні", head=HEAD + "<meta charset=windows-1251>"),
        fields={"title": "Розмова у Відні"},
        to_review=("text",),
    ),
    Case(
        "said to be UTF-8, is windows-1251",
        page(
            "<p>Министры двух стран встретились в среду в Вене и договорились продолжить переговоры.</p>" * 3,
            title="Разговор в Вене",
            head=HEAD + "<meta charset=utf-8>",
            lang="ru",
        )
        .decode()
        .encode("cp1251"),
        fields={"title": "Разговор в Вене", "language": "ru"},
        to_review=("text",),
    ),
    Case(
        "said to be Latin, is windows-1251",
        page(
            "<p>Министры двух стран встретились в среду в Вене и договорились продолжить переговоры.</p>" * 3,
            title="Разговор в Вене",
            head=HEAD + "<meta charset=iso-8859-1>",
            lang="ru",
        )
        .decode()
        .encode("cp1251"),
        fields={"title": "Разговор в Вене"},
        to_review=("text",),
    ),
    Case(
        "KOI8-R",
        page(
            "<p>Министры двух стран встретились в среду в Вене и договорились продолжить переговоры.</p>" * 3,
            title="Разговор в Вене",
            head=HEAD + "<meta charset=koi8-r>",
            lang="ru",
        )
        .decode()
        .encode("koi8-r"),
        fields={"title": "Разговор в Вене"},
    ),
    Case(
        "windows-1252",
        page(title="Gespräche – “heute”", head=HEAD + "<meta charset=iso-8859-1>").decode().encode("cp1252"),
        fields={"title": "Gespräche – “heute”"},
    ),
    Case("an encoding that is none", page(head=HEAD + "<meta charset=klingon>"), fields=TITLE),
    Case(
        "an encoding that is a codec of bytes",
        page(head=HEAD + "<meta charset=base64>") + b"\xff",
        fields=TITLE,
    ),
    Case("cut off in a letter", page(TEXT + "<p>Ende ä").split("ä".encode())[0] + b"\xc3", fields=TITLE),
    Case(
        "a language that lies",
        page(
            "<p>Міністри двох країн зустрілися у середу у Відні та домовилися, що продовжать переговори у липні.</p>"
            * 3,
            title="Розмова у Відні",
        ),
        fields={"language": "uk"},
        to_review=("language",),
    ),
    Case("a language that is none", page(lang="x<y"), fields={"language": "en"}),
    Case(
        "authors that are none",
        page(
            head=HEAD
            + "<meta name=author content='https://a.example/jane'><meta name=author content='admin'>"
        ),
        fields={"authors": None},
    ),
    Case(
        "many authors",
        page(head=HEAD + article_data(author=[{"name": f"Jane {i} Doe"} for i in range(9000)])),
        fields=TITLE,
    ),
    Case(
        "attributes without end",
        page(f"<p {' '.join(f'a{i}=b' for i in range(90_000))}>x</p>{TEXT}"),
        fields=TITLE,
        within="Vienna",
    ),
    Case(
        "pictures in the page",
        page("<img src='data:image/png;base64," + "A" * 3_000_000 + "'>" + TEXT),
        fields=TITLE,
        without="AAAA",
    ),
    Case(
        "tracking",
        page(
            head=HEAD
            + "<link rel=canonical href='https://a.example/1?id=2&amp;utm_source=x&amp;fbclid=y#top'>"
        ),
        fields={"url": "https://a.example/1?id=2"},
    ),
    Case(
        "text alone",
        (("Talks go on\n\n" + SENTENCE * 3).encode()),
        fields=TITLE,
        to_review=("title", "date"),
        file="a.txt",
    ),
    Case(
        "text that is markup",
        ("Talks go on\n\n" + SENTENCE + "<b>x</b> [[a]]\n\n---\n\n" + SENTENCE).encode(),
        file="a.txt",
        within="&lt;b>",
    ),
    Case("body without an end", page().partition(b"</article>")[0], fields=TITLE, within="Vienna"),
    Case("two bodies", page() + page(title="Second"), within="Vienna"),
    Case("long words", page("<p>" + "A" * 400_000 + ".</p>" + TEXT), fields=TITLE),
    Case("spaces without end", page("<p>" + " " * 900_000 + "x</p>" + TEXT), fields=TITLE),
    Case(
        "cells that span",
        page("<table>" + "<tr><td rowspan=9999 colspan=9999>a</td><td>b</td></tr>" * 200 + "</table>" + TEXT),
        fields=TITLE,
    ),
    Case(
        "UTF-16 with a mark",
        page(title="Перемовини").decode().encode("utf-16"),
        fields={"title": "Перемовини"},
    ),
    Case(
        "UTF-8 with a damaged letter",
        page(TEXT + "<p>Делегації засідали у старій митниці до півночі @@.</p>", lang="en").replace(
            b"@@", b"\xff"
        ),
        fields=TITLE,
        within="митниці",
        to_review=("text",),
    ),
    Case(
        "entities of its own",
        page().replace(
            b"<!DOCTYPE html>", b'<!DOCTYPE h [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
        ),
        fields=TITLE,
        without="]>",
    ),
    Case(
        "line breaks without end",
        page("a line of text<br><br>" * 9_000 + TEXT),
        fields=TITLE,
        within="Vienna",
    ),
    Case(
        "a number that looks like a date",
        page("<div>2541-07-12-2021</div>" + TEXT, head=""),
        fields={"date": None},
        to_review=("date",),
    ),
    Case("the arrow of a note", page(TEXT + "<p>A note. <a href='#r'>↩</a></p>"), fields=TITLE, without="↩"),
    Case(
        "a text ahead of the authors",
        page("<p>Text Agreed by All Four of Them</p>" + TEXT),
        fields={"authors": None},
    ),
    Case(
        "a paywall after half", page(TEXT * 4 + "<p>Subscribe to continue reading.</p>"), to_review=("text",)
    ),
]
