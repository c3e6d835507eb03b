"""The command group: what holds for every command, such as colour and how a failure is told.

No traceback reaches a user: an error of ours is a wrong use, a file that cannot be read or written a
failure, anything else a fault of this program. ``--debug`` shows where it came from.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Mapping
from pkgutil import resolve_name
from types import MappingProxyType
from typing import Any, Final

import click

from dossier.errors import DossierError

FINDINGS: Final = 1
WRONG_USE: Final = 2
FAILED: Final = 3
FAULT: Final = 4


class DossierGroup(click.Group):
    """A group whose commands end with one line and an exit status, whatever happens.

    Attributes:
        lazy: commands that are loaded only when they are named, because what they need is large:
            ``module:attribute`` by the command's name.
    """

    lazy: Mapping[str, str] = MappingProxyType({})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*super().list_commands(ctx), *self.lazy})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, loaded if it was not yet."""
        if cmd_name in self.lazy and cmd_name not in self.commands:
            self.add_command(resolve_name(self.lazy[cmd_name]), cmd_name)
        return super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named.

        Raises:
            click.ClickException: the command could not do its work.
        """
        ctx.color = _colour(ctx.params["color"])
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except DossierError as error:
            _explain(ctx)
            raise _Failure(str(error), WRONG_USE) from None
        except OSError as error:
            _explain(ctx)
            raise _Failure(_os_message(error), FAILED) from None
        except Exception as error:  # noqa: BLE001 - the one place that keeps tracebacks from users
            _explain(ctx)
            told = f"{type(error).__name__}: {error}".rstrip(": ")
            raise _Failure(f"a fault of this program, please report it: {told}", FAULT) from None


class _Failure(click.ClickException):
    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code  # type: ignore[misc]  # click reads it of the instance


def _colour(chosen: bool | None) -> bool | None:
    """As chosen; else none where ``NO_COLOR`` is set (no-color.org); else as the terminal can."""
    if chosen is None and os.environ.get("NO_COLOR"):
        return False
    return chosen


def _explain(ctx: click.Context) -> None:
    if ctx.params["debug"]:
        traceback.print_exc(file=sys.stderr)


def _os_message(error: OSError) -> str:
    reason = error.strerror or str(error) or type(error).__name__
    return f"{error.filename}: {reason}" if error.filename else reason
