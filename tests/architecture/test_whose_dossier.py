"""No test outside ``tests/demo`` depends on what the dossier of this repository says."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
# Those of the dossier, and what is measured by hand.
ITS_OWN = ("demo", "benchmarks")
# What is built from it is named by the configuration that says where it stands.
NAMES = ("content", "mkdocs.yml", "site_config")
FILES = [file for file in sorted(TESTS.rglob("*.py")) if file.relative_to(TESTS).parts[0] not in ITS_OWN]


def of_the_repository(tree: ast.Module) -> set[str]:
    """The names that a module gives to the folder of the repository, or to one above its own."""
    return {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and is_above(node.value, set())
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def is_above(node: ast.expr, names: set[str]) -> bool:
    """Whether an expression is ``Path(__file__).parents[…]`` or one of the names of it."""
    if isinstance(node, ast.Name):
        return node.id in names
    return isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith(".parents")


def named(text: str) -> Iterator[str]:
    """The files of the dossier that a module names below the folder of the repository."""
    tree = ast.parse(text)
    names = of_the_repository(tree)
    loops = {
        ast.unparse(node.target): [ast.unparse(each).strip("'\"") for each in node.iter.elts]
        for node in ast.walk(tree)
        if isinstance(node, ast.For) and isinstance(node.iter, ast.Tuple)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and is_above(node.left, names):
            below = ast.unparse(node.right).strip("'\"")
            yield from (name for name in loops.get(below, [below]) if name.split("/")[0] in NAMES)
        if isinstance(node, ast.Call) and node.args and is_above(node.args[0], names):
            yield from (ast.unparse(node) for _ in [0] if ast.unparse(node.func).endswith("mkdocs_build"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(TESTS).as_posix())
def test_no_other_test_names_the_dossier_of_this_repository(file: Path) -> None:
    assert list(named(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "text",
    [
        'ROOT = Path(__file__).parents[2]\ncheck(ROOT / "content")',
        'check(Path(__file__).parents[2] / "content/people")',
        'ROOT = Path(__file__).resolve().parents[2]\nfor name in ("content", "docs"):\n    copy(ROOT / name)',
        'ROOT = Path(__file__).parents[2]\nload(ROOT / "mkdocs.yml")',
        "ROOT = Path(__file__).parents[2]\nmkdocs_build(ROOT, target)",
    ],
)
def test_its_name_is_found(text: str) -> None:
    assert list(named(text))


def test_a_folder_of_that_name_elsewhere_is_nobody_elses() -> None:
    text = 'ROOT = Path(__file__).parents[2]\nread(tmp_path / "content")\nread(ROOT / "docs")'
    assert list(named(text)) == []
