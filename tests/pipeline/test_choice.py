"""How long an event lasted: said of the event itself, and not of a span beside it."""

from __future__ import annotations

import pytest

from dateline.model.event import EventMention
from dateline.model.mention import Mention, MentionKind
from dateline.model.span import Span
from dateline.pipeline.choice import lasts

CASES = [
    # (text, period, cue, anchor, lasted)
    ("The road was blocked for 15 hours.", "15 hours", "for", "blocked", True),
    ("The fighting lasted three days.", "three days", "", "fighting", True),
    ("A two-day strike began.", "two-day", "", "strike", True),
    ("six days of relentless shelling", "six days", "", "shelling", True),
    ("It was the largest offensive in 10 years.", "10 years", "in", "offensive", False),
    ("Four days have passed since the killing.", "Four days", "", "killing", False),
    ("The arrests came after a four-month inquiry.", "four-month", "", "arrests", False),
]


@pytest.mark.parametrize(("text", "period", "cue", "anchor", "expected"), CASES)
def test_how_long_it_lasted(text: str, period: str, cue: str, anchor: str, *, expected: bool) -> None:
    start, at = text.index(period), text.index(anchor)
    key = "duration value=P1D" + (f" cue={cue}" if cue else "")
    mention = Mention(MentionKind.DATE, Span(start, start + len(period)), 0, 0, period, "date:duration", key)
    event = EventMention("strike", Span(at, at + len(anchor)), 0, 0)
    assert lasts(event, mention, text) is expected
