"""Mark cases of a parametrised test as slow: `make test` leaves them out, `make test-all` runs them."""

from __future__ import annotations

import pytest


def slow(*values: object) -> list[object]:
    """Cases, each of one value or of a tuple of values, that only `make test-all` runs."""
    rows = [value if isinstance(value, tuple) else (value,) for value in values]
    return [pytest.param(*row, marks=pytest.mark.slow) for row in rows]
