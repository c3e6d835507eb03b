"""Tests that no package is added unnoticed, and that somebody has read the licence of each."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from host_environments import ENVIRONMENTS, packages_of
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
REQUIREMENTS = ROOT / "requirements"
REVIEWED: dict[str, Any] = tomllib.loads((REQUIREMENTS / "reviewed.toml").read_text(encoding="utf-8"))
NAME = re.compile(r"[A-Za-z0-9._-]+")


PACKAGES: dict[str, dict[str, Any]] = {
    canonicalize_name(name): row for name, row in REVIEWED["packages"].items()
}


def pins() -> list[Requirement]:
    files = sorted(REQUIREMENTS.glob("*.txt"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [Requirement(line) for line in lines if not line.startswith("#")]


def pinned() -> set[str]:
    return {canonicalize_name(pin.name) for pin in pins()}


def installed() -> set[str]:
    """Of the pinned packages, those that this machine needs."""
    return {canonicalize_name(pin.name) for pin in pins() if pin.marker is None or pin.marker.evaluate()}


@functools.cache
def distributions() -> dict[str, metadata.Distribution]:
    """Every package of the environments that the tests use; of several versions, that in the tests' own."""
    elsewhere = [str(packages_of(environment)) for environment in ENVIRONMENTS]
    found = (*metadata.distributions(path=elsewhere), *metadata.distributions())
    return {canonicalize_name(each.name): each for each in found}


def stated(name: str) -> str:
    """What the metadata of an installed package says of its licence."""
    data = distributions()[name].metadata
    first = (data.get("License-Expression") or data.get("License") or "").strip().split("\n")[0]
    if first and first != "UNKNOWN":
        return str(first)
    kinds = (str(kind) for kind in data.get_all("Classifier") or ())
    return " AND ".join(sorted(kind.rpartition(" :: ")[2] for kind in kinds if kind.startswith("License ::")))


def asked_for() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"].get("optional-dependencies", {}).values()
    groups = (*project["dependency-groups"].values(), *extras)
    lines = [*project["project"]["dependencies"], *(line for group in groups for line in group)]
    return {
        canonicalize_name(found[0]) for line in lines if isinstance(line, str) and (found := NAME.match(line))
    }


def test_every_pinned_package_has_been_looked_at() -> None:
    unknown = sorted(pinned() - PACKAGES.keys())
    assert not unknown, (
        f"not in requirements/reviewed.toml: {', '.join(unknown)}. Read what it does, who keeps it and its licence, "
        "then list it there with why it is needed; or do without it."
    )


def test_no_package_is_listed_that_is_no_longer_installed() -> None:
    gone = sorted(PACKAGES.keys() - pinned())
    assert not gone, (
        f"requirements/*.txt no longer have these, so take them out of reviewed.toml: {', '.join(gone)}"
    )


def test_each_has_a_licence_that_is_accepted_and_a_reason() -> None:
    for name, row in PACKAGES.items():
        assert row["licence"] in REVIEWED["accepted"], f"{name}: {row['licence']} is not accepted"
        assert row.keys() <= {"licence", "says", "why", "by"}, name
        assert bool(row.get("why")) != bool(row.get("by")), f"{name}: either “why” or “by”"
        strangers = {canonicalize_name(other) for other in row.get("by", ())} - PACKAGES.keys()
        assert not strangers, f"{name}: brought along by {strangers}, which are not listed"


def test_what_the_project_asks_for_says_why() -> None:
    silent = sorted(name for name in asked_for() & PACKAGES.keys() if not PACKAGES[name].get("why"))
    assert not silent, f"pyproject.toml asks for these, so reviewed.toml should say why: {', '.join(silent)}"


@pytest.mark.parametrize("name", sorted(installed() & PACKAGES.keys()))
def test_the_installed_package_has_the_licence_that_was_read(name: str) -> None:
    row = PACKAGES[name]
    assert stated(name) == row.get("says", row["licence"]), (
        "its metadata says something else now. Read its licence, then write what it is into requirements/reviewed.toml."
    )


@pytest.mark.parametrize("name", sorted(installed() & {n for n, row in PACKAGES.items() if "by" in row}))
def test_what_brings_a_package_along_still_asks_for_it(name: str) -> None:
    for other in PACKAGES[name]["by"]:
        wanted = {
            canonicalize_name(found[0])
            for line in distributions()[canonicalize_name(other)].requires or ()
            if (found := NAME.match(line))
        }
        assert name in wanted, f"{other} does not ask for {name} any more"
