from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from dateline.model.claim import Coded
from dateline.model.document import Document
from dateline.model.layer import EVENTS, MENTIONS, SENTENCES, AnnotatedDocument, Layer, LayerKey, StepError
from dateline.pipeline import Config, OrderError, Pipeline
from tests.documents import document


@dataclass
class FakeStep:
    """Provides an empty layer; fails as a whole on batches that hold a text with `bad`, or returns an error for `wrong`."""

    provides: LayerKey[Any] = SENTENCES
    requires: tuple[LayerKey[Any], ...] = ()
    batches: list[int] = field(default_factory=list)
    short: bool = False

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[Any] | StepError]:
        self.batches.append(len(batch))
        if any("bad" in a.document.text for a in batch):
            raise ValueError("a bad\nword")
        layers: list[Layer[Any] | StepError] = [
            StepError("FakeStep", "a wrong word") if "wrong" in a.document.text else Layer(()) for a in batch
        ]
        return layers[1:] if self.short else layers


def assemble(annotated: AnnotatedDocument) -> Coded:
    if "clash" in annotated.document.text:
        raise KeyError("clash")
    return Coded(annotated.document.id, annotated.document.text_id, {}, ())


UNGATED = Config(gate=False)


def documents(*texts: str) -> list[Document]:
    return [document(text) for text in texts]


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([FakeStep(MENTIONS, (SENTENCES,))], "requires the layer 'sentences'"),
        ([FakeStep(MENTIONS, (SENTENCES,)), FakeStep()], "requires the layer 'sentences'"),
        ([FakeStep(), FakeStep()], "provides the layer 'sentences', as FakeStep does already"),
    ],
)
def test_a_wrong_order_is_refused_when_built(steps: list[FakeStep], words: str) -> None:
    with pytest.raises(OrderError, match=words):
        Pipeline(steps, assemble)


def test_a_right_order_runs_each_step_once_over_the_batch() -> None:
    steps = [FakeStep(), FakeStep(MENTIONS, (SENTENCES,)), FakeStep(EVENTS, (SENTENCES, MENTIONS))]
    batch = documents("one", "two", "three")
    coded = Pipeline(steps, assemble, UNGATED).code(batch)
    assert [c.document for c in coded if isinstance(c, Coded)] == [d.id for d in batch]
    assert [step.batches for step in steps] == [[3], [3], [3]]


def test_a_document_that_fails_fails_alone() -> None:
    first, second = FakeStep(), FakeStep(MENTIONS, (SENTENCES,))
    results = Pipeline([first, second], assemble, UNGATED).code(documents("one", "a bad one", "a wrong one", "a clash", "two"))
    assert [type(r) for r in results] == [Coded, StepError, StepError, StepError, Coded]
    assert results[1:4] == [
        StepError("FakeStep", "failed with ValueError: a bad word"),
        StepError("FakeStep", "a wrong word"),
        StepError("claims", "failed with KeyError: 'clash'"),
    ]
    assert first.batches == [5, 1, 1, 1, 1, 1]
    assert second.batches == [3]


def test_a_step_that_loses_a_document_fails_them_all_by_name() -> None:
    results = Pipeline([FakeStep(short=True)], assemble, UNGATED).code(documents("one", "two"))
    assert results == [StepError("FakeStep", "failed with ValueError: 0 layers for 1 documents")] * 2


def test_a_language_that_cannot_be_coded_is_refused() -> None:
    step = FakeStep()
    batch = [replace(document("uno"), language="es"), document("one")]
    refused, coded = Pipeline([step], assemble, UNGATED).code(batch)
    assert refused == StepError("language", "cannot code the language 'es', only en")
    assert isinstance(coded, Coded)
    assert step.batches == [1]


def test_no_documents_are_no_results() -> None:
    assert Pipeline([FakeStep()], assemble).code([]) == []
