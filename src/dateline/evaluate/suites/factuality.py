"""How real a text makes what its predicates tell (MEANTIME, as unified on a scale from -3, denied, to 3, a fact).

The marked words are handed to the pipeline as anchors, and its judgement of them, polarity and modality, is put on the scale by
SCALE: an event mention's own where one is anchored there, else that of the function by which the event step judges any word.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.evaluate.coder import Coder, Report
from dateline.evaluate.figures import Counts, ratio, totals, with_intervals
from dateline.evaluate.suite import GoldError, Miss, Score, Suite
from dateline.evaluate.suites import _rows
from dateline.evaluate.suites._alignment import Alignment
from dateline.evaluate.suites._tokens import printed
from dateline.extract.context import contexts
from dateline.extract.events.nominal import reality
from dateline.model.claim import JsonValue
from dateline.model.event import Modality, Polarity
from dateline.model.layer import EVENTS, AnnotatedDocument
from dateline.model.span import Span

SCALE: Mapping[Modality, float] = {
    Modality.ACTUAL: 3.0,
    Modality.HABITUAL: 3.0,
    Modality.PREDICTED: 3.0,
    Modality.PLANNED: 3.0,
    Modality.CONDITIONAL: 1.5,
    Modality.CALLED_FOR: 1.5,
    Modality.ATTEMPTED: 0.75,
    Modality.THREATENED: 0.0,
    Modality.FOILED: -3.0,
}
"""What is asserted. MEANTIME tells how sure a text is of something apart from when it is: what surely will be, or is firmly
planned, is a fact to it. Of its levels 3, 1.5, 0.75, 0 and -3, the one nearest to the mean over `train` stands here; of
attempted, threatened and foiled `train` has four, and what the words mean stands here. What is denied is -3 where it would be
3, else 0.
"""
DENIED = -3.0
UNJUDGED = 3.0
"""Of a word that was not read as a word of a sentence: what nobody questions."""

Judgement = tuple[Modality, Polarity]


@dataclass(frozen=True, slots=True)
class Marked:
    """A predicate: its word as a token of the sentence and its factuality."""

    first: int
    last: int
    value: float


@dataclass(frozen=True, slots=True)
class Gold:
    """A sentence with marked predicates."""

    id: str
    tokens: tuple[str, ...]
    marked: tuple[Marked, ...]


def read_gold(folder: Path, split: str) -> list[Gold]:
    """Return the sentences of a split, a file or a folder of files. Raises GoldError."""
    paths = sorted((folder / split).glob("*.jsonl*")) or [_rows.find(folder, split, [".jsonl"])]
    out = []
    for path in paths:
        for number, row in enumerate(_rows.rows(path, ("text", "targets")), 1):
            tokens = tuple(str(row["text"]).split(" "))
            out.append(Gold(f"{path.stem}-{number}", tokens, tuple(_marked(row["targets"], tokens, f"{path}, line {number}"))))
    return out


def _marked(targets: Any, tokens: Sequence[str], where: str) -> Iterator[Marked]:
    for target in targets if isinstance(targets, list) else ():
        try:
            first, end = target["span1"]
            value = float(target["label"])
        except (TypeError, KeyError, ValueError) as e:
            raise GoldError(f"{where}: a target without span1 and label") from e
        if not 0 <= first < end <= len(tokens):
            raise GoldError(f"{where}: no tokens {first} to {end}")
        yield Marked(first, end - 1, value)


def score(folder: Path, split: str, coder: Coder) -> Score:
    """Score a split, each sentence a report of its own."""
    gold = read_gold(folder, split)
    by_id = {g.id: g for g in gold}
    judged: dict[str, list[Judgement | None]] = {}
    for report, annotated, _ in coder.claims([Report(g.id, printed(g.tokens)) for g in gold]):
        judged[report.id] = judgements(by_id[report.id], annotated)
    return scored(gold, judged)


def judgements(gold: Gold, annotated: AnnotatedDocument) -> list[Judgement | None]:
    """Return the pipeline's judgement of each marked word, none where it stands in no sentence."""
    there = Alignment(annotated.document.text).spans(gold.tokens)
    said = {(e.sentence, e.head): (e.modality, e.polarity) for e in annotated[EVENTS]}
    all_contexts = contexts(annotated)
    out: list[Judgement | None] = []
    for marked in gold.marked:
        spans = [span for span in there[marked.first : marked.last + 1] if span is not None]
        word = spans[0].cover(spans[-1]) if spans else Span(0, 0)
        context = next((c for c in all_contexts if c.sentence.tokens_in(word)), None)
        if context is None:
            out.append(None)
            continue
        head = context.sentence.head_of(word)
        found = reality(context, head.i, head.pos in ("VERB", "AUX"))
        out.append(said.get((context.sentence.index, head.i), (found.modality, found.polarity)))
    return out


def value_of(judgement: Judgement | None) -> float:
    """Return a judgement on the scale."""
    if judgement is None:
        return UNJUDGED
    modality, polarity = judgement
    if polarity is Polarity.ASSERTED:
        return SCALE[modality]
    return DENIED if abs(SCALE[modality]) == abs(DENIED) else 0.0


def scored(gold: Sequence[Gold], judged: Mapping[str, Sequence[Judgement | None]]) -> Score:
    """Return the figures of judgements, by sentence."""
    counts, misses, predictions = [], list[Miss](), list[JsonValue]()
    for g in gold:
        said = judged.get(g.id, [None] * len(g.marked))
        values = [value_of(judgement) for judgement in said]
        counts.append(_counted([m.value for m in g.marked], values))
        misses += _misses(g, said, values)
        predictions.append({"id": g.id, "values": [*values]})
    metrics, intervals = with_intervals(counts, figures)
    constant = {
        x: figures(totals([_counted([m.value for m in g.marked], [x] * len(g.marked)) for g in gold])) for x in (3.0, 0.0)
    }
    baselines = {f"mae/always {x:g}": found["mae"] for x, found in constant.items()}
    items = sum(len(g.marked) for g in gold)
    return Score(len(gold), items, metrics, intervals, baselines | {"pearson/always 3": 0.0}, tuple(misses), tuple(predictions))


def _counted(gold: Sequence[float], ours: Sequence[float]) -> Counts:
    return {
        "n": float(len(gold)),
        "error": sum(abs(x - y) for x, y in zip(gold, ours, strict=True)),
        "x": sum(gold),
        "y": sum(ours),
        "xx": sum(x * x for x in gold),
        "yy": sum(y * y for y in ours),
        "xy": sum(x * y for x, y in zip(gold, ours, strict=True)),
    }


def figures(sums: Counts) -> dict[str, float]:
    """Return mean absolute error and Pearson's r (0 where either side is constant) out of the sums over sentences."""
    n = sums["n"]
    spread = (n * sums["xx"] - sums["x"] ** 2) * (n * sums["yy"] - sums["y"] ** 2)
    together = n * sums["xy"] - sums["x"] * sums["y"]
    return {"mae": ratio(sums["error"], n), "pearson": together / math.sqrt(spread) if spread > 1e-9 else 0.0}


def _misses(gold: Gold, said: Sequence[Judgement | None], values: Sequence[float]) -> Iterator[Miss]:
    for marked, judgement, value in zip(gold.marked, said, values, strict=True):
        if marked.value != value:
            words = " ".join(gold.tokens[marked.first : marked.last + 1])
            ours = "not read" if judgement is None else f"{judgement[1].value}, {judgement[0].value}"
            yield Miss(gold.id, words, f"{marked.value:g}", f"{value:g} ({ours})", " ".join(gold.tokens))


SUITE = Suite(
    name="factuality",
    about="predicates in news and how real they are: facts, open, denied (MEANTIME)",
    splits=("dev", "train"),
    score=score,
    main=("mae", "pearson"),
    folder="factuality_meantime",
)
