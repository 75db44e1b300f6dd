"""Chronology: from event records to the entries that a chronology lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.link.cluster import Cluster, cluster
from dateline.link.entry import derive
from dateline.link.facts import facts
from dateline.link.relations import relate
from dateline.model.claim import EventRecord
from dateline.model.entry import Entry, Link
from dateline.resources.codebook import load_codebook


@dataclass(frozen=True, slots=True)
class Source:
    """What linking needs to know of a document besides its claims."""

    text: str
    outlet: str | None = None
    published: str | None = None


def chronology(records: Sequence[EventRecord], sources: Mapping[str, Source]) -> tuple[list[Entry], list[Link]]:
    """Join the event mentions of each document and derive one entry a cluster, ordered by date.

    `records` may come from many documents, in any order; mentions of different documents are not joined yet.
    """
    by_document: dict[str, list[EventRecord]] = defaultdict(list)
    for record in records:
        by_document[record.document].append(record)
    codebook = load_codebook()
    entries: list[Entry] = []
    links: list[Link] = []
    for document in sorted(by_document):
        told = sorted(by_document[document], key=lambda r: (r.sentence, r.anchor, r.id))
        clusters = cluster([facts(r, codebook.types[r.type].family.value, sources[document].text) for r in told], codebook)
        derived = [derive(found, sources[document], codebook) for found in clusters]
        grounded = [(c, e) for c, e in zip(clusters, derived, strict=True) if e is not None]
        entries.extend(relate([e for _, e in grounded], [_first(c) for c, _ in grounded]))
        links.extend(link for found, _ in grounded for link in found.links)
    return sorted((_stable(e) for e in entries), key=_when), links


def _first(found: Cluster) -> int:
    return found.members[0].record.sentence


def _stable(entry: Entry) -> Entry:
    return replace(
        entry, claims=tuple(sorted(entry.claims, key=lambda c: (c.document, c.claim.evidence.span, c.claim.field, c.claim.id)))
    )


def _when(entry: Entry) -> tuple[str, str, str]:
    date = entry.date
    return (date.start or date.end or "9999", date.end or "9999", entry.id) if date is not None else ("9999-99", "", entry.id)
