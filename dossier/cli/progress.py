"""Show the progress of long work as a bar on standard error, only on a terminal and after the first second.

Nothing of it reaches a file or a pipe, and short work shows no bar.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import Final, TypeVar

import click

Item = TypeVar("Item")
_PATIENCE: Final = 1.0


def progress(items: Sequence[Item], label: str) -> Iterator[Item]:
    """Yield the same items, while a terminal shows how many are done and how long the rest will take."""
    if not sys.stderr.isatty():
        yield from items
        return
    began, done = monotonic(), 0
    remaining = iter(items)
    for item in remaining:
        yield item
        done += 1
        if monotonic() - began > _PATIENCE:
            break
    if done == len(items):
        return
    with click.progressbar(length=len(items), label=label, file=sys.stderr) as bar:
        bar.update(done)
        for item in remaining:
            yield item
            bar.update(1)
