"""Tell whether a strict build has warned, which MkDocs itself looks at only after it has built everything."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from mkdocs.utils import CountHandler

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

# The logger of the host has the name of its package; ProperDocs stands in for MkDocs when plugins import it.
_HOST: Final = CountHandler.__module__.partition(".")[0]


def strict_failure(config: MkDocsConfig) -> str:
    """The words with which MkDocs ends a strict build that has warned so far; "" if it would not end it."""
    handlers = logging.getLogger(_HOST).handlers
    counters = [handler for handler in handlers if isinstance(handler, CountHandler)]
    counts = [f"{number} {level.lower()}s" for each in counters for level, number in each.get_counts()]
    return f"Aborted with {', '.join(counts)} in strict mode!" if config.strict and counts else ""
