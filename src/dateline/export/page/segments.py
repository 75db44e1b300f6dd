"""Cutting a report's text into segments, so that evidence spans which cross each other can be shown as flat elements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.export.privacy import WITHHELD
from dateline.model.document import Zone, ZoneKind
from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of the text and what stands on it: a claim, or one of a claim's speakers."""

    span: Span
    claim: str
    speaker: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with the same evidence all along. `claims` are ordered by narrowness of their evidence."""

    text: str
    claims: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A zone of the text, in segments."""

    kind: ZoneKind
    reason: str
    segments: tuple[Segment, ...]


def paragraphs(text: str, zones: Sequence[Zone], evidence: Sequence[Evidence], withheld: Sequence[Span] = ()) -> list[Paragraph]:
    """Return the zones of a text in segments. Text outside of all zones that is not white space makes paragraphs of its own."""
    ordered = sorted(evidence, key=lambda e: (e.span, e.claim))
    hidden = sorted(withheld)
    out: list[Paragraph] = []
    for zone in _covering(text, zones):
        segments = _segments(text, zone.span, _touching(ordered, zone.span), [s for s in hidden if s.overlaps(zone.span)])
        out.append(Paragraph(zone.kind, zone.reason, tuple(segments)))
    return out


def _covering(text: str, zones: Sequence[Zone]) -> list[Zone]:
    """Return the zones with the gaps between them filled where these hold text."""
    out: list[Zone] = []
    at = 0
    for zone in [*sorted(zones, key=lambda z: z.span), Zone(ZoneKind.BODY, Span(len(text), len(text)))]:
        start = at
        for line in text[at : zone.span.start].split("\n"):
            # What marks a heading in plain text ("##") is no paragraph.
            if any(letter.isalnum() for letter in line):
                out.append(Zone(ZoneKind.BODY, Span(start, start + len(line))))
            start += len(line) + 1
        if len(zone.span):
            out.append(zone)
        at = max(at, zone.span.end)
    return out


def _touching(evidence: Sequence[Evidence], span: Span) -> list[Evidence]:
    return [e for e in evidence if e.span.overlaps(span)]


def _segments(text: str, zone: Span, evidence: Sequence[Evidence], withheld: Sequence[Span]) -> list[Segment]:
    cuts = {zone.start, zone.end}
    for span in (*(e.span for e in evidence), *withheld):
        cuts.update(c for c in (span.start, span.end) if zone.start < c < zone.end)
    edges = sorted(cuts)
    out: list[Segment] = []
    for start, end in zip(edges, edges[1:], strict=False):
        piece = Span(start, end)
        on = sorted((e for e in evidence if e.span.contains(piece)), key=lambda e: (len(e.span), e.span, e.claim))
        claims = tuple(dict.fromkeys(e.claim for e in on if not e.speaker))
        speakers = tuple(dict.fromkeys(e.claim for e in on if e.speaker))
        cover = next((s for s in withheld if s.contains(piece)), None)
        if cover is None:
            out.append(Segment(piece.of(text), claims, speakers))
        elif start == max(cover.start, zone.start):
            out.append(Segment(WITHHELD, claims, speakers, True))
    return out
