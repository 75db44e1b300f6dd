"""Records against the schema, and what is withheld from them."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dateline.export import ExportOptions, jsonl
from dateline.export.record import record
from dateline.model.entry import Amount, EntryPlace
from dateline.model.resolution import Candidate, PlacePrecision
from dateline.model.span import Span
from tests.export.sample import sample
from tests.export.telling import MARUN


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    text = (resources.files("dateline.resources") / "record.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


def lines(options: ExportOptions | None = None) -> list[dict[str, Any]]:
    return [json.loads(line) for line in jsonl(sample()[0], options)]


@pytest.mark.parametrize("names", [False, True])
def test_every_line_is_valid(schema: Draft202012Validator, names: bool) -> None:
    for line in lines(ExportOptions(names=names)):
        assert [error.message for error in schema.iter_errors(line)] == []


def test_rare_fields_are_valid_too(schema: Draft202012Validator) -> None:
    entry = sample()[0][0]
    first = entry.claims[0].claim.id
    unresolved = EntryPlace("Springfield", PlacePrecision.UNRESOLVED, (first,), candidates=(Candidate("1", "Springfield", 0.5),))
    rare = replace(
        entry,
        date=None,
        places=(unresolved,),
        duration="P2W",
        duration_claims=(first,),
        amounts=(Amount("ransom", 2.5, "USD", (first,)),),
        aliases=("inc-old",),
    )
    assert list(schema.iter_errors(record(rare))) == []


def test_names_and_positions_are_those_of_the_schema() -> None:
    for line in lines(ExportOptions(names=True)):
        for claim in line["claims"]:
            span = claim["evidence"]
            if claim["document"] == "doc-marun":
                assert MARUN[span["start"] : span["end"]] == span["exact"]
                assert MARUN[: span["start"]].endswith(span.get("prefix", ""))
                assert MARUN[span["end"] :].startswith(span.get("suffix", ""))


def test_a_value_without_claims_is_refused() -> None:
    entry = sample()[0][0]
    bare = replace(entry, quantities=(replace(entry.quantities[0], claims=()),))
    with pytest.raises(ValueError, match="rests on no claim"):
        record(bare)


def test_private_names_are_nowhere_in_a_line_and_what_was_changed_says_so() -> None:
    everything = "".join(jsonl(sample()[0]))
    assert "Samir" not in everything
    assert "Haddad Brigade" in everything
    arrest = next(line for line in lines() if line["id"] == "inc-a022")
    assert arrest["title"] == "Arrest of a shopkeeper's sons and others in Basra"
    victim = next(c for c in arrest["claims"] if c["field"] == "participant:victim")
    assert victim["value"] == {"name": "a shopkeeper"}
    assert victim["evidence"]["exact"] == "A shopkeeper, [name withheld], said"
    assert victim["evidence"]["redacted"] is True
    assert victim["redacted"] is True
    told = next(c for c in arrest["claims"] if c["field"] == "arrest" or c["field"] == "quantity:arrested")
    assert "redacted" not in told


def test_a_name_that_begins_in_the_prefix_is_withheld_whole() -> None:
    entry = sample()[0][2]
    sourced = entry.claims[2]
    quotation = sourced.claim.evidence
    middle = quotation.exact.index("Haddad")
    cut = replace(quotation, span=Span(quotation.span.start + middle, quotation.span.end), exact=quotation.exact[middle:])
    split = replace(sourced, claim=replace(sourced.claim, evidence=cut), prefix="A shopkeeper, Samir ")
    shown = record(replace(entry, claims=(*entry.claims, split)))["claims"]
    assert isinstance(shown, list)
    last = shown[-1]
    assert isinstance(last, dict)
    evidence = last["evidence"]
    assert isinstance(evidence, dict)
    assert "Samir" not in str(evidence)
    assert "Haddad" not in str(evidence)


def test_lone_surrogates_leave_as_escapes() -> None:
    entry = replace(sample()[0][3], title="broken \ud800 text")
    line = next(jsonl([entry]))
    line.encode("utf-8")
    assert json.loads(line)["title"] == "broken \ud800 text"
