"""What is not meant for readers never gets through: comments, deletions, hidden text, from every program."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from importing.withheld import DOCUMENTS, SECRET, SENTENCES, TEXTS, google, mhtml, plain, press, web, word

from dossier.cli import main
from dossier.importing.hidden import remove_marks


def imported(folder: Path, text: str, name: str = "page.html", *words: str) -> Result:
    file, content = folder / name, folder / "content"
    file.write_text(text, encoding="utf-8")
    content.mkdir(exist_ok=True)
    return CliRunner().invoke(main, ["import", "--content", str(content), str(file), *words])


def written(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return Path(result.stdout.strip()).read_text("utf-8")


def assert_withheld(result: Result) -> str:
    text = written(result)
    assert SECRET not in text + result.output
    for sentence in SENTENCES:
        assert sentence in text
    assert re.search(r"^title: Harbour closed$", text, re.MULTILINE)
    return text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_hidden_is_written(name: str, tmp_path: Path) -> None:
    assert SECRET in DOCUMENTS[name]
    assert_withheld(imported(tmp_path, DOCUMENTS[name]))


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_hidden_is_written_of_a_plain_text(name: str, tmp_path: Path) -> None:
    text = assert_withheld(imported(tmp_path, plain(TEXTS[name]), "page.txt"))
    assert "reviewers" in text or "tracked changes" in text


@pytest.mark.parametrize("selector", [".x7", "article .x7", "p.x7"])
def test_a_style_sheet_in_an_archive_hides(selector: str, tmp_path: Path) -> None:
    page = mhtml(press(f'<p class="x7">{SECRET} was said.</p>'), f"{selector} {{ display: none; }}")
    assert_withheld(imported(tmp_path, page, "page.mhtml"))


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        (".x7{display:none}.x7{display:block}", "div"),
        (".x7{display:none}p.x7{display:block}", "div"),
        ("@media print{.x7{display:none}}", "div"),
        ("@media (max-width: 600px){.x7{display:none}}", "div"),
        (".x7:hover{display:none}", "div"),
        (".x7::after{display:none}", "div"),
        (".menu .x7{display:none}", "div"),
        (".x7{opacity:0;animation:enter 1s forwards}", "div"),
        (".x7{opacity:.5}", "div"),
        (".x7{opacity:0;transition:opacity 1s}", "div"),
        (".x7{width:0;flex:1;overflow:hidden}", "div"),
        (".x7{width:1%;overflow:hidden}", "div"),
        (".x7{margin-left:-1000px;padding-left:1000px}", "div"),
        (".out{visibility:hidden}.x7{visibility:visible}", "div"),
        (".out{font-size:0}.x7{font-size:16px}", "div"),
        (".x7{height:1px}", "div"),
        (".x7{color:transparent;background-clip:text}", "div"),
        ("body{visibility:hidden}", "div"),
        ("body{opacity:0}", "div"),
        (".x7{text-decoration:underline}", "div"),
    ],
)  # fmt: skip
def test_what_is_shown_in_the_end_stays(style: str, shown: str, tmp_path: Path) -> None:
    inner = "They stayed the night in the customs house."
    page = press(f'<div class="out"><p class="x7">{inner}</p></div>', f"<style>{style}</style>")
    assert inner in written(imported(tmp_path, page))


@pytest.mark.parametrize("attribute", ['media="print"', 'media="(max-width: 500px)"'])
def test_a_sheet_for_paper_or_small_screens_hides_nothing(attribute: str, tmp_path: Path) -> None:
    page = press('<p class="x7">They stayed.</p>', f"<style {attribute}>.x7{{display:none}}</style>")
    assert "They stayed." in written(imported(tmp_path, page))


def test_a_sheet_for_pages_without_scripts_hides_nothing(tmp_path: Path) -> None:
    page = press('<p class="x7">They stayed.</p>', "<noscript><style>.x7{display:none}</style></noscript>")
    assert "They stayed." in written(imported(tmp_path, page))


@pytest.mark.parametrize(
    "page",
    [
        "<p>As the chart shows[fig1] it fell.</p><p>[fig1]A chart of the catch</p><p>They stayed.</p>",
        "<p>They <suggestion-start name='deletion:1'></suggestion-start>left.</p><p>They stayed.</p>",
    ],
)
def test_what_only_looks_like_a_review_stays(page: str, tmp_path: Path) -> None:
    assert "They stayed." in written(imported(tmp_path, press(page)))


@pytest.mark.parametrize(
    "text",
    [
        "The [statement][osce1] was clear.\n\n[osce1]: https://osce.example/1\n\nThey stayed.\n",
        "As the chart shows[fig1] it fell.\n\n[fig1]A chart of the catch\n\nThey stayed.\n",
        f"They met.\n\n{'{~~~>' * 50_000}\n\nThey stayed.\n",
        f"They met.\n\n{'{-- <!-- ' * 30_000}\n\nThey stayed.\n",
    ],
    ids=["links", "figures", "unclosed replacements", "unclosed deletions"],
)
def test_what_only_looks_like_a_mark_stays(text: str) -> None:
    assert remove_marks(text)[0] == text


def test_words_that_were_commented_on_or_put_in_stay(tmp_path: Path) -> None:
    commented = "<a style='mso-comment-reference:AB_1;mso-comment-date:20210616T1200'>They stayed</a>"
    added = "<span class=msoIns><ins cite='mailto:Ann' datetime='2021-06-16T12:00'> for good</ins></span>"
    text = written(imported(tmp_path, word(inside=f" {commented}{added}, all of them.")))
    assert "They stayed for good, all of them." in text
    assert (
        "# uncertain: text: tracked changes: 0 deletions left out; 1 insertion kept, as if accepted\n" in text
    )
    assert "Ann" not in text


def test_text_around_marks_joins_as_it_is_read(tmp_path: Path) -> None:
    mark = '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>'
    page = google(
        '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Why?</span></p></div>', f"{mark} And so on."
    )
    assert f"{SENTENCES[0]} And so on.\n" in written(imported(tmp_path, page))


def test_footnotes_are_no_comments(tmp_path: Path) -> None:
    note = (
        '<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> A note that readers see.</span></p></div>'
    )
    assert "A note that readers see." in written(
        imported(tmp_path, DOCUMENTS["Google comment after a footnote"])
    )
    assert "A note that readers see." in written(imported(tmp_path, google(note), "b.html"))


def test_letters_in_brackets_are_no_comments(tmp_path: Path) -> None:
    quoted = "“[a]nd then [t]hey stayed”, he wrote, and some read it again.\n\n[a]nd so it went on until the morning."
    assert "so it went on" in written(imported(tmp_path, plain(quoted), "page.txt"))
    noted = web(
        f"<h1>Harbour closed</h1><p>{'</p><p>'.join(SENTENCES)}[a]</p><p>[a] A note with a space.</p>"
    )
    assert "A note with a space." in written(imported(tmp_path, noted))


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (DOCUMENTS["Google comments in a row"], "uncertain: text: 2 comments by reviewers left out"),
        (DOCUMENTS["Word comment"], "uncertain: text: 1 comment by reviewers left out"),
        (DOCUMENTS["LibreOffice deletion"], "uncertain: text: tracked changes: 1 deletion left out"),
        (
            press("<p>They met <s>twice</s> again.</p>"),
            "uncertain: text: 1 word struck through, which readers see as withdrawn, left out",
        ),
        (
            press("<p hidden>This is a whole sentence of eight words.</p>"),
            "left out: text: hidden text of 8 words",
        ),
    ],
)
def test_what_went_is_said_in_the_file_and_on_standard_error(page: str, said: str, tmp_path: Path) -> None:
    result = imported(tmp_path, page)
    assert said in result.stderr.splitlines()
    text = written(result)
    assert f"# {said}\n" in text
    if said.startswith("uncertain"):
        assert "\nstatus: draft\n" in text


def test_what_is_left_out_makes_no_draft(tmp_path: Path) -> None:
    head = '<meta name="date" content="2021-06-16"><meta property="og:site_name" content="Daily"><meta property="og:url" content="https://daily.example/1">'
    result = imported(
        tmp_path, press("<p hidden>This is a whole sentence of eight words.</p>", head), "page.html", "--json"
    )
    data = json.loads(result.stdout)
    assert "status" not in data["fields"]
    assert [(remark["about"], remark["missing"]) for remark in data["remarks"]] == [("left out", False)]


def test_marks_that_are_not_closed_are_said(tmp_path: Path) -> None:
    assert (
        "“{>>” is an unpaired review mark"
        in imported(tmp_path, plain("They {>> stayed there."), "page.txt").stderr
    )


def test_insertions_in_a_plain_text_stay(tmp_path: Path) -> None:
    marked = "They {++all ++}stayed {==there==}, {~~they say~>we hear~~}."
    assert "They all stayed there, we hear." in written(imported(tmp_path, plain(marked), "page.txt"))
