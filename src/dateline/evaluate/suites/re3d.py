"""Entities and relations in reports on Syria and Iraq (re3d, Defence Science and Technology Laboratory).

An entity is right if its words, articles and genitive endings apart, and its type are those of gold; a relation if its type is
and each end shares a word with gold's. `_re3d_ours` says which of our mentions and claims are which. Only types that have a
counterpart of ours are scored, and only what gold holds for more likely right than wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.evaluate.coder import Coder, Report
from dateline.evaluate.figures import Counts, prf, totals, with_intervals
from dateline.evaluate.suite import Miss, Score, Suite
from dateline.evaluate.suites import _alignment
from dateline.evaluate.suites._re3d_gold import GoldDocument, read_gold
from dateline.evaluate.suites._re3d_ours import (
    DIRECTED,
    ENTITY_TYPES,
    RELATION_TYPES,
    OurEntity,
    OurRelation,
    entities,
    relations,
)
from dateline.model.claim import JsonValue
from dateline.model.layer import SENTENCES
from dateline.model.span import Span

_ARTICLE = re.compile(r"(?:the|an?)\W+(?=\w)", re.IGNORECASE)
_GENITIVE = re.compile(r"['’]s$")
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]{0,40}(?: [A-Z][\w’'-]{0,40}){0,9}")
_AROUND = 80


@dataclass(frozen=True, slots=True)
class Found:
    """Our text of a document, our entities and relations, and for the baseline the runs of capitalised words."""

    text: str
    entities: tuple[OurEntity, ...]
    relations: tuple[OurRelation, ...]
    names: tuple[Span, ...] = ()


NOTHING = Found("", (), ())


def score(folder: Path, split: str, coder: Coder) -> Score:
    """Score a split."""
    gold = read_gold(folder, split)
    ours = {}
    for report, annotated, coded in coder.claims([Report(document.id, document.text) for document in gold]):
        text = annotated.document.text
        names = (m.span() for s in annotated[SENTENCES] for m in _CAPITALISED.finditer(text, s.span.start, s.span.end))
        ours[report.id] = Found(
            text,
            tuple(entities(annotated, coded)),
            tuple(relations(annotated, coded)),
            tuple(Span(start, end) for start, end in names),
        )
    return scored(gold, ours)


class Placed(_alignment.Placed):
    """Where gold's stretches stand in our text."""

    def __init__(self, gold: str, ours: str) -> None:
        """Align the two texts."""
        super().__init__(gold, ours)
        self._ours = ours

    def core(self, gold: Span) -> Span | None:
        """Return the same without what stands around the words that count."""
        span = self.span(gold)
        return core(self._ours, span) if span is not None else None


def core(text: str, span: Span) -> Span:
    """Return a stretch without signs around it, a leading article and a genitive ending."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    if genitive := _GENITIVE.search(text[start:end]):
        end = start + genitive.start()
    if article := _ARTICLE.match(text, start, end):
        start = article.end()
    return Span(start, end)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What gold and we have of one document, as stretches of our text, and by index which of ours is which of gold's."""

    gold_entities: tuple[tuple[str, Span | None], ...]
    entities: tuple[OurEntity, ...]
    entity_pairs: Mapping[int, int]
    gold_relations: tuple[tuple[str, Span | None, Span | None], ...]
    relations: tuple[OurRelation, ...]
    relation_pairs: Mapping[int, int]


def compared(gold: GoldDocument, found: Found) -> Comparison:
    """Compare a document, each entity and relation of either side used once."""
    placed = Placed(gold.text, found.text)
    theirs = tuple(dict.fromkeys((e.type, placed.core(e.span)) for e in gold.entities if e.type in ENTITY_TYPES))
    mine = tuple(dict.fromkeys(OurEntity(e.types, core(found.text, e.span)) for e in found.entities))
    at: dict[tuple[str, Span | None], int] = {entity: n for n, entity in enumerate(theirs)}
    entity_pairs: dict[int, int] = {}
    for m, entity in enumerate(mine):
        fits = [at[type, entity.span] for type in sorted(entity.types) if (type, entity.span) in at]
        free = [n for n in fits if n not in entity_pairs.values()]
        if free:
            entity_pairs[m] = free[0]
    wanted = tuple(_unique((r.type, placed.core(r.source), placed.core(r.target)) for r in gold.relations))
    relation_pairs: dict[int, int] = {}
    for m, relation in enumerate(found.relations):
        same = (n for n, other in enumerate(wanted) if n not in relation_pairs.values() and _same(relation, *other))
        for n in [next(same, None)]:
            if n is not None:
                relation_pairs[m] = n
    return Comparison(theirs, mine, entity_pairs, wanted, found.relations, relation_pairs)


def _unique(relations: Iterable[tuple[str, Span | None, Span | None]]) -> Iterator[tuple[str, Span | None, Span | None]]:
    """Yield relations that have a counterpart; gold has many of the symmetric ones in both directions."""
    seen = set()
    for type, source, target in relations:
        key = (type, source, target) if type in DIRECTED else (type, *sorted((source, target), key=lambda s: s or Span(0, 0)))
        if type in RELATION_TYPES and key not in seen:
            seen.add(key)
            yield type, source, target


def _same(ours: OurRelation, type: str, source: Span | None, target: Span | None) -> bool:
    if type not in ours.types or source is None or target is None:
        return False
    if ours.source.overlaps(source) and ours.target.overlaps(target):
        return True
    return type not in DIRECTED and ours.source.overlaps(target) and ours.target.overlaps(source)


def scored(gold: Sequence[GoldDocument], ours: Mapping[str, Found]) -> Score:
    """Return the figures of our entities and relations, by document."""
    pairs = [(document, ours.get(document.id, NOTHING)) for document in gold]
    comparisons = [compared(document, found) for document, found in pairs]
    counts = [counted(comparison) for comparison in comparisons]
    metrics, intervals = with_intervals(counts, figures)
    names = figures(totals([counted(compared(document, every_name(found))) for document, found in pairs]))
    return Score(
        len(gold),
        sum(len(comparison.gold_entities) for comparison in comparisons),
        metrics,
        intervals,
        {"span_f1/every name an organisation": names["span_f1"], "relation_f1/always none": 0.0},
        tuple(miss for (d, found), c in zip(pairs, comparisons, strict=True) for miss in misses(d.id, found.text, c)),
        tuple(_prediction(document.id, found) for document, found in pairs),
    )


def every_name(found: Found) -> Found:
    """Return a baseline: every run of capitalised words is an Organisation, the most frequent type."""
    return Found(found.text, tuple(OurEntity(frozenset({"Organisation"}), span) for span in found.names), ())


def counted(comparison: Comparison) -> Counts:
    """Return what a document adds to each sum. What can be of several types counts for the first, where it is wrong."""
    sums: dict[str, float] = defaultdict(float)
    for type, _ in comparison.gold_entities:
        _add(sums, "span", type, "gold")
    for m, entity in enumerate(comparison.entities):
        n = comparison.entity_pairs.get(m)
        _tally(sums, "span", entity.types, comparison.gold_entities[n][0] if n is not None else None)
    for type, _, _ in comparison.gold_relations:
        _add(sums, "relation", type, "gold")
    for m, relation in enumerate(comparison.relations):
        n = comparison.relation_pairs.get(m)
        _tally(sums, "relation", relation.types, comparison.gold_relations[n][0] if n is not None else None)
    return sums


def _tally(sums: dict[str, float], what: str, types: frozenset[str], right: str | None) -> None:
    _add(sums, what, right or min(types), "ours")
    if right is not None:
        _add(sums, what, right, "right")


def _add(sums: dict[str, float], what: str, type: str, part: str) -> None:
    sums[f"{what}.{part}"] += 1
    sums[f"{what}.{type}.{part}"] += 1


def figures(sums: Counts) -> dict[str, float]:
    """Return F, precision and recall of entities and of relations, and the F of each type."""
    out: dict[str, float] = {}
    for name, types in (("span", ENTITY_TYPES), ("relation", RELATION_TYPES)):
        precision, recall, f = _prf(sums, name)
        out |= {f"{name}_f1": f, f"{name}_p": precision, f"{name}_r": recall}
        out |= {f"{name}_f1.{type}": _prf(sums, f"{name}.{type}")[2] for type in sorted(types)}
    return out


def _prf(sums: Counts, name: str) -> tuple[float, float, float]:
    right, ours, gold = (sums.get(f"{name}.{part}", 0.0) for part in ("right", "ours", "gold"))
    return prf(right, ours, right, gold)


def misses(id: str, text: str, comparison: Comparison) -> Iterator[Miss]:
    """Yield each entity and relation that only one side has."""
    for n, (type, span) in enumerate(comparison.gold_entities):
        if n not in comparison.entity_pairs.values():
            yield Miss(id, "entity: missing", f"{type}: {_words(text, span)}", "", _around(text, span))
    for m, entity in enumerate(comparison.entities):
        if m not in comparison.entity_pairs:
            told = f"{'/'.join(sorted(entity.types))}: {_words(text, entity.span)}"
            yield Miss(id, "entity: not so", "", told, _around(text, entity.span))
    for n, (type, source, target) in enumerate(comparison.gold_relations):
        if n not in comparison.relation_pairs.values():
            yield Miss(id, f"{type}: missing", f"{_words(text, source)} - {_words(text, target)}", "", _around(text, source))
    for m, relation in enumerate(comparison.relations):
        if m not in comparison.relation_pairs:
            told = f"{_words(text, relation.source)} - {_words(text, relation.target)}"
            yield Miss(id, f"{'/'.join(sorted(relation.types))}: not so", "", told, _around(text, relation.source))


def _words(text: str, span: Span | None) -> str:
    return span.of(text) if span is not None else "(not in our text)"


def _around(text: str, span: Span | None) -> str:
    return text[max(0, span.start - _AROUND) : span.end + _AROUND] if span is not None else ""


def _prediction(id: str, found: Found) -> JsonValue:
    entities: list[JsonValue] = [
        {"types": [*sorted(e.types)], "start": e.span.start, "end": e.span.end, "text": e.span.of(found.text)}
        for e in found.entities
    ]
    relations: list[JsonValue] = [
        {"types": [*sorted(r.types)], "source": r.source.of(found.text), "target": r.target.of(found.text)}
        for r in found.relations
    ]
    return {"id": id, "entities": entities, "relations": relations}


SUITE = Suite(
    name="re3d",
    about="entities and relations in reports on Syria and Iraq, over the types that have a counterpart",
    splits=("dev", "train"),
    score=score,
    main=("span_f1", "relation_f1"),
)
