"""Check for names of the dossier that a text uses and that are linked nowhere in it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import Final

from dossier.edit.check.definitions import Check, CheckedDossier, Problem, ReadText, check
from dossier.edit.explain.sentences import Sentences
from dossier.model.findings import Severity
from dossier.model.mentions import EntityId, Unlinked
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.given_names import GivenNames, are_alike

#: The reasons that may be wrong. The others say for sure that the words mean something else.
_DOUBTFUL: Final = frozenset(
    (
        "other-given-name",
        "somebody-else",
        "company",
        "other-rank",
        "other-gender",
        "title-of-another",
        "needs-introduction",
    )
)
_OF_GIVEN_NAMES: Final = frozenset(("other-given-name", "somebody-else"))
#: What a shell reads within double quotation marks.
_READ_BY_SHELL: Final = re.compile(r"[\"$`\\!]")


@check(
    "silent-name",
    Severity.WARNING,
    says="A text uses the full name or the surname of an entity and never links it, because the name may "
    "mean somebody or something else. The finding gives the reason.",
    fix="Ask `dossier explain` what would link it: an alias, an id in the front matter, or `[[id|name]]`. If "
    "the text means somebody else, suppress the finding.",
    leaves="names after a common given name of somebody else (“Walter Bush”), names inside of longer ones "
    "(“the Clinton Foundation”), ordinary words and dates, and names that fit several entities, which "
    "`ambiguous-mention` reports",
)
def silent_name(dossier: CheckedDossier) -> Iterator[Problem]:
    """There is one finding for each article and name, at the first place of the name."""
    given_names = dossier.language.names.given_names
    sentences = Sentences(dossier.language)
    for article, read in dossier.articles():
        known = _known(read)
        for name in read.linked.left_alone():
            if not name.is_full or name.rule not in _DOUBTFUL or not known.isdisjoint(name.candidates):
                continue
            known.update(name.candidates)
            if _is_of_another(dossier, read, name, given_names):
                continue
            words = " ".join(read.text[name.start : name.end].split())
            location = dossier.place_of(article, name.start, name.end)
            bearers = " or ".join(map(dossier.title, name.candidates))
            because = f" (“{_because(read, name)}”)" if name.because else ""
            message = f"“{words}” never links to {bearers} here: {sentences.clause(name.rule)}{because}"
            asked = f"dossier explain {article.id}:{location.line} {_for_shell(words)}"
            hint = f"run {asked} to see what would link it"
            yield Problem(article.path, location, message, hint, name.end - name.start)


def _for_shell(words: str) -> str:
    """Words as one argument of a command; single quotation marks mean nothing to the shell of Windows."""
    return shlex.quote(words) if _READ_BY_SHELL.search(words) else f'"{words}"'


def _known(read: ReadText) -> set[EntityId]:
    """The entities that a text mentions, or of which another finding already says that it may."""
    found = {mention.entity for mention in read.mentions}
    found.update(mention.via for mention in read.mentions if mention.via)
    found.update(one for unresolved in read.linked.unresolved for one in unresolved.candidates)
    return found


def _because(read: ReadText, name: Unlinked) -> str:
    return " ".join(read.text[slice(*name.because)].split()) if name.because else ""


def _is_of_another(dossier: CheckedDossier, read: ReadText, name: Unlinked, given_names: GivenNames) -> bool:
    """Whether the given name in the way shows that the text means another: a common one, and not alike."""
    if name.rule not in _OF_GIVEN_NAMES:
        return False
    words = _because(read, name).split()
    if not words:
        return True
    given = fold_word(words[0]).lower()
    firsts = [fold_word(dossier.title(each)).split()[0].lower() for each in name.candidates]
    return given_names.is_given_name(given) and not any(are_alike(given, first) for first in firsts)


CHECKS: Final[tuple[Check, ...]] = (silent_name,)
