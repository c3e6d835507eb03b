"""Say on which hosts and themes a test runs every time, and on which in ``make test-all`` alone."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from host_environments import COMBINATIONS, USUAL, Combination


def on_each(always: Collection[Combination] = (USUAL,)) -> list[object]:
    """Each host and theme as a parameter; those that are not to run always are slow."""
    return [
        pytest.param(each, marks=[] if each in always else [pytest.mark.slow], id=str(each))
        for each in COMBINATIONS
    ]
