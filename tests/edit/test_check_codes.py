"""Every code that the code base can give is a documented check, and every check has a code in use."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import dossier
from dossier.content.suppressions import NEVER_SUPPRESSED
from dossier.edit.check import CHECKS, GROUPS
from dossier.edit.check import reading_codes as reading_checks

PACKAGE = Path(dossier.__file__).parent
CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")
# What makes a finding, and which of its arguments is the code.
MAKERS = {"Finding": 3, "finding": 1, "_refused": 1, "Excess": 1, "_at": 2}
# Stops a run with an exception of its own: types that contradict themselves are the developer's. The others
# are what `dossier import` says of a table, which is no file of the dossier.
NO_CHECK = {"schema", "unknown-type", "wrong-row"}


def codes_in(file: Path) -> Iterator[str]:
    """The codes that a file gives findings, those of its constants included."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    constants = {
        target.id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Constant)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in MAKERS or len(node.args) <= MAKERS[name]:
            continue
        code = node.args[MAKERS[name]]
        value = code.value if isinstance(code, ast.Constant) else constants.get(getattr(code, "id", ""))
        if isinstance(value, str) and value not in NO_CHECK:
            yield value


def test_every_code_in_use_is_a_check_and_the_other_way_round() -> None:
    # What an import finds is in the page or table that is imported, not in the dossier.
    apart = (PACKAGE / "edit" / "check", PACKAGE / "importing")
    outside = [file for file in PACKAGE.rglob("*.py") if not set(apart) & set(file.parents)]
    used = {code for file in outside for code in codes_in(file)}
    assert {code for code in used if not CODE.fullmatch(code)} == set()
    assert used == {check.code for check in reading_checks.CHECKS}


def test_codes_are_stable_names_each_used_once() -> None:
    codes = [check.code for _, group in GROUPS for check in group]
    assert len(codes) == len(set(codes)) == len(CHECKS)
    assert [code for code in codes if not CODE.fullmatch(code)] == []
    assert set(CHECKS) >= NEVER_SUPPRESSED


def test_every_check_says_what_it_finds_and_how_to_fix_it() -> None:
    for check in CHECKS.values():
        assert check.says.endswith((".", "”")), check.code
        assert check.fix.endswith((".", "`")), check.code
        assert not check.leaves.endswith("."), check.code
