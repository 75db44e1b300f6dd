"""The finder and the resolver of quantities on marked sentences."""

from __future__ import annotations

import re
import shlex

import pytest

from dateline.extract.mentions.quantities import find
from dateline.extract.parse import ParseStep
from dateline.model.layer import SENTENCES
from dateline.resolve.quantities.step import resolve
from tests.documents import annotate, document
from tests.extract.mentions.quantities.rows import ROWS

_MARK = re.compile(r"<q([^>]*)>([^<]*)</q>")


def unmarked(row: str) -> tuple[str, list[tuple[str, dict[str, str]]]]:
    """Return the plain sentence, and of each marked quantity its words and attributes."""
    found = [(m.group(2), dict(a.split("=", 1) for a in shlex.split(m.group(1)))) for m in _MARK.finditer(row)]
    return _MARK.sub(lambda m: m.group(2), row), found


@pytest.mark.parametrize("row", ROWS)
def test_quantities(row: str) -> None:
    text, expected = unmarked(row)
    annotated = annotate(document(text), ParseStep())
    sentences = annotated[SENTENCES]
    mentions = find(annotated.document, sentences)
    assert [(m.text, m.key) for m in mentions] == [(words, given.get("key", "people")) for words, given in expected]
    for mention, (_, given) in zip(mentions, expected, strict=True):
        value = resolve(mention, sentences[mention.sentence]).value
        assert value is not None
        for name, wanted in given.items():
            if name != "key":
                got = getattr(value, name)
                assert ("-" if got is None else str(got)) == wanted, (mention.text, name)


@pytest.mark.parametrize(
    "words",
    [
        "9" * 10_000 + " people were killed",
        "1²+ people and 12 ²²² people were killed",
        "٣٤٥ people, 1٢ people and ３+ people were killed",
        "(" * 40 + "12" + ")" * 40 + " people were killed",
        "12\u202e people\u202c or \u200f15 were killed",
        "three, " * 2_000 + "or no people were killed",
        "from 12 to " * 2_000 + "the death toll rose",
    ],
)
def test_nonsense_is_read_or_left(words: str) -> None:
    annotated = annotate(document(f"Near Oran {words} on Monday. Two men were hurt."), ParseStep())
    sentences = annotated[SENTENCES]
    found = [resolve(mention, sentences[mention.sentence]) for mention in find(annotated.document, sentences)]
    assert any(r.mention.text == "Two men" for r in found)
    assert all(r.value is None or (r.value.high or 0) < 10**12 for r in found)


def test_hostile_tokens_do_not_hang() -> None:
    text = "Killed " + "9" * 10_000 + " and " + "9," * 5_000 + " and " + "12 - " * 3_000 + " people and " + "one hundred " * 3_000
    annotated = annotate(document(text), ParseStep())
    find(annotated.document, annotated[SENTENCES])
