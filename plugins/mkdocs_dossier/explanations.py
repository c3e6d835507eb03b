"""Stand in for `dossier.edit.explain` until it exists: what reading tells of names and dates."""

from __future__ import annotations

from typing import Any

from dossier.content.suppressions import without_suppressions
from dossier.linking import Context, Locator, document_of, read
from dossier.model.registry import Item

_AROUND = 40


def explain_page(context: Context, item: Item, words: str | None) -> list[dict[str, Any]]:
    """What each name and date of a text was read as, in its order; of some words alone, if given."""
    registry = context.registry
    linked = read(document_of(registry, item, without_suppressions(item.body)), context)
    text, locator = linked.text, Locator(item, linked.text)

    def entry(start: int, end: int, **known: Any) -> dict[str, Any]:
        first, last = linked.sentences.at(start)
        location = locator.location(start, end)
        return {
            "file": item.path,
            "line": location.line,
            "column": location.column,
            "words": text[start:end],
            "before": text[max(first, start - _AROUND) : start],
            "after": text[end : min(last, end + _AROUND)],
            "kind": "name",
            "entity": None,
            "title": None,
            "value": None,
            "because": [],
            "others": [],
            "remedies": [],
            **known,
        }

    found: list[tuple[int, dict[str, Any]]] = []
    for placed in linked.mentions:
        mention = placed.mention
        title = registry[mention.entity].title
        known = {
            "state": "linked" if placed.anchor else "mentioned",
            "entity": mention.entity,
            "title": title,
        }
        says = f"The rule “{mention.rule}” read it as {title}."
        found.append(
            (mention.start, entry(mention.start, mention.end, rule=mention.rule, says=says, **known))
        )
    for dated in linked.dates:
        date = dated.mention
        known = {"kind": "date", "state": "linked" if dated.anchor else "mentioned", "value": date.value}
        says = f"The rule “{date.rule}” read it as {date.value}."
        found.append((date.start, entry(date.start, date.end, rule=date.rule, says=says, **known)))
    for refused in linked.unresolved:
        start, end = refused.start, refused.end
        others = [
            {"id": each, "title": registry[each].title, "why": "nothing here tells which is meant"}
            for each in refused.candidates
        ]
        remedies = []
        for each in refused.candidates:
            link = f"[[{each}|{text[start:end]}]]"
            line = locator.location(start, end).line
            says = f"write {link} here"
            remedies.append({"kind": "link", "says": says, "write": link, "file": item.path, "line": line})
        refusal: dict[str, Any] = {"state": "unlinked", "others": others, "remedies": remedies}
        says = f"The rule “{refused.rule}” refused it."
        found.append((start, entry(start, end, rule=refused.rule, says=says, **refusal)))
    ordered = [each for _, each in sorted(found, key=lambda pair: pair[0])]
    return [each for each in ordered if words is None or each["words"] in words or words in each["words"]]
