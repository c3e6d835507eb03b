"""Mark cases of a parametrised test as slow: `make test` leaves them out, `make test-all` runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet


def slow(*values: object) -> list[ParameterSet]:
    """Cases, each of one value or of a tuple of values, that only `make test-all` runs."""
    return [
        pytest.param(*(value if isinstance(value, tuple) else (value,)), marks=pytest.mark.slow)
        for value in values
    ]
