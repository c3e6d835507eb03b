"""Every rule of dates does what its record says."""

from __future__ import annotations

import re

import pytest

from dossier.model.mentions import Document
from dossier.recognise.dates import RULES, find_dates
from dossier.recognise.dates.grammar import PRODUCTIONS
from dossier.recognise.rules import Rule

PUBLISHED = "2021-12-08"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule(rule: Rule) -> None:
    before, marked, after = re.split(r"\[\[|\]\]", rule.example)
    found = find_dates(Document(before + marked + after, PUBLISHED))
    span = (len(before), len(before) + len(marked))
    assert [(m.value, m.rule) for m in found if (m.start, m.end) == span] == [(rule.gives, rule.name)]


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_every_production_is_described() -> None:
    described = {rule.name.partition(",")[0] for rule in RULES}
    assert {production.rule for production in PRODUCTIONS} - {"centuries"} <= described
