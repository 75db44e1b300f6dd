"""From types to table rows and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import RowMapping

from dateline.model.claim import Claim, JsonValue, Quotation, Said
from dateline.model.document import Capture, Document, StatedDate, Zone, ZoneKind
from dateline.model.event import Certainty
from dateline.model.span import Span

Row = dict[str, Any]
Found: TypeAlias = "Mapping[str, Any] | RowMapping"
"""A row as written or as read."""
PIECE = 500
"""Values in one statement; SQLite takes no more than 32,766 and PostgreSQL 65,535."""
_ENCODE = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode


def digest(value: object) -> str:
    """Return a hash of a JSON value, the same on every machine."""
    return hashlib.sha256(canonical(value).encode("utf-8", "surrogatepass")).hexdigest()


def canonical(value: object) -> str:
    """Return a JSON value as text, keys sorted."""
    return _ENCODE(value)


def in_pieces(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the values in pieces of as many as a statement takes."""
    for start in range(0, len(values), PIECE):
        yield values[start : start + PIECE]


def document_row(document: Document) -> Row:
    """Return a document's row, without its text."""
    published = document.published
    row: Row = {
        "id": document.id,
        "sha256": document.capture.sha256,
        "locator": document.capture.locator,
        "outlet": document.capture.outlet,
        "text_id": document.text_id,
        "language": document.language,
        "title": document.title,
        "published": published and _stated_row(published),
        "metadata": dict(document.metadata),
        "zones": [[zone.kind.value, zone.span.start, zone.span.end, zone.reason] for zone in document.zones],
    }
    row["fingerprint"] = digest(row)[:32]
    # When it was fetched decides nothing: fetching the same bytes again changes no row.
    row["retrieved"] = document.capture.retrieved
    return row


def _stated_row(published: StatedDate) -> Row:
    span = published.span
    return {"iso": published.iso, "basis": published.basis, "span": span and [span.start, span.end]}


def document_from(row: Found, text: str) -> Document:
    """Return the document of a row and its text."""
    published = row["published"]
    return Document(
        capture=Capture(row["sha256"], row["locator"], row["outlet"], row["retrieved"]),
        text=text,
        language=row["language"],
        zones=tuple(Zone(ZoneKind(kind), Span(start, end), reason) for kind, start, end, reason in row["zones"]),
        title=row["title"],
        published=published and _stated(published),
        metadata=row["metadata"],
    )


def _stated(row: Mapping[str, Any]) -> StatedDate:
    return StatedDate(row["iso"], row["basis"], Span(*row["span"]) if row["span"] else None)


def claim_row(claim: Claim) -> Row:
    """Return a claim's row. `version` is a hash of the rest: one claim may be told differently by another run."""
    evidence = claim.evidence
    row: Row = {
        "id": claim.id,
        "text_id": evidence.text_id,
        "event": claim.event,
        "field": claim.field,
        "value": claim.value,
        "text": claim.text,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "exact": evidence.exact,
        "said_by": [_said_row(said) for said in claim.said_by],
        "certainty": claim.certainty.value,
        "confidence": claim.confidence,
        "decided_by": list(claim.decided_by),
    }
    row["version"] = digest(row)[:32]
    return row


def claim_version(row: Found) -> str:
    """Return what a claim row's version has to be."""
    return digest({key: value for key, value in row.items() if key != "version"})[:32]


def claim_from(row: Found) -> Claim:
    """Return the claim of a row."""
    return Claim(
        event=row["event"],
        field=row["field"],
        value=row["value"],
        text=row["text"],
        evidence=Quotation(row["text_id"], Span(row["start"], row["end"]), row["exact"]),
        said_by=tuple(_said(said) for said in row["said_by"]),
        certainty=Certainty(row["certainty"]),
        confidence=row["confidence"],
        decided_by=tuple(row["decided_by"]),
    )


def _said_row(said: Said) -> dict[str, JsonValue]:
    evidence = said.evidence
    return {
        "name": said.name,
        "cue": said.cue,
        "actor_id": said.actor_id,
        "private": said.private,
        "text_id": evidence.text_id,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "exact": evidence.exact,
    }


def _said(row: Mapping[str, Any]) -> Said:
    evidence = Quotation(row["text_id"], Span(row["start"], row["end"]), row["exact"])
    return Said(row["name"], row["cue"], evidence, row["actor_id"], row["private"])


def quotations(claim: Claim) -> Sequence[Quotation]:
    """Return every quotation that a claim rests on: its evidence and its speakers'."""
    return (claim.evidence, *(said.evidence for said in claim.said_by))
