"""Tests of imports: the core knows no host, data goes one way, no import is hidden and none forms a cycle."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import get_args

import pytest
from packaging.requirements import Requirement

import dossier
from dossier.recognise.dates.forms import Which

PACKAGE = Path(dossier.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
HOSTS = {"mkdocs", "material", "properdocs", "zensical", "mkdocs_dossier"}
# Each may import from its own line and from those before it.
PIPELINE = [
    {"model"},
    {"content"},
    {"recognise"},
    {"linking"},
    {"index"},
    {"render"},
    {"pipeline"},
    {"edit", "importing"},
    {"cli", "standalone"},
]
MOST_MODULES_AT_THE_TOP = 10
LONGEST_CHAIN = 15


def module_name(file: Path) -> str:
    parts = ("dossier", *file.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(file): file for file in FILES}


def imports_in(file: Path) -> list[tuple[str, ast.stmt]]:
    """The modules that a file imports, those of `TYPE_CHECKING` included; names of modules resolved."""
    found: list[tuple[str, ast.stmt]] = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, node) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: a relative import"
            base = node.module or ""
            names = [f"{base}.{alias.name}" for alias in node.names]
            found += [(name if name in MODULES else base, node) for name in names]
    return found


def stage(module: str) -> int | None:
    """The number of a module's stage; None for the package itself."""
    parts = module.split(".")
    if len(parts) == 1:
        return None
    return next(number for number, names in enumerate(PIPELINE) if parts[1] in names)


def test_every_module_has_its_place_in_the_pipeline() -> None:
    known = {name for names in PIPELINE for name in names}
    assert {name.split(".")[1] for name in MODULES if "." in name} <= known
    assert len(list(PACKAGE.glob("*.py"))) <= MOST_MODULES_AT_THE_TOP


@pytest.mark.parametrize("file", FILES, ids=module_name)
def test_no_module_of_the_core_imports_a_host(file: Path) -> None:
    roots = {name.split(".")[0] for name, _ in imports_in(file)}
    assert roots & HOSTS == set()


def test_the_core_imports_where_no_host_is_installed() -> None:
    script = f"""
import importlib, sys
for host in {sorted(HOSTS)!r}:
    sys.modules[host] = None
for name in {sorted(MODULES)!r}:
    importlib.import_module(name)
print(len([name for name in sys.modules if name.split(".")[0] == "dossier"]))
"""
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=False
    )
    assert result.stderr == ""
    assert int(result.stdout) >= len(MODULES)


def packages_of_the_extra() -> set[str]:
    """The modules of the packages that only the extra ``import`` brings."""
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {Requirement(line).name for line in project["optional-dependencies"]["import"]}
    return {name.replace("-", "_") for name in wanted}


def test_only_the_import_of_pages_needs_the_extra() -> None:
    script = f"""
import importlib, sys
for package in {sorted(packages_of_the_extra())!r}:
    sys.modules[package] = None
for name in {sorted(MODULES)!r}:
    try:
        importlib.import_module(name)
    except ImportError:
        print(name)
"""
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert result.stderr == ""
    assert result.stdout.split() == [
        "dossier.importing.article",
        "dossier.importing.body.finding",
        "dossier.importing.body.voting",
        "dossier.importing.connecting",
        "dossier.importing.fetching",
    ]


@pytest.mark.parametrize("file", FILES, ids=module_name)
def test_no_import_hides_in_a_function(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    hidden = [
        node.lineno
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    assert hidden == []
    assert not {"__import__", "importlib"} & {node.id for node in calls}


def test_no_module_of_the_core_imports_from_the_right() -> None:
    wrong = []
    for name, file in MODULES.items():
        own = stage(name)
        for imported, node in imports_in(file):
            theirs = stage(imported) if imported.split(".")[0] == "dossier" else None
            if own is not None and theirs is not None and theirs > own:
                wrong.append(f"{name}:{node.lineno} imports {imported}")
    assert wrong == []


def test_names_and_dates_know_no_files_and_no_html() -> None:
    barred = ("dossier.content", "dossier.linking", "dossier.model.registry", "markdown", "yaml")
    for name, file in MODULES.items():
        if name.startswith(("dossier.recognise.names", "dossier.recognise.dates")):
            imported = {found for found, _ in imports_in(file)}
            assert not {each for each in imported if each.startswith(barred)}, name


def test_the_model_is_values_and_imports_nothing_else_of_ours() -> None:
    barred = {"markdown", "yaml", "bs4", "click", "jinja2"}
    for name, file in MODULES.items():
        if name.startswith("dossier.model"):
            assert not {found.split(".")[0] for found, _ in imports_in(file)} & barred, name


@pytest.mark.parametrize("name", ["mkdocs_atomic_site", "mkdocs_pagefind"])
def test_the_other_plugins_know_nothing_of_dossiers(name: str) -> None:
    files = list((PACKAGE.parent / "plugins" / name).rglob("*.py"))
    assert len(files) > 3
    roots = {found.split(".")[0] for file in files for found, _ in imports_in(file)}
    assert not roots & {"dossier", "mkdocs_dossier"}


def test_there_are_no_import_cycles() -> None:
    graph = {
        name: {found for found, _ in imports_in(file) if found in MODULES and found != name}
        for name, file in MODULES.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


# `loading` reads the files of a language; what it has of words is messages.
ENGINES = [
    file
    for file in FILES
    if file.parent.name in ("names", "dates") and file.parent.parent.name == "recognise"
    if file.stem != "loading"
]
# How a date points, in the engine's own terms.
POINTERS = {pointer for pointer in get_args(Which) if " " in pointer}
WORDS_IN_A_ROW = re.compile(r"\b[^\W\d_A-Z]{2,}(?:[\s|]+[^\W\d_A-Z]{2,})+")


@pytest.mark.parametrize("file", ENGINES, ids=module_name)
def test_the_engines_of_recognition_hold_no_list_of_words(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    left_out = [node for node in ast.walk(tree) if isinstance(node, ast.Raise | ast.Expr)]
    docstrings = {id(node.value) for node in left_out if isinstance(node, ast.Expr)}
    messages = {id(part) for node in left_out if isinstance(node, ast.Raise) for part in ast.walk(node)}
    found = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in docstrings | messages
        if node.value not in POINTERS and WORDS_IN_A_ROW.search(node.value)
    ]
    assert found == []


def test_the_longest_chain_of_imports_is_short() -> None:
    graph = {
        name: {found for found, _ in imports_in(file) if found in MODULES and found != name}
        for name, file in MODULES.items()
    }
    chains: dict[str, tuple[str, ...]] = {}
    for module in TopologicalSorter(graph).static_order():
        chains[module] = (module, *max((chains[each] for each in graph[module]), key=len, default=()))
    longest = max(chains.values(), key=len)
    assert len(longest) <= LONGEST_CHAIN, " > ".join(longest)
