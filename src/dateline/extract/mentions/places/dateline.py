"""The dateline: where a report was filed, before its first sentence ("KABUL (Reuters) —")."""

from __future__ import annotations

import re

from dateline.model.document import Document, ZoneKind
from dateline.model.span import Span

_DATELINE = re.compile(
    r"\s{0,8}(?P<place>[A-Z][A-Za-zÀ-ÿ'’.\- ]{1,40}(?:[,/] ?[A-Z][A-Za-zÀ-ÿ'’. ]{1,30}){0,3})(?: \([A-Z][^()\n]{2,30}\)(?=,))?"
    r"(?:,? ?\(?\d[^()\n—–]{0,25}\)?)?(?:,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]{0,8} \d{1,2}(?:,? \d{4})?)?"
    r"[ ,]{0,3}(?:\([^()\n]{1,60}\)[ ,]{0,3}){0,2}(?:—|–|--|-(?= )|:(?= \())"
)
_ZONES = 4
_BLOCKED = re.compile(r"\b(?:By|Photo|Image|Update|Analysis|Video|Watch|Read|Note)\b")


def datelines(document: Document) -> list[Span]:
    """Return the spans of the names in datelines; they open one of the first paragraphs."""
    out: list[Span] = []
    bodies = [z for z in document.zones if z.kind is ZoneKind.BODY][:_ZONES]
    for zone in bodies:
        head = document.text[zone.span.start : min(zone.span.end, zone.span.start + 200)]
        found = _DATELINE.match(head)
        if found and not _BLOCKED.search(found["place"]) and _filed(found):
            out.append(Span(zone.span.start + found.start("place"), zone.span.start + found.end("place")))
    return out


def _filed(found: re.Match[str]) -> bool:
    """Tell a dateline from a sentence that opens with a name and a dash: capitals, an agency, a date or a country."""
    place, whole = found["place"].strip(), found[0]
    return place.split(",")[0].isupper() or "(" in whole or any(c.isdigit() for c in whole) or ("," in place and len(place) < 40)
