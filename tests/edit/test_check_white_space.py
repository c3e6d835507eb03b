"""Checks of mentions read any white space as one blank, and each message stays on one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.edit.check.running import Request, check_dossier

FILES = """
-- people/a.md --
---
title: Jane Doe
---
-- people/b.md --
---
title: John Doe
---
-- agreements/pact.md --
---
title: Lake Pact
signed: 2015-02-12
---
-- articles/x.md --
---
title: A
date: 2014-12-08
publisher: P
---
"""


@pytest.mark.parametrize("blank", [" ", "  ", "\n", "\n  ", "\t"])
def test_what_is_said_of_a_text_does_not_hang_on_its_white_space(
    write_files: Callable[[str], Path], blank: str
) -> None:
    text = "- On Monday J. Doe signed the Lake Pact.".replace(" ", blank).replace(f"-{blank}", "- ")
    found = check_dossier(Request(write_files(FILES + text + "\n"), today=740_000))
    told = {finding.code: finding.message for finding in found if finding.path == "articles/x.md"}
    assert told["ambiguous-mention"].startswith("“J. Doe” may be Jane Doe (a)")
    assert "presents Lake Pact as already made on 2014-12-08" in told["agreement-before-signing"]
