"""Place names in news and their coordinates (LGL, TR-News, GeoVirus; GeoWebNews has the same form).

A place of ours is a mention of a place; a street; and what tells of which place somebody or something is: a name within a name
("Mosul" in "Mosul University", "Russia" as a government) and, where the corpus marks demonyms, a word like "Turkish".
Spans are compared exactly. What was learned about names and their readings is that which was learned without the corpus.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from dateline.evaluate.coder import Coder
from dateline.evaluate.figures import Counts, prf, ratio, totals, with_intervals
from dateline.evaluate.suite import Miss, Score, Suite
from dateline.evaluate.suites._places_gold import Article, read_gold
from dateline.evaluate.suites._whenwhere import km
from dateline.extract.mentions.places.weighed import without as names_without
from dateline.model.claim import JsonValue
from dateline.model.layer import MENTIONS, PLACES, AnnotatedDocument
from dateline.model.mention import Mention, MentionKind
from dateline.model.resolution import PlaceValue
from dateline.model.span import Span
from dateline.resolve.places.weights import without as ranking_without
from dateline.resources.gazetteer import Gazetteer, PlaceRecord

KM = 161
"""100 miles: what "accuracy at 161 km" means since Cheng et al. (2010)."""
FARTHEST_KM = 20_038.0
"""Half the Earth's circumference: how far off a recognised place without coordinates counts in the median."""
AROUND = 80
"""Characters of text shown on either side of an error."""
KINDS = frozenset({MentionKind.PLACE, MentionKind.STREET, MentionKind.ORIGIN})
UNMARKED: Mapping[str, frozenset[str]] = {"GeoVirus": frozenset({"demonym", "street"})}
"""Rules of what a corpus does not mark, by its description."""
_WORD = re.compile(r"[A-Z][\w’'-]*")
_CAPITALISED = re.compile(rf"\b{_WORD.pattern}(?: {_WORD.pattern}){{0,3}}")

Point = tuple[float, float]
OurPlaces = Mapping[Span, Point | None]
"""By stretch of gold's text."""


def score(folder: Path, split: str, coder: Coder) -> Score:
    """Score a corpus, each article coded by itself."""
    articles = read_gold(folder, split)
    by_id = {article.report.id: article for article in articles}
    unmarked = UNMARKED.get(split, frozenset())
    ours: dict[str, OurPlaces] = {}
    with ranking_without(split), names_without(split):
        for report, annotated, _ in coder.claims([article.report for article in articles]):
            there = Places(by_id[report.id].text, annotated.document.text)
            ours[report.id] = {
                span: point for mine, point in places(annotated, unmarked) if (span := there.span(mine)) is not None
            }
    return scored(articles, ours)


class Places:
    """Where stretches of our text stand in gold's: reading changes white space, signs one by one, and puts the title first."""

    def __init__(self, gold: str, ours: str) -> None:
        """Align the two texts from their ends, character by character that is no space."""
        self._gold = [n for n, c in enumerate(gold) if not c.isspace()]
        before = [0]
        for c in ours:
            before.append(before[-1] + (not c.isspace()))
        self._shift = len(self._gold) - before[-1]
        self._before = before

    def span(self, ours: Span) -> Span | None:
        """Return where a stretch of our text stands in gold's, none if not in it."""
        first, end = self._before[ours.start] + self._shift, self._before[ours.end] + self._shift
        return Span(self._gold[first], self._gold[end - 1] + 1) if 0 <= first < end else None


def places(annotated: AnnotatedDocument, unmarked: frozenset[str] = frozenset()) -> Iterator[tuple[Span, Point | None]]:
    """Yield what is a place among our mentions, with its point; mentions by a rule in `unmarked` are none."""
    gazetteer = Gazetteer.open()
    resolved = {r.mention: r.value for r in annotated[PLACES]}
    for mention in annotated[MENTIONS]:
        if mention.kind in KINDS and mention.rule not in unmarked:
            yield mention.span, _point(_named(resolved.get(mention), gazetteer)) or _of_country(mention, gazetteer)


def _of_country(mention: Mention, gazetteer: Gazetteer) -> Point | None:
    country = next((part[8:] for part in mention.key.split(";") if part.startswith("country=")), "")
    return _point(gazetteer.country(country))


def _named(value: PlaceValue | None, gazetteer: Gazetteer) -> PlaceValue | PlaceRecord | None:
    """Return the place that the name itself stands for, as gold has it, where the text speaks of a part of it or of nearby."""
    return value and ((gazetteer.by_id(value.gazetteer_id) if value.gazetteer_id else None) or value)


def _point(place: PlaceValue | PlaceRecord | None) -> Point | None:
    return (place.lat, place.lon) if place is not None and place.lat is not None and place.lon is not None else None


def scored(articles: Sequence[Article], ours: Mapping[str, OurPlaces]) -> Score:
    """Return the figures of our places, by article."""
    counts: list[Counts] = []
    misses: list[Miss] = []
    predictions: list[JsonValue] = []
    for article in articles:
        mine = ours.get(article.report.id, {})
        counts.append(_counted(article, mine))
        misses += _misses(article, mine)
        told: list[JsonValue] = [[span.start, span.end, *(mine[span] or ())] for span in sorted(mine)]
        predictions.append({"id": article.report.id, "places": told})
    metrics, intervals = with_intervals(counts, figures)
    metrics["median_km"] = median(d for article in articles for d in distances(article, ours.get(article.report.id, {})))
    items = sum(len(article.places) for article in articles)
    return Score(len(articles), items, metrics, intervals, _baselines(articles, ours), tuple(misses), tuple(predictions))


def figures(sums: Counts) -> dict[str, float]:
    """Return all metrics but the median out of the sums over articles."""
    right = sums["recognised"]
    precision, recall, f = prf(right, sums["ours"], right, sums["gold"])
    return {
        "recognition_f1": f,
        "recognition_precision": precision,
        "recognition_recall": recall,
        "acc161": ratio(sums["near"], sums["recognised.points"]),
        "acc161_all": ratio(sums["near"], sums["points"]),
    }


def distances(article: Article, mine: OurPlaces) -> list[float]:
    """Return how far off each recognised place is for which gold has a point."""
    return [_km(p.point, mine[p.span]) for p in article.places if p.point is not None and p.span in mine]


def _km(gold: Point, ours: Point | None) -> float:
    return FARTHEST_KM if ours is None else km(*gold, *ours)


def median(values: Iterable[float]) -> float:
    """Return the middle of values, 0 where there are none."""
    ordered = sorted(values)
    return statistics.median(ordered) if ordered else 0.0


def _counted(article: Article, mine: OurPlaces) -> Counts:
    found = distances(article, mine)
    return {
        "gold": float(len(article.places)),
        "ours": float(len(mine)),
        "recognised": float(sum(p.span in mine for p in article.places)),
        "points": float(sum(p.point is not None for p in article.places)),
        "recognised.points": float(len(found)),
        "near": float(sum(d <= KM for d in found)),
    }


def _baselines(articles: Sequence[Article], ours: Mapping[str, OurPlaces]) -> dict[str, float]:
    """Score what needs no reading: every known name in capitals is a place, and it is the most populous of that name."""
    gazetteer = Gazetteer.open()
    known: list[Counts] = []
    populous: list[Counts] = []
    for article in articles:
        text = article.text
        names = (Span(*match.span()) for match in _CAPITALISED.finditer(text))
        spans = {span for name in names for span in _known(text, name, gazetteer)}
        known.append(_counted(article, dict.fromkeys(spans)))
        mine = {span: _most_populous(span.of(text), gazetteer) for span in ours.get(article.report.id, {})}
        populous.append(_counted(article, mine))
    return {
        "recognition_f1/every known name": figures(totals(known))["recognition_f1"],
        "acc161/most populous": figures(totals(populous))["acc161"],
    }


def _known(text: str, run: Span, gazetteer: Gazetteer) -> Iterator[Span]:
    """Yield the longest known names in a run of words with capitals, from the left."""
    words = [Span(run.start + m.start(), run.start + m.end()) for m in _WORD.finditer(run.of(text))]
    at = 0
    while at < len(words):
        spans = (words[at].cover(words[end]) for end in range(len(words) - 1, at - 1, -1))
        found = next((span for span in spans if gazetteer.lookup(span.of(text))), None)
        if found is not None:
            yield found
            at += sum(found.contains(word) for word in words)
        else:
            at += 1


def _most_populous(name: str, gazetteer: Gazetteer) -> Point | None:
    found = (match.record for match in gazetteer.lookup(name))
    return _point(max(found, key=lambda record: record.population, default=None))


def _misses(article: Article, mine: OurPlaces) -> Iterator[Miss]:
    text, id = article.text, article.report.id
    gold = {place.span: place for place in article.places}
    for span in sorted({*gold, *mine}):
        around = " ".join(text[max(0, span.start - AROUND) : span.end + AROUND].split())
        if span not in mine:
            inside = [other.of(text) for other in mine if other.overlaps(span)]
            yield Miss(id, span.of(text), "a place", f"the span {inside[0]!r}" if inside else "", around)
        elif span not in gold:
            inside = [other.phrase for other in article.places if other.span.overlaps(span)]
            yield Miss(id, span.of(text), f"the span {inside[0]!r}" if inside else "", "a place", around)
        elif (point := gold[span].point) is not None and (off := _km(point, mine[span])) > KM:
            told = "nowhere" if mine[span] is None else f"{off:.0f} km off"
            yield Miss(id, span.of(text), f"{point[0]:.2f}, {point[1]:.2f}", told, around)


SUITE = Suite(
    name="geoparsing",
    about="place names in news and their coordinates (TR-News, LGL, GeoVirus)",
    splits=("TR-News", "LGL", "GeoVirus"),
    score=score,
    main=("recognition_f1", "acc161", "acc161_all", "median_km"),
)
