"""Tests of `dossier annotate`: what it reads and writes, and what it says about lines it cannot read."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sample_gazetteer import SAMPLE

from dossier.cli import main
from dossier.cli.annotate import annotate_lines, load_gazetteer
from dossier.recognise.languages import language

ENGLISH = language("en")


PUTIN = {
    "id": "putin",
    "name": "Vladimir Putin",
    "type": "person",
    "aliases": ["VVP", {"text": "the boss", "kind": "weak"}],
    "offices": [
        {"office": "President of Russia", "jurisdiction": "Russia", "start": "2012-05-07", "end": None}
    ],
}
ULYSSES = {"id": "ulysses", "name": "MV Ulysses", "type": "vessel", "aliases": []}


@pytest.fixture
def gazetteer(tmp_path: Path) -> Path:
    path = tmp_path / "gazetteer.jsonl"
    path.write_text(f"{json.dumps(PUTIN)}\n\n{json.dumps(ULYSSES)}\n", encoding="utf-8")
    return path


def run(gazetteer: Path, given: str | bytes) -> Result:
    return CliRunner().invoke(main, ["annotate", "--gazetteer", str(gazetteer)], input=given)


def test_mentions_dates_and_what_was_given(gazetteer: Path) -> None:
    text = "On 16 June 2021 the Russian president, Vladimir Putin, boarded the MV Ulysses."
    result = run(
        gazetteer, json.dumps({"doc_id": 7, "date": "2021-06-17", "text": text, "note": ["é"]}) + "\n"
    )
    assert result.exit_code == 0, result.output
    row = json.loads(result.stdout)
    assert (row["doc_id"], row["text"], row["note"]) == (7, text, ["é"])
    assert [(m["text"], m["entity"], m["type"]) for m in row["mentions"]] == [
        ("Russian president", "putin", "person"),
        ("Vladimir Putin", "putin", "person"),
        ("MV Ulysses", "ulysses", "vessel"),
    ]
    assert all(text[m["start"] : m["end"]] == m["text"] and m["rule"] for m in row["mentions"])
    assert [(d["text"], d["value"]) for d in row["dates"]] == [("16 June 2021", "2021-06-16")]
    assert row["unresolved"] == []


def test_offsets_are_code_points(gazetteer: Path) -> None:
    row = json.loads(run(gazetteer, json.dumps({"text": "🛳️ – é: MV Ulysses"}) + "\n").stdout)
    (mention,) = row["mentions"]
    assert row["text"][mention["start"] : mention["end"]] == "MV Ulysses"


def test_unresolved_names_its_candidates() -> None:
    out = io.BytesIO()
    text = "Bill Clinton and Hillary Clinton came. Clinton left."
    assert annotate_lines(SAMPLE, [json.dumps({"doc_id": "a", "text": text}).encode()], out, ENGLISH)
    (refused,) = json.loads(out.getvalue())["unresolved"]
    assert refused["text"] == "Clinton"
    assert set(refused["candidates"]) == {"bill-clinton", "hillary-clinton"}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{", "this is not JSON"),
        (b"[]", "not a JSON object"),
        (b'{"doc_id": 1}', "“text”"),
        (b'{"text": 3}', "“text”"),
        (b'{"text": "a", "date": 2021}', "“date”"),
        (b'{"text": "a", "date": "8 December"}', "not an EDTF date"),
        (b'{"text": "\xff"}', "not UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"text": "a", "n": ' + b"9" * 10_000 + b"}", "too long"),
    ],
)
def test_bad_line_is_reported_and_the_rest_is_done(gazetteer: Path, line: bytes, says: str) -> None:
    good = json.dumps({"text": "MV Ulysses"}).encode()
    result = run(gazetteer, good + b"\n\n" + line + b"\n" + good + b"\n")
    assert result.exit_code == 1
    assert "standard input:3:" in result.stderr
    assert says in result.stderr
    assert "Traceback" not in result.stderr
    assert [len(json.loads(row)["mentions"]) for row in result.stdout.splitlines()] == [1, 1]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"id": None}, "“id”"),
        ({"name": " "}, "“name”"),
        ({"type": 3}, "“type”"),
        ({"aliases": "VVP"}, "“aliases”"),
        ({"aliases": [3]}, "alias"),
        ({"aliases": [{"text": "a", "kind": "odd"}]}, "“odd”"),
        ({"offices": ["President"]}, "office"),
        ({"offices": [{"start": "2000"}]}, "“office”"),
        ({"phrases": [3]}, "“phrases”"),
        ({"gender": 3}, "“gender”"),
    ],
)
def test_bad_entity_is_reported_and_the_rest_is_used(
    gazetteer: Path, change: dict[str, object], says: str
) -> None:
    gazetteer.write_text(f"{json.dumps(PUTIN | change)}\n{json.dumps(ULYSSES)}\n", encoding="utf-8")
    result = run(gazetteer, json.dumps({"text": "Vladimir Putin boarded the MV Ulysses."}) + "\n")
    assert result.exit_code == 1
    assert f"{gazetteer}:1:" in result.stderr
    assert says in result.stderr
    assert [m["entity"] for m in json.loads(result.stdout)["mentions"]] == ["ulysses"]


def test_half_of_a_surrogate_pair_is_written_as_it_was_read(gazetteer: Path) -> None:
    result = run(gazetteer, '{"text": "\\ud800 MV Ulysses"}\n')
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["text"] == "\ud800 MV Ulysses"


def test_it_streams() -> None:
    """Each line is written before the next is read: memory does not grow with the input."""
    out = io.BytesIO()
    seen: list[int] = []

    def lines() -> Iterator[bytes]:
        for number in range(3):
            seen.append(out.getvalue().count(b"\n"))
            yield json.dumps({"doc_id": number, "text": "Vladimir Putin"}).encode()

    assert annotate_lines(SAMPLE, lines(), out, ENGLISH)
    assert seen == [0, 1, 2]


def test_gazetteer_with_every_field(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    office = {
        "office": "Mayor",
        "position": "mayor",
        "acting": True,
        "start": "2001",
        "jurisdiction": "Harbourtown",
    }
    row = {"id": "ada", "name": "Ada", "type": "person", "gender": "f", "offices": [office], "aliases": None}
    position = {
        "id": "mayor",
        "name": "Mayor",
        "type": "position",
        "phrases": ["Lord Mayor"],
        "excludes": ["former"],
    }
    path.write_text(f"{json.dumps(row)}\n{json.dumps(position)}\n", encoding="utf-8")
    entities, good = load_gazetteer(path)
    assert good
    (term,) = entities[0].offices
    assert (term.position, term.acting, term.jurisdiction) == ("mayor", True, "Harbourtown")
    assert (entities[1].phrases, entities[1].excludes) == (("Lord Mayor",), ("former",))


def test_a_source_of_entities_is_needed() -> None:
    result = CliRunner().invoke(main, ["annotate"], input="")
    assert result.exit_code == 2
    assert "--gazetteer" in result.output
