"""Crossing spans of evidence cut into flat segments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.page.segments import Evidence, Segment, paragraphs
from dateline.export.privacy import WITHHELD
from dateline.model.document import Zone, ZoneKind
from dateline.model.span import Span

TEXT = "Gunmen killed 12 people."
CASES = [
    # No evidence: one segment.
    ([], [Segment(TEXT)]),
    # Two that cross: three pieces of evidence, the middle with both, the narrower one first.
    (
        [(0, 16, "a"), (7, 23, "b")],
        [
            Segment("Gunmen ", ("a",)),
            Segment("killed 12", ("a", "b")),
            Segment(" people", ("b",)),
            Segment("."),
        ],
    ),
    # One within another: the inner one is meant by a click.
    (
        [(0, 24, "all"), (14, 16, "count")],
        [Segment("Gunmen killed ", ("all",)), Segment("12", ("count", "all")), Segment(" people.", ("all",))],
    ),
]


@pytest.mark.parametrize(("evidence", "segments"), CASES)
def test_segments(evidence: list[tuple[int, int, str]], segments: list[Segment]) -> None:
    spans = [Evidence(Span(start, end), claim) for start, end, claim in evidence]
    assert list(paragraphs(TEXT, (), spans)[0].segments) == segments


def test_a_withheld_name_is_shown_once_though_evidence_ends_within_it() -> None:
    text = "said Samir Haddad today"
    spans = [Evidence(Span(0, 10), "a"), Evidence(Span(5, 17), "b")]
    shown = paragraphs(text, (), spans, [Span(5, 17)])[0].segments
    assert "".join(s.text for s in shown) == f"said {WITHHELD} today"


def test_zones_keep_their_kind_and_text_between_them_is_shown() -> None:
    text = "Title\n\nBody\nStray words\n##\nMore: read this"
    zones = (
        Zone(ZoneKind.TITLE, Span(0, 5)),
        Zone(ZoneKind.BODY, Span(7, 11)),
        Zone(ZoneKind.FURNITURE, Span(27, 42), "teaser: cut off"),
    )
    shown = [(p.kind.value, "".join(s.text for s in p.segments), p.reason) for p in paragraphs(text, zones, ())]
    assert shown == [
        ("title", "Title", ""),
        ("body", "Body", ""),
        ("body", "Stray words", ""),
        ("furniture", "More: read this", "teaser: cut off"),
    ]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=12))
def test_no_character_is_lost_or_doubled(pairs: list[tuple[int, int]]) -> None:
    text = "abcdefghij" * 4
    spans = [Evidence(Span(min(p), max(p)), f"c{n}") for n, p in enumerate(pairs)]
    segments = paragraphs(text, (), spans)[0].segments
    assert "".join(s.text for s in segments) == text
    at = 0
    for segment in segments:
        here = Span(at, at + len(segment.text))
        assert set(segment.claims) == {e.claim for e in spans if len(e.span) and e.span.contains(here)}
        at = here.end
