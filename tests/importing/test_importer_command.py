"""``dossier import`` as an editor types it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from importing.hostile import TEXT, page

from dossier.cli import main
from dossier.cli.extras import loaded
from dossier.content.loading import load_registry
from dossier.content.schema import load_schema

PAGES = Path(__file__).parent / "pages"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    for name, text in {
        "people/jane-doe.md": "---\ntitle: Jane Doe\n---\n",
        "places/vienna.md": "---\ntitle: Vienna\n---\n",
        "sources.yaml": "# Kept as it is.\n\n- id: talks\n  type: webpage\n  title: Talks\n  URL: https://a.example/talks\n",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def run(content: Path, *words: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(main, ["import", "--content", str(content), *words], input=stdin)


def files(content: Path) -> dict[str, bytes]:
    return {
        file.relative_to(content).as_posix(): file.read_bytes()
        for file in content.rglob("*")
        if file.is_file()
    }


def test_an_article_is_written_and_reads_without_a_finding(content: Path) -> None:
    result = run(content, str(PAGES / "agency.html"))
    assert (result.exit_code, result.stderr) == (0, "")
    path = content / "articles" / "presidents-meet-for-three-hours-by-the-lake.md"
    assert result.stdout == f"{path}\n"
    registry, findings = load_registry(content, load_schema())
    assert findings == []
    article = registry[path.stem]
    assert article.fields.texts("authors") == ("Clara Winter", "Omar Haddad")
    assert not article.is_draft
    assert not list(content.rglob("*.tmp"))


def test_the_same_page_is_not_imported_twice(content: Path) -> None:
    assert run(content, str(PAGES / "agency.html")).exit_code == 0
    before = files(content)
    again = run(content, str(PAGES / "agency.html"))
    assert (again.exit_code, again.stdout) == (3, "")
    assert "was already imported as" in again.stderr
    assert files(content) == before


def test_a_page_is_not_imported_twice_where_git_writes_the_line_ends_of_windows(content: Path) -> None:
    file = Path(run(content, str(PAGES / "agency.html")).stdout.strip())
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert "was already imported as" in run(content, str(PAGES / "agency.html")).stderr


def test_new_sources_have_the_line_ends_of_the_list(content: Path) -> None:
    file = content / "sources.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert run(content, "-", stdin=b'[{"title": "A report", "type": "report"}]').exit_code == 0
    written = file.read_bytes()
    assert b"A report" in written
    assert written.count(b"\n") == written.count(b"\r\n")


def test_another_page_of_that_title_gets_a_number(content: Path) -> None:
    for number, name in enumerate(["jane-doe-2", "jane-doe-3"]):
        result = run(content, "-", stdin=page(TEXT * (number + 1), title="Jane Doe"))
        assert result.stdout.endswith(f"{name}.md\n")


def test_a_name_that_is_taken_is_refused(content: Path) -> None:
    before = files(content)
    absolute = (content / "people" / "jane-doe.md").absolute()
    for words in (
        ("--name", "jane-doe"),
        ("--out", str(content / "people" / "jane-doe.md")),
        ("--out", str(absolute)),
    ):
        result = run(content, str(PAGES / "bare.html"), *words)
        assert result.exit_code == 3
        assert "taken" in result.stderr or "there already" in result.stderr
    assert files(content) == before


def test_what_is_doubtful_is_said_twice_and_makes_a_draft(content: Path) -> None:
    result = run(content, str(PAGES / "contradictory.html"))
    doubt = (
        "uncertain: date: the page says 2021-06-16 (JSON-LD) and 2021-06-02 (<meta article:published_time>)"
    )
    assert doubt in result.stderr.split("\n")
    text = Path(result.stdout.strip()).read_text("utf-8")
    assert f"# {doubt}\ndate: 2021-06-16\n" in text
    assert "\nstatus: draft\n" in text


def test_options_say_what_the_page_does_not(content: Path) -> None:
    words = ("--title", "Прогулянка", "--date", "2021-06", "--publisher", "A: b", "--language", "uk")
    result = run(content, str(PAGES / "bare.html"), *words, "--dry-run")
    front = yaml.load(result.stdout.split("---\n")[1], yaml.BaseLoader)
    assert [front[name] for name in ("title", "date", "publisher", "language")] == [
        "Прогулянка",
        "2021-06",
        "A: b",
        "uk",
    ]
    assert run(content, str(PAGES / "bare.html"), *words).stdout.endswith("prohulianka.md\n")


@pytest.mark.parametrize(
    "words",
    [(), ("a.html", "--url", "http://a.example"), ("-", "--date", "yesterday"), ("-", "--language", "?"), ("-", "--name", "A b"),
     ("-", "--name", "a", "--out", "b"), ("-", "--kind", "pdf"), ("-", "--title", "a\x07b")],
)  # fmt: skip
def test_wrong_use(content: Path, words: tuple[str, ...]) -> None:
    assert run(content, *words, stdin=page()).exit_code == 2


def test_no_content_folder(tmp_path: Path) -> None:
    assert run(tmp_path / "none", str(PAGES / "bare.html")).exit_code == 2
    assert run(tmp_path / "none", str(PAGES / "bare.html"), "--dry-run").exit_code == 0


def test_what_cannot_be_read_or_is_no_article_is_one_line_and_status_3(content: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    for name in ("none.html", "a.pdf", "."):
        result = run(content, str(tmp_path / name))
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    assert run(content, "--url", "http://127.0.0.1:1/").exit_code == 3
    assert run(content, "--url", "file:///etc/passwd").exit_code == 3
    assert run(content, "-").exit_code == 3


def test_a_folder_that_cannot_be_written_leaves_nothing(content: Path) -> None:
    (content / "articles").write_text("a file in the way", encoding="utf-8")
    result = run(content, str(PAGES / "agency.html"))
    assert result.exit_code == 3
    assert "cannot be written" in result.stderr


def test_json(content: Path) -> None:
    result = run(content, str(PAGES / "contradictory.html"), "--json", "--dry-run")
    data = json.loads(result.stdout)
    assert data["fields"]["title"] == "Ceasefire holds for a second day"
    assert {remark["field"] for remark in data["remarks"]} == {"authors", "date", "url"}
    assert "ceasefire held" in data["body"]


def test_pictures_are_left_out_or_noted_and_never_embedded(content: Path) -> None:
    assert (
        "villa above the lake. NORTHWIRE" not in run(content, str(PAGES / "agency.html"), "--dry-run").stdout
    )
    noted = run(content, str(PAGES / "agency.html"), "--dry-run", "--images", "note").stdout
    assert (
        "[Picture: The villa above the lake. NORTHWIRE/Pool](https://www.northwire.example/img/villa.jpg)"
        in noted
    )
    assert "![" not in noted
    assert "<img" not in noted


def test_sources_are_added_once_and_the_file_stays_as_it_was(content: Path) -> None:
    before = (content / "sources.yaml").read_text("utf-8")
    items = [
        {"id": "http://zotero.org/users/1/items/A", "type": "article-newspaper", "title": "One: two", "author": [{"family": "Doe", "given": "J."}],
         "issued": {"date-parts": [["2021", 6, 16]]}, "volume": 3, "custom": {"a": 1}},
        {"id": "talks", "type": "webpage", "title": "Another", "URL": "https://b.example"},
        {"id": "x", "type": "webpage", "title": "Talks again", "URL": "http://a.example/talks/"},
        {"id": "y", "type": "webpage"},
        {"itemType": "newspaperArticle", "title": "Three", "publicationTitle": "Post", "date": "2020-00-00 2020", "creators": [{"creatorType": "author", "name": "Desk"}]},
        {"itemType": "attachment", "title": "Snapshot"},
    ]  # fmt: skip
    result = run(content, "-", stdin=json.dumps(items).encode())
    assert result.exit_code == 0
    assert "item 3: left out: “Talks again” is already in the list" in result.stderr
    assert "item 4: left out: it has no title" in result.stderr
    assert "item 6: left out: a note or an attachment is not a source" in result.stderr
    after = (content / "sources.yaml").read_text("utf-8")
    assert after.startswith(before)
    registry, findings = load_registry(content, load_schema())
    assert findings == []
    assert set(registry.sources) == {"talks", "doe-2021-one-two", "talks-2", "desk-2020-three"}
    assert registry.sources["doe-2021-one-two"].item["issued"] == "2021-06-16"
    assert registry.sources["desk-2020-three"].item["container-title"] == "Post"
    run(content, "-", stdin=json.dumps(items).encode())
    assert (content / "sources.yaml").read_text("utf-8") == after


@pytest.mark.parametrize(
    "data", [b"{", b"[]", b"[1]", b'{"a": 1}', b"[" * 100_000, b'[{"title": ' + b"9" * 9000 + b"}]"]
)
def test_what_is_no_list_of_sources(content: Path, data: bytes) -> None:
    before = files(content)
    result = run(content, "-", "--kind", "json", stdin=data)
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert files(content) == before


def test_entities_from_csv(content: Path, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text(
        'title;aliases;born;relations\n"Róe, John";J. Roe;1970;"[{""type"": ""spouse_of"", ""target"": ""jane-doe""}]"\nОлена Приклад;;;\n',
        encoding="utf-8",
    )
    result = run(content, str(table), "--type", "person")
    assert result.exit_code == 0, result.output
    registry, findings = load_registry(content, load_schema())
    assert findings == []
    assert registry["roe-john"].fields.records("relations")[0].text("target") == "jane-doe"
    assert registry["olena-priklad"].title == "Олена Приклад"


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;;", "sep=|"])
def test_a_first_line_that_names_the_delimiter_is_no_head(content: Path, first: str) -> None:
    sign = "|" if "|" in first else ";"
    table = f"{first}\r\ntitle;born\r\nJohn, Roe;1970\r\nJoan Roe;x\r\n".replace(";born", f"{sign}born")
    table = table.replace("Roe;", f"Roe{sign}")
    result = run(content, "-", "--kind", "csv", "--type", "person", stdin=table.encode())
    assert result.exit_code == 1
    assert result.stdout.startswith("standard input:4:")
    good = table.replace(f"Joan Roe{sign}x\r\n", "")
    assert run(content, "-", "--kind", "csv", "--type", "person", stdin=good.encode()).exit_code == 0
    assert "born: 1970" in (content / "people" / "john-roe.md").read_text("utf-8")


def test_lists_in_cells_are_parted_at_semicolons(content: Path) -> None:
    result = run(
        content,
        "-",
        "--kind",
        "csv",
        "--type",
        "person",
        "--dry-run",
        stdin=b"title,aliases,citizenship\nJohn Roe,J. Roe; Johnny,vienna\n",
    )
    assert "aliases: [J. Roe, Johnny]\ncitizenship: [vienna]\n" in result.stdout


def test_entities_from_json_lines_with_types_and_references_among_them(content: Path) -> None:
    lines = [
        {"type": "person", "id": "john-roe", "title": "John Roe", "positions": [{"position": "mayor", "from": 2015, "acting": True}]},
        {"type": "position", "id": "mayor", "title": "Mayor", "body": "An *office*."},
    ]  # fmt: skip
    result = run(content, "-", "--kind", "jsonl", stdin="\n".join(map(json.dumps, lines)).encode())
    assert result.exit_code == 0, result.output
    registry, findings = load_registry(content, load_schema())
    assert findings == []
    assert registry["mayor"].body.strip() == "An *office*."
    assert registry["john-roe"].fields.records("positions")[0].text("acting") == "True"


def test_all_errors_of_all_rows_are_told_and_nothing_is_written(content: Path, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text(
        "title,born,citizenship,shoe\nJane Doe,19x,atlantis,\nJohn Roe,1970,vienna,44\nAnn,,,,,x\n\n,1970,,\n",
        encoding="utf-8",
    )
    before = files(content)
    result = run(content, str(table), "--type", "person")
    assert result.exit_code == 1
    found = [line.removeprefix(f"{table}:").split(": ")[0:3:2] for line in result.stdout.splitlines()]
    assert found == [
        ["2:1", "duplicate-id"], ["2:1", "unknown-reference"], ["2:1", "wrong-value"], ["3:1", "unknown-field"], ["4:1", "wrong-row"], ["6:1", "missing-field"],
    ]  # fmt: skip
    assert files(content) == before


def test_rows_without_a_type(content: Path) -> None:
    result = run(content, "-", "--kind", "csv", stdin=b"title\nA\n")
    assert (result.exit_code, "unknown-type" in result.stdout) == (1, True)
    assert run(content, "-", "--kind", "csv", "--type", "persn", stdin=b"title\nA\n").exit_code == 2


@pytest.mark.parametrize(
    "data", [b"title,title\nA,B\n", b",,\n", b'title\n"A\n', b"title\n" + b"x" * 2_000_000]
)
def test_what_is_no_table(content: Path, data: bytes) -> None:
    result = run(content, "-", "--kind", "csv", "--type", "person", stdin=data)
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)


def test_other_commands_do_not_load_what_reads_pages() -> None:
    script = "import sys; from dossier.cli import main; main(['check', '--help'], standalone_mode=False); print([m for m in sys.modules if m.startswith(('trafilatura', 'urllib3', 'dossier.importing'))])"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("words", [(str(PAGES / "agency.html"),), ("--url", "http://127.0.0.1:9/")])
def test_without_the_extra_one_line_says_what_to_install(
    content: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    for name in ("article", "body.finding", "body.voting"):
        monkeypatch.delitem(sys.modules, f"dossier.importing.{name}", raising=False)
    before = files(content)
    result = run(content, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert re.fullmatch(
        r"Error: importing a page or text needs packages that are not installed \(.*trafilatura.*\); "
        r'run: pip install "mkdocs-dossier\[import\]"\n',
        result.stderr,
    )
    assert files(content) == before


def test_a_fault_of_our_own_imports_is_no_missing_package() -> None:
    with pytest.raises(ImportError):
        loaded("dossier.importing.nothing:at_all", "import", "importing a page or text")


@pytest.mark.parametrize(("codec", "name"), [("cp1251", "windows-1251"), ("utf-8", ""), ("utf-16", "")])
def test_the_encoding_of_a_table_is_said_where_it_was_guessed(content: Path, codec: str, name: str) -> None:
    table = "title,summary\nІван Приклад,Міністр двох країн зустрівся у середу у Відні\n"
    result = run(content, "-", "--kind", "csv", "--type", "person", stdin=table.encode(codec))
    assert result.exit_code == 0
    said = f"standard input: its encoding is not labelled; it was read as {name}\n"
    assert result.stderr == (said if name else "")
    text = (content / "people" / "ivan-pryklad.md").read_text(encoding="utf-8")
    assert "title: Іван Приклад\n" in text
