"""Define the command group: what all commands share, such as colour and the report of a failure.

No traceback reaches a user: an error of ours is a wrong use, a file that cannot be read or written is a
failure, and anything else is a fault of this program. ``--debug`` shows where it came from.
"""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
import traceback
from collections.abc import Mapping
from pkgutil import resolve_name
from typing import IO, Any, Final

import click

from dossier.model.errors import DossierError

FINDINGS: Final = 1
WRONG_USE: Final = 2
FAILED: Final = 3
FAULT: Final = 4
INTERRUPTED: Final = 130
_ENCODING: Final = "PYTHONIOENCODING"
_ESCAPE: Final = "backslashreplace"
_UTF_8: Final = "utf-8"
_WHILE_WRITING: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class DossierGroup(click.Group):
    """A group whose commands end with one line and an exit status, whatever happens.

    Args:
        lazy: commands by name, each with its place (``module:attribute``). The module is imported when its
            command is called or explained, so what only one command needs costs the others nothing.
    """

    def __init__(self, *args: Any, lazy: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lazy: Final = dict(lazy or {})
        self.params.append(colour_option())

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command that the arguments name, with output that takes the letters of every script."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                _take_all_letters(stream)
        return super().main(*args, **kwargs)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in alphabetical order."""
        return sorted({*super().list_commands(ctx), *self._lazy})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name; it takes ``--color`` too, so the option may come before or after it."""
        if cmd_name not in self.commands and cmd_name in self._lazy:
            command: click.Command = resolve_name(self._lazy[cmd_name])
            if not any(param.name == _COLOUR for param in command.params):
                command.params.append(colour_option())
            self.add_command(command, cmd_name)
        return super().get_command(ctx, cmd_name)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the options; click writes the help and the version here.

        Raises:
            click.ClickException: they could not be written.
        """
        try:
            return super().make_context(*args, **kwargs)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _Failure(_os_message(error), FAILED) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named.

        Raises:
            click.ClickException: the command could not do its work.
        """
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, BrokenPipeError):
            raise
        except (click.Abort, KeyboardInterrupt):
            raise _Interrupted from None
        except DossierError as error:
            _explain(ctx)
            raise _Failure(str(error), WRONG_USE) from None
        except OSError as error:
            _explain(ctx)
            raise _Failure(_os_message(error), FAILED) from None
        except Exception as error:  # noqa: BLE001 - the one place that keeps tracebacks from users
            _explain(ctx)
            told = f"{type(error).__name__}: {error}".rstrip(": ")
            raise _Failure(f"a bug in this program, please report it: {told}", FAULT) from None


def _take_all_letters(stream: io.TextIOWrapper) -> None:
    """Let no letter end a command with an error, as most do where Windows writes to a file or pipe.

    A file or pipe gets UTF-8 and LF, the same bytes on every system. A terminal keeps its encoding, and so
    does a stream whose encoding the user chose; Python's escapes stand for what the encoding lacks.
    """
    if not stream.isatty() and not os.environ.get(_ENCODING):
        stream.reconfigure(encoding=_UTF_8, errors=_ESCAPE, newline="\n")
    elif codecs.lookup(stream.encoding).name != _UTF_8:
        stream.reconfigure(errors=_ESCAPE)


class _Failure(click.ClickException):
    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code  # type: ignore[misc]  # click reads it of the instance


class _Interrupted(click.ClickException):
    exit_code = INTERRUPTED

    def __init__(self) -> None:
        super().__init__("interrupted")

    def show(self, file: IO[Any] | None = None) -> None:
        """Begin a new line, because the cursor is after a question or a progress bar."""
        click.echo("\ninterrupted", file=file, err=file is None)


_COLOUR: Final = "color"


def colour_option() -> click.Option:
    """``--color/--no-color``, which a group and each of its commands take."""
    return click.Option(
        ["--color/--no-color"],
        default=None,
        expose_value=False,
        is_eager=True,
        callback=_set_colour,
        help="Force colour on or off.  [default: on if the terminal supports it]",
    )


def _set_colour(ctx: click.Context, _: click.Parameter, chosen: bool | None) -> None:
    """Follow the user's choice, else ``NO_COLOR`` (no-color.org), else what the terminal can do."""
    if chosen is None and ctx.parent is None and os.environ.get("NO_COLOR"):
        chosen = False
    if chosen is not None:
        # The group reports a failure after the command's own context is gone.
        ctx.color = ctx.find_root().color = chosen


def _explain(ctx: click.Context) -> None:
    if ctx.params["debug"]:
        traceback.print_exc(file=sys.stderr)


def _os_message(error: OSError) -> str:
    reason = error.strerror or str(error) or type(error).__name__
    # Errors on files that this program opened name them. Files that were open before it began have no name.
    name = error.filename2 or error.filename or _unnamed(error)
    return f"{name}: {reason}"


def _unnamed(error: OSError) -> str:
    return "standard output" if error.errno in _WHILE_WRITING else "standard input or output"
