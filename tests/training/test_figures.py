"""Figures and calibration, on scores worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from training.calibrate import calibration, reliability
from training.layout import layout, width
from training.measure import choose, figures, gold_runs, runs
from training.predicted import Array, Predicted
from training.scheme import ROLES, Text

COLUMNS = layout(2)


def scores(**heads: list[float]) -> Array:
    row = np.zeros(width(COLUMNS), dtype=np.float32)
    for head, values in heads.items():
        row[slice(*COLUMNS[head])] = values
    return row


def role(label: int) -> list[float]:
    return [9.0 if i == label else 0.0 for i in range(1 + 2 * len(ROLES))]


def predicted(corpus: str, words: str, **told: object) -> Predicted:
    return Predicted(Text(f"{corpus}/1", corpus, [words.split()], [[]], **told))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([0, 1, 2, 0], [(1, 1, 2)]),
        ([1, 1, 2], [(1, 0, 0), (1, 1, 2)]),
        # A run that goes on from the sentence before has no first word here.
        ([2, 2, 0, 1], [(1, 0, 1), (1, 3, 3)]),
        ([0, 3, 4], []),
    ],
)
def test_runs_of_labels(labels: list[int], expected: list[tuple[int, int, int]]) -> None:
    assert gold_runs(labels, 1) == expected


def test_runs_of_probabilities_take_first_and_later_words_together() -> None:
    probabilities = np.array([[0.4, 0.35, 0.25], [0.6, 0.1, 0.3], [0.3, 0.1, 0.6]])
    assert runs(probabilities.astype(np.float32), 1) == [(1, 0, 0), (1, 2, 2)]


def test_figures_of_roles() -> None:
    gold = predicted("roles5", "rebels shot two priests", tags={"roles": [[1, 0, 7, 8]]}, types=[[0]], relevant=1)
    # "rebels" is found; of "two priests" only the last word.
    gold.words = {(0, 0): scores(roles=role(1)), (0, 1): scores(roles=role(0)), (0, 2): scores(roles=role(0))}
    gold.words[0, 3] = scores(roles=role(7))
    gold.marks = {0: [scores(types=[9, -9, -9, -9, -9, -9], relevance=[-9])]}
    gold.starts = [scores(document_relevance=[-9]), scores(document_relevance=[9])]
    told = figures([gold], COLUMNS)
    assert told["roles5.span.p"] == told["roles5.span.r"] == told["roles5.span.f1"] == 0.5
    assert told["roles5.sentence_type.f1"] == 1
    assert told["roles5.sentence_relevance.f1"] == 0
    assert told["roles5.document_relevance.f1"] == 1


def test_the_candidate_with_the_heaviest_words_is_chosen() -> None:
    told = {(0, 0): 1.0, (0, 1): 1.0, (0, 2): 1.5}
    assert choose([[(0, 0), (0, 1)], [(0, 2)]], told, 0.0) == [(0, 0), (0, 1)]
    assert choose([[(0, 2)]], told, 2.0) is None
    assert choose([[(7, 0)]], told, 0.0) is None


def test_temperatures_are_found() -> None:
    chance = np.random.default_rng(5)
    items = predicted("factuality", " ".join(["word"] * 4000))
    told, gold = [], []
    for _ in range(4000):
        honest = chance.normal(size=3)
        gold.append(int((honest + chance.gumbel(size=3)).argmax()))
        told.append(scores(source=list(honest * 2)))
    items.words = {(0, i): row for i, row in enumerate(told)}
    items.text.tags["source"] = [gold]
    temperatures, _ = calibration([items], COLUMNS)
    assert temperatures["source"] == pytest.approx(2, rel=0.1)
    before = reliability([items], COLUMNS)["source"]["gap"]
    assert isinstance(before, float)
    assert before > 0.03


def test_shifts_are_found() -> None:
    chance = np.random.default_rng(6)
    items = []
    for n in range(3000):
        honest = chance.normal()
        item = predicted("roles5", "", relevant=int(honest + chance.logistic() > 0))
        item.text.id = f"roles5/{n}"
        item.starts = [scores(document_relevance=[honest + 1.5])]
        items.append(item)
    _, shifts = calibration(items, COLUMNS)
    assert shifts["document_relevance"] == pytest.approx(-1.5, abs=0.25)
