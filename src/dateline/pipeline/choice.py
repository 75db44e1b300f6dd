"""Choice: which of an event's dates and places become its claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from dateline.model.event import Argument, EventMention
from dateline.model.mention import POINTED, Mention, MentionKind
from dateline.model.resolution import DatePrecision, DateValue, PlacePrecision, PlaceValue, Resolution
from dateline.model.span import Span

V = TypeVar("V")
_ORDER = {
    "owned": 0,
    "shared": 1,
    "run-in heading": 1,
    "carried over": 2,
    "told after": 2,
    "the report's place": 3,
    "local report": 3,
    "dateline": 4,
}
_DATE_RANK = {p: n for n, p in enumerate(DatePrecision)}
_PLACE_RANK = {p: n for n, p in enumerate(PlacePrecision)}
# A village that no gazetteer knows is as fine as a town.
_PLACE_RANK[PlacePrecision.UNRESOLVED] = _PLACE_RANK[PlacePrecision.NEAR]
_SAME_FINENESS = 2
_LASTING = re.compile(r"\b(?:last|lasts|lasted|lasting|rage|raged|raging|continued)\s+$", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")
_OF_IT = frozenset("long of the heavy fierce intense relentless armed general hunger".split())


def best_date(
    found: Sequence[tuple[Argument, Resolution[DateValue]]],
) -> tuple[Argument, Resolution[DateValue], DateValue] | None:
    """Return the date that tells when the event was: the nearest, made finer by any that lies within it."""
    usable = [(a, r, r.value) for a, r in found if r.value is not None and (r.value.start or r.value.end)]
    if not usable:
        return None
    rank = min(_ORDER.get(a.rule, 0) for a, _, _ in usable)
    nearest = sorted((u for u in usable if _ORDER.get(u[0].rule, 0) == rank), key=lambda u: (-u[0].confidence, u[0].mention.span))
    best = nearest[0]
    for other in nearest[1:]:
        if _within(other[2], best[2]) and _DATE_RANK[other[2].precision] < _DATE_RANK[best[2].precision]:
            best = other
    return best


def _within(inner: DateValue, outer: DateValue) -> bool:
    if inner.start is None or inner.end is None:
        return False
    return (outer.start is None or outer.start[:10] <= inner.start[:10]) and (
        outer.end is None or inner.end[:10] <= outer.end[:10]
    )


def best_places(
    found: Sequence[tuple[Argument, Resolution[PlaceValue]]],
    targets: Sequence[tuple[Argument, Resolution[PlaceValue]]],
    distinguishing: Span | None,
) -> Iterator[tuple[Argument, Resolution[PlaceValue], PlaceValue | None]]:
    """Yield the event's places: the named place attacked or the finest near it, without those that merely contain it."""
    told = [(a, r) for a, r in (*targets, *found) if distinguishing is not None and a.mention.span == distinguishing]
    if told:
        argument, resolution = told[0]
        if resolution.value is not None or argument.mention.kind is MentionKind.PLACE or _named(argument):
            yield argument, resolution, resolution.value
            return
    # A name that only the encoder takes for a place, and that nobody knows, stands where nothing else does.
    known = [(a, r) for a, r in found if r.value is not None or a.mention.rule != POINTED]
    rank = min((_ORDER.get(a.rule, 0) for a, _ in known or found), default=0)
    pool = [*targets, *((a, r) for a, r in known or found if _ORDER.get(a.rule, 0) == rank)]
    resolved = _unique([(a, r, r.value) for a, r in pool if r.value is not None])
    if resolved:
        kept = [u for u in resolved if not any(_contains(u[2], other[2]) for other in resolved if other is not u)]
        kept.sort(key=lambda u: (_PLACE_RANK[u[2].precision], -u[0].confidence, u[0].mention.span))
        finest = _PLACE_RANK[kept[0][2].precision]
        yield from (
            u
            for u in kept
            if _PLACE_RANK[u[2].precision] <= finest + _SAME_FINENESS and u[0].confidence >= kept[0][0].confidence - 0.15
        )
        return
    unresolved = [(a, r) for a, r in pool if r.candidates or _named(a)]
    for argument, resolution in unresolved[:1]:
        yield argument, resolution, None


def _named(argument: Argument) -> bool:
    mention = argument.mention
    return mention.kind is MentionKind.PLACE or mention.key.endswith(":named")


def _unique(
    found: Sequence[tuple[Argument, Resolution[PlaceValue], PlaceValue]],
) -> list[tuple[Argument, Resolution[PlaceValue], PlaceValue]]:
    out: dict[tuple[str, str | None], tuple[Argument, Resolution[PlaceValue], PlaceValue]] = {}
    for argument, resolution, value in found:
        out.setdefault((value.gazetteer_id or value.name, value.precision.value), (argument, resolution, value))
    return list(out.values())


def _contains(outer: PlaceValue, inner: PlaceValue) -> bool:
    """Tell whether `outer` is a country, region or subdivision around the finer `inner`."""
    if _PLACE_RANK[outer.precision] <= _PLACE_RANK[inner.precision]:
        return False
    if outer.precision is PlacePrecision.COUNTRY:
        return inner.country in (outer.country, None)
    if outer.precision is PlacePrecision.REGION:
        return outer.country in (inner.country, None) or inner.country is None
    if outer.precision in (PlacePrecision.ADMIN1, PlacePrecision.ADMIN2, PlacePrecision.ADMIN3):
        return outer.country == inner.country and (outer.admin1 == inner.admin1 or inner.admin1 is None or outer.admin1 is None)
    # A facility or quarter named beside its town
    return outer.country == inner.country and outer.admin1 == inner.admin1


def lasts(event: EventMention, mention: Mention, text: str) -> bool:
    """Tell whether a period is how long the event lasted ("for 15 hours", "a two-day strike"), and not a span beside it."""
    if " cue=for" in mention.key:
        return True
    if " cue=" in mention.key:
        return False
    if _LASTING.search(text[max(0, mention.span.start - 20) : mention.span.start]):
        return True
    between = text[mention.span.end : event.anchor.start]
    words = _WORDS.findall(between.lower())
    return mention.span.end <= event.anchor.start and len(words) < 5 and "." not in between and _OF_IT.issuperset(words)
