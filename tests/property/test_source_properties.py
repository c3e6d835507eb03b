"""The loader never raises an exception and keeps what it is given, whatever that is."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dossier.content.schema import Validator, load_schema
from dossier.content.source import Source, Tree, parse_source, parse_yaml, read_source
from dossier.model.findings import Finding

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SCHEMA = load_schema()
VALIDATOR = Validator()

# What trips readers of front matter: indicators, ends of documents, odd white space, references, tags.
FRAGMENTS = [
    "---\n", "---", "...\n", "--- \n", "----\n", "\n", "\n\n", "  ", "\t", "\r", "\x00", "\x85", "\u2028",
    "\ufeff", "title: ", "born: ", "positions:\n", "- ", "  - ", "{", "}", "[", "]", ": ", ",", "&a ", "*a",
    "!!binary ", "!x ", "<<: ", "? ", "| \n", ">-\n", "# ", "'", '"', "%YAML 1.2\n", "@", "`", "~", "null",
    "2021-12-08", "NO", "-0044", "Путин", "𝒳", "e\u0301", "\ud7ff", "\ufffd", "value: ", "sources: ", "x_: ",
]  # fmt: skip
awkward_text = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8), max_size=25).map("".join)
any_yaml = st.recursive(
    st.none() | st.text(max_size=12) | st.sampled_from(FRAGMENTS),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@QUICK
@given(awkward_text)
@example("---\ntitle: " + "[" * 50_000)
@example("---\n---")
@example("\n\n---\n---\n---\n")
def test_any_text_is_a_source_or_a_finding(text: str) -> None:
    for candidate in (text, f"---\n{text}\n---\nbody"):
        source = parse_source(candidate, "people/x.md")
        assert isinstance(source, Source | Finding)
        if isinstance(source, Finding):
            assert 1 <= source.line <= len(candidate.splitlines()) + 2
            assert source.column >= 1
        elif not source.has_front_matter:
            assert source.body == candidate
        else:
            assert candidate.rstrip().endswith(source.body.strip())


@QUICK
@given(st.binary(max_size=200) | awkward_text.map(lambda text: text.encode("utf-16")))
def test_any_bytes_are_a_source_or_a_finding(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.md"
    file.write_bytes(raw)
    assert isinstance(read_source(file, "people/any.md"), Source | Finding)


@QUICK
@given(awkward_text)
def test_any_yaml_text_is_a_tree_or_a_finding(text: str) -> None:
    tree = parse_yaml(text, "sources.yaml", 3)
    assert isinstance(tree, Tree | Finding)
    if isinstance(tree, Tree):
        assert all(location.line >= 4 for location in tree.locations.values())
        assert set(tree.keys) <= set(tree.locations)


@QUICK
@given(
    st.sampled_from(sorted(SCHEMA.types)),
    st.dictionaries(st.sampled_from(sorted({f for t in SCHEMA.types.values() for f in t.fields})), any_yaml),
)
def test_any_data_is_validated_without_an_error(type_name: str, data: dict[str, object]) -> None:
    tree = Tree("people/x.md", data)  # type: ignore[arg-type]
    fields, findings = VALIDATOR.validate(tree, SCHEMA[type_name])
    assert all(isinstance(finding, Finding) and finding.message for finding in findings)
    assert set(fields) <= set(data)
