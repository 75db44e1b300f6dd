"""Lines that mean nothing, or are made to hurt: nothing is read out of them that is not there, and the document goes on."""

from __future__ import annotations

import pytest

from dateline.model.claim import Claim, Coded
from dateline.pipeline import Config, Pipeline
from dateline.pipeline.order import build_pipeline
from tests.documents import document

BEFORE = "On 3 March 2019 gunmen killed four people in Mosul."
AFTER = "On 5 March 2019 a bomb wounded six people in Kirkuk."
RESOLVED = frozenset({"date", "place", "quantity:killed", "quantity:injured"})
LINES = {
    "a date of 10,000 characters": "On " + "12/" * 3_333 + "2019 gunmen fled.",
    "a month that never ends": "On 3 " + "March" * 2_000 + " gunmen fled.",
    "40 nested parentheses": "Gunmen fled " + "(" * 40 + "12" + ")" * 40 + " in " + "(" * 40 + "3" + ")" * 40 + ".",
    "marks that turn the direction": "On \u202e9102 hcraM 3\u202c gunmen fled from \u202eardnaB\u202c.",
    "numerals that are no numbers": "x\u00b2 people fled on \u216b\u00bd and \u00bd\u00bd\u00bd.",
    "a number of 10,000 digits": "Gunmen killed " + "9" * 10_000 + " people.",
    "quotation marks alone": '"' * 2_000 + " said the police " + "'" * 2_000,
    "a name of 10,000 characters": "Gunmen fled to " + "Al-" * 3_300 + "Hol.",
    "a phrase that repeats itself": "the day before the day before " * 300 + "gunmen fled.",
    "control characters": "\x01\x02\x7f fled on 3\x00\x1b[31m.",
}


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return build_pipeline(Config(gate=False))


def resolved(coded: Coded, first: int, end: int) -> list[Claim]:
    """Return the claims of dates, places and counts whose quotation lies in `first` to `end`."""
    claims = (claim for event in coded.events for claim in event.claims)
    return [c for c in claims if c.field in RESOLVED and first <= c.evidence.span.start < end]


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_nonsense_resolves_to_nothing_and_the_rest_is_coded(pipeline: Pipeline, line: str) -> None:
    doc = document(f"{BEFORE}\n{line}\n{AFTER}")
    coded = pipeline.code([doc])[0]
    assert isinstance(coded, Coded)
    start, end = doc.zones[1].span.start, doc.zones[1].span.end
    assert [c.text[:80] for c in resolved(coded, start, end)] == []
    assert {c.text for c in resolved(coded, 0, start)} == {"3 March 2019", "Mosul", "four people"}
    assert {c.text for c in resolved(coded, end, len(doc.text))} == {"5 March 2019", "Kirkuk", "six people"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("On \u0663 May \u0662\u0660\u0661\u0669 gunmen attacked Basra.", {"2019-05-03"}),
        ("Gunmen attacked Basra on \uff11\uff12 May \uff12\uff10\uff11\uff19.", {"2019-05-12"}),
        # no such days, and no year 0: nothing is taken for the next best
        ("Gunmen attacked Basra on 31 February 2019.", set()),
        ("Gunmen attacked Basra on 99/99/9999.", set()),
    ],
)
def test_digits_of_other_scripts_and_days_that_never_were(pipeline: Pipeline, line: str, expected: set[str]) -> None:
    doc = document(f"{BEFORE}\n{line}")
    coded = pipeline.code([doc])[0]
    assert isinstance(coded, Coded)
    found = resolved(coded, doc.zones[1].span.start, len(doc.text))
    assert {c.value["edtf"] for c in found if c.field == "date" and isinstance(c.value, dict)} == expected
