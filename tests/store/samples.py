"""Coded documents made by hand."""

from __future__ import annotations

import hashlib

from dateline.model.claim import Claim, Coded, EventRecord, JsonValue, Quotation, Said
from dateline.model.document import Capture, Document, StatedDate, Zone, ZoneKind
from dateline.model.entry import Entry, EntryDate, EntryPlace, Participant, Quantity, Run, SourcedClaim
from dateline.model.event import Certainty, EntryKind, Family, Modality, Outcome, Polarity, Responsibility, Role
from dateline.model.resolution import ActorKind, Candidate, DateBasis, DatePrecision, PlacePrecision
from dateline.model.span import Span
from dateline.store import View, Writer
from dateline.store.database import Database

TEXT = "Gunmen killed 12 people in Sarvand on 3 March 2019, officials said. Talks may follow."
RUN = Run("run-1", "0", "{}", "{}")


def sample_document(text: str = TEXT, locator: str = "reports/a.txt") -> Document:
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        capture=Capture(sha256, locator, "Radio Sel", "2024-01-01T00:00:00Z"),
        text=text,
        language="en",
        zones=(Zone(ZoneKind.BODY, Span(0, len(text))),),
        title="Attack",
        published=StatedDate("2019-03-04", "metadata"),
        metadata={"author": "Ä. Nobody"},
    )


def quote(text: str, words: str, text_id: str) -> Quotation:
    start = text.index(words)
    return Quotation(text_id, Span(start, start + len(words)), words)


def sample_coded(document: Document, confidence: float = 0.5) -> Coded:
    def claim(field: str, value: JsonValue, words: str, certainty: Certainty = Certainty.STATED) -> Claim:
        said = Said("officials", "said", quote(document.text, "officials", document.text_id), None)
        return Claim(
            event=event,
            field=field,
            value=value,
            text=words,
            evidence=quote(document.text, words, document.text_id),
            said_by=(said,),
            certainty=certainty,
            confidence=confidence,
            decided_by=("EventStep:kill",),
        )

    event = "evt-" + document.text_id[:16]
    claims = (
        claim("type", "armed attack", "killed"),
        claim("quantity:killed", {"low": 12, "best": 12, "high": 12, "bound": "exact"}, "12 people"),
        claim("place", {"name": "Sarvand", "country": "XX"}, "in Sarvand"),
    )
    record = EventRecord(event, document.id, "armed attack", Span(7, 13), 0, claims)
    skipped = ((quote(document.text, "Talks may follow.", "").span, "modality: predicted"),)
    return Coded(document.id, document.text_id, {"start": "2019-03-04", "basis": "metadata"}, (record,), skipped)


def sample_entry(record: EventRecord, id: str = "inc-1", modality: Modality = Modality.ACTUAL) -> Entry:
    ids = tuple(claim.id for claim in record.claims)
    candidates = (Candidate("g1", "Sarvand", 0.5),)
    place = EntryPlace("Sarvand", PlacePrecision.TOWN, ids[2:], country="XX", candidates=candidates)
    return Entry(
        id=id,
        kind=EntryKind.INCIDENT,
        family=Family.ATTACK,
        type=record.type,
        title="Armed attack in Sarvand",
        polarity=Polarity.ASSERTED,
        modality=modality,
        claims=tuple(SourcedClaim(c, record.document, "Radio Sel", "2019-03-04", "Gunmen ", " in") for c in record.claims),
        documents=1,
        independent=1,
        date=EntryDate("2019-03-03", "2019-03-03", "2019-03-03", DatePrecision.DAY, DateBasis.STATED, ids[:1]),
        places=(place,),
        participants=(
            Participant(Role.PERPETRATOR, "gunmen", ActorKind.UNKNOWN, ids[:1], responsibility=Responsibility.UNKNOWN),
            Participant(Role.VICTIM, "Red Dawn Front", ActorKind.ARMED_GROUP, ids[:1], actor_id="red-dawn"),
        ),
        quantities=(Quantity(Outcome.KILLED, 12, 12, 12, "single claim", ids[1:2]),),
        events=(record.id,),
    )


def store(database: Database, document: Document, run: Run = RUN, confidence: float = 0.5) -> Coded:
    """Write a document and a coding of it."""
    writer = Writer(database)
    writer.write_run(run)
    writer.write_document(document, document.text.encode())
    coded = sample_coded(document, confidence)
    writer.write_coded(coded, run.id, View(database).states([document.id])[0].fingerprint)
    return coded
