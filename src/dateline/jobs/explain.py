"""Explaining: what decided a claim, and why a document's sentences yielded nothing."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.claim import Claim, EventRecord
from dateline.model.document import Document
from dateline.model.entry import Entry, Run
from dateline.model.span import Span
from dateline.store import Database, Filter, Rejected, StoredClaim, View, entries_of

CONTEXT = 160
"""Characters shown on either side of a quotation."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A claim, the document and run that make it now, the event it is about, and the entries that rest on it."""

    stored: StoredClaim
    document: Document | None
    event: EventRecord | None
    entries: tuple[Entry, ...]
    run: Run | None

    @property
    def claim(self) -> Claim:
        """Return the claim itself."""
        return self.stored.claim

    @property
    def context(self) -> str:
        """Return the evidence in its surroundings, marked by brackets; empty if no document makes the claim now."""
        if self.document is None:
            return ""
        text, span = self.document.text, self.claim.evidence.span
        if self.document.text_id != self.claim.evidence.text_id:
            return f"[{self.claim.evidence.exact}]"
        before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
        return f"{before.rpartition(chr(10))[2]}[{span.of(text)}]{after.partition(chr(10))[0]}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document and what became of it: events of a type, or nothing, with the reason."""

    span: Span
    words: str
    outcome: str
    coded: bool


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What became of each stretch of a document, in text order; all of it is not coded if there is a reject."""

    document: Document
    passages: tuple[Passage, ...]
    entries: tuple[Entry, ...]
    reject: Rejected | None


def explain(database: Database, key: str) -> list[Explanation]:
    """Return what decided the claim with the id `key`, or the claims whose id starts so."""
    view = View(database)
    return [_explain(database, view, stored) for stored in view.find_claims(key)]


def _explain(database: Database, view: View, stored: StoredClaim) -> Explanation:
    entries = tuple(e for id in stored.entries for e in entries_of(database, [id]))
    if not stored.documents:
        return Explanation(stored, None, None, entries, None)
    document = stored.documents[0]
    coded = view.coded(document)
    events = coded.events if coded else ()
    event = next((e for e in events if e.id == stored.claim.event), None)
    return Explanation(stored, view.document(document), event, entries, view.run(document))


def why_not(database: Database, document: str) -> WhyNot:
    """Return what became of each stretch of a document. Raises KeyError if there is none with that id."""
    view = View(database)
    found = view.document(document)
    coded = view.coded(document)
    reject = next((r for r in view.rejects() if r.locator == found.capture.locator), None)
    passages: list[Passage] = []
    if coded is not None:
        text = view.text(coded.text_id)
        passages += [Passage(span, span.of(text), reason, False) for span, reason in coded.skipped]
        passages += [Passage(e.anchor, e.anchor.of(text), f"{e.type}, {_counted(e)}", True) for e in coded.events]
    passages.sort(key=lambda passage: (passage.span, passage.coded, passage.outcome))
    listed = tuple(entries_of(database, Filter(documents=[document], all=True)))
    return WhyNot(found, tuple(passages), listed, reject)


def _counted(event: EventRecord) -> str:
    return f"{len(event.claims)} claim" + ("" if len(event.claims) == 1 else "s")
