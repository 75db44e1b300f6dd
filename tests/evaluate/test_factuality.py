"""The factuality suite on invented sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.evaluate.coder import Coder, Report
from dateline.evaluate.suite import GoldError, Miss
from dateline.evaluate.suites import factuality
from dateline.evaluate.suites._tokens import printed
from dateline.evaluate.suites.factuality import SCALE, Gold, Judgement, Marked
from dateline.model.event import Modality, Polarity

FACT = (Modality.ACTUAL, Polarity.ASSERTED)
NOT = (Modality.ACTUAL, Polarity.DENIED)
MAYBE = (Modality.CONDITIONAL, Polarity.ASSERTED)


@pytest.mark.parametrize(
    ("judgement", "value"),
    [
        (FACT, 3.0),
        (NOT, -3.0),
        (MAYBE, 1.5),
        ((Modality.CONDITIONAL, Polarity.DENIED), 0.0),  # "would not come"
        ((Modality.FOILED, Polarity.ASSERTED), -3.0),
        (None, 3.0),
    ],
)
def test_value_of(judgement: Judgement | None, value: float) -> None:
    assert factuality.value_of(judgement) == value


def test_scale_is_complete() -> None:
    assert set(SCALE) == set(Modality)


def test_scored() -> None:
    gold = [
        Gold("a", ("He", "came", "and", "left"), (Marked(1, 1, 3.0), Marked(3, 3, 3.0))),
        Gold("b", ("She", "may", "stay"), (Marked(2, 2, 0.0),)),
        Gold("c", ("Nobody", "ran"), (Marked(1, 1, -3.0),)),
    ]
    found = factuality.scored(gold, {"a": [FACT, FACT], "b": [MAYBE], "c": [FACT]})
    assert found.metrics["mae"] == (0 + 0 + 1.5 + 6) / 4
    # gold 3 3 0 -3, mean 0.75; ours 3 3 1.5 3, mean 2.625
    together, of_gold, of_ours = 2.25 * 0.375 * 2 + 0.75 * 1.125 - 3.75 * 0.375, 24.75, 1.6875
    assert found.metrics["pearson"] == pytest.approx(together / (of_gold * of_ours) ** 0.5)
    assert found.baselines["mae/always 3"] == (0 + 0 + 3 + 6) / 4
    assert (found.documents, found.items) == (3, 4)
    assert found.misses == (
        Miss("b", "stay", "0", "1.5 (asserted, conditional)", "She may stay"),
        Miss("c", "ran", "-3", "3 (asserted, actual)", "Nobody ran"),
    )
    # a sentence that nothing was read of is taken for a fact, and a constant has no correlation
    silent = factuality.scored(gold, {})
    assert (silent.metrics["mae"], silent.metrics["pearson"]) == (9 / 4, 0.0)


def test_judgements() -> None:
    tokens = tuple("The army did n't attack Tassara , but rebels shelled it and may return .".split())
    gold = Gold("a", tokens, tuple(Marked(tokens.index(w), tokens.index(w), 0.0) for w in ("attack", "shelled", "return")))
    ((_, annotated, _),) = Coder(1).claims([Report("a", printed(tokens))])
    assert factuality.judgements(gold, annotated) == [NOT, FACT, MAYBE]


def test_read_gold(tmp_path: Path) -> None:
    path = tmp_path / "mini.jsonl"
    row = {"text": "He came .", "targets": [{"span1": [1, 2], "label": 3.0, "span_text": "came"}]}
    path.write_text(json.dumps(row) + "\n")
    assert factuality.read_gold(tmp_path, "mini") == [Gold("mini-1", ("He", "came", "."), (Marked(1, 1, 3.0),))]
    path.write_text(json.dumps({"text": "He came .", "targets": [{"span1": [1, 9], "label": 3.0}]}))
    with pytest.raises(GoldError, match="line 1: no tokens 1 to 9"):
        factuality.read_gold(tmp_path, "mini")
    path.write_text(json.dumps({"text": "He came .", "targets": [{"label": 3.0}]}))
    with pytest.raises(GoldError, match="without span1"):
        factuality.read_gold(tmp_path, "mini")
    with pytest.raises(GoldError, match="no other.jsonl"):
        factuality.read_gold(tmp_path, "other")
