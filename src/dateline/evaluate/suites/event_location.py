"""Which place of a sentence is that of the event at a marked verb, or none (43 % of the sentences).

The verb is handed to the pipeline as an anchor. Its place is what the argument step gives an event there (an event mention's own
where one is anchored on the verb), chosen as the claims are, its finest first. Gold marks names, of
a building that is only described where it stands ("a home in Belfast"), without determiners,
directions and what it only lies in ("in the West Bank city of Nablus" is Nablus), with a type noun where that is capitalised
("Idlib Governorate", but "Idlib" of "Idlib province" and "Madrid" of "Madrid airport"): a mention of ours is widened or cut to
that. Where gold marks several places, any of them is right. Only ASCII letters and digits of spans are compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.evaluate.coder import Coder, Report
from dateline.evaluate.figures import Counts, ratio, totals, with_intervals
from dateline.evaluate.suite import GoldError, Miss, Score, Suite
from dateline.evaluate.suites import _rows
from dateline.evaluate.suites._alignment import Alignment
from dateline.extract.arguments.placing import is_named
from dateline.extract.arguments.step import placed
from dateline.model.claim import JsonValue
from dateline.model.layer import MENTIONS, PLACES, SENTENCES, AnnotatedDocument
from dateline.model.mention import Mention, MentionKind
from dateline.model.span import Span
from dateline.pipeline.choice import best_places
from dateline.resources.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Gold:
    """A sentence with its marked verb and the places of that event, as characters of the text."""

    id: str
    text: str
    verb: Span
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Our place of the event and the place nearest to the verb, as characters of the text that was read."""

    gold: tuple[Span, ...] = ()
    ours: Span | None = None
    nearest: Span | None = None


def read_gold(folder: Path, split: str) -> list[Gold]:
    """Return the sentences of a split. Raises GoldError."""
    path = _rows.find(folder, split, [".jsonl"])
    rows = _rows.rows(path, ("id", "text", "spans"))
    return [_sentence(row, f"{row['id']}#{number}", f"{path}, line {number}") for number, row in enumerate(rows, 1)]


def _sentence(row: Mapping[str, Any], id: str, where: str) -> Gold:
    text = str(row["text"])
    spans: dict[str, list[Span]] = {"VERB": [], "LOCATION": []}
    for span in row["spans"] if isinstance(row["spans"], list) else ():
        try:
            start, end, label = int(span["start"]), int(span["end"]), str(span["label"])
        except (TypeError, KeyError, ValueError) as e:
            raise GoldError(f"{where}: a span without start, end and label") from e
        if not 0 <= start < end <= len(text) or label not in spans:
            raise GoldError(f"{where}: no {label} at {start} to {end}")
        spans[label].append(Span(start, end))
    if not spans["VERB"]:
        raise GoldError(f"{where}: no verb is marked")
    # One row of a thousand marks a verb twice over; the first is asked about.
    return Gold(id, text, spans["VERB"][0], tuple(spans["LOCATION"]))


def score(folder: Path, split: str, coder: Coder) -> Score:
    """Score a split, each text a report of its own; several rows may ask about one text."""
    gold = read_gold(folder, split)
    by_text: dict[str, list[Gold]] = {}
    for g in gold:
        by_text.setdefault(g.text, []).append(g)
    reports = [Report(str(n), text) for n, text in enumerate(by_text)]
    texts = list(by_text)
    answers: dict[str, Answer] = {}
    for report, annotated, _ in coder.claims(reports):
        for g in by_text[texts[int(report.id)]]:
            answers[g.id] = answer(g, annotated)
    return scored(gold, answers)


def answer(gold: Gold, annotated: AnnotatedDocument) -> Answer:
    """Return the pipeline's place of the event at the marked verb, and where gold's places stand in the text as read."""
    there = Alignment(annotated.document.text)
    places = tuple(s for place in gold.places if (s := stands(there, gold.text, place)) is not None)
    verb = stands(there, gold.text, gold.verb)
    if verb is None:
        return Answer(places)
    resolved = {r.mention: r for r in annotated[PLACES]}
    found = [(a, resolved[a.mention]) for a in placed(annotated, verb) if a.mention in resolved and is_named(a.mention)]
    best = next((a.mention for a, _, _ in best_places(found, (), None)), None)
    near = [m for m in annotated[MENTIONS] if m.kind is MentionKind.PLACE]
    nearest = min(near, key=lambda m: abs(m.span.start - verb.start), default=None)
    return Answer(places, _as_marked(best, annotated), _as_marked(nearest, annotated))


def stands(there: Alignment, text: str, span: Span) -> Span | None:
    """Return where a stretch of gold's text stands in the text that was read."""
    return there.spans([text[: span.start], span.of(text)])[1] if span.start else there.spans([span.of(text)])[0]


def _as_marked(mention: Mention | None, annotated: AnnotatedDocument) -> Span | None:
    """Return a mention's span as gold would mark it: the type noun with it if it is capitalised, and only then.

    It goes from the first to the last letter or digit.
    """
    if mention is None:
        return None
    span = mention.span
    inside = annotated[SENTENCES][mention.sentence].tokens_in(span)
    while len(inside) > 1 and inside[-1].text.islower():
        inside.pop()
        span = Span(span.start, inside[-1].end)
    after = next((t for t in annotated[SENTENCES][mention.sentence].tokens if t.start >= span.end), None)
    if after is not None and after.text[0].isupper() and after.lower in Gazetteer.open().words.types:
        span = span.cover(after.span)
    inner = Alignment(words := span.of(annotated.document.text)).spans([words])[0]
    return None if inner is None else Span(span.start + inner.start, span.start + inner.end)


def scored(gold: Sequence[Gold], answers: Mapping[str, Answer]) -> Score:
    """Return the figures of answers, by sentence; what could not be read has no place."""
    given = [answers.get(g.id, Answer()) for g in gold]
    counts = [_counted(g, _right(g, a, a.ours)) for g, a in zip(gold, given, strict=True)]
    metrics, intervals = with_intervals(counts, figures)
    always = {
        "nearest": figures(totals([_counted(g, _right(g, a, a.nearest)) for g, a in zip(gold, given, strict=True)])),
        "none": figures(totals([_counted(g, not g.places) for g in gold])),
    }
    baselines = {f"{metric}/{name}": value for name, found in always.items() for metric, value in found.items()}
    misses = tuple(m for g, a in zip(gold, given, strict=True) for m in _misses(g, a))
    predictions: tuple[JsonValue, ...] = tuple({"id": g.id, "place": _words(g, a)} for g, a in zip(gold, given, strict=True))
    return Score(len(gold), len(gold), metrics, intervals, baselines, misses, predictions)


def _right(gold: Gold, answer: Answer, ours: Span | None) -> bool:
    return ours in answer.gold if gold.places else ours is None


def _counted(gold: Gold, right: bool) -> Counts:
    kind = "with_place" if gold.places else "none"
    return {"items": 1.0, "right": float(right), f"{kind}.items": 1.0, f"{kind}.right": float(right)}


def figures(sums: Counts) -> dict[str, float]:
    """Return the share of sentences that are right, of all, of those with a place and of those without."""
    return {
        "exact": ratio(sums["right"], sums["items"]),
        "exact.with_place": ratio(sums.get("with_place.right", 0.0), sums.get("with_place.items", 0.0)),
        "exact.none": ratio(sums.get("none.right", 0.0), sums.get("none.items", 0.0)),
    }


def _words(gold: Gold, answer: Answer) -> str | None:
    """Return our place in the words of gold's text, where the text that was read is as long as that."""
    return None if answer.ours is None else answer.ours.of(gold.text)


def _misses(gold: Gold, answer: Answer) -> Iterator[Miss]:
    if not _right(gold, answer, answer.ours):
        wanted = "; ".join(place.of(gold.text) for place in gold.places)
        yield Miss(gold.id, gold.verb.of(gold.text), wanted, _words(gold, answer) or "", gold.text.strip())


SUITE = Suite(
    name="event_location",
    about="sentences with one marked verb: which place is that of its event, or none",
    splits=("dev", "train"),
    score=score,
    main=("exact",),
)
