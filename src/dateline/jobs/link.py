"""Linking: the events of coded documents become entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.jobs.identity import JOINING, fingerprint
from dateline.jobs.progress import SILENT, Progress
from dateline.link import Source, chronology
from dateline.model.claim import Coded, JsonValue
from dateline.model.entry import Entry, Judgement, Link
from dateline.store import Database, Joined, Rejected, State, StoreError, View, Writer, digest, unheld, write_entries

STEP = "link"


@dataclass(frozen=True, slots=True)
class LinkResult:
    """How many documents were joined now and how many had been before, and those that could not be."""

    joined: int
    before: int
    rejects: tuple[Rejected, ...] = ()


def link(database: Database, documents: Sequence[str] | None = None, progress: Progress = SILENT) -> LinkResult:
    """Join the events of the documents named, or all, whose coding or judgements changed since they were joined."""
    view = View(database)
    version = _version(view.judgements())
    joined = view.joined(documents)
    states = [state for state in view.states(documents) if state.run and state.coded]
    todo = [(state, wanted) for state in states if joined.get(state.document) != (wanted := _wanted(state, version))]
    progress.begin("joining", len(todo))
    rejects: list[Rejected] = []
    for state, wanted in todo:
        coded = view.coded(state.document)
        assert coded is not None
        try:
            write_entries(database, [wanted], *_join(view, coded))
        except StoreError:
            raise
        except Exception as e:  # a document that fails must not take the others with it
            rejects.append(Rejected(state.locator, STEP, f"failed with {type(e).__name__}: {' '.join(str(e).split())}"))
            Writer(database).write_reject(rejects[-1])
        progress.advance()
    return LinkResult(len(todo) - len(rejects), len(states) - len(todo), tuple(rejects))


def _version(judgements: Sequence[Judgement]) -> str:
    return digest([fingerprint(JOINING), fingerprint(("resources",)), [judgement.id for judgement in judgements]])[:16]


def _wanted(state: State, version: str) -> Joined:
    return Joined(state.document, state.run or "", state.coded or "", version)


def _join(view: View, coded: Coded) -> tuple[list[Entry], list[Link]]:
    if not coded.events:
        return [], []
    document = view.document(coded.document)
    source = Source(view.text(coded.text_id), document.capture.outlet, published(coded.publication))
    entries, links = chronology(coded.events, {coded.document: source})
    return _completed(entries), links


def _completed(entries: Sequence[Entry]) -> list[Entry]:
    """Give entries the claims of their neighbours on which values of theirs rest: who claims an attack is told elsewhere."""
    claims = {sourced.claim.id: sourced for entry in entries for sourced in entry.claims}

    def completed(entry: Entry) -> Entry:
        missing = unheld(entry)
        return replace(entry, claims=(*entry.claims, *(claims[id] for id in missing if id in claims))) if missing else entry

    return [completed(entry) for entry in entries]


def published(publication: Mapping[str, JsonValue]) -> str | None:
    """Return when a document came out as an EDTF day or interval, None if that is unknown."""
    start, end = publication.get("start"), publication.get("end")
    if not start or not end:
        return str(start or end) if start or end else None
    return str(start) if start == end else f"{start}/{end}"
