"""Posts set into a report: the words of a post, then a dash, its author and the account ("— Name (@account) 3 May 2024")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.model.document import Document, ZoneKind
from dateline.model.event import Attribution, Certainty, Speaker
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence
from dateline.model.span import Span

_SIGNED = re.compile(r"(?:^|(?<=\s))[—–-]{1,2} ?([^\n()@]{2,60}?) ?\(@\w{2,20}\)")
_WHO = (MentionKind.ACTOR, MentionKind.OUTLET)


def posts(document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Iterator[Attribution]:
    """Yield an attribution for each sentence of a post: its own paragraph up to the signature, else the one before."""
    text = document.text
    if "(@" not in text:
        return
    zones = [z for z in document.zones if z.span.end > z.span.start]
    for n, zone in enumerate(zones):
        for signed in _SIGNED.finditer(text, zone.span.start, zone.span.end):
            start, end = zone.span.start, signed.start()
            if not text[start:end].strip():
                if n == 0 or zones[n - 1].kind is not ZoneKind.BODY:
                    continue
                start, end = zones[n - 1].span.start, zones[n - 1].span.end
            named = Span(signed.start(1), signed.end(1))
            mention = next((m for m in mentions if m.kind in _WHO and named.contains(m.span)), None)
            speaker = Speaker(named, " ".join(named.of(text).split()), "post", mention)
            for s in sentences:
                if s.span.start < end and start < s.span.end:
                    inside = Span(max(start, s.span.start), min(end, s.span.end))
                    yield Attribution(inside, s.index, (speaker,), Certainty.STATED, "post")
