"""QuantityStep over a document: one resolution a mention, in order, none for what is no whole number."""

from __future__ import annotations

from dateline.extract.mentions.quantities import find
from dateline.extract.parse import ParseStep
from dateline.model.layer import MENTIONS, QUANTITIES, SENTENCES, AnnotatedDocument, Layer
from dateline.resolve.quantities import QuantityStep
from tests.documents import annotate, document


def resolved(text: str) -> AnnotatedDocument:
    annotated = annotate(document(text), ParseStep())
    annotated = annotated.with_layer(MENTIONS, Layer(tuple(find(annotated.document, annotated[SENTENCES]))))
    layer = QuantityStep()([annotated])[0]
    assert isinstance(layer, Layer)
    return annotated.with_layer(QUANTITIES, layer)


def test_one_resolution_a_mention_in_order() -> None:
    annotated = resolved("Gunmen killed 12 people.\nAt least 30 were wounded and hundreds fled.")
    assert [r.mention for r in annotated[QUANTITIES]] == list(annotated[MENTIONS])
    assert [r.value and r.value.low for r in annotated[QUANTITIES]] == [12, 30, 200]


def test_a_fraction_counts_nothing() -> None:
    assert resolved("About 12.5 percent of the voters stayed home.")[QUANTITIES] == ()


def test_a_share_takes_the_unit_of_its_whole() -> None:
    annotated = resolved("Of the 288 attacks, only 22 were in the north.")
    assert [(r.value.best, r.value.unit, r.value.people) for r in annotated[QUANTITIES] if r.value] == [
        (288, "attack", False),
        (22, "attack", False),
    ]


def test_text_in_capitals_gives_the_same_values() -> None:
    text = "The rebels freed more than 40 prisoners and killed a guard."
    values = [[r.value for r in resolved(t)[QUANTITIES]] for t in (text, text.upper())]
    assert values[0] == values[1]
