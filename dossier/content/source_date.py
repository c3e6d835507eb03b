"""Read the clock, or the moment in ``SOURCE_DATE_EPOCH``, which replaces it in commands and builds."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Final

from dossier.model.edtf import day_number
from dossier.model.errors import VariableError

_VARIABLE: Final = "SOURCE_DATE_EPOCH"
# The last second of the year 9999, beyond which Python knows no date.
_LAST: Final = 253_402_300_799


def source_date(environment: Mapping[str, str]) -> int | None:
    """The seconds since 1970 in the variable, None where it is not set.

    They must be a number in ASCII digits (https://reproducible-builds.org/specs/source-date-epoch/).

    >>> source_date({"SOURCE_DATE_EPOCH": "1640995200"}), source_date({})
    (1640995200, None)

    Raises:
        VariableError: the variable holds something else.
    """
    written = environment.get(_VARIABLE)
    if written is None:
        return None
    is_number = written.isascii() and written.isdigit() and len(written) <= len(str(_LAST))
    if not is_number or int(written) > _LAST:
        raise VariableError(
            _VARIABLE, written, "write the seconds since 1970 in digits, such as 1640995200, or unset it"
        )
    return int(written)


def today(environment: Mapping[str, str]) -> int:
    """The day number of today: of the moment in the variable, else of the clock.

    Raises:
        VariableError: the variable holds no moment.
    """
    epoch = source_date(environment)
    moment = time.localtime() if epoch is None else time.gmtime(epoch)
    return day_number(moment.tm_year, moment.tm_mon, moment.tm_mday)
