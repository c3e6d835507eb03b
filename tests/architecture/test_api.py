from __future__ import annotations

import importlib

import pytest

PACKAGES = [
    "dossier.recognise.dates",
    "dossier.index",
    "dossier.linking",
    "dossier.recognise.names",
    "dossier.content.schema",
    "dossier.edit.suggest",
    "dossier.render",
]


@pytest.mark.parametrize("name", PACKAGES)
def test_what_a_package_offers_is_there(name: str) -> None:
    package = importlib.import_module(name)
    offered = package.__all__
    assert sorted(offered) == sorted(set(offered))
    assert [each for each in offered if not hasattr(package, each)] == []


@pytest.mark.parametrize("name", PACKAGES)
def test_what_a_package_offers_is_documented(name: str) -> None:
    package = importlib.import_module(name)
    assert package.__doc__
    classes_and_functions = [getattr(package, each) for each in package.__all__]
    own = [each for each in classes_and_functions if getattr(each, "__module__", "").startswith("dossier")]
    assert [each.__name__ for each in own if hasattr(each, "__name__") and not each.__doc__] == []


def test_errors_are_one_tree_that_carries_data() -> None:
    errors = importlib.import_module("dossier.model.errors")
    assert issubclass(errors.SchemaError, errors.DossierError)
    assert issubclass(errors.ContentFolderError, errors.DossierError)
    assert errors.ContentFolderError("content").path == "content"


def test_a_finding_reads_as_one_line_with_its_place() -> None:
    findings = importlib.import_module("dossier.model.findings")
    finding = findings.Finding(
        "people/a.md", 3, 1, "unknown-field", "“bron” is not a field", "did you mean “born”?"
    )
    assert str(finding) == (
        "people/a.md:3:1: error: unknown-field: “bron” is not a field (did you mean “born”?)"
    )
    assert findings.nearest("zzz", ["born"]) == ""
