"""Entries, documents and chronologies made by hand for scorers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.evaluate.coder import Chronology
from dateline.model.claim import Claim, JsonValue, Quotation
from dateline.model.document import Document
from dateline.model.entry import Entry, EntryDate, EntryPlace, Participant, Quantity, SourcedClaim
from dateline.model.event import EntryKind, Family, Modality, Outcome, Polarity, Role
from dateline.model.resolution import ActorKind, DateBasis, DatePrecision, PlacePrecision
from dateline.model.span import Span
from tests.documents import document


def claim(doc: Document, field: str, words: str, value: JsonValue = None, event: str = "evt-1") -> SourcedClaim:
    """Return a claim whose evidence is the first place where the words stand in a document."""
    at = doc.text.index(words)
    span = Span(at, at + len(words))
    return SourcedClaim(Claim(event, field, value, words, Quotation(doc.text_id, span, words)), doc.id)


def entry(id: str, type: str, family: Family, claims: Sequence[SourcedClaim], **values: Any) -> Entry:
    """Return an entry of a type, with whatever else is told of it."""
    kind = EntryKind.COMMUNICATION if family is Family.COMMUNICATION else EntryKind.INCIDENT
    documents = len({c.document for c in claims})
    return Entry(id, kind, family, type, "", Polarity.ASSERTED, Modality.ACTUAL, tuple(claims), documents, documents, **values)


def day(when: str) -> EntryDate:
    """Return a date that is one day."""
    return EntryDate(when, when, when, DatePrecision.DAY, DateBasis.STATED, ("c",))


def town(name: str, admin1: str | None = None, lat: float | None = None, lon: float | None = None) -> EntryPlace:
    """Return a town."""
    return EntryPlace(name, PlacePrecision.TOWN, ("c",), lat=lat, lon=lon, admin1=admin1)


def count(
    outcome: Outcome, best: int, whom: str | None = None, scope: str = "collective", ends: tuple[int, int] | None = None
) -> Quantity:
    """Return a count of people, exact unless both ends are given."""
    low, high = ends or (best, best)
    return Quantity(outcome, low, best, high, "single", ("c",), whom, scope)


def who(role: Role, name: str, kind: ActorKind, actor_id: str | None = None) -> Participant:
    """Return a participant."""
    return Participant(role, name, kind, ("c",), actor_id)


def chronology(entries: Sequence[Entry], **reports: Document) -> Chronology:
    """Return a chronology of reports by their id."""
    return Chronology(tuple(entries), {d.id: id for id, d in reports.items()}, dict(reports))


__all__ = ["chronology", "claim", "count", "day", "document", "entry", "town", "who"]
