"""The claims of an entry as the page lists them: by field, the rival values of one field under each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.export import wording
from dateline.export.privacy import Privacy
from dateline.export.record import claim as claim_record
from dateline.model.entry import Entry, SourcedClaim

STRIP = 120
"""Width of the strip on which a count and its bounds are drawn, in pixels; its ends stay free for arrows."""
_MARGIN = 8


@dataclass(frozen=True, slots=True)
class Strip:
    """A count on the scale of its field: `low` and `high` in pixels, none where open; `best` if a figure is told."""

    low: float | None
    high: float | None
    best: float | None
    words: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim in words."""

    id: str
    value: str
    before: str
    exact: str
    after: str
    speaker: str
    source: str
    published: str
    certainty: str
    confidence: str
    decided_by: str
    report: str
    strip: Strip | None = None


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field with its claims."""

    label: str
    contested: bool
    claims: tuple[ClaimView, ...]
    ends: tuple[str, str] | None = None
    """The figures at both ends of the strips' scale."""


def fields(entry: Entry, privacy: Privacy) -> list[FieldView]:
    """Return the fields of an entry: counts first, as they are what reports differ in, then in the entry's order."""
    by_field: dict[str, list[SourcedClaim]] = {}
    for sourced in entry.claims:
        by_field.setdefault(sourced.claim.field, []).append(sourced)
    ordered = sorted(by_field.items(), key=lambda item: (item[0] not in entry.contested, not item[0].startswith("quantity")))
    return [_field(name, claims, name in entry.contested, privacy) for name, claims in ordered]


def _field(name: str, claims: Sequence[SourcedClaim], contested: bool, privacy: Privacy) -> FieldView:
    strips, ends = _strips(name, claims)
    views = tuple(_claim(sourced, strip, privacy) for sourced, strip in zip(claims, strips, strict=True))
    return FieldView(wording.field_label(name), contested, views, ends)


def _claim(sourced: SourcedClaim, strip: Strip | None, privacy: Privacy) -> ClaimView:
    one, shown = sourced.claim, claim_record(sourced, privacy)
    evidence = shown["evidence"]
    assert isinstance(evidence, dict)
    value = wording.value_words(one.field, shown["value"])
    return ClaimView(
        one.id,
        wording.capital(value) if one.field == "type" else value,
        wording.before(str(evidence.get("prefix", ""))),
        str(evidence["exact"]),
        wording.after(str(evidence.get("suffix", ""))),
        wording.speaker_words(sourced, privacy),
        sourced.outlet or sourced.document,
        wording.published_words(sourced.published),
        one.certainty.value,
        f"{one.confidence:.2f}",
        ", ".join(one.decided_by),
        sourced.document,
        strip,
    )


def _strips(field: str, claims: Sequence[SourcedClaim]) -> tuple[list[Strip | None], tuple[str, str] | None]:
    """Return a strip for each claim of a count, all on one scale; nothing to draw where a single plain figure is told."""
    bounds = [_bounds(sourced) for sourced in claims] if field.startswith("quantity:") else []
    told = [n for bound in bounds for n in bound if n is not None]
    if len(claims) < 2 or not told or min(told) == max(told):
        return [None] * len(claims), None
    least, most = min(told), max(told)
    pad = (most - least) * 0.08
    scale = (STRIP - 2 * _MARGIN) / (most - least + 2 * pad)

    def at(figure: int | None) -> float | None:
        return None if figure is None else round(_MARGIN + (figure - least + pad) * scale, 1)

    strips: list[Strip | None] = [
        Strip(at(low), at(high), at(best), wording.range_words(low, best, high)) if (low, best, high) != (None,) * 3 else None
        for low, best, high in bounds
    ]
    return strips, (wording.number(least), wording.number(most))


def _bounds(sourced: SourcedClaim) -> tuple[int | None, int | None, int | None]:
    value = sourced.claim.value
    if not isinstance(value, dict):
        return (value, value, value) if isinstance(value, int) and not isinstance(value, bool) else (None, None, None)
    low, best, high = (n if isinstance(n := value.get(k), int) else None for k in ("low", "best", "high"))
    return low, best, high
