"""Learning the weights of the evidence for a place: `python -m training.place_ranks --data ../shared/data [--write]`.

A conditional logit over the candidates of each place in geoparsing LGL, TR-News and GeoVirus, held to weights set by hand
(PRIOR): where the corpora say little, those stay. Prints, for each corpus, the share of right places within 161 km with
weights that were learned on the other two; PRIOR and STRENGTH were not chosen without it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dateline.evaluate.coder import Coder
from dateline.evaluate.suites._places_gold import read_gold
from dateline.evaluate.suites._whenwhere import km
from dateline.extract.mentions.places.surroundings import around
from dateline.model.layer import MENTIONS, SENTENCES, AnnotatedDocument, Layer
from dateline.model.mention import Mention, MentionKind
from dateline.model.span import Span
from dateline.resolve.places import step, weights
from dateline.resolve.places.ranking import Ranking
from dateline.resources.gazetteer import Gazetteer, PlaceRecord

CORPORA = ("LGL", "TR-News", "GeoVirus")
KM = 161
SAME_KM = 25
"""Candidates this near to gold's point are the place itself; if there is none, those within KM."""
STRENGTH = 100.0
"""How hard weights are held to PRIOR; of 1, 3, 10, 30, 100 and 300 the best on corpora held out."""
TURNS = 300
SCALE = 6.0
"""The weights set by hand were not logarithms of odds; times this they are."""
PRIOR: Mapping[str, float] = {
    "name": 1.0, "own name": 0.3, "people": 0.1, "large": 0.25, "people in subdivision": 0.06, "large subdivision": 0.15,
    "supplement": 0.25, "is country": 0.9, "is region": 1.0, "is admin1": 0.25, "is admin2": -0.1, "is area": 0.2, "is city": 0.3,
    "is neighbourhood": 0.2, "is facility": 0.05, "type fits": 0.6, "type differs": -0.3, "type excludes": -2.5,
    "part of province": 1.1, "has a border": 0.3, "contained": 1.2, "contains": 0.5, "close": 0.6, "contained elsewhere": 0.96,
    "contains elsewhere": 0.4, "close elsewhere": 0.48, "country": 1.0, "abroad": -0.8, "near": 0.2, "near share": 0.5,
    "capital": 0.0, "nowhere": -0.3, "in province told": 0.3, "in district told": 0.2, "in province of others": 0.1,
    "province share": 0.2, "province of others": 0.1, "district of others": 0.3, "famous abroad": -0.8,
    "country abroad": -0.4, "capital at home": 0.4, "outlet's country": 0.1,
}  # fmt: skip
Gold = tuple[Span, tuple[float, float]]


@dataclass(frozen=True)
class Example:
    """The candidates of one mention: their evidence, and which of them are right (none if the right one is not among them)."""

    rows: np.ndarray
    right: np.ndarray
    near: np.ndarray
    weight: float


@dataclass(frozen=True)
class Text:
    """A text read up to its mentions, and gold's places in it with their points."""

    annotated: AnnotatedDocument
    gold: tuple[Gold, ...]


def examples(annotated: AnnotatedDocument, gold: Sequence[Gold], gazetteer: Gazetteer) -> Iterator[Example]:
    """Yield the examples of a document; gold's places are given as mentions, so that all of them teach."""
    points = dict(gold)
    ranking = ranked(with_gold(annotated, [span for span, _ in gold], gazetteer), gazetteer)
    names = list(PRIOR)
    often = Counter(q.name for q in ranking.queries.values() if q.mention.span in points)
    for query in ranking.queries.values():
        point = points.get(query.mention.span)
        if point is None or not query.matches:
            continue
        explained = ranking.explained(query)
        rows = np.array([[found.get(name, 0.0) for name in names] for _, found in explained])
        far = np.array([_km(match.record, point) for match, _ in explained])
        right = far <= SAME_KM if (far <= SAME_KM).any() else far <= KM
        yield Example(rows, right, far <= KM, 1.0 / often[query.name] ** 0.5)


def _km(record: PlaceRecord, point: tuple[float, float]) -> float:
    return float("inf") if record.lat is None or record.lon is None else km(record.lat, record.lon, *point)


def ranked(annotated: AnnotatedDocument, gazetteer: Gazetteer) -> Ranking:
    """Return the ranking of a document's places, as PlaceStep has it."""
    return step.PlaceStep(gazetteer).ranking(annotated)[0]


def with_gold(annotated: AnnotatedDocument, spans: Sequence[Span], gazetteer: Gazetteer) -> AnnotatedDocument:
    """Return the document with gold's places as mentions, in place of those of ours that overlap them."""
    kinds = (MentionKind.PLACE, MentionKind.FACILITY)
    wanted = set(spans)
    kept = [
        m
        for m in annotated[MENTIONS]
        if m.kind not in kinds or m.span in wanted or all(m.span.end <= s.start or m.span.start >= s.end for s in spans)
    ]
    have = {m.span for m in kept if m.kind in kinds}
    for sentence in annotated[SENTENCES]:
        for span in wanted - have:
            tokens = list(sentence.tokens_in(span))
            if tokens:
                key = around(sentence.tokens, tokens[0].i, tokens[-1].i, gazetteer.words).key
                text = span.of(annotated.document.text)
                kept.append(Mention(MentionKind.PLACE, span, sentence.index, tokens[-1].i, text, "gold", key))
                have.add(span)
    return annotated.with_layer(MENTIONS, Layer(tuple(sorted(kept, key=lambda m: (m.span.start, m.span.end)))))


def gathered(texts: Sequence[Text], gazetteer: Gazetteer) -> list[Example]:
    """Return the examples of a corpus, ranked with the weights in use."""
    return [example for text in texts for example in examples(text.annotated, text.gold, gazetteer)]


def read(folder: Path, corpus: str, coder: Coder, gazetteer: Gazetteer) -> list[Text]:
    """Return the texts of a corpus with their places; words of origin are no places to be ranked. Takes minutes."""
    articles = {a.report.id: a for a in read_gold(folder, corpus)}
    out = []
    for report, annotated, _ in coder.claims([a.report for a in articles.values()]):
        theirs = [n for n, c in enumerate(report.text) if not c.isspace()]
        ours = [n for n, c in enumerate(annotated.document.text) if not c.isspace()]
        at = {n: ours[i + len(ours) - len(theirs)] for i, n in enumerate(theirs)}
        gold = [
            (Span(at[p.span.start], at[p.span.end - 1] + 1), p.point)
            for p in articles[report.id].places
            if p.point is not None and gazetteer.demonym(p.span.of(report.text)) is None
        ]
        out.append(Text(annotated, tuple(gold)))
    return out


def fitted(given: Sequence[Sequence[Example]], strength: float = STRENGTH) -> np.ndarray:
    """Return the weights for some corpora, each of which counts the same, by gradient descent on the loss."""
    prior = SCALE * np.array(list(PRIOR.values()))
    corpora = [[e for e in corpus if e.right.any() and not e.right.all()] for corpus in given]
    flat = [e for corpus in corpora for e in corpus]
    rows, right = np.concatenate([e.rows for e in flat]), np.concatenate([e.right for e in flat])
    sizes = np.array([len(e.right) for e in flat])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    weight = np.concatenate([np.array([e.weight for e in corpus]) / sum(e.weight for e in corpus) for corpus in corpora])
    w, velocity = prior.copy(), np.zeros_like(prior)
    for turn in range(TURNS):
        scores = rows @ w
        raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        p = raised / np.repeat(np.add.reduceat(raised, starts), sizes)
        q = np.where(right, p, 0.0)
        q = q / np.repeat(np.maximum(np.add.reduceat(q, starts), 1e-12), sizes)
        gradient = rows.T @ ((p - q) * np.repeat(weight, sizes)) + strength / 1000 * (w - prior)
        velocity = 0.9 * velocity - (0.3 if turn < TURNS * 2 // 3 else 0.1) * gradient
        w = w + velocity
    return w


def accuracy(given: Sequence[Example], w: np.ndarray) -> float:
    """Return the share of mentions with candidates whose best candidate lies within KM of gold's point."""
    return float(np.mean([e.near[int(np.argmax(e.rows @ w))] for e in given]))


def use(w: np.ndarray) -> None:
    """Rank with these weights from here on."""
    weights.LEARNED.update(zip(PRIOR, (round(float(x), 3) for x in w), strict=True))


def table(w: np.ndarray) -> dict[str, float]:
    """Return weights by the names of their evidence."""
    return dict(zip(PRIOR, (round(float(x), 2) for x in w), strict=True))


def main() -> None:
    """Learn, print what the weights are worth on corpora held out, and write them where asked."""
    parser = argparse.ArgumentParser(description="Learn the weights of the evidence for a place.")
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds geoparsing/")
    parser.add_argument("--write", action="store_true", help="replace src/dateline/resolve/places/ranker.json")
    arguments = parser.parse_args()
    gazetteer, coder = Gazetteer.open(), Coder(workers=1)
    use(SCALE * np.array(list(PRIOR.values())))
    given = {c: gathered(read(arguments.data / "geoparsing", c, coder, gazetteer), gazetteer) for c in CORPORA}
    without: dict[str, dict[str, float]] = {}
    for held in CORPORA:
        w = fitted([own for corpus, own in given.items() if corpus != held])
        without[held] = table(w)
        print(f"{held}, held out: {accuracy(given[held], w):.3f} of the places that have candidates")
    found = {"all": table(fitted(list(given.values()))), "without": without}
    if arguments.write:
        path = Path(weights.__file__).parent / "ranker.json"
        path.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
