"""Every example of the rules of names, and of the reasons for refusing one, gives what its record says.

The examples are read with the sample gazetteer.
"""

from __future__ import annotations

import re
from typing import get_args

import pytest
from sample_gazetteer import DECLARED, LACKING, PUBLISHED, SAMPLE

from dossier.model.mentions import Document, Mention
from dossier.recognise.language_data import Rule
from dossier.recognise.languages import language
from dossier.recognise.names.refusals import RefusalRule
from dossier.recognise.recogniser import Recogniser

RECOGNISER = Recogniser(SAMPLE)
RULES = language("en").names.rules


REFUSALS = language("en").names.refusals
# What stands in the way is not in the text itself.
OUTSIDE_THE_TEXT = {"left-alone", "forbidden"}


def marked(rule: Rule) -> tuple[str, int, int]:
    """The text of an example, and the span that it marks."""
    match = re.search(r"\[\[(.+?)\]\]", rule.example)
    assert match, "the example marks what the rule finds"
    return rule.example.replace("[[", "").replace("]]", ""), match.start(), match.end() - 4


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_example(rule: Rule) -> None:
    text, start, end = marked(rule)
    found = RECOGNISER.recognise(Document(text, PUBLISHED, DECLARED.get(rule.name, frozenset())))
    here = [m for m in (*found.mentions, *found.unresolved) if (m.start, m.end) == (start, end)]
    assert [m.rule for m in here] == [rule.name], found
    gives = here[0].entity if isinstance(here[0], Mention) else f"refused: {', '.join(here[0].candidates)}"
    assert gives == rule.gives


@pytest.mark.parametrize("rule", REFUSALS, ids=lambda rule: rule.name)
def test_refusal(rule: Rule) -> None:
    if rule.name in OUTSIDE_THE_TEXT:
        return
    text, start, end = marked(rule)
    known = Recogniser([each for each in SAMPLE if each.id not in LACKING.get(rule.name, ())])
    found = known.recognise(Document(text, PUBLISHED))
    here = [each for each in found.unlinked if (each.start, each.end) == (start, end)]
    assert [each.rule for each in here] == [rule.name], found
    because = here[0].because
    assert (text[slice(*because)] if because else "") == rule.gives


def test_every_refusal_has_a_record() -> None:
    assert {rule.name for rule in REFUSALS} == set(get_args(RefusalRule))


def test_names_are_distinct() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
