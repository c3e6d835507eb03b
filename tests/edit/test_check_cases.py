"""Every check with a dossier in which it fires, and one in which a similar case gives no finding.

The name of a file in `cases/` is the code. Its sections are ``findings``, the expected findings on the files
below ``content/``, and files below ``clean/``, where that code must not occur.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from checking import findings, sections, write

from dossier.edit.check import CHECKS

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
# What no text can hold, or is tested with the settings: each has a test of its own.
ELSEWHERE = {
    "unreadable-file", "not-utf-8", "yaml-too-long", "check-setting", "file-too-long",
}  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_it_fires(case: Path, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    archive = case.read_text(encoding="utf-8")
    write(tmp_path, sections(archive))
    found = [str(f) for f in findings(tmp_path / "content") if f.code == case.stem]
    assert found
    told = "".join(f"{finding}\n" for finding in found)
    if pytestconfig.getoption("--regenerate-goldens"):
        rest = archive[archive.index("-- content/") :]
        case.write_text(f"-- findings --\n{told}{rest}", encoding="utf-8")
    else:
        assert told == sections(archive)["findings"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_looks_alike_is_left_alone(case: Path, tmp_path: Path) -> None:
    write(tmp_path, sections(case.read_text(encoding="utf-8")))
    assert [str(f) for f in findings(tmp_path / "clean") if f.code == case.stem] == []


# Their findings are in front matter, in prose, in a list of sources and at the end of a file.
@pytest.mark.parametrize("code", ["dates-out-of-order", "ambiguous-mention", "yaml-syntax", "duplicate-id"])
def test_line_ends_and_a_byte_order_mark_change_no_finding(code: str, tmp_path: Path) -> None:
    for path, text in sections((CASES[0].parent / f"{code}.txt").read_text(encoding="utf-8")).items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(("\ufeff" + text).replace("\n", "\r\n").encode())
    expected = (tmp_path / "findings").read_text(encoding="utf-8-sig").splitlines()
    assert expected
    assert [str(f) for f in findings(tmp_path / "content") if f.code == code] == expected


def test_every_check_has_a_case() -> None:
    assert {case.stem for case in CASES} | ELSEWHERE == set(CHECKS)
