"""Build the sites of all hostile cases once: one of those that must build, one of those that must not."""

from __future__ import annotations

import hostile_corpus as corpus
import pytest
from hostile_sites import Built


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of all cases that give a safe page or a warning."""
    return Built(tmp_path_factory.mktemp("published"), corpus.PUBLISHED)


@pytest.fixture(scope="session")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of all cases that give an error."""
    return Built(tmp_path_factory.mktemp("refused"), corpus.REFUSED)
