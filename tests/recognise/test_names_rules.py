"""Every example of the rules of names, read with the sample gazetteer, gives what its record says."""

from __future__ import annotations

import re

import pytest
from sample_gazetteer import DECLARED, PUBLISHED, SAMPLE

from dossier.model.mentions import Document, Mention
from dossier.recognise.language_data import Rule
from dossier.recognise.languages import language
from dossier.recognise.recogniser import Recogniser

RECOGNISER = Recogniser(SAMPLE)
RULES = language("en").names.rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_example(rule: Rule) -> None:
    match = re.search(r"\[\[(.+?)\]\]", rule.example)
    assert match, "the example marks what the rule finds"
    start, end = match.start(), match.end() - 4
    text = rule.example.replace("[[", "").replace("]]", "")
    found = RECOGNISER.recognise(Document(text, PUBLISHED, DECLARED.get(rule.name, frozenset())))
    here = [m for m in (*found.mentions, *found.unresolved) if (m.start, m.end) == (start, end)]
    assert [m.rule for m in here] == [rule.name], found
    gives = here[0].entity if isinstance(here[0], Mention) else f"refused: {', '.join(here[0].candidates)}"
    assert gives == rule.gives


def test_names_are_distinct() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
