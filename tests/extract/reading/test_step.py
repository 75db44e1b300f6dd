"""ReadingStep: every number at its word, whatever the windows and batches."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import pytest

from dateline.extract.parse import ParseStep
from dateline.extract.reading import ReadingStep
from dateline.model.document import Document
from dateline.model.layer import READINGS, SENTENCES, AnnotatedDocument, Layer
from dateline.model.reading import Reading, Relation, Tag
from tests.documents import annotate, document
from tests.resources.encoder.small import SmallEncoder

TEXT = "Police said two guards were killed near Marun.\nPolice said the guards were killed in Sarvand."


def read(encoder: SmallEncoder, *documents: Document) -> list[Sequence[Reading]]:
    batch = [annotate(d, ParseStep()) for d in documents]
    out: list[Sequence[Reading]] = []
    for layer in ReadingStep(encoder)(batch):
        assert isinstance(layer, Layer)
        out.append(layer.items)
    return out


@pytest.fixture
def encoder(tmp_path: Path) -> SmallEncoder:
    made = SmallEncoder(tmp_path)
    made.put("police", "source", 0, 5, 0)
    made.put("said", "cue", 0, 5, 0)
    made.put("two", "roles", *(5.0 if i == 7 else 0.0 for i in range(11)))
    made.put("guards", "roles", *(5.0 if i == 8 else 0.0 for i in range(11)))
    made.put("killed", "factuality", 2.5)
    made.put("[SEP]", "types", 0, 4)
    made.put("[CLS]", "document_relevance", -4)
    return made


def test_words_have_their_own_numbers(encoder: SmallEncoder) -> None:
    ((first, second),) = read(encoder, document(TEXT))
    assert len(first) == 9
    assert first.probability(Tag.SOURCE, 0) > 0.9
    assert first.probability(Tag.CUE, 1) > 0.9
    assert first.probability(Tag.CUE, 0) == pytest.approx(2 / 3)
    assert first.factuality(5) == 2.5
    assert second.factuality(5) == 2.5
    assert [(f.first, f.last) for f in first.found(Tag.VICTIM, 0.6)] == [(2, 3)]
    assert first.types["bombing"] == pytest.approx(1 / (1 + math.exp(-4)))
    assert first.types["attack"] == 0.5
    assert first.document_relevance == pytest.approx(1 / (1 + math.exp(4)))


def test_batches_and_windows_do_not_matter(encoder: SmallEncoder, tmp_path: Path) -> None:
    long = document("\n".join(TEXT.split("\n")[n % 2] for n in range(9)))
    together = read(encoder, document(TEXT), long, document("Police."))
    alone = [read(encoder, d)[0] for d in (document(TEXT), long, document("Police."))]
    narrow = SmallEncoder(tmp_path, longest=9)
    narrow.table = encoder.table
    for a, b, c in zip(together, alone, read(narrow, document(TEXT), long, document("Police.")), strict=True):
        assert [r.values.tolist() for r in a] == [r.values.tolist() for r in b] == [r.values.tolist() for r in c]
        assert [r.types for r in a] == [r.types for r in b] == [r.types for r in c]


def test_an_empty_document_has_no_readings(encoder: SmallEncoder) -> None:
    annotated = AnnotatedDocument(document("Police.")).with_layer(SENTENCES, Layer(()))
    assert ReadingStep(encoder)([annotated]) == [Layer(())]
    assert ReadingStep(encoder)([]) == []


def test_a_word_points_at_a_candidate_or_at_none(encoder: SmallEncoder) -> None:
    encoder.put("killed", "place.anchor", 3, 0)
    encoder.put("mar", "place.target", 2, 0)
    encoder.put("sarv", "place.target", -2, 0)
    ((first, second),) = read(encoder, document(TEXT))
    pairs = first.pairs
    choice = pairs.choose(Relation.PLACE, (0, 5), [[(0, 7)], [(1, 7)]])
    assert choice.best == 0
    assert sum(choice.candidates) + choice.none == pytest.approx(1)
    assert second.pairs.choose(Relation.PLACE, (1, 5), [[(1, 7)]]).best is None
    nothing = pairs.choose(Relation.PLACE, (0, 5), [])
    assert (nothing.candidates, nothing.none, nothing.best) == ((), 1.0, None)


def test_candidates_of_another_window_are_out_of_reach(encoder: SmallEncoder, tmp_path: Path) -> None:
    narrow = SmallEncoder(tmp_path, longest=14)
    narrow.put("killed", "place.anchor", 3, 0)
    narrow.put("sarv", "place.target", 2, 0)
    ((first, _),) = read(narrow, document(TEXT))
    assert first.pairs.choose(Relation.PLACE, (0, 5), [[(1, 6)], [(0, 7)]]).candidates[0] == 0


def test_shorter_windows_are_read_first_and_together(encoder: SmallEncoder) -> None:
    encoder.shapes.clear()
    read(encoder, document("Police said. " * 60), document("Police."))
    widths = [width for _, width in encoder.shapes]
    assert widths == sorted(widths)


def test_the_layer_is_the_steps(encoder: SmallEncoder) -> None:
    step = ReadingStep(encoder)
    assert step.requires == (SENTENCES,)
    assert step.provides is READINGS
