"""Who says what in US political news (PolNeAR): sources, what they are said to say, and which belong together.

Our attributions are read off the ATTRIBUTIONS layer: each speaker of a chain, by the words that name them and their cue, with
all the stretches put in their mouth; a hedge without a speaker is a content alone. A source of ours is right if it overlaps a
source of gold, a content if it overlaps a content, and a link (a source with its content) if both overlap those of one
attribution of gold; each of either side is used once, and as many as can be are paired. What is annotated twice counts once.
Gold holds beliefs, plans and attitudes too, not reports alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from dateline.evaluate.coder import Coder, Report
from dateline.evaluate.figures import Counts, prf, totals, with_intervals
from dateline.evaluate.suite import Miss, Score, Suite
from dateline.evaluate.suites._alignment import Placed
from dateline.evaluate.suites._polnear_gold import GoldText, Spans, read_gold
from dateline.model.claim import JsonValue
from dateline.model.event import Attribution
from dateline.model.layer import ATTRIBUTIONS
from dateline.model.span import Span

PARTS = ("source", "content", "link")
_SAID = re.compile(
    r"(?P<before>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}) (?:said|says)\b|\b(?:said|says) (?P<after>[A-Z][\w.’'-]*)"
)
_PARAGRAPH = re.compile(r"[^\n]+")
_AROUND = 160


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution in our text: its source, none for a hedge, and its content."""

    source: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Found:
    """Our text of a document and what we find in it."""

    text: str
    told: tuple[Told, ...]


NOTHING = Found("", ())
Item = TypeVar("Item")


def score(folder: Path, split: str, coder: Coder) -> Score:
    """Score a split."""
    gold = read_gold(folder, split)
    ours = {
        report.id: Found(annotated.document.text, tuple(told(annotated[ATTRIBUTIONS])))
        for report, annotated, _ in coder.claims([Report(text.id, text.text) for text in gold])
    }
    return scored(gold, ours)


def told(attributions: Sequence[Attribution]) -> Iterator[Told]:
    """Yield each speaker with all that is put in their mouth by one cue, and each hedge."""
    by_speaker: dict[tuple[Span, str], list[Span]] = {}
    for attribution in attributions:
        for speaker in attribution.chain:
            by_speaker.setdefault((speaker.span, speaker.cue), []).append(attribution.content)
        if not attribution.chain:
            yield Told((), (attribution.content,))
    for (span, _), contents in by_speaker.items():
        yield Told((span,), tuple(sorted(set(contents))))


@dataclass(frozen=True, slots=True)
class Part:
    """Gold's and our items of one kind, each once, and which of ours (by index) is which of gold's."""

    gold: tuple[Told, ...]
    ours: tuple[Told, ...]
    pairs: Mapping[int, int]


def compared(gold: GoldText, found: Found) -> dict[str, Part]:
    """Return how a document's sources, contents and links compare."""
    placed = Placed(gold.text, found.text)
    theirs = [Told(_placed(placed, a.source), _placed(placed, a.content)) for a in gold.attributions]
    return {
        "source": _part([Told(t.source, ()) for t in theirs if t.source], [Told(t.source, ()) for t in found.told if t.source]),
        "content": _part([Told((), t.content) for t in theirs if t.content], [Told((), t.content) for t in found.told]),
        "link": _part([t for t in theirs if t.source and t.content], [t for t in found.told if t.source]),
    }


def _placed(placed: Placed, spans: Spans) -> Spans:
    return tuple(there for span in spans if (there := placed.span(span)) is not None)


def _part(gold: Sequence[Told], ours: Sequence[Told]) -> Part:
    theirs, mine = tuple(dict.fromkeys(gold)), tuple(dict.fromkeys(ours))
    return Part(theirs, mine, paired([[n for n, t in enumerate(theirs) if _same(t, m)] for m in mine]))


def _same(one: Told, other: Told) -> bool:
    """Tell whether sources overlap, and contents, as far as there are any."""
    sources = not one.source or any(a.overlaps(b) for a in one.source for b in other.source)
    return sources and (not one.content or any(a.overlaps(b) for a in one.content for b in other.content))


def paired(fits: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return as many pairs as can be where `fits` says which of gold each of ours may be, each used once (Kuhn, 1955)."""
    holder: dict[int, int] = {}

    def place(m: int, tried: set[int]) -> bool:
        for n in fits[m]:
            if n not in tried:
                tried.add(n)
                if n not in holder or place(holder[n], tried):
                    holder[n] = m
                    return True
        return False

    for m in range(len(fits)):
        place(m, set())
    return {m: n for n, m in holder.items()}


def scored(gold: Sequence[GoldText], ours: Mapping[str, Found]) -> Score:
    """Return the figures of what we find, by document."""
    pairs = [(text, ours.get(text.id, NOTHING)) for text in gold]
    comparisons = [compared(text, found) for text, found in pairs]
    metrics, intervals = with_intervals([_counted(c) for c in comparisons], figures)
    plain = figures(totals([_counted(compared(text, beside_said(found.text))) for text, found in pairs]))
    return Score(
        len(gold),
        sum(len(c["link"].gold) for c in comparisons),
        metrics,
        intervals,
        {f"{name}/name beside said": plain[name] for name in SUITE.main},
        tuple(miss for (text, found), c in zip(pairs, comparisons, strict=True) for miss in _misses(text.id, found.text, c)),
        tuple(_prediction(text.id, found) for text, found in pairs),
    )


def beside_said(text: str) -> Found:
    """Return a baseline: each capitalised name beside "said" is a source, its paragraph the content."""
    out = []
    for paragraph in _PARAGRAPH.finditer(text):
        for said in _SAID.finditer(paragraph.group()):
            start, end = said.span(said.lastgroup or 0)
            out.append(Told((Span(paragraph.start() + start, paragraph.start() + end),), (Span(*paragraph.span()),)))
    return Found(text, tuple(out))


def _counted(comparison: Mapping[str, Part]) -> Counts:
    sums: dict[str, float] = {}
    for name, part in comparison.items():
        sums |= {f"{name}.right": len(part.pairs), f"{name}.ours": len(part.ours), f"{name}.gold": len(part.gold)}
    return sums


def figures(sums: Counts) -> dict[str, float]:
    """Return F, precision and recall of sources, contents and links."""
    out: dict[str, float] = {}
    for part in PARTS:
        right, ours, gold = (sums.get(f"{part}.{n}", 0.0) for n in ("right", "ours", "gold"))
        name = part if part == "link" else f"{part}_overlap"
        out |= zip((f"{name}_p", f"{name}_r", f"{name}_f1"), prf(right, ours, right, gold), strict=True)
    return out


def _misses(id: str, text: str, comparison: Mapping[str, Part]) -> Iterator[Miss]:
    """Yield each link that only one side has."""
    part = comparison["link"]
    taken = set(part.pairs.values())
    for n, t in enumerate(part.gold):
        if n not in taken:
            yield Miss(id, "link: missing", _words(text, t), "", _around(text, t))
    for m, t in enumerate(part.ours):
        if m not in part.pairs:
            yield Miss(id, "link: not so", "", _words(text, t), _around(text, t))


def _words(text: str, one: Told) -> str:
    return " / ".join(
        " ... ".join(" ".join(span.of(text).split()) for span in spans) for spans in (one.source, one.content) if spans
    )


def _around(text: str, one: Told) -> str:
    spans = one.source or one.content
    return " ".join(text[max(0, spans[0].start - _AROUND) : spans[-1].end + _AROUND].split())


def _prediction(id: str, found: Found) -> JsonValue:
    told: list[JsonValue] = [{"source": _offsets(one.source), "content": _offsets(one.content)} for one in found.told]
    return {"id": id, "attributions": told}


def _offsets(spans: Spans) -> JsonValue:
    return [[span.start, span.end] for span in spans]


SUITE = Suite(
    name="polnear",
    about="who says what in US political news: sources, contents and their links (PolNeAR)",
    splits=("dev", "train"),
    score=score,
    main=("source_overlap_f1", "content_overlap_f1", "link_f1"),
)
