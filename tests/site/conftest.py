"""Build an invented dossier that has every kind of page, once a host and theme, and serve it as a project site."""

from __future__ import annotations

from pathlib import Path

import pytest
from host_environments import USUAL, Combination
from host_marks import on_each
from site_fixtures import kinds, lake_site, look, pages, site_url, visit

__all__ = ["kinds", "look", "pages", "site_url", "visit"]

# What a theme's scripts and styles can disturb.
_ON_EACH = ("accessibility", "hover_cards", "narrowing", "searching", "timeline")

_LOOKED_AT = ("home", "article", "person", "timeline", "explore")

# Scripts of ours that no theme touches: what they do on the usual host and theme, they do on the others.
_OUR_OWN = ("timeline", "narrowing")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run some modules on each host with each theme; `make test` alone leaves out all but two."""
    if "combination" in metafunc.fixturenames and metafunc.module.__name__.removeprefix("test_") in _ON_EACH:
        metafunc.parametrize("combination", on_each(), indirect=True, scope="session")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Test less on other hosts and themes, which only differ around what a page says.

    There `make test` looks at fewer kinds of pages, each light and wide, and leaves out scripts that no theme
    touches.
    """
    for item in items:
        values = (
            item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
        )
        if values.get("combination", USUAL) == USUAL:
            continue
        is_ours = item.path.stem.removeprefix("test_") in _OUR_OWN
        is_usual_look = values.get("scheme", "light") == "light" and values.get("width", 1280) == 1280
        if is_ours or values.get("kind", "home") not in _LOOKED_AT or not is_usual_look:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def combination(request: pytest.FixtureRequest) -> Combination:
    """The host and the theme that build the site."""
    return getattr(request, "param", USUAL)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, combination: Combination) -> Path:
    """The folder that a strict build makes of the invented dossier."""
    return lake_site(tmp_path_factory, combination)
